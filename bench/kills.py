"""Loads that are killed at random moments, their process or their server, and then one that ends.

Divisions go into an empty graph, groups to them, and both in bulk into an empty one, in turn. Whatever was
killed, and when, the load after it must leave the graph of a load that nobody disturbed: the same hash over
everything stored. Then the server is killed under writers and readers, who lose nothing and write nothing
twice.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import cycle
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

import psutil

from bench.servers import empty, own_server
from bench.traffic import kill_under_traffic
from graph.catalogue import queries, schema
from graph.connection import Database, connect
from graph.core.errors import LsgraphError
from graph.core.model import TIES, Label
from graph.server.layout import Home
from graph.server.lifecycle import running
from graph.server.local import ensure_running
from graph.settings import Settings
from loaders.bulk.load import load_whole
from loaders.load import load_divisions, load_groups

WAIT_S, POLL_S = 600.0, 0.05
FEWEST, MOST = 2, 8
"""Loads at once."""

Whole = tuple[str, int]
"""Hash over all nodes and ties, and how many there are."""

KINDS: dict[str, Callable[[Settings], object]] = {
    "divisions": lambda settings: _into(settings, load_divisions),
    "groups": lambda settings: _into(settings, load_groups),
    "bulk": lambda settings: load_whole(settings, wait=WAIT_S),
}
CLIENTS = 5
"""Processes killed for one server."""


class Differs(AssertionError):
    """A graph after a killed load is not that of an undisturbed one."""


def kill_loads(times: int, seed: int, kinds: Sequence[str] = tuple(KINDS)) -> None:
    """Kill so many servers and `CLIENTS` times as many processes of loads; load at once; then traffic.

    The loads are of these kinds in turn; at once those of the first.
    """
    draw = random.Random(seed)
    with own_server() as settings:
        ensure_running(settings)
        wanted = {kind: _undisturbed(settings, kind) for kind in kinds}
        for what, count in (("client", CLIENTS * times), ("server", times)):
            for number, kind in zip(range(count), cycle(kinds), strict=False):
                graph, seconds = wanted[kind]
                after = draw.uniform(0, seconds)
                # A load that had ended was not killed: again, in half the time.
                while (written := _killed(settings, kind, what, after)) is None:
                    after /= 2
                told = f"{what} killed {number + 1}/{count} in {kind} after {after:.1f} s"
                _same(settings, kind, graph, f"{told}, {written:,} of {graph[1]:,} written:")
        _at_once(settings, kinds[0], wanted[kinds[0]][0], min(MOST, max(FEWEST, times)))
        _ready(settings)
        kill_under_traffic(settings, times, draw)


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


def _into(settings: Settings, load: Callable[..., object]) -> None:
    with connect(settings) as database:
        load(database, wait=WAIT_S)


def _undisturbed(settings: Settings, kind: str) -> tuple[Whole, float]:
    """The graph of a load, and the seconds that it takes once its files were read and all was planned."""
    _ready(settings, kind)
    KINDS[kind](settings)
    _ready(settings, kind)
    began = time.monotonic()
    _begin(settings, kind).join()
    seconds = time.monotonic() - began
    with connect(settings) as database:
        found = whole(database)
    print(f"{kind} undisturbed: {found[1]:,} nodes and ties in {seconds:.1f} s", flush=True)
    return found, seconds


def _ready(settings: Settings, kind: str = "") -> None:
    """Empty the graph; for groups but for the divisions, which are loaded where any is missing."""
    groups = kind == "groups"
    with connect(settings) as database:
        empty(database, ["divisions"] if groups else [])
    if groups:
        KINDS["divisions"](settings)


def _begin(settings: Settings, kind: str) -> BaseProcess:
    """A load in a process of its own, which has read the files already."""
    process = get_context("fork").Process(target=_told, args=(settings, kind))
    process.start()
    return process


def _told(settings: Settings, kind: str) -> None:
    try:
        KINDS[kind](settings)
    except LsgraphError as error:
        sys.exit(f"  the load says: {str(error).splitlines()[0][:160]}")


def _killed(settings: Settings, kind: str, what: str, after: float) -> int | None:
    """Kill a load or its server so many seconds after it began; how much was written by then.

    None where the load had ended before.
    """
    _ready(settings, kind)
    load = _begin(settings, kind)
    load.join(after)
    while not (killed := _kill(settings, load, what)) and load.is_alive():
        load.join(POLL_S)
    load.join()
    with connect(settings) as database:
        written = whole(database)[1]
        # A load in bulk marks the schema in the end, and is not begun again then.
        ended = kind == "bulk" and written > 0 and schema.version(database) is not None
    return written if killed and not ended else None


def _kill(settings: Settings, load: BaseProcess, what: str) -> bool:
    """Kill the process of a load, or the Java that writes for it: its import, else the server.

    False where there is none just now.
    """
    if not load.is_alive():
        return False
    with suppress(psutil.NoSuchProcess):
        own = psutil.Process(load.pid)
        if what == "client":
            own.kill()
            return True
        server = running(Home.of(settings))
        java = own.children() or ([psutil.Process(server.pid)] if server else [])
        for process in java:
            process.kill()
        return bool(java)
    return False


def _same(settings: Settings, kind: str, wanted: Whole, told: str) -> None:
    """Load to the end and compare."""
    KINDS[kind](settings)
    with connect(settings) as database:
        found = whole(database)
    if found != wanted:
        raise Differs(f"{told} {found} instead of {wanted}")
    print(f"{told} the same graph", flush=True)


def _at_once(settings: Settings, kind: str, wanted: Whole, count: int) -> None:
    _ready(settings, kind)
    loads = [_begin(settings, kind) for _ in range(count)]
    for load in loads:
        load.join()
    well = sum(load.exitcode == 0 for load in loads)
    _same(settings, kind, wanted, f"{count} loads at once: {well} ended well,")
