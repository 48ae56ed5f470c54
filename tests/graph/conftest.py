"""A private server of each supported version, its graph emptied after each test."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

import pytest

from graph.catalogue import schema
from graph.connection import Database, connect
from graph.server.local import stop
from graph.settings import NEO4J_LTS, NEO4J_VERSION, Settings
from loaders.write.apply import Records, sync

DATASET = "test"
"""The dataset of everything that these tests write."""


@pytest.fixture(scope="session")
def private_servers() -> Iterator[Callable[[str], Settings]]:
    """Settings of the server of a version, started when first asked for, stopped in the end."""
    with ExitStack() as ends:
        yield cache(lambda version: ends.enter_context(_server(version)))


@pytest.fixture(params=(NEO4J_VERSION, NEO4J_LTS))
def private_server(
    private_servers: Callable[[str], Settings], request: pytest.FixtureRequest
) -> Settings:
    """The server of each supported version in turn."""
    return private_servers(request.param)


@pytest.fixture
def write(private_server: Settings) -> Iterator[Callable[[Records], Database]]:
    """Writes records of the dataset `test` and hands back the connection."""
    with connect(private_server) as database:
        schema.apply(database)

        def load(records: Records) -> Database:
            sync(database, records)
            return database

        yield load
        sync(database, Records(DATASET), force=True)


@contextmanager
def _server(version: str) -> Iterator[Settings]:
    jars = Settings.from_environment().jars_dir
    with tempfile.TemporaryDirectory(prefix="lsgraph-test-") as folder:
        settings = Settings(Path(folder), jars, version)
        try:
            yield settings
        finally:
            stop(settings)
