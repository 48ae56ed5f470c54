"""`make bench`: five measures, each against another way in the same run; each prints ratios.

    python -m bench [NAME ...]

authority  all groups, and one, beside a query that only reads ranks; the same at ten times as many groups
load       a first load beside a bare driver that writes the same rows
pages      the national page in Chromium beside a stock page of pyvis
serve      pages of the application beside the statements they ask, then ten readers at once
start      start and first answer beside those of Java's own defaults

`--small` takes the shipped groups alone and small pages: quick, for the tests.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from bench.authority import compare_authority
from bench.load import compare_load
from bench.pages import compare_pages
from bench.serve import compare_serve
from bench.start import compare_start

NAMES = ("authority", "load", "pages", "serve", "start")


def main(argv: Sequence[str]) -> None:
    """Run the measures named, or all, and print a line for each ratio."""
    parser = argparse.ArgumentParser("python -m bench", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(NAMES)} (all)")
    parser.add_argument("--pairs", type=int, default=5, help="of measurements (%(default)s)")
    parser.add_argument("--small", action="store_true", help="quick, on the shipped groups alone")
    asked = parser.parse_args(argv)
    if unknown := sorted({*asked.names} - {*NAMES}):
        parser.error(f"Unknown measure {', '.join(unknown)}. Choose from {', '.join(NAMES)}.")
    pairs, whole = asked.pairs, not asked.small
    measures: dict[str, Callable[[], None]] = {
        "authority": lambda: compare_authority(pairs, whole),
        "load": lambda: compare_load(pairs, whole),
        "pages": lambda: compare_pages(pairs, 42_000 if whole else 500),
        "serve": lambda: compare_serve(pairs, whole),
        "start": lambda: compare_start(pairs),
    }
    for name in asked.names or NAMES:
        measures[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
