"""Questions that run away: each ends with its reader or at its limit, and others are answered beside them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import httpx2
import pytest

from graph.connection import Database, connect
from graph.connection.limits import Limits
from graph.connection.stop import Stop
from graph.core.errors import Stopped
from graph.server.local import ensure_running, stop
from graph.settings import Settings
from tests.servers import statements
from tests.templates import Content, fill
from tests.web.conftest import BEARER, STATEMENTS, running

CASES = json.loads((Path(__file__).parents[1] / "faults" / "runaway.json").read_text("utf-8"))
_BEGINNINGS = ("UNWIND range(1, 1000000) AS x UN", STATEMENTS["crossed"])
RUNAWAY = [one for one in CASES["endless"] if one.startswith(_BEGINNINGS)]
STARTED_S = 60.0
SOON_S = 15.0
"""Of the minute that a question may take: what ended by then was ended by its reader."""


@pytest.fixture(scope="module")
def busy(jars_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A server with the shipped graph that only these tests keep busy."""
    settings = Settings(tmp_path_factory.mktemp("busy"), jars_dir)
    fill(settings, Content.SHIPPED)
    try:
        found = ensure_running(settings)
        yield replace(settings, uri=found.uri, user=found.user, password=found.password)
    finally:
        stop(settings)


@pytest.fixture(scope="module")
def watching(busy: Settings) -> Iterator[Database]:
    """A connection that sees what the server works at."""
    with connect(busy) as database:
        yield database


@pytest.fixture(scope="module")
def address(busy: Settings) -> Iterator[str]:
    """The application over that server, with a minute for each question."""
    with running(busy) as found:
        yield found


def at_work(database: Database) -> int:
    """How many of the runaway statements the server works at."""
    rows = statements.transactions(database=database)
    return sum(row.statement.strip() in RUNAWAY for row in rows)


def until(holds: Callable[[], bool], seconds: float) -> float:
    """Seconds until something holds; fails where it takes longer than so many."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < seconds
        time.sleep(0.05)
    return time.monotonic() - begun


@contextmanager
def asking(address: str, statement: str) -> Iterator[None]:
    """Ask, and close the connection in the end without waiting for an answer."""
    at = urlsplit(address)
    with closing(HTTPConnection(str(at.hostname), at.port)) as reader:
        reader.request("GET", f"/cypher?{urlencode({'statement': statement})}", headers=BEARER)
        yield


def test_the_statements_are_there() -> None:
    assert len(RUNAWAY) == 2


@pytest.mark.parametrize("statement", RUNAWAY, ids=lambda text: text[:30])
def test_a_reader_who_leaves_ends_the_question(
    address: str, watching: Database, statement: str
) -> None:
    with asking(address, statement):
        until(lambda: at_work(watching) == 1, STARTED_S)
    took = until(lambda: at_work(watching) == 0, SOON_S)
    print(f"ended {took:.2f} s after its reader left")


def test_others_are_answered_beside_runaway_statements(address: str, watching: Database) -> None:
    groups = f"{address}/api/v1/group_names"
    httpx2.get(groups, headers=BEARER, timeout=60)
    with ExitStack() as readers:
        for one in RUNAWAY * 3:
            readers.enter_context(asking(address, one))
        until(lambda: at_work(watching) > 0, STARTED_S)
        answer = httpx2.get(groups, headers=BEARER, timeout=10)
        assert answer.json()["total"] == 38
        assert at_work(watching) > 0, "they still run"
    until(lambda: at_work(watching) == 0, SOON_S)


def test_a_limit_is_told(busy: Settings) -> None:
    with running(busy, Limits(1.0)) as found:
        answer = httpx2.get(
            f"{found}/cypher", params={"statement": RUNAWAY[0]}, headers=BEARER, timeout=20
        )
    assert answer.status_code == 504
    assert "No answer within 1 s" in answer.text


def test_a_question_that_was_ended_asks_nothing_more(watching: Database) -> None:
    ended = Stop()
    database = replace(watching, limits=Limits(stop=ended))
    assert len(statements.counted(database=database)) == 1
    ended.now()
    with pytest.raises(Stopped):
        statements.counted(database=database)
    assert len(statements.counted(database=watching)) == 1


@pytest.mark.long
def test_a_server_that_goes_away_comes_back(jars_dir: Path, tmp_path: Path, briefly: None) -> None:
    own = Settings(tmp_path / "home", jars_dir)
    fill(own, Content.SHIPPED)
    try:
        with running(own) as found:
            ask = f"{found}/api/v1/group_names?limit=1"
            assert httpx2.get(ask, headers=BEARER, timeout=90).json()["total"] == 38
            stop(own)
            assert httpx2.get(ask, headers=BEARER, timeout=90).json()["total"] == 38
    finally:
        stop(own)


def test_no_database_is_told_and_tried_again() -> None:
    nowhere = Settings(Path("/nonexistent"), Path("/nonexistent"), uri="bolt://127.0.0.1:1")
    with running(nowhere) as found:
        answer = httpx2.get(f"{found}/groups", headers=BEARER, timeout=60)
        assert answer.status_code == 503 and answer.headers["retry-after"] == "5"
        assert 'http-equiv="refresh" content="5"' in answer.text
        told = httpx2.get(f"{found}/api/v1/group_names", headers=BEARER, timeout=60)
        assert told.status_code == 503 and "No Neo4j answers" in told.json()["error"]
        compared = f"{found}/compare?a=山东省&b=广东省"
        until = time.monotonic() + 60
        while (answer := httpx2.get(compared, headers=BEARER, timeout=60)).status_code == 200:
            assert time.monotonic() < until
        assert answer.status_code == 503 and answer.headers["hx-refresh"] == "true"
        assert 'http-equiv="refresh" content="5"' in answer.text
