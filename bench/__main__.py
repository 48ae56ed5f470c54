"""`make bench`: what is measured, each part against another way in the same run.

    python -m bench [PART ...]

graph       authority of groups drawn from the real ones, as a multiple of a query that only reads ranks;
            the comparison of all provinces; the load of all divisions against a bare driver
start       a cold start against one under Java's own defaults
statistics  the comparison of all provinces on synthetic readings, as the groups grow tenfold
load        a first load in several ways
pages       the national page in Chromium beside a stock page of pyvis
frames      a page of forty moments of a group beside one of four
serve       pages of the application beside the statements they ask, then ten readers at once
pictures    crossings, bends and length of lines in the densest pictures of the whole dataset, bundled and not
notices     names and titles of all shipped rosters run together, and how many the reader tells apart
replicas    reads of three servers restored from one dump beside those of one
kills       only where it is named: loads whose process or server is killed, then one that ends; 8 at once
scale       only where it is named: a first load in bulk with ten memberships a group, and of a tenth

The graph has 42,000 divisions and 100,000 groups; `--groups 300 --divisions 500 --pairs 1` makes it
small, and every part quick. `python -m bench.against` compares this checkout with another commit.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

from bench.areacodes import compare_areacodes
from bench.authority import compare_authority
from bench.cold_start import compare_cold_start
from bench.first_load import WAYS, compare_first_load
from bench.frames import compare_frames
from bench.kills import KINDS, kill_loads
from bench.load_divisions import compare_load
from bench.pages import compare_pages
from bench.pictures import compare_pictures
from bench.regions import compare_provinces, compare_regions
from bench.replicas import SERVERS, compare_replicas
from bench.scale import compare_scale
from bench.serve import compare_serve
from bench.servers import own_server
from bench.world import FULL, Size
from graph.connection import connect
from tests.notices.together import compare_notices

PARTS = (
    "graph",
    "start",
    "statistics",
    "load",
    "pages",
    "frames",
    "serve",
    "pictures",
    "notices",
    "replicas",
)
CAMPAIGNS = ("kills", "scale")
"""Run only where they are named: they take a quarter of an hour or more."""


def main(argv: Sequence[str]) -> None:
    """Run the parts named, or all, and print a line for each comparison."""
    asked = _options(argv)
    size = replace(FULL, divisions=asked.divisions, groups=asked.groups, seed=asked.seed)
    pairs = {"pairs": asked.pairs} if asked.pairs else {}
    times = asked.pairs or 5
    parts: dict[str, Callable[[], object]] = {
        "graph": lambda: _of_graph(size, pairs),
        "start": lambda: compare_cold_start(size=None if size == FULL else size, **pairs),
        "statistics": lambda: compare_regions(size.groups),
        "load": lambda: compare_first_load(size, ways=asked.ways, **pairs),
        "pages": lambda: compare_pages(times, size.divisions),
        "frames": lambda: compare_frames(times),
        "serve": lambda: compare_serve(times, size.divisions == FULL.divisions),
        "pictures": lambda: _of_pictures(size),
        "notices": lambda: compare_notices(None if size == FULL else size.groups),
        "replicas": lambda: compare_replicas(times, SERVERS if size == FULL else 2),
        "kills": lambda: kill_loads(asked.pairs or 10, asked.seed, asked.kinds),
        "scale": lambda: compare_scale(size),
    }
    for name in (*PARTS, *CAMPAIGNS):
        if name in (asked.parts or PARTS):
            parts[name]()


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m bench", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (all); {', '.join(CAMPAIGNS)}"
    )
    parser.add_argument("--groups", type=int, default=FULL.groups, help="groups (%(default)s)")
    parser.add_argument(
        "--divisions", type=int, default=FULL.divisions, help="divisions at least (%(default)s)"
    )
    parser.add_argument("--seed", type=int, default=FULL.seed, help="of every draw (%(default)s)")
    parser.add_argument("--pairs", type=int, help="measurements of each comparison")
    parser.add_argument(
        "--ways", type=_some_of(WAYS), default=WAYS,
        help=f"of a first load, with commas between them: {','.join(WAYS)} (all)",
    )  # fmt: skip
    parser.add_argument(
        "--kinds", type=_some_of(tuple(KINDS)), default=tuple(KINDS),
        help=f"of loads that are killed, with commas between them: {','.join(KINDS)} (all)",
    )  # fmt: skip
    asked = parser.parse_args(argv)
    if unknown := sorted(set(asked.parts) - {*PARTS, *CAMPAIGNS}):
        parser.error(
            f"Unknown part {', '.join(unknown)}. Choose from {', '.join((*PARTS, *CAMPAIGNS))}."
        )
    return asked


def _some_of(known: tuple[str, ...]) -> Callable[[str], list[str]]:
    """Read some of the known words, with commas between them."""

    def read(text: str) -> list[str]:
        if unknown := sorted({*text.split(",")} - {*known}):
            raise argparse.ArgumentTypeError(
                f"Unknown: {', '.join(unknown)}. Choose from {', '.join(known)}."
            )
        return text.split(",")

    return read


def _of_graph(size: Size, pairs: dict[str, int]) -> None:
    """What is asked of the seeded graph in a private server of its own."""
    with own_server() as settings, connect(settings) as database:
        compare_authority(database, size, **pairs)
        compare_provinces(database, size)
        compare_load(database, units=None if size == FULL else size.divisions, **pairs)
        compare_areacodes()


def _of_pictures(size: Size) -> None:
    """Pictures of the whole dataset; of the small one where the graph is small."""
    whole = size.divisions == FULL.divisions
    with own_server() as settings, connect(settings) as database:
        compare_pictures(database, whole, 4 if whole else 2)


if __name__ == "__main__":
    main(sys.argv[1:])
