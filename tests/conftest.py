"""Fixtures for all tests: servers of their own, never the user's, and graphs to start from."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from graph.connection import Database, connect
from graph.server.local import ensure_running, stop
from graph.settings import NEO4J_VERSION, Settings
from loaders.load.verbs import load_groups
from tests.read_only import ReadOnly
from tests.servers import VERSIONS, empty, given_server, open_empty, private_server

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
"""No example has a time limit: a slow machine is no error, and time is measured in bench/."""


@pytest.fixture(scope="session", autouse=True)
def jars_dir() -> Iterator[Path]:
    """The program files, shared with the user so that no test run fetches them again.

    Nothing else of the user's is reached: the variables that name a server are unset for the whole
    session, and the data directory is one that is thrown away.
    """
    jars = Settings.from_environment().jars_dir
    with (
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory(prefix="lsgraph-test-") as home,
    ):
        for name in [name for name in os.environ if name.startswith("NEO4J_")]:
            patch.delenv(name)
        patch.setenv("LSGRAPH_HOME", home)
        patch.setenv("LSGRAPH_JARS", str(jars))
        yield jars
        for version in VERSIONS:
            stop(Settings(Path(home), jars, version))


@pytest.fixture(scope="session")
def database_of(jars_dir: Path) -> Iterator[Callable[[str], Database]]:
    """The connection to the tests' server of a version, started when first asked for.

    LSGRAPH_TEST_URI replaces the server of the default version.
    """
    given = given_server(os.environ, jars_dir)
    with ExitStack() as ends:

        def opened(version: str) -> Database:
            if given is not None and version == NEO4J_VERSION:
                database = ends.enter_context(open_empty(given))
                ends.callback(empty, database)
                return database
            return ends.enter_context(
                connect(ends.enter_context(private_server(version, jars_dir)))
            )

        yield cache(opened)


@pytest.fixture(scope="session")
def database(database_of: Callable[[str], Database]) -> Database:
    """A server of the default version; what is in its graph is not known."""
    return database_of(NEO4J_VERSION)


@pytest.fixture(scope="session", params=VERSIONS)
def databases(database_of: Callable[[str], Database], request: pytest.FixtureRequest) -> Database:
    """A server of each supported version in turn."""
    return database_of(request.param)


@pytest.fixture
def clean(database: Database) -> Database:
    """An empty graph under the schema."""
    return empty(database)


@pytest.fixture
def clean_each(databases: Database) -> Database:
    """An empty graph under the schema, on each supported version in turn."""
    return empty(databases)


@pytest.fixture(scope="session")
def loaded_server(jars_dir: Path) -> Iterator[Settings]:
    """A server with the shipped divisions and groups; its settings name it like a user's own."""
    with private_server(NEO4J_VERSION, jars_dir) as settings:
        endpoint = ensure_running(settings)
        with connect(settings) as opened:
            load_groups(opened)
        yield Settings(
            settings.data_dir, jars_dir, uri=endpoint.uri, user=endpoint.user,
            password=endpoint.password,
        )  # fmt: skip


@pytest.fixture
def named_server(loaded_server: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loaded server named in the environment, as a user would name it."""
    assert loaded_server.uri and loaded_server.password
    monkeypatch.setenv("NEO4J_URI", loaded_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", loaded_server.password)


@pytest.fixture(scope="session")
def loaded(loaded_server: Settings) -> Iterator[Database]:
    """The graph of the shipped divisions and groups, to read only."""
    with connect(loaded_server) as opened:
        yield ReadOnly(opened.driver, opened.database, opened.uri)
