"""One load at a time: others wait or are told; one whose place was taken writes no further."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.load_lock import LoadRuns, hold
from graph.server.layout import Home
from graph.server.local import status, stop
from graph.settings import NEO4J_VERSION, Settings
from loaders.write.apply import sync
from loaders.write.door import one_load, writing
from loaders.write.foreign import node_keys
from tests.cli.conftest import invoke
from tests.loaders.test_sync import made
from tests.servers import empty, statements
from tests.whole import whole

RUNS = r"Another load into this graph runs since \d{4}-\d\d-\d\d .*process \d+.*--wait"


def load(database: Database, wait: float) -> bool:
    """Load as a command does; whether it had its turn."""
    records = made()
    try:
        with writing(database, node_keys([records]), wait=wait) as token:
            sync(database, records, token=token)
    except LoadRuns:
        return False
    return True


@pytest.fixture(params=["file", "node"])
def either(clean: Database, request: pytest.FixtureRequest) -> Database:
    """A graph that nothing was loaded into, by way of the private server and of a named one."""
    statements.forget_schema(database=clean)
    return clean if request.param == "file" else replace(clean, lock=None)


@pytest.mark.parametrize("wait", [0, 120])
def test_eight_first_loads_at_once(either: Database, wait: float) -> None:
    with ThreadPoolExecutor(8) as pool:
        well = sum(pool.map(lambda _: load(either, wait), range(8)))
    assert well == 8 if wait else 1 <= well <= 8
    found = whole(either)
    sync(empty(either), made())
    assert found == whole(either)
    assert list(queries.load_under_way(database=either)) == []


def test_who_loads_is_told(either: Database) -> None:
    with one_load(either):
        with pytest.raises(LoadRuns, match=RUNS), one_load(either):
            raise AssertionError("it must not begin")
        with pytest.raises(LoadRuns, match=RUNS):
            sync(either, made())
    assert load(either, 0)


def test_the_place_of_a_dead_load_is_taken(clean: Database) -> None:
    """At once where the dead one held the file of the private server, else when its time is over."""
    queries.begin_load("dead", "somebody", 600, True, database=clean)
    assert not load(replace(clean, lock=None), 0)
    assert load(clean, 0)
    queries.begin_load("dead", "somebody", 2, False, database=clean)
    assert not load(clean, 0)
    assert load(clean, 60)


def test_a_load_whose_place_was_taken_writes_no_further(clean: Database) -> None:
    named = replace(clean, lock=None)
    with (
        pytest.raises(InputError, match="another load has taken its place"),
        one_load(named) as slow,
    ):
        queries.renew_load(slow, -1, database=clean)
        with one_load(named), pytest.raises(InputError, match="another load has taken its place"):
            sync(clean, made(), token=slow)
        assert not whole(clean).total


@pytest.mark.parametrize(
    "words",
    [
        ("db", "stop"), ("db", "stop", "--wait", "0.3"), ("db", "dump", "{}/x.dump"),
        ("db", "restore", "{}/file", "--force"), ("load", "divisions"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_commands_refuse_while_a_load_runs(
    database: Database, server_of: object, words: tuple[str, ...], tmp_path: Path
) -> None:
    assert callable(server_of)
    settings: Settings = server_of(NEO4J_VERSION)
    home = Home.of(settings)
    (tmp_path / "file").touch()
    empty(database)
    pid = status(settings).pid
    environ = {"LSGRAPH_HOME": str(settings.data_dir), "LSGRAPH_JARS": str(settings.jars_dir)}
    with hold(home.load_lock):
        answer = invoke(*(word.format(tmp_path) for word in words), **environ)
    assert answer.code == 1
    assert "Another load into this graph runs since" in " ".join(answer.err.split())
    assert status(settings).pid == pid
    assert not whole(database).total


def test_a_wait_without_a_number(tmp_path: Path) -> None:
    settings = Settings(tmp_path, tmp_path)
    Home.of(settings).make()
    with ThreadPoolExecutor(1) as pool:
        with hold(Home.of(settings).load_lock):
            stopped = pool.submit(stop, settings, 60)
        assert stopped.result(timeout=60) is False
    assert invoke("db", "stop", "--wait", LSGRAPH_HOME=str(tmp_path)).out == (
        "No private Neo4j was running.\n"
    )
