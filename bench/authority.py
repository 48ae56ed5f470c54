"""Authority of very many groups, and of one, as a multiple of a query that only reads ranks."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench.ratios import told
from bench.world import START, Size, World
from graph.ask.types import types
from graph.catalogue import Catalogue, queries, schema
from graph.connection import Database
from loaders.write.apply import Records, sync

BASELINE = Catalogue([Path(__file__).parent])["baseline"]
PAIRS = 7
ONES = 40
"""Single groups asked, each beside its own rank read."""


def compare_authority(database: Database, size: Size) -> None:
    """Load a tenth of the groups, ask; load all, ask again; print a line for each ratio."""
    few = replace(size, groups=size.groups // 10)
    times = {}
    for part in (few, size):
        _load(database, part)
        times[part.groups] = _many(database, part.groups)
    _growth(times)
    _one(database, size.groups)


def _load(database: Database, size: Size) -> None:
    world = World(size)
    began = time.perf_counter()
    schema.apply(database)
    nodes = list(world.nodes())
    sync(database, Records("bench", nodes, list(world.ties())))
    seconds = time.perf_counter() - began
    print(f"loaded {len(nodes)} nodes, {size.groups} groups in {seconds:.0f} s", flush=True)


def _many(database: Database, groups: int) -> dict[str, float]:
    """Median seconds of each question about every group; the ratios are printed."""

    def ranks() -> object:
        return BASELINE(groups=None, as_of=START, database=database)

    asked: dict[str, Callable[[], object]] = {
        "relation, gap and coverage": lambda: queries.gaps_of_groups(
            as_of=START, database=database
        ),
        "full type": lambda: types(database, START),
    }
    return {
        what: _ratio(f"{what} of {groups} groups / their ranks", ask, ranks)
        for what, ask in asked.items()
    }


def _growth(times: dict[int, dict[str, float]]) -> None:
    (few, before), (many, after) = sorted(times.items())
    for what in before:
        growth = (after[what] / many) / (before[what] / few)
        print(f"{what}: time per group from {few} to {many} groups: {growth:.2f} times")


def _one(database: Database, groups: int) -> None:
    uids = [[f"g:{number * groups // ONES}"] for number in range(ONES)]

    def whole(uid: list[str]) -> object:
        return queries.authority_by_group(
            groups=uid, as_of=START, sensitivity=False, database=database
        )

    def ranks(uid: list[str]) -> object:
        return BASELINE(groups=uid, as_of=START, database=database)

    whole(uids[0]), ranks(uids[0])
    pairs = [(_seconds(partial(whole, uid)), _seconds(partial(ranks, uid))) for uid in uids]
    told(f"full authority of one group / its ranks ({ONES} groups)", pairs)


def _ratio(what: str, one: Callable[[], object], other: Callable[[], object]) -> float:
    """Print the median ratio of so many pairs; answer the median seconds of the first."""
    one(), other()
    pairs = [(_seconds(one), _seconds(other)) for _ in range(PAIRS)]
    told(what, pairs)
    return statistics.median(seconds for seconds, _ in pairs)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
