"""`make bench`: ratios of the authority queries to a query that only reads ranks, of the load of all
divisions to a bare driver, and of a cold start to one under Java's own defaults; and the time that the
comparison of all provinces takes on 100,000 synthetic groups; of a first load in several ways; and the
national page in Chromium beside a stock page of pyvis.

The graph is of 42,000 divisions, 40,000 agencies, 100,000 groups and a million memberships;
LSGRAPH_BENCH=small takes a tenth of it. `python -m bench graph statistics` runs some parts only: graph,
start, statistics, load, pages.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.areacodes import compare_areacodes
from bench.authority import compare_authority
from bench.cold_start import compare_cold_start
from bench.first_load import compare_first_load
from bench.load_divisions import compare_load
from bench.pages import compare_pages
from bench.regions import compare_provinces, compare_regions
from bench.world import FULL, Size
from graph.connection import connect
from graph.server.local import stop
from graph.settings import Settings

PARTS = ("graph", "start", "statistics", "load", "pages")


def main(names: Sequence[str]) -> None:
    """Run the parts named, or all, and print one line for each comparison."""
    if unknown := sorted(set(names) - set(PARTS)):
        raise SystemExit(f"No part is called {', '.join(unknown)}. There are: {', '.join(PARTS)}.")
    size = Size() if os.environ.get("LSGRAPH_BENCH") == "small" else FULL
    chosen = names or PARTS
    if "graph" in chosen:
        _of_graph(size)
    if "start" in chosen:
        compare_cold_start()
    if "statistics" in chosen:
        compare_regions()
    if "load" in chosen:
        compare_first_load(size)
    if "pages" in chosen:
        compare_pages()


def _of_graph(size: Size) -> None:
    """What is asked of the seeded graph in a private server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), Settings.from_environment().jars_dir)
        try:
            with connect(settings) as database:
                compare_authority(database, size)
                compare_provinces(database, size.groups)
                compare_load(database)
                compare_areacodes()
        finally:
            stop(settings)


if __name__ == "__main__":
    main(sys.argv[1:])
