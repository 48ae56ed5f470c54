"""Loads that are killed at random moments, their process or their server, and then one that ends.

The shipped divisions go into an empty graph each time. Whatever was killed, and when, the load after it
must leave the graph of a load that nobody disturbed: the same hash over everything stored.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

import psutil

from bench.servers import empty, own_server
from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.errors import LsgraphError
from graph.core.model import TIES, Label
from graph.server.local import ensure_running
from graph.settings import Settings
from loaders.load import load_divisions

WAIT_S = 600.0
FEWEST, MOST = 2, 8
"""Loads at once."""

Whole = tuple[str, int]
"""Hash over all nodes and ties, and how many there are."""


class Differs(AssertionError):
    """A graph after a killed load is not that of an undisturbed one."""


def kill_loads(times: int, seed: int) -> None:
    """Kill the process of a load twice as many `times`, its server so many; then load at once."""
    draw = random.Random(seed)
    with own_server() as settings:
        ensure_running(settings)
        _load(settings)
        wanted, seconds = _undisturbed(settings)
        print(
            f"undisturbed: {wanted[1]:,} nodes and ties, {wanted[0]}, in {seconds:.1f} s",
            flush=True,
        )
        for what, count in (("client", 2 * times), ("server", times)):
            for number in range(1, count + 1):
                after = draw.uniform(0, seconds)
                # A load that had ended was not killed: again, in half the time.
                while (written := _killed(settings, what, after)) == wanted[1]:
                    after /= 2
                told = f"{what} killed {number}/{count} after {after:.1f} s"
                _same(settings, wanted, f"{told}, {written:,} of {wanted[1]:,} written")
        _at_once(settings, wanted, min(MOST, max(FEWEST, times)))


def whole(database: Database) -> Whole:
    """The hash and the number of all that is stored."""
    rows = sorted(_stored(database))
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16], len(rows)


def _stored(database: Database) -> Iterator[str]:
    for label in Label:
        for row in queries.export_nodes(label, database=database):
            yield repr((row.uid, sorted(row.labels), sorted(row.properties.items())))
    for kind in dict.fromkeys(kind.stored for kind in TIES):
        for row in queries.export_ties(kind, list(Label), database=database):
            yield repr((kind, row.start, row.end, sorted(row.properties.items())))


def _load(settings: Settings) -> None:
    with connect(settings) as database:
        load_divisions(database, wait=WAIT_S)


def _undisturbed(settings: Settings) -> tuple[Whole, float]:
    _empty(settings)
    began = time.monotonic()
    load = _begin(settings)
    load.join()
    seconds = time.monotonic() - began
    with connect(settings) as database:
        return whole(database), seconds


def _empty(settings: Settings) -> None:
    with connect(settings) as database:
        empty(database)


def _begin(settings: Settings) -> BaseProcess:
    """A load in a process of its own, which has read the files already."""
    process = get_context("fork").Process(target=_told, args=(settings,))
    process.start()
    return process


def _told(settings: Settings) -> None:
    try:
        _load(settings)
    except LsgraphError as error:
        sys.exit(f"  the load says: {str(error).splitlines()[0][:160]}")


def _killed(settings: Settings, what: str, after: float) -> int:
    """Kill a load or its server so many seconds after it began; how much was written by then."""
    _empty(settings)
    server = ensure_running(settings)
    load = _begin(settings)
    load.join(after)
    if what == "server":
        psutil.Process(server.pid).kill()
    elif load.is_alive():
        load.kill()
    load.join()
    with connect(settings) as database:
        return whole(database)[1]


def _same(settings: Settings, wanted: Whole, told: str, then: str = ":") -> None:
    """Load to the end and compare."""
    _load(settings)
    with connect(settings) as database:
        found = whole(database)
    if found != wanted:
        raise Differs(f"{told}: {found} instead of {wanted}")
    print(f"{told}{then} the same graph", flush=True)


def _at_once(settings: Settings, wanted: Whole, count: int) -> None:
    _empty(settings)
    loads = [_begin(settings) for _ in range(count)]
    for load in loads:
        load.join()
    well = sum(load.exitcode == 0 for load in loads)
    _same(settings, wanted, f"{count} loads at once: {well} ended well", ",")
