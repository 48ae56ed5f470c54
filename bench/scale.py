"""A first load in bulk of very many groups, and questions to them, beside a tenth of them.

The groups are those of `bench.world`; besides their own, each gets memberships of counties of the tree,
drawn, so that a group has ten on average. Each size has a private server of its own. Seconds are those that
processors worked, here and in the server: other work on the machine moves them less.
"""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench.first_load import run
from bench.places import ROOT
from bench.rows import keep_elements
from bench.servers import HOME, own_server
from bench.ways import work
from bench.world import DAY, KNOWN, Fresh, Size, World, province_code
from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.model import Tie, TieType
from graph.server.layout import Home
from graph.server.local import ensure_running
from loaders.write.records import Records

MORE = (5, 6)
"""Memberships that are added to each group in turn: its own are 4.9 on average."""
ONES, TIMES = 100, 3
"""Single groups asked, and provinces."""
ONE, PROVINCE = 1.5, 1.3
"""What one group, and a group of a province, may take at ten times as many, as multiples of before."""
MB = 1024 * 1024


@dataclass(frozen=True)
class Taken:
    """What a size took: of the load by name, and the seconds of one group and of one of a province."""

    load: dict[str, float]
    one: float
    province: float


def compare_scale(size: Size) -> None:
    """Load a tenth of the groups, ask; load all, ask; print what grew how."""
    print(f"groups drawn with seed {size.seed}")
    few, many = (_taken(replace(size, groups=n)) for n in (max(1, size.groups // 10), size.groups))
    for name, before in few.load.items():
        print(
            f"{name}: {many.load[name]:,.0f} / {before:,.0f} = {many.load[name] / before:.2f} times"
        )
    for what, now, before, most in (
        ("authority of one group", many.one, few.one, ONE),
        ("authority of all groups of a province, a group", many.province, few.province, PROVINCE),
    ):
        print(
            f"{what}: {now * 1000:.2f} / {before * 1000:.2f} ms = {now / before:.2f} times"
            f" (target at most {most})",
            flush=True,
        )


def drawn(size: Size) -> Records:
    """The seeded graph with ten memberships a group, made anew each time it is read."""
    world = World(size)
    return Records("bench", Fresh(world.nodes), Fresh(lambda: _ties(world)))


def _ties(world: World) -> Iterator[Tie]:
    yield from world.ties()
    counties = defaultdict(list)
    for uid in world.models.tree.of_level("County"):
        counties[_province(uid)].append(world.models.tree.places[uid])
    all_of_them = [place for places in counties.values() for place in places]
    (model, *_) = (tie for group in world.models.groups for tie in group.members)
    chance = random.Random(world.size.seed)
    for number, group in enumerate(world.groups()):
        own = next((uid for uid in group.at.values() if uid.startswith(f"{ROOT}.")), "")
        places = counties.get(_province(own)) or all_of_them
        for place in chance.sample(places, min(MORE[number % 5 == 0], len(places))):
            known = {"rank": place.shape["rank"], "rank_basis": place.shape["rank_basis"], **KNOWN}
            properties = {**model.properties, **known}
            yield Tie(TieType.MEMBER_OF, place.uid, group.uid, properties, "drawn")


def _province(uid: str) -> str:
    """The province of a made-up division `u:0.3.17.2`."""
    return ".".join(uid.split(".")[:2])


def _taken(size: Size) -> Taken:
    with own_server() as settings, tempfile.TemporaryDirectory(dir=settings.data_dir) as name:
        keep_elements(drawn(size), Path(name))
        load = run("bulk", Path(name), {HOME: str(settings.data_dir)})
        home = Home.of(settings)
        store = sum(path.stat().st_size for path in home.data.rglob("*") if path.is_file())
        found = {
            "rows": load["rows"], "seconds of processors, the load": load["work"],
            "seconds by the clock, the load": load["seconds"], "of these Neo4j's import": load["import"],
            "MB of CSV": load["csv_mb"], "MB of the database": store / MB,
            "MB of memory, the loader": load["peak_mb"], "MB of memory, the import": load["import_mb"],
        }  # fmt: skip
        server = ensure_running(settings).pid
        with connect(settings) as database:
            return Taken(found, *_asked(database, size, partial(work, server)))


def _asked(database: Database, size: Size, clock: Callable[[], float]) -> tuple[float, float]:
    """Seconds of one group, and of a group among those of the provinces that have most."""
    provinces: list[list[str]] = []
    for uid in World(size).provinces():
        code = province_code(uid)
        rows = queries.groups_in_force(as_of=DAY, region=code, stale=True, database=database)
        provinces.append([row.uid for row in rows])
    ones = [[f"g:{number * size.groups // ONES}"] for number in range(ONES)]
    most = [uids for uids in sorted(provinces, key=len)[-TIMES:] if uids] or ones
    print(f"{size.groups:,} groups; {', '.join(f'{len(uids):,}' for uids in most)} in provinces")

    def each(asked: list[list[str]]) -> float:
        """Seconds a group, once all is planned."""
        began = clock()
        for groups in asked:
            queries.authority_by_group(groups=groups, as_of=DAY, stale=True, database=database)
        return (clock() - began) / sum(map(len, asked))

    each(ones[:3]), each(most[:1])
    return each(ones), each(most)
