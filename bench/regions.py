"""All provinces compared on 100,000 synthetic groups, and the time a group takes as they grow tenfold.

First the part that needs no graph, from readings of groups to differences, tests and corrections, in
seconds of the processor; then the whole comparison, asked of the graph as a reader asks it.
"""

from __future__ import annotations

import gc
import resource
import time

from bench.world import DAY, Size, World, province_code
from graph.catalogue import queries
from graph.connection import Database
from graph.regions.compare import compare
from graph.regions.differences import Terms
from graph.regions.overall import Statistics, statistics
from graph.regions.read.places import CROSS
from tests.regions.readings import synthetic_regions

GROUPS = 100_000
SECONDS = 30.0
"""What the comparison of all provinces may take."""
GROWTH = 1.3
"""What a group may take at ten times as many groups, as a multiple of before."""


def compare_regions(groups: int = GROUPS) -> float:
    """Print the time of the whole comparison and the growth of the time a group; answers the seconds."""
    statistics(synthetic_regions(500), Terms())
    small, _ = _seconds(groups // 10)
    large, found = _seconds(groups)
    tests = [one.test for one in found.differences if one.test]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    growth = large / groups / (small / (groups // 10))
    print(
        f"comparison of {len(found.samples)} regions on {groups:,} synthetic groups: {large:.1f} s"
        f" (target under {SECONDS:.0f}), {len(tests)} permutation tests, memory at most {peak:.0f} MB"
    )
    print(
        f"time a group at 10 times as many groups / before: {growth:.2f} (target under {GROWTH}),"
        f" {small:.1f} s for {groups // 10:,}"
    )
    return large


def compare_provinces(database: Database, size: Size) -> float:
    """Print and answer the seconds that `compare` takes for all provinces and the stratum across them.

    The graph is that of `bench.world`; the second of two runs counts, as the server plans in the first.
    """
    regions = _regions(database, World(size))
    seconds = 0.0
    for _ in range(2):
        began = time.perf_counter()
        found = compare(regions, DAY, database=database)
        seconds = time.perf_counter() - began
    tests = sum(one.test is not None for one in found.differences)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"comparison of {len(regions)} regions asked of a graph of {size.groups:,} groups: {seconds:.1f} s"
        f" (target under {SECONDS:.0f}), {sum(one.n for one in found.regions):,} groups in them,"
        f" {tests} permutation tests, memory at most {peak:.0f} MB"
    )
    return seconds


def _regions(database: Database, world: World) -> list[str]:
    """The provinces that have a group, and the stratum across them."""
    found = {row.region for row in queries.groups_by_region(as_of=DAY, database=database)}
    return [*(province_code(uid) for uid in world.provinces() if uid in found), CROSS[0]]


def _seconds(groups: int) -> tuple[float, Statistics]:
    """Seconds of one core, and what was found."""
    regions = synthetic_regions(groups)
    gc.collect()
    began = time.process_time()
    found = statistics(regions, Terms())
    return time.process_time() - began, found
