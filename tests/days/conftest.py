"""The server that holds the world of days, one for all workers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection import Database, connect
from tests.read_only import ReadOnly
from tests.session import shared_server
from tests.templates import Content


@pytest.fixture(scope="session")
def days(jars_dir: Path) -> Iterator[Database]:
    """The graph of the small world, to read only."""
    with connect(shared_server(Content.DAYS, jars_dir)) as opened:
        yield ReadOnly(opened.driver, opened.database, opened.uri)
