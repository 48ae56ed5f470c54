"""Authority of very many groups, and of one, as a multiple of a query that only reads ranks."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench.mix import mix_of, told_mix
from bench.ratios import told
from bench.real_groups import real_graph
from bench.servers import empty
from bench.world import DAY, Size, World, records
from graph.catalogue import Catalogue, queries
from graph.connection import Database
from loaders.write.apply import sync

BASELINE = Catalogue([Path(__file__).parent])["baseline"]
PAIRS = 7
ONES = 40
"""Single groups asked, each beside its own rank read."""
RATIO = 10
"""The full answer of all groups, with every other reading, may take this many times the rank read."""
GROWTH = 1.3
"""What a group may take at ten times as many groups, as a multiple of before."""


def compare_authority(database: Database, size: Size, pairs: int = PAIRS) -> None:
    """Load a tenth of the groups, ask; load all, ask again; print a line for each ratio."""
    print(f"groups drawn with seed {size.seed}")
    few = replace(size, groups=max(1, size.groups // 10))
    before = _loaded(database, few, pairs)
    after = _loaded(database, size, pairs)
    _tell_mix(size)
    growth = after / size.groups / (before / few.groups)
    print(
        f"time per group from {few.groups} to {size.groups} groups: {growth:.2f} times"
        f" (target at most {GROWTH})"
    )
    _one(database, size.groups, ONES if pairs > 1 else 1)


def _loaded(database: Database, size: Size, pairs: int) -> float:
    """Load the graph of a size; median seconds of the full answer for all of its groups."""
    empty(database)
    began = time.perf_counter()
    changes = sync(database, records(size))
    seconds = time.perf_counter() - began
    print(f"loaded {changes.total} rows, {size.groups} groups in {seconds:.0f} s", flush=True)
    return _many(database, size.groups, pairs)


def _tell_mix(size: Size) -> None:
    real, world = real_graph(size.whole), World(size)
    ties = (tie for each in real.out.values() for tie in each)
    told_mix(mix_of(real.nodes.values(), ties), mix_of(world.nodes(), world.ties()))


def _many(database: Database, groups: int, pairs: int) -> float:
    """Median seconds of the full answer about every group; its ratio to their ranks is printed."""

    def whole() -> object:
        return queries.authority_by_group(as_of=DAY, stale=True, database=database)

    def ranks() -> object:
        return BASELINE(groups=None, as_of=DAY, database=database)

    whole(), ranks()
    found = [(_seconds(whole), _seconds(ranks)) for _ in range(pairs)]
    told(
        f"full answer of {groups} groups with its other readings / their ranks",
        found,
        f", target at most {RATIO}",
    )
    return statistics.median(seconds for seconds, _ in found)


def _one(database: Database, groups: int, ones: int) -> None:
    uids = [[f"g:{number * groups // ones}"] for number in range(ones)]

    def whole(uid: list[str]) -> object:
        return queries.authority_by_group(groups=uid, as_of=DAY, database=database)

    def ranks(uid: list[str]) -> object:
        return BASELINE(groups=uid, as_of=DAY, database=database)

    whole(uids[0]), ranks(uids[0])
    pairs = [(_seconds(partial(whole, uid)), _seconds(partial(ranks, uid))) for uid in uids]
    told(f"full answer of one group / its ranks ({ones} groups)", pairs)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
