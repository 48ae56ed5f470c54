"""Pages of the application beside the statements they ask, in pairs of one run; then ten readers at once.

The whole dataset is loaded. A page is asked of the application inside this process, so that its time is the
application's own: asking, making the page, and nothing of a network. The bare time is that of the same
statements with the same values, asked one after the other by the driver alone, all rows taken.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from neo4j import READ_ACCESS
from starlette.testclient import TestClient

from bench.ratios import told
from bench.servers import own_server
from graph.catalogue import queries
from graph.connection import Database, connect
from graph.connection.database import literal
from graph.connection.limits import Limits
from graph.connection.results import Result, Row
from loaders.load.verbs import load_groups
from web.app import create_app
from web.http.entry import Entry
from web.http.opened import Opened

PAGES = {
    "list": "/groups",
    "group": "/group/bth-air-lsg?as_of=2018-07-12",
    "person": "/person/韩正",
    "place": "/place/div:370000:山东省",
    "query form": "/ask/seats_of_group?group=济莱协作区&as_of=2018-12-25",
}
"""The screens of the pass line: a page takes at most `MOST` times what its statements take bare."""
MOST = 3.0
READERS, EVERY_S, WARM, ROUNDS = 10, 3.0, 200, 10
"""Readers, seconds between two pages of one, pages before the clock runs, and pages of each reader."""

BASE = "http://127.0.0.1"


@dataclass(frozen=True)
class Recording(Database):
    """A database that notes what it is asked while it answers."""

    asked_of_it: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)

    def execute(
        self, statement: str, values: Mapping[str, Any] | None = None, *, write: bool = False,
        rows: type[Row] = Row, types: Mapping[str, str] | None = None, most: int | None = None,
        again: int = 0,
    ) -> Result:  # fmt: skip
        """Note the statement, then run it."""
        self.asked_of_it.append((statement, dict(values or {})))
        return super().execute(
            statement, values, write=write, rows=rows, types=types, most=most, again=again
        )


def compare_serve(times: int, whole: bool) -> None:
    """Print for each kind of page how many times as long it takes as its statements, then ten readers.

    Not `whole`: on the shipped groups alone, with fewer pages.
    """
    with own_server() as settings, connect(settings) as opened:
        load_groups(opened, whole=whole)
        noted: list[tuple[str, Mapping[str, Any]]] = []
        database = Recording(
            opened.driver,
            opened.database,
            opened.uri,
            opened.limits,
            opened.lock,
            asked_of_it=noted,
        )
        entry = Entry(8765)
        with TemporaryDirectory() as kept:
            app = create_app(Opened(lambda: database), Limits(), entry, Path(kept))
            with TestClient(app, base_url=BASE) as client:
                client.headers["Authorization"] = f"Bearer {entry.token}"
                for name, address in PAGES.items():
                    pairs = [_pair(client, address, opened, noted) for _ in range(times + 2)][2:]
                    told(f"serve: {name}, a page to its statements", pairs, f", at most {MOST:g}")
                _ten_readers(client, opened, *((WARM, ROUNDS) if whole else (5, 1)))


def _pair(
    client: TestClient, address: str, database: Database,
    noted: list[tuple[str, Mapping[str, Any]]],
) -> tuple[float, float]:  # fmt: skip
    """Seconds of a page, and of its statements asked bare right after it."""
    noted.clear()
    page = _timed(client, address)
    began = time.perf_counter()
    with database.driver.session(default_access_mode=READ_ACCESS) as session:
        for statement, values in noted:
            session.run(literal(statement), dict(values)).consume()
    return page, time.perf_counter() - began


def _timed(client: TestClient, address: str) -> float:
    began = time.perf_counter()
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.text[:400])
    return time.perf_counter() - began


def _ten_readers(client: TestClient, database: Database, warm: int, rounds: int) -> None:
    """Print the 95th percentile of pages that ten readers ask, one every three seconds each."""
    chance = random.Random(2026)
    groups = [row.uid.removeprefix("group:") for row in queries.group_names(database=database)]
    addresses = [
        *PAGES.values(), *(f"/group/{quote(uid)}" for uid in chance.sample(groups, 15)),
        *(f"/groups?text={quote(word)}" for word in ("大气", "河长", "扶贫", "改革", "合作")),
    ]  # fmt: skip
    for _ in range(warm):
        _timed(client, chance.choice(addresses))

    def reader(number: int) -> list[float]:
        own = random.Random(number)
        time.sleep(own.random() * EVERY_S)
        found = []
        for _ in range(rounds):
            taken = _timed(client, own.choice(addresses))
            found.append(taken)
            time.sleep(max(EVERY_S - taken, 0.0))
        return found

    with ThreadPoolExecutor(READERS) as readers:
        seconds = sorted(one for found in readers.map(reader, range(READERS)) for one in found)
    worst = seconds[int(0.95 * len(seconds)) - 1]
    middle = statistics.median(seconds)
    print(
        f"serve: {READERS} readers, a page every {EVERY_S:g} s each, {len(seconds)} pages after {warm}:"
        f" median {middle * 1000:.0f} ms, 95th percentile {worst * 1000:.0f} ms (aim 300 ms)",
        flush=True,
    )  # fmt: skip
