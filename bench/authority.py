"""Authority of all groups, and of one, as a multiple of a query that only reads ranks.

Asked of the dataset, then of one with ten times as many groups: a group must cost what it did.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.dataset import DAY, dataset
from bench.ratios import told
from bench.servers import empty, own_server
from graph.catalogue import Catalogue, queries
from graph.connection import Database, connect
from loaders.write.apply import sync

BASELINE = Catalogue([Path(__file__).parent])["baseline"]
TIMES = 10
ONES = 40
"""Single groups asked, each beside its own rank read."""
RATIO = 10
"""The full answer of all groups, with every other reading, may take this many times the rank read."""
GROWTH = 1.3
"""What a group may take at ten times as many groups, as a multiple of before."""


def compare_authority(pairs: int, whole: bool) -> None:
    """Print a line for each ratio."""
    with own_server() as settings, connect(settings) as database:
        before = _loaded(database, whole, 1, pairs)
        after = _loaded(database, whole, TIMES, pairs)
        print(
            f"time per group at {TIMES} times as many groups: {after / before / TIMES:.2f} times"
            f" (target at most {GROWTH})"
        )
        _one(database, ONES if whole else 2)


def _loaded(database: Database, whole: bool, times: int, pairs: int) -> float:
    """Load the groups so many times; median seconds of the full answer for all of them."""
    empty(database)
    began = time.perf_counter()
    changes = sync(database, dataset(whole, times))
    print(f"loaded {changes.total:,} rows in {time.perf_counter() - began:.0f} s", flush=True)

    def answers() -> list[object]:
        return list(queries.authority_by_group(as_of=DAY, stale=True, database=database))

    def ranks() -> object:
        return BASELINE(groups=None, as_of=DAY, database=database)

    groups = len(answers())
    ranks()
    found = [(_seconds(answers), _seconds(ranks)) for _ in range(pairs)]
    told(
        f"full answer of {groups:,} groups with its other readings / their ranks",
        found,
        f", target at most {RATIO}",
    )
    return statistics.median(seconds for seconds, _ in found)


def _one(database: Database, ones: int) -> None:
    known = sorted(row.uid for row in queries.group_names(database=database))
    uids = [[known[number * len(known) // ones]] for number in range(ones)]

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
