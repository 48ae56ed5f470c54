"""A first load in bulk of very many groups, and questions to them, beside a tenth of them.

The groups are those of `bench.world` with memberships of counties added, so that a group has ten on
average. Each size has a private server of its own. Seconds are those that processors worked, here and in
the server: other work on the machine moves them less.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

import psutil

from bench.first_load import run
from bench.moved import Moved
from bench.places import ROOT, Place
from bench.rows import keep_elements
from bench.servers import own_server
from bench.ways import work
from bench.world import ALWAYS, DAY, KNOWN, Fresh, Size, World
from graph.catalogue import queries
from graph.connection import Database, connect
from graph.connection.limits import MB
from graph.connection.write import batches
from graph.core.model import Level, Tie, TieType
from graph.server.layout import Home
from graph.server.local import ensure_running
from graph.settings import Settings
from loaders.write.records import Records

MORE = (5, 5, 5, 5, 6)
"""Memberships that are added to each group in turn: its own are 4.9 on average."""
ONES = 100
"""Single groups asked."""
ONE, PROVINCE = 1.5, 1.3
"""What one group, and a group of a province, may take at ten times as many, as multiples of before."""
MOST, PART = 10_000, 1_000
"""Groups of the province that are asked about, and at once: more outgrow what one question may hold."""
WARM = "water"
"""The field whose groups in the province are asked for first, so that the server has planned all."""


@dataclass(frozen=True)
class Taken:
    """What a size took: of the load by name, and the seconds of one group and of one of a province."""

    load: dict[str, float]
    one: float
    province: float


@dataclass
class Wide(World):
    """The world with memberships of counties added to each group, in its own province where it has one."""

    @cached_property
    def counties(self) -> dict[str, list[Place]]:
        """The counties of each province, and under no name all."""
        found: dict[str, list[Place]] = defaultdict(list)
        for uid in self.models.tree.of_level(Level.COUNTY):
            for province in (_province(uid), ""):
                found[province].append(self.models.tree.places[uid])
        return found

    def groups(self) -> Iterator[Moved]:
        """The drawn groups with what is added."""
        chance = random.Random(self.size.seed)
        for number, group in enumerate(super().groups()):
            group.added = list(self._added(group, MORE[number % len(MORE)], chance))
            yield group

    def _added(self, group: Moved, count: int, chance: random.Random) -> Iterator[Tie]:
        sitting = {group.at[tie.start] for tie in group.group.members}
        own = next((uid for uid in group.at.values() if uid.startswith(f"{ROOT}.")), "")
        places, most = self.counties[_province(own)], count + len(sitting)
        if len(places) < most:
            places = self.counties[""]
        found = chance.sample(places, min(most, len(places)))
        for place in [place for place in found if place.uid not in sitting][:count]:
            listed = {"basis": ["listed"], "derived": False, "role": "member", **ALWAYS, **KNOWN}
            rank = {key: place.shape[key] for key in ("rank", "rank_basis")}
            yield Tie(TieType.MEMBER_OF, place.uid, group.uid, {**listed, **rank}, "added")


def compare_scale(size: Size) -> None:
    """Load a tenth of the groups, ask; load all, ask; print what grew how."""
    print(f"groups drawn with seed {size.seed}")
    few, many = (taken(replace(size, groups=n)) for n in (max(1, size.groups // 10), size.groups))
    for name, before in few.load.items():
        now = many.load[name]
        print(f"{name}: {now:,.0f} / {before:,.0f} = {now / before:.2f} times")
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
    world = Wide(size)
    return Records("bench", Fresh(world.nodes), Fresh(world.ties))


def taken(size: Size) -> Taken:
    """Draw the groups of a size, load them in bulk into a server of their own, and ask about them."""
    with own_server() as settings, tempfile.TemporaryDirectory(dir=settings.data_dir) as name:
        keep_elements(drawn(size), Path(name))
        load = loaded(settings, Path(name))
        one, province, memory = asked(settings, size)
        return Taken({**load, "MB of memory, the server that was asked": memory}, one, province)


def loaded(settings: Settings, folder: Path) -> dict[str, float]:
    """What the load in bulk of the elements in a folder took, by name."""
    load = run("bulk", folder, settings.data_dir)
    files = Home.of(settings).data.rglob("*")
    return {
        "rows": load["rows"], "seconds of processors, the load": load["work"],
        "seconds by the clock, the load": load["seconds"], "of these Neo4j's import": load["import"],
        "MB of CSV": load["csv_mb"],
        "MB of the database": sum(path.stat().st_size for path in files if path.is_file()) / MB,
        "MB of memory, the loader": load["peak_mb"], "MB of memory, the import": load["import_mb"],
    }  # fmt: skip


def asked(settings: Settings, size: Size) -> tuple[float, float, float]:
    """Seconds of one group, of a group among all of the province with most units, and MB of the server."""
    server = ensure_running(settings).pid
    clock = partial(work, server)
    with connect(settings) as database:
        one = _ones(database, size, clock)
        province = _province_a_group(database, size, clock)
    return one, province, psutil.Process(server).memory_info().rss / MB


def _ones(database: Database, size: Size, clock: Callable[[], float]) -> float:
    """Seconds of one group, once as many others have been asked for."""

    def each(first: int) -> float:
        began = clock()
        for number in range(ONES):
            group = (number * size.groups // ONES + first) % size.groups
            queries.authority_by_group(
                groups=[f"g:{group}"], as_of=DAY, stale=True, database=database
            )
        return (clock() - began) / ONES

    each(1)
    return each(0)


def _province_a_group(database: Database, size: Size, clock: Callable[[], float]) -> float:
    """Seconds of a group of the province with most units: to find all, and to ask about `MOST` in parts."""
    units = Counter(_province(uid) for uid in World(size).models.tree.places if uid != ROOT)
    province = units.most_common(1)[0][0]

    def all_of(field: str | None) -> tuple[int, float, float]:
        began = clock()
        rows = queries.groups_in_force(
            as_of=DAY, region=province, field=field, stale=True, database=database
        )
        found = clock()
        uids = [row.uid for row in rows]
        some = uids[:: len(uids) // MOST + 1]
        for part in batches(some, PART):
            queries.authority_by_group(groups=part, as_of=DAY, stale=True, database=database)
        return len(uids), (found - began) / (len(uids) or 1), (clock() - found) / (len(some) or 1)

    all_of(WARM)
    count, to_find, to_ask = all_of(None)
    print(
        f"{size.groups:,} groups, {count:,} in the province: {to_find * 1000:.2f} ms of each to find it,"
        f" {to_ask * 1000:.2f} ms to ask about it",
        flush=True,
    )
    return to_find + to_ask


def _province(uid: str) -> str:
    """The province of a made-up division `u:0.3.17.2`."""
    return ".".join(uid.split(".")[:2])
