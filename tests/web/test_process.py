"""`lsgraph serve` as a process: its address, its port, what it leaves behind."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import psutil
import pytest

from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.errors import InputError
from graph.server.lent import borrow, give_back, keep
from graph.server.local import ensure_running, status, stop
from graph.settings import Settings
from tests.cli.conftest import invoke
from tests.servers import processes_of
from tests.templates import Content, fill
from web.http.listen import bound, host_of
from web.http.opened import Opened

COMMAND = Path(sys.executable).with_name("lsgraph")
WAIT_S = 90


@contextmanager
def serving(environment: dict[str, str], *words: str) -> Iterator[tuple[psutil.Popen, str]]:
    """The command as a user runs it, once it has told its address."""
    command = [str(COMMAND), "serve", "--no-browser", "--port", "0", *words]
    with psutil.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            line = process.stdout.readline()
            found = re.search(r"http://\S+", line)
            assert found, line + process.stdout.read()
            yield process, found[0]
        finally:
            if process.is_running():
                process.kill()


@pytest.fixture
def named(loaded_server: Settings, own_environment: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a user who names the loaded server."""
    import os

    assert loaded_server.uri and loaded_server.password
    return {
        **os.environ, "NEO4J_URI": loaded_server.uri, "NEO4J_PASSWORD": loaded_server.password,
        "LSGRAPH_HOME": str(tmp_path), "LSGRAPH_LANGUAGE": "en",
    }  # fmt: skip


def test_one_command_leads_to_the_first_page(named: dict[str, str]) -> None:
    with (
        serving(named) as (process, address),
        httpx2.Client(follow_redirects=True, timeout=WAIT_S) as client,
    ):
        answer = client.get(address)
        assert answer.status_code == 200 and str(answer.url).endswith("/groups")
        assert len(re.findall("<th scope=.row.>", answer.text)) == 38
        assert httpx2.get(address.partition("?")[0]).status_code == 401
        listening = process.net_connections("tcp")
        assert {c.laddr.ip for c in listening if c.status == psutil.CONN_LISTEN} == {"127.0.0.1"}
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert "Stopped." in process.stdout.read()


def test_ctrl_c_ends_it(named: dict[str, str]) -> None:
    with serving(named) as (process, _):
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


def test_a_port_that_is_taken_is_told(named: dict[str, str]) -> None:
    with bound(0) as taken:
        port = taken.getsockname()[1]
        answer = invoke("serve", "--no-browser", "--port", str(port))
    assert answer.code == 1
    assert f"Port {port} is taken" in answer.err and "--port" in answer.err


@pytest.mark.parametrize(
    ("listen", "host"),
    [
        ("127.0.0.1", "127.0.0.1"), ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "127.0.0.1"),
        ("::", "[::1]"), ("0:0:0:0:0:0:0:1", "[::1]"),
    ],
)  # fmt: skip
def test_an_address_leads_to_where_it_listens(listen: str, host: str) -> None:
    assert host_of(listen) == host


def test_the_address_of_another_card_is_answered(named: dict[str, str]) -> None:
    """Of all 127.0.0.0/8 only Linux hears more than one address."""
    listen = "127.0.0.2" if sys.platform.startswith("linux") else "127.0.0.1"
    with serving(named, "--listen", listen) as (_, address):
        assert address.startswith(f"http://{listen}:")
        assert httpx2.get(address, timeout=WAIT_S).status_code == 303


def test_an_address_of_no_card_is_told() -> None:
    with pytest.raises(InputError, match=r"--listen 192\.0\.2\.1"), bound(None, "192.0.2.1"):
        pass


def test_of_the_usual_ports_the_next_is_taken() -> None:
    with bound(None) as first, bound(None) as second:
        assert first.getsockname()[1] < second.getsockname()[1]


@pytest.fixture
def own_home(jars_dir: Path, tmp_path: Path, briefly: None) -> Iterator[Settings]:
    """A home whose server is stopped, with the shipped graph."""
    settings = Settings(tmp_path / "home", jars_dir)
    fill(settings, Content.SHIPPED)
    yield settings
    stop(settings)


def test_a_server_that_it_started_ends_with_it(own_home: Settings) -> None:
    assert borrow(own_home).started_by_us
    assert give_back(own_home)
    assert processes_of(own_home) == []
    assert not give_back(own_home)


def test_an_idle_server_ends_and_the_next_question_starts_it(own_home: Settings) -> None:
    def open_again() -> Database:
        borrow(own_home)
        return connect(own_home)

    opened = Opened(open_again, lambda: give_back(own_home))
    with opened.lent():
        assert not opened.close_idle(0), "a question runs"
    assert not opened.close_idle(60)
    assert opened.close_idle(0)
    assert processes_of(own_home) == []
    with opened.lent() as database:
        assert len(queries.group_names(database=database)) == 38
    opened.close()
    assert processes_of(own_home) == []


def test_a_server_that_others_use_stays(own_home: Settings) -> None:
    borrow(own_home)
    with connect(own_home):
        assert not give_back(own_home)
        assert status(own_home).running
    keep(own_home)
    assert not give_back(own_home), "db start keeps it"
    stop(own_home)
    ensure_running(own_home)
    assert not give_back(own_home), "a command started it"


def test_the_process_ends_its_server(own_home: Settings, named: dict[str, str]) -> None:
    kept = {name: value for name, value in named.items() if not name.startswith("NEO4J_")}
    home = {"LSGRAPH_HOME": str(own_home.data_dir), "LSGRAPH_JARS": str(own_home.jars_dir)}
    with serving({**kept, **home}) as (process, address):
        assert len(processes_of(own_home)) == 1
        assert httpx2.get(address, timeout=WAIT_S).status_code == 303
        process.send_signal(signal.SIGTERM)
        assert process.wait(WAIT_S) == 0
    assert processes_of(own_home) == []
