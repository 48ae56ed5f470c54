"""Private servers for these tests: their own data, the program files of the user's cache."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from graph.server.local import stop
from graph.settings import NEO4J_VERSION, Settings
from tests.servers import VERSIONS, private_server, processes_of


@pytest.fixture
def private(tmp_path: Path, jars_dir: Path, briefly: None) -> Iterator[Callable[..., Settings]]:
    """Makes settings of private servers in a new folder; each is stopped in the end."""
    made: list[Settings] = []

    def make(name: str = "home", version: str = NEO4J_VERSION) -> Settings:
        made.append(Settings(tmp_path / name, jars_dir, version))
        return made[-1]

    yield make
    for settings in made:
        stop(settings)


@pytest.fixture(scope="session")
def servers(jars_dir: Path) -> Iterator[Callable[[str], Settings]]:
    """Settings of the shared server of a version, started when first asked for."""
    with ExitStack() as ends:
        yield cache(lambda version: ends.enter_context(private_server(version, jars_dir)))


@pytest.fixture
def server(servers: Callable[[str], Settings], briefly: None) -> Settings:
    """A shared server; a test may stop or restart it, the next one starts it if need be."""
    return servers(NEO4J_VERSION)


@pytest.fixture(params=VERSIONS)
def each_server(
    servers: Callable[[str], Settings], briefly: None, request: pytest.FixtureRequest
) -> Settings:
    """The shared server of each supported version in turn."""
    return servers(request.param)


@pytest.fixture
def unreachable_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every request to the outside ends at a loopback port where nobody listens."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{unused.getsockname()[1]}"
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, closed)
        monkeypatch.setenv(name.upper(), closed)
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("NO_PROXY", "")


@pytest.fixture(name="processes_of")
def _processes_of() -> Callable[[Settings], list[int]]:
    return processes_of
