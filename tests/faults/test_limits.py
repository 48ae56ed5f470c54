"""Statements that run away: none holds the client, fills its memory or writes, and Ctrl-C stops each."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from graph.connection import Database, connect
from graph.connection.free_cypher import ask
from graph.connection.limits import DEEPEST, MB, Limits, check_statement, weight
from graph.core.errors import LimitReached, RefusedQuery
from graph.server.local import ensure_running, stop
from graph.settings import NEO4J_VERSION, Settings
from tests.faults.conftest import ROOT
from tests.servers import statements
from tests.templates import Content, fill

CASES = json.loads((Path(__file__).parent / "runaway.json").read_text(encoding="utf-8"))
"""Statements as somebody types them; in a file, since no Cypher lives in Python."""
SECONDS = 1.0
MOST_MB = 300
"""Of a process of the command whose answer may fill 64 MB; without that limit each takes gigabytes."""
TOO_MUCH = "more than 64 MB"
MAIN = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from cli.main import main; main()"
)


def _statements(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("statement", CASES[kind], ids=lambda text: text[:60])


@pytest.fixture(scope="module")
def own(jars_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A server with the shipped graph that only these tests keep busy."""
    settings = Settings(tmp_path_factory.mktemp("busy"), jars_dir, NEO4J_VERSION)
    fill(settings, Content.SHIPPED)
    try:
        found = ensure_running(settings)
        yield replace(settings, uri=found.uri, user=found.user, password=found.password)
    finally:
        stop(settings)


@pytest.fixture(scope="module")
def asked(own: Settings) -> Iterator[Database]:
    """The graph under limits; nothing of it has changed in the end."""
    with connect(own) as database:
        before = statements.counted(database=database).to_dicts()
        yield replace(database, limits=Limits(SECONDS))
        assert statements.counted(database=database).to_dicts() == before


@_statements("endless")
def test_an_endless_statement_is_let_go(asked: Database, statement: str) -> None:
    begun, before = time.monotonic(), _memory(psutil.Process())
    with pytest.raises(LimitReached):
        ask(asked, statement)
    # Far beyond the limit on a slow machine, far below what the statement would take.
    assert time.monotonic() - begun < SECONDS + 30
    assert _memory(psutil.Process()) - before < 150


@_statements("large_rows")
def test_a_row_that_is_too_large_is_refused(own: Settings, statement: str) -> None:
    with (
        connect(own, limits=Limits(120.0)) as database,
        pytest.raises(LimitReached, match=TOO_MUCH),
    ):
        ask(database, statement)


@_statements("many_rows")
def test_a_large_answer_fills_no_memory(own: Settings, statement: str) -> None:
    code, told, peak = _run(own, "cypher", statement, "--format", "json", "--timeout", "120")
    assert (code, TOO_MUCH in told) == (4, True), told
    assert peak < MOST_MB


@pytest.mark.parametrize(("name", "form", "times", "says"), CASES["refused"])
def test_refused_before_the_parser(name: str, form: str, times: int, says: str) -> None:
    text = form.replace("{open}", "(" * times).replace("{close}", ")" * times)
    with pytest.raises(RefusedQuery, match=says):
        check_statement(text)


def test_brackets_in_texts_and_names_are_none() -> None:
    check_statement(CASES["fine"].replace("((((", "(" * (DEEPEST + 1)))


def test_small_lists_weigh_what_they_fill() -> None:
    row = {"x": 1, "l": [[] for _ in range(9)]}
    assert weight(row) >= sys.getsizeof(row) + sys.getsizeof(row["l"]) + 9 * sys.getsizeof([])


def test_rows_beyond_those_asked_for_are_counted(asked: Database) -> None:
    database = replace(asked, limits=Limits(60, rows=3))
    found = ask(database, CASES["rows"])
    assert (len(found), found.left_out) == (3, 2_997)


def test_nobody_counts_for_long(asked: Database) -> None:
    found = ask(replace(asked, limits=Limits(60, rows=3)), CASES["no_end_of_rows"])
    assert (len(found), found.left_out) == (3, None)


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_rows_stream_into_a_file(own: Settings, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"rows.{ending}"
    with (
        connect(own, limits=Limits()) as database,
        pytest.raises(LimitReached, match=TOO_MUCH),
    ):
        ask(database, CASES["long_rows"])
    code, told, peak = _run(own, "cypher", CASES["long_rows"], "-o", str(path))
    assert code == 0, told
    assert peak < MOST_MB
    text = path.read_text("utf-8-sig")
    assert len(json.loads(text) if ending == "json" else text.splitlines()[1:]) == 60_000
    assert "rows: 60000" in Path(f"{path}.codebook.md").read_text("utf-8")


def test_a_limit_is_told(own: Settings) -> None:
    code, told, _ = _run(own, "cypher", CASES["rows"], "--limit", "2", "--format", "csv")
    assert (code, "Showing 2 of 3,000 rows" in told) == (0, True)


def test_ctrl_c_stops_a_question_and_its_transaction(own: Settings) -> None:
    with connect(own) as database:
        process = _started(own, "cypher", CASES["no_end"])
        _until(lambda: CASES["no_end"] in _running(database), 60)
        process.send_signal(signal.SIGINT)
        begun = time.monotonic()
        _, told = process.communicate(timeout=20)
        assert time.monotonic() - begun < 2
        assert (process.returncode, told.decode().strip()) == (130, "Stopped.")
        _until(lambda: CASES["no_end"] not in _running(database), 5)


def _running(database: Database) -> list[str]:
    return [row.statement for row in statements.transactions(database=database)]


def _until(holds: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.1)


def _started(own: Settings, *words: str) -> subprocess.Popen[bytes]:
    named = {"NEO4J_URI": str(own.uri), "NEO4J_PASSWORD": str(own.password)}
    return subprocess.Popen(
        [sys.executable, "-c", MAIN, *words],
        cwd=ROOT, env={**os.environ, **named}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def _run(own: Settings, *words: str) -> tuple[int, str, int]:
    """The exit code of the command, what it told beside its answer, and its peak of memory in MB."""
    process, peak = _started(own, *words), 0
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            peak = max(peak, _memory(watched))
            process.communicate(timeout=0.02)
        except (subprocess.TimeoutExpired, psutil.Error):
            continue
    _, told = process.communicate()
    return process.returncode, told.decode(), peak


def _memory(process: psutil.Process) -> int:
    return int(process.memory_info().rss) // MB
