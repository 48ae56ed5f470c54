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
from xdist.remote import Producer

from graph.connection import Database, connect
from graph.server import lifecycle
from graph.server.local import stop
from graph.settings import NEO4J_VERSION, Settings
from tests import classes
from tests.by_group import ByGroup, first_groups_first, note
from tests.needs import FIRST, mark
from tests.read_only import ReadOnly
from tests.servers import VERSIONS, empty, given_server, open_empty, private_server, write_conf
from tests.session import Session, folder, is_worker, shared_server
from tests.templates import Content

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
"""No example has a time limit: a slow machine is no error, and time is measured in bench/."""


_SESSION = pytest.StashKey[Session]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin the run, but in its workers: they share what their parent began."""
    if not is_worker(config):
        config.stash[_SESSION] = Session.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    """End it when all workers have ended."""
    if _SESSION in config.stash:
        config.stash[_SESSION].end()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Say of each test what it needs, and with which others it shares a worker."""
    for item in items:
        mark(item)
    first_groups_first(items, FIRST)
    if is_worker(config):
        note(items, folder())


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByGroup:
    """Hand out the tests to several workers, group by group."""
    return ByGroup(config, log, folder())


@pytest.fixture(scope="session", autouse=True)
def own_environment() -> Iterator[Path]:
    """Where the user keeps the program files; nothing else of the user's is reached.

    The variables that name a server are unset for the whole session, the data directory is one that
    is thrown away, and no server plans a query twice. Tests are spoken to in English.
    """
    jars = Settings.from_environment().jars_dir
    with (
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory(prefix="home-", dir=folder()) as home,
    ):
        for name in [name for name in os.environ if name.startswith("NEO4J_")]:
            patch.delenv(name)
        patch.setenv("LSGRAPH_HOME", home)
        patch.setenv("LSGRAPH_JARS", str(jars))
        patch.setenv("LSGRAPH_LANGUAGE", "en")
        patch.setattr(lifecycle, "write_conf", write_conf)
        classes.use(patch)
        yield jars
        for version in VERSIONS:
            stop(Settings(Path(home), jars, version))


@pytest.fixture(scope="session")
def jars_dir(own_environment: Path) -> Path:
    """The program files of servers, shared with the user so that no test run fetches them again."""
    return own_environment


@pytest.fixture
def briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers that the test starts answer a few questions and are stopped again."""
    monkeypatch.setenv("LSGRAPH_JAVA_OPTIONS", classes.BRIEF)


@pytest.fixture(scope="session")
def server_of(jars_dir: Path) -> Iterator[Callable[[str], Settings]]:
    """Settings of the tests' server of a version, started when first asked for.

    LSGRAPH_TEST_URI replaces the server of the default version.
    """
    given = given_server(os.environ, jars_dir)
    with ExitStack() as ends:

        def started(version: str) -> Settings:
            if given is not None and version == NEO4J_VERSION:
                return given
            return ends.enter_context(private_server(version, jars_dir))

        yield cache(started)


@pytest.fixture(scope="session")
def database_of(server_of: Callable[[str], Settings]) -> Iterator[Callable[[str], Database]]:
    """The connection to that server."""
    with ExitStack() as ends:

        def opened(version: str) -> Database:
            settings = server_of(version)
            if settings.uri is None:
                return ends.enter_context(connect(settings))
            database = ends.enter_context(open_empty(settings))
            ends.callback(empty, database)
            return database

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
def loaded_server(jars_dir: Path) -> Settings:
    """A server with the shipped divisions and groups, the same for all workers: to read only."""
    return shared_server(Content.SHIPPED, jars_dir)


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
