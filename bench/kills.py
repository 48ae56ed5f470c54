"""Loads that are killed at random moments, their process or their server, and then one that ends.

Divisions, groups with them, and both in bulk go into an empty graph in turn. Whatever was killed, and when,
the load after it must leave the graph of a load that nobody disturbed: the same hash over everything
stored. Then the server is killed under writers and readers, who lose nothing and write nothing twice.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

import psutil

from bench.servers import empty, own_server
from bench.traffic import kill_under_traffic
from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.errors import LsgraphError
from graph.core.model import TIES, Label
from graph.server.local import ensure_running
from graph.settings import Settings
from loaders.bulk.load import load_whole
from loaders.load import load_divisions, load_groups

WAIT_S = 600.0
FEWEST, MOST = 2, 8
"""Loads at once."""

Whole = tuple[str, int]
"""Hash over all nodes and ties, and how many there are."""


KINDS: dict[str, Callable[[Settings], object]] = {
    "divisions": lambda settings: _into(settings, load_divisions),
    "groups": lambda settings: _into(settings, load_groups),
    "bulk": lambda settings: load_whole(settings, wait=WAIT_S),
}
CLIENT, SERVER = tuple(KINDS), ("divisions", "groups")
"""Whose process is killed, and whose server: a load in bulk stops the server."""
EACH = 5
"""Processes killed for one server."""


class Differs(AssertionError):
    """A graph after a killed load is not that of an undisturbed one."""


def kill_loads(times: int, seed: int) -> None:
    """Kill so many servers and `EACH` times as many processes of loads; then load at once; then traffic."""
    draw = random.Random(seed)
    with own_server() as settings:
        ensure_running(settings)
        wanted, seconds = {}, {}
        for kind in KINDS:
            _empty(settings)
            _load(settings, kind)
            wanted[kind], seconds[kind] = _undisturbed(settings, kind)
            print(
                f"{kind} undisturbed: {wanted[kind][1]:,} nodes and ties, {wanted[kind][0]}, in"
                f" {seconds[kind]:.1f} s",
                flush=True,
            )
        for what, kinds, count in (("client", CLIENT, EACH * times), ("server", SERVER, times)):
            for number in range(count):
                kind = kinds[number % len(kinds)]
                after = draw.uniform(0, seconds[kind])
                # A load that had ended was not killed: again, in half the time.
                while (written := _killed(settings, kind, what, after)) is None:
                    after /= 2
                told = f"{what} killed {number + 1}/{count} in {kind} after {after:.1f} s"
                _same(
                    settings,
                    kind,
                    wanted[kind],
                    f"{told}, {written:,} of {wanted[kind][1]:,} written",
                )
        _at_once(settings, wanted["divisions"], min(MOST, max(FEWEST, times)))
        _empty(settings)
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


def _load(settings: Settings, kind: str) -> None:
    KINDS[kind](settings)


def _undisturbed(settings: Settings, kind: str) -> tuple[Whole, float]:
    _empty(settings)
    began = time.monotonic()
    load = _begin(settings, kind)
    load.join()
    seconds = time.monotonic() - began
    with connect(settings) as database:
        return whole(database), seconds


def _empty(settings: Settings) -> None:
    with connect(settings) as database:
        empty(database)


def _begin(settings: Settings, kind: str) -> BaseProcess:
    """A load in a process of its own, which has read the files already."""
    process = get_context("fork").Process(target=_told, args=(settings, kind))
    process.start()
    return process


def _told(settings: Settings, kind: str) -> None:
    try:
        _load(settings, kind)
    except LsgraphError as error:
        sys.exit(f"  the load says: {str(error).splitlines()[0][:160]}")


def _killed(settings: Settings, kind: str, what: str, after: float) -> int | None:
    """Kill a load or its server so many seconds after it began; how much was written by then.

    None where the load had ended before.
    """
    _empty(settings)
    server = ensure_running(settings)
    load = _begin(settings, kind)
    load.join(after)
    in_time = load.is_alive()
    if what == "server":
        psutil.Process(server.pid).kill()
    elif in_time:
        load.kill()
    load.join()
    with connect(settings) as database:
        return whole(database)[1] if in_time else None


def _same(settings: Settings, kind: str, wanted: Whole, told: str, then: str = ":") -> None:
    """Load to the end and compare."""
    _load(settings, kind)
    with connect(settings) as database:
        found = whole(database)
    if found != wanted:
        raise Differs(f"{told}: {found} instead of {wanted}")
    print(f"{told}{then} the same graph", flush=True)


def _at_once(settings: Settings, wanted: Whole, count: int) -> None:
    _empty(settings)
    loads = [_begin(settings, "divisions") for _ in range(count)]
    for load in loads:
        load.join()
    well = sum(load.exitcode == 0 for load in loads)
    _same(settings, "divisions", wanted, f"{count} loads at once: {well} ended well", ",")
