"""Private homes that a bulk load may fill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection import connect
from graph.server.local import stop
from graph.settings import NEO4J_VERSION, Settings
from tests.servers import VERSIONS, private_server, processes_of, statements, wiped
from tests.templates import Content, fill


@pytest.fixture
def home(tmp_path: Path, jars_dir: Path, briefly: None) -> Iterator[Settings]:
    """A home that nobody has used yet."""
    yield from _home(Settings(tmp_path / "home", jars_dir, NEO4J_VERSION))


@pytest.fixture(scope="session")
def used_settings(jars_dir: Path) -> Iterator[Settings]:
    """A private server that several tests fill one after another."""
    with private_server(NEO4J_VERSION, jars_dir) as settings:
        yield settings


@pytest.fixture
def used(used_settings: Settings, briefly: None) -> Settings:
    """That server, which runs; its graph is empty, and nothing tells that lsgraph has used it."""
    with connect(used_settings) as database:
        wiped(database)
        statements.forget_schema(database=database)
    return used_settings


@pytest.fixture
def stopped_home(home: Settings) -> Settings:
    """A home with an empty database whose server ran once and was stopped: a copy of a kept one."""
    fill(home, Content.EMPTY)
    return home


@pytest.fixture(params=VERSIONS)
def each_home(
    tmp_path: Path, jars_dir: Path, briefly: None, request: pytest.FixtureRequest
) -> Iterator[Settings]:
    """Such a home for each supported version."""
    yield from _home(Settings(tmp_path / "home", jars_dir, request.param))


def _home(settings: Settings) -> Iterator[Settings]:
    try:
        yield settings
    finally:
        stop(settings)
    assert processes_of(settings) == []
