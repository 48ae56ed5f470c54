"""The graph of each supported version, with what a test writes into it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.connection import Database
from graph.settings import NEO4J_LTS, NEO4J_VERSION, Settings
from loaders.write.apply import Records, sync
from tests.servers import empty


@pytest.fixture(params=(NEO4J_VERSION, NEO4J_LTS))
def private_server(
    server_of: Callable[[str], Settings], request: pytest.FixtureRequest
) -> Settings:
    """The server of each supported version in turn."""
    return server_of(request.param)


@pytest.fixture
def write(
    private_server: Settings, database_of: Callable[[str], Database]
) -> Callable[[Records], Database]:
    """Writes records into the emptied graph and hands back the connection."""
    database = empty(database_of(private_server.neo4j_version))

    def load(records: Records) -> Database:
        sync(database, records)
        return database

    return load
