"""A server that runs: found again, closed to others, recovered when something happens to it."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Timer

import psutil
import pytest

from graph.core.errors import InputError, NoServer
from graph.server.layout import Home
from graph.server.local import Endpoint, ensure_running, status, stop
from graph.server.probe import probe
from graph.server.process import ceases, listening_port
from graph.server.state import Recorded, record
from graph.settings import Settings

Processes = Callable[[Settings], list[int]]
PATIENCE_S = 60.0


def test_the_next_command_finds_the_server_again(each_server: Settings) -> None:
    first, second = ensure_running(each_server), ensure_running(each_server)
    assert (second.uri, second.pid, second.password) == (first.uri, first.pid, first.password)
    assert not second.started_by_us


def test_status_tells_what_runs(server: Settings) -> None:
    endpoint, found = ensure_running(server), status(server)
    assert (found.running, found.uri, found.pid) == (True, endpoint.uri, endpoint.pid)
    assert found.version == server.neo4j_version
    assert found.data_dir == Home.of(server).root
    assert found.size_bytes is not None
    assert 500_000 < found.size_bytes < 50_000_000


def test_nothing_listens_beyond_loopback(each_server: Settings) -> None:
    pid = ensure_running(each_server).pid
    addresses = [c.laddr.ip for c in psutil.Process(pid).net_connections("inet") if c.laddr]
    assert set(addresses) == {"127.0.0.1"}


def test_only_the_owner_reads_the_password(server: Settings) -> None:
    mode = stat.S_IMODE(Home.of(server).password.stat().st_mode)
    assert mode == 0o600 or os.name == "nt"
    assert len(ensure_running(server).password or "") >= 24


def test_the_password_is_on_no_command_line(server: Settings) -> None:
    endpoint = ensure_running(server)
    assert endpoint.password
    assert endpoint.password not in " ".join(psutil.Process(endpoint.pid).cmdline())


def test_a_wrong_password_is_said_to_be_wrong(each_server: Settings) -> None:
    theirs = replace(each_server, uri=ensure_running(each_server).uri, password="not the password")
    with pytest.raises(NoServer, match="wrong user name or password"):
        ensure_running(theirs)


def test_an_altered_password_file_is_said_to_be_wrong(server: Settings) -> None:
    ensure_running(server)
    file = Home.of(server).password
    kept = file.read_text(encoding="utf-8")
    try:
        file.write_text("another\n", encoding="utf-8")
        with pytest.raises(NoServer, match=r"refuses the password in .*password"):
            ensure_running(server)
    finally:
        file.write_text(kept, encoding="utf-8")


def test_a_lost_password_file_is_named(server: Settings) -> None:
    ensure_running(server)
    file = Home.of(server).password
    hidden = file.rename(file.with_name("hidden"))
    try:
        with pytest.raises(NoServer, match="password is missing"):
            ensure_running(server)
    finally:
        hidden.rename(file)


def test_a_killed_server_is_started_again(server: Settings, processes_of: Processes) -> None:
    """Also when its pid now belongs to another program, here this one."""
    endpoint = ensure_running(server)
    _kill(endpoint)
    record(Home.of(server), Recorded(os.getpid(), endpoint.uri))
    again = ensure_running(server)
    assert again.started_by_us
    assert again.pid not in (endpoint.pid, os.getpid())
    assert processes_of(server) == [again.pid]


def test_a_server_without_state_file_is_adopted(server: Settings) -> None:
    """Its starter may have been interrupted before it could write the file."""
    endpoint = ensure_running(server)
    Home.of(server).state.unlink()
    again = ensure_running(server)
    assert (again.pid, again.uri, again.started_by_us) == (endpoint.pid, endpoint.uri, False)


def test_a_server_that_is_on_its_way_down_is_started_anew(
    server: Settings, processes_of: Processes
) -> None:
    """Who stopped it was killed before it had ended: it still runs, and answers nobody any more."""
    endpoint = ensure_running(server)
    process = psutil.Process(endpoint.pid)
    process.terminate()
    assert ceases(lambda: listening_port(process) is not None, PATIENCE_S)
    process.suspend()
    Timer(1.0, process.resume).start()
    again = ensure_running(server)
    assert again.started_by_us
    assert processes_of(server) == [again.pid]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "x", "uri": 1}', '{"pid": null}'])
def test_a_damaged_state_file_is_ignored(server: Settings, text: str) -> None:
    endpoint = ensure_running(server)
    Home.of(server).state.write_text(text, encoding="utf-8")
    assert ensure_running(server).pid == endpoint.pid


def test_the_server_of_another_is_not_stopped(server: Settings) -> None:
    endpoint = ensure_running(server)
    theirs = replace(server, uri=endpoint.uri, password=endpoint.password)
    assert ensure_running(theirs) == replace(endpoint, pid=None, started_by_us=False)
    assert status(theirs).running
    with pytest.raises(InputError, match="NEO4J_URI"):
        stop(theirs)
    assert status(server).running


def test_stop_leaves_no_process(server: Settings, processes_of: Processes) -> None:
    ensure_running(server)
    assert processes_of(server)
    assert stop(server)
    assert processes_of(server) == []
    assert not stop(server)
    assert not status(server).running
    assert not Home.of(server).state.exists()


def test_where_nobody_listens_no_database_answers(tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{unused.getsockname()[1]}"
    with pytest.raises(NoServer, match=f"No database answers at {uri}"):
        probe(uri, "neo4j", "x")
    assert not status(Settings(tmp_path, tmp_path, uri=uri, password="x")).running


@pytest.mark.parametrize("uri", ["localhost:7687", "http://127.0.0.1:7474", "bolt://"])
def test_an_address_that_is_none_is_refused(uri: str, tmp_path: Path) -> None:
    with pytest.raises(NoServer, match=uri):
        ensure_running(Settings(tmp_path, tmp_path, uri=uri, password="x"))


def _kill(endpoint: Endpoint) -> None:
    process = psutil.Process(endpoint.pid)
    process.kill()
    process.wait()
