"""Writers and readers of one graph whose server is killed again and again: none loses or doubles anything."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from typing import Any

import psutil

from graph.connection import Database, connect
from graph.connection.content import contents
from graph.connection.write import Interrupted
from graph.core.errors import NoServer
from graph.core.load_lock import LoadRuns
from graph.core.marks import marked
from graph.core.model import Label, Node, Tie, TieType
from graph.server.layout import Home
from graph.server.lifecycle import running
from graph.settings import Settings
from loaders.write.apply import Records, sync
from loaders.write.door import one_load

WRITERS = READERS = 4
STEPS, WAIT_S = 5, 600.0
"""Writes of each writer at least (fewer where there are fewer kills), and how long one waits for another, or
a kill for a write."""


class Lost(AssertionError):
    """What was written is not there, or there twice."""


def kill_under_traffic(settings: Settings, times: int, draw: random.Random) -> None:
    """Kill the server so often while writers add bodies and readers look for those that were added."""
    written = [0] * WRITERS
    least = min(STEPS, times + 1)
    over = Event()

    def writer(number: int) -> None:
        """Add to a dataset of its own; a write that the server broke off is run again."""
        while written[number] < least or not over.is_set():
            # A lock is not fair: whoever has waited too long tries again, and has written nothing.
            with suppress(NoServer, Interrupted, LoadRuns), connect(settings) as database:
                with one_load(database, WAIT_S) as token:
                    sync(database, bodies(number, written[number] + 1), token=token)
                written[number] += 1

    def reader(number: int) -> int:
        """How often what its writer had added was there, and was answered."""
        answers = 0
        while not over.is_set():
            before = written[number]
            with suppress(NoServer), connect(settings) as database:
                look(database, number, before)
                answers += 1
        return answers

    with ThreadPoolExecutor(WRITERS + READERS) as several:
        writers = [several.submit(writer, number) for number in range(WRITERS)]
        readers = [several.submit(reader, number % WRITERS) for number in range(READERS)]
        try:
            for _ in range(times):
                _kill(settings, written, [*writers, *readers], draw)
        finally:
            over.set()
        for one in writers:
            one.result()
        answers = sum(one.result() for one in readers)
    with connect(settings) as database:
        for number, steps in enumerate(written):
            look(database, number, steps, steps)
    print(
        f"{times} kills of the server under {WRITERS} writers and {READERS} readers: {sum(written)} writes,"
        f" {answers} reads, 0 lost, 0 doubled",
        flush=True,
    )


def _kill(
    settings: Settings, written: list[int], working: list[Future[Any]], draw: random.Random
) -> None:
    """Kill the server at a random moment, once something more was written."""
    begun, until = sum(written), time.monotonic() + WAIT_S
    while (state := running(Home.of(settings))) is None or sum(written) == begun:
        time.sleep(draw.random())
        for one in working:
            if one.done():
                one.result()
        if time.monotonic() > until:
            raise Lost(f"Nothing was written for {WAIT_S:.0f} s.")
    psutil.Process(state.pid).kill()


def look(database: Database, writer: int, least: int, most: int | None = None) -> None:
    """Raise Lost unless the dataset of a writer has so many bodies; and where none may be more, ties too."""
    found = contents(database).get(marked(_name(writer)))
    nodes, ties = (found.nodes, found.ties) if found else (0, 0)
    if nodes < least or (most is not None and (nodes, ties) != (most, max(0, most - 1))):
        raise Lost(f"writer {writer}: {nodes} nodes and {ties} ties after {least} writes")


def bodies(writer: int, count: int) -> Records:
    """So many bodies of a writer, all but the first led by the first."""
    return Records(_name(writer), list(_nodes(writer, count)), list(_ties(writer, count)))


def _nodes(writer: int, count: int) -> Iterator[Node]:
    for number in range(count):
        yield Node(Label.UNIT, f"u:{writer}.{number}", {"name": f"{number}"}, ("Agency",))


def _ties(writer: int, count: int) -> Iterator[Tie]:
    for number in range(1, count):
        known = {"source": "bench", "confidence": "high"}
        yield Tie(TieType.LED_BY, f"u:{writer}.{number}", f"u:{writer}.0", known)


def _name(writer: int) -> str:
    return f"writer {writer}"
