"""`make bench`: ratios of the authority queries to a query that only reads ranks, of the load of all
divisions to a bare driver, and of a cold start to one under Java's own defaults.

Set LSGRAPH_BENCH=full for 42,000 divisions, 40,000 agencies, 100,000 groups and a million memberships.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.areacodes import compare_areacodes
from bench.cold_start import compare_cold_start
from bench.load_divisions import compare_load
from bench.world import FULL, START, Size, World
from graph import schema
from graph.catalogue import Catalogue, queries
from graph.connection import Database, connect
from graph.server.local import stop
from graph.settings import Settings
from loaders.sync import Records, sync

PAIRS = 7


def main() -> None:
    """Load the seeded graph into a private server and print one line for each comparison."""
    size = FULL if os.environ.get("LSGRAPH_BENCH") == "full" else Size()
    with tempfile.TemporaryDirectory() as folder:
        jars = Settings.from_environment().jars_dir
        settings = Settings(Path(folder), jars)
        try:
            with connect(settings) as database:
                _load(database, size)
                _compare(database)
                compare_load(database)
                compare_areacodes()
        finally:
            stop(settings)
    compare_cold_start()


def _load(database: Database, size: Size) -> None:
    world = World(size)
    began = time.perf_counter()
    schema.apply(database)
    nodes = list(world.nodes())
    sync(database, Records("bench", nodes, list(world.ties())))
    print(f"loaded {len(nodes)} nodes, {size.groups} groups in {time.perf_counter() - began:.0f} s")


def _compare(database: Database) -> None:
    baseline = Catalogue([Path(__file__).parent])["baseline"]

    def ranks(groups: list[str] | None) -> Callable[[], object]:
        return lambda: baseline(groups=groups, as_of=START, database=database)

    def kinds(groups: list[str] | None) -> Callable[[], object]:
        return lambda: queries.authority_by_group(
            groups=groups, as_of=START, sensitivity=False, database=database
        )

    def members(groups: list[str] | None) -> Callable[[], object]:
        return lambda: queries.authority_by_member(groups=groups, as_of=START, database=database)

    some = [f"g:{i}" for i in range(1000)]
    _ratio("relation and gap of 1,000 groups / their ranks", members(some), ranks(some))
    _ratio("full type of 1,000 groups / their ranks", kinds(some), ranks(some))
    _ratio("full type of one group / its ranks", kinds(["g:1"]), ranks(["g:1"]))


def _ratio(what: str, one: Callable[[], object], other: Callable[[], object]) -> None:
    one(), other()
    pairs = [(_seconds(one), _seconds(other)) for _ in range(PAIRS)]
    ratios = [a / b for a, b in pairs]
    middle = statistics.median(ratios)
    mean = statistics.median(a for a, _ in pairs)
    print(
        f"{what}: {middle:.1f} times (min {min(ratios):.1f}, max {max(ratios):.1f}), {mean * 1000:.0f} ms"
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
