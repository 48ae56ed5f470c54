"""The data as it is read, and a graph that holds it, for the cases of the second reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.catalogue import Row, queries
from graph.connection import Database, connect
from loaders.groups.read import read_everything
from loaders.groups.rows import GroupData
from tests.session import shared_server
from tests.templates import Content


@pytest.fixture(scope="session")
def data() -> GroupData:
    """Core and dataset as they are read."""
    return read_everything()


@pytest.fixture(scope="session")
def wide(jars_dir: Path) -> Iterator[Database]:
    """A graph with core and dataset."""
    with connect(shared_server(Content.WHOLE, jars_dir)) as database:
        yield database


@pytest.fixture(scope="session")
def answers(wide: Database) -> dict[str, Row]:
    """Every group on its last documented day."""
    return {
        row.group.removeprefix("group:"): row for row in queries.authority_by_group(database=wide)
    }
