"""A graph of made-up provinces and groups, and the browser and the command of the other tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from graph.connection import Database
from loaders.write.apply import sync
from tests.browser.conftest import browser_type_launch_args, show, watch
from tests.cli.conftest import run, server_environment
from tests.regions.world import Made, records
from tests.servers import empty

__all__ = ["browser_type_launch_args", "run", "server_environment", "show", "watch"]

Build = Callable[[Sequence[Made]], Database]


def written(database: Database, groups: Sequence[Made]) -> Database:
    """The database with made-up groups and nothing else."""
    sync(empty(database), records(groups), force=True)
    return database


@pytest.fixture
def build(database: Database) -> Build:
    """Writes made-up groups into an empty graph and hands back the connection."""
    return partial(written, database)
