"""Reads are spread over servers that hold the same, none is lost where one goes away, none writes."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.catalogue import queries
from graph.connection import Database, connect, replicas
from graph.connection.content import contents
from graph.connection.limits import Limits
from graph.connection.replicas import Replicas
from graph.connection.results import Result
from graph.core.errors import InputError, NoServer, ServerGone
from graph.core.model import Label, Node
from graph.doctor import examine
from graph.server.jars import silent
from graph.server.local import ensure_running, status
from graph.settings import Settings
from loaders.write.apply import Records, sync
from tests.cypher.lint_graph import lint_records
from tests.replicas.conftest import Three, free_port
from web.app import create_app
from web.http.entry import Entry
from web.serve import lent_server

READERS, READS = 8, 40
AGAIN_S = 0.5


@dataclass(frozen=True)
class Counting(Database):
    """One of the servers, which counts the answers that it gives."""

    given: Counter[str] = field(default_factory=Counter)

    def execute(
        self, statement: str, values: Mapping[str, Any] | None = None, **more: Any
    ) -> Result:
        """Run it, then count it."""
        answer = super().execute(statement, values, **more)
        self.given[self.uri] += 1
        return answer


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that went away is asked again soon."""
    monkeypatch.setattr(replicas, "AGAIN_S", AGAIN_S)


def counted(database: Database) -> Counter[str]:
    """Count from now on which of the servers answers."""
    assert isinstance(database, Replicas)
    given: Counter[str] = Counter()
    for one in database.replicas:
        own = one.server
        one.server = Counting(own.driver, own.database, own.uri, own.limits, given=given)
    return given


def test_the_variable_names_them_in_place_of_any_other_server() -> None:
    variables = {
        "LSGRAPH_REPLICAS": " bolt://a:1,bolt://b:2 , bolt://a:1,",
        "NEO4J_URI": "bolt://c",
    }
    found = Settings.from_environment(variables)
    assert (found.replicas, found.uri) == (("bolt://a:1", "bolt://b:2"), "bolt://a:1")
    assert Settings.from_environment({"NEO4J_URI": "bolt://c"}).replicas == ()


def test_reads_go_to_all_in_turn_and_streams_too(three: Three) -> None:
    three.start()
    with connect(three.named) as database:
        given = counted(database)
        answers = [queries.group_names(database=database) for _ in range(9)]
        assert all(answer.rows == answers[0].rows for answer in answers)
        assert given == dict.fromkeys(three.named.replicas, 3)
        rows = list(queries.group_names.stream(database=database))
        assert [row.uid for row in rows] == [row.uid for row in answers[0].rows]
        assert database.explain(queries.group_names.statement).query_type == "r"
        assert [one.uri for one in database.servers] == list(three.named.replicas)


@pytest.mark.long
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_server_that_ends_under_readers_costs_no_read_and_is_asked_again(
    three: Three, soon: None, how: int
) -> None:
    three.start()
    begun = Event()
    with connect(three.named) as database:
        given = counted(database)
        wanted = queries.group_names(database=database).rows

        def reader(number: int) -> int:
            """How many of its reads are answered as they should."""
            right = 0
            for read in range(READS):
                right += queries.group_names(database=database).rows == wanted
                if read > READS // 4:
                    begun.set()
            return right

        with ThreadPoolExecutor(READERS) as readers:
            right = [readers.submit(reader, number) for number in range(READERS)]
            begun.wait()
            three.kill(1, how)
            assert sum(one.result() for one in right) == READERS * READS
        gone = given[three.named.replicas[1]]
        assert gone > 0, "it answered before it was killed"
        assert sum(given.values()) == READERS * READS + 1, "each read was answered once"
        queries.group_names(database=database)
        assert given[three.named.replicas[1]] == gone

        ensure_running(three.own[1])
        end = monotonic() + 60
        while given[three.named.replicas[1]] == gone and monotonic() < end:
            sleep(AGAIN_S / 3)
            queries.group_names(database=database)
        assert given[three.named.replicas[1]] > gone, "it is asked again"


def test_one_that_is_away_is_left_out_and_none_at_all_is_told(
    three: Three, soon: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    three.start()
    nobody = [f"bolt://127.0.0.1:{free_port()}" for _ in range(2)]
    named = replace(three.named, replicas=(nobody[0], *three.named.replicas[1:]), uri=nobody[0])
    with connect(named) as database:
        given = counted(database)
        for _ in range(4):
            queries.group_names(database=database)
        assert set(given) == set(three.named.replicas[1:])
        assert ensure_running(named).pid is None and not status(named).running
    parts = [one for one in examine(named) if one.part == "server"]
    assert [one.ok for one in parts] == [False, True, True]
    with pytest.raises(ServerGone, match=r"None of bolt://.* answers"):
        connect(replace(named, replicas=tuple(nobody)))
    monkeypatch.setattr(replicas, "ASKING_S", 1.0)
    with connect(replace(named, replicas=three.named.replicas[2:])) as database:
        three.kill(2)
        with pytest.raises(NoServer, match=r"None of bolt://.* answers"):
            queries.group_names(database=database)


def test_one_that_differs_is_refused_with_words(three: Three, soon: None) -> None:
    three.start()
    records = lint_records()
    more = Node(Label.PERSON, "person:one more", {"name": "一人"})
    with connect(three.own[2]) as alone, connect(three.named) as before:
        counted(before)
        sync(alone, Records(records.dataset, [*records.nodes, more], records.ties))
        try:
            with pytest.raises(
                NoServer, match=r"holds other data \(\w+ \w{16}\) than .*db restore"
            ):
                connect(three.named)
            told = three.invoke("query", "run", "group_names")
            assert (told.code, "holds other data" in told.err) == (3, True), told
            # One that comes back with other data is asked nothing either.
            assert isinstance(before, Replicas)
            before.replicas[2].again = 0.0
            assert not before.replicas[2].ready(before.content)
        finally:
            sync(alone, records, force=True)
        sleep(AGAIN_S)
        assert before.replicas[2].ready(before.content)
    with connect(three.named) as database, connect(three.own[0]) as first:
        assert contents(database) == contents(first) != {}


def test_the_command_answers_and_refuses_to_write(three: Three, tmp_path: Path) -> None:
    three.start()
    assert three.invoke("query", "run", "group_names", "--format", "json").rows
    with connect(three.own[0]) as first:
        before = contents(first)
        for what in ("groups", "divisions"):
            told = three.invoke("load", what)
            assert told.code == 1 and "for reading only; nothing was written" in told.err, told
        for line in ("load bulk", "db stop", f"db dump {tmp_path / 'x.dump'}"):
            told = three.invoke(*line.split())
            assert told.code == 1 and "Unset LSGRAPH_REPLICAS" in told.err, told
        with connect(three.named) as database, pytest.raises(InputError, match="for reading only"):
            queries.mark_loaded.start("x", database=database)
        assert contents(first) == before
    with pytest.raises(NoServer, match="LSGRAPH_REPLICAS must begin with one of: bolt://"):
        connect(replace(three.named, replicas=("neo4j://127.0.0.1:7687",)))


@pytest.mark.long
def test_the_application_goes_on_when_one_is_killed(three: Three, tmp_path: Path) -> None:
    three.start()
    entry = Entry(8765)
    with lent_server(three.named, lambda: nullcontext(silent)) as opened:
        app = create_app(opened, Limits(), entry, tmp_path)
        with TestClient(app, base_url="http://127.0.0.1") as client:
            client.headers["Authorization"] = f"Bearer {entry.token}"
            assert client.get("/groups").status_code == 200
            before = client.get("/api/v1/group_names").json()
            three.kill(0)
            assert [client.get("/api/v1/group_names").json() for _ in range(6)] == [before] * 6
            assert before["rows"] and client.get("/groups").status_code == 200
