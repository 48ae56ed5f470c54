"""All provinces compared on 100,000 synthetic groups, and the time a group takes as they grow tenfold.

Seconds are those of the processor: one core works, whatever else the machine does.
The part that needs no graph: from readings of groups to differences, tests and corrections.
"""

from __future__ import annotations

import gc
import resource
import time

from bench.readings import synthetic_regions
from graph.regions.differences import Terms
from graph.regions.overall import Statistics, statistics

GROUPS = 100_000
SECONDS = 30.0
"""What the comparison of all provinces may take."""
GROWTH = 1.3
"""What a group may take at ten times as many groups, as a multiple of before."""


def compare_regions() -> float:
    """Print the time of the whole comparison and the growth of the time a group; answers the seconds."""
    statistics(synthetic_regions(500), Terms())
    small, _ = _seconds(GROUPS // 10)
    large, found = _seconds(GROUPS)
    tests = [one.test for one in found.differences if one.test]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    growth = large / GROUPS / (small / (GROUPS // 10))
    print(
        f"comparison of {len(found.samples)} regions on {GROUPS:,} synthetic groups: {large:.1f} s"
        f" (target under {SECONDS:.0f}), {len(tests)} permutation tests, memory at most {peak:.0f} MB"
    )
    print(
        f"time a group at 10 times as many groups / before: {growth:.2f} (target under {GROWTH}),"
        f" {small:.1f} s for {GROUPS // 10:,}"
    )
    return large


def _seconds(groups: int) -> tuple[float, Statistics]:
    """Seconds of one core, and what was found."""
    regions = synthetic_regions(groups)
    gc.collect()
    began = time.process_time()
    found = statistics(regions, Terms())
    return time.process_time() - began, found


if __name__ == "__main__":
    compare_regions()
