"""`make bench`: ratios of the authority queries to a query that only reads ranks, of the load of all
divisions to a bare driver, and of a cold start to one under Java's own defaults; and the time that the
comparison of all provinces takes on 100,000 synthetic groups; and of a first load in several ways.

The graph is of 42,000 divisions, 40,000 agencies, 100,000 groups and a million memberships;
LSGRAPH_BENCH=small takes a tenth of it.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from bench.areacodes import compare_areacodes
from bench.authority import compare_authority
from bench.cold_start import compare_cold_start
from bench.first_load import compare_first_load
from bench.load_divisions import compare_load
from bench.regions import compare_regions
from bench.world import FULL, Size
from graph.connection import connect
from graph.server.local import stop
from graph.settings import Settings


def main() -> None:
    """Load the seeded graph into a private server and print one line for each comparison."""
    size = Size() if os.environ.get("LSGRAPH_BENCH") == "small" else FULL
    with tempfile.TemporaryDirectory() as folder:
        jars = Settings.from_environment().jars_dir
        settings = Settings(Path(folder), jars)
        try:
            with connect(settings) as database:
                compare_authority(database, size)
                compare_load(database)
                compare_areacodes()
        finally:
            stop(settings)
    compare_cold_start()
    compare_regions()
    compare_first_load(size)


if __name__ == "__main__":
    main()
