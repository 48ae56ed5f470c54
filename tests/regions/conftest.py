"""A graph of made-up provinces and groups, and the browser and the command of the other tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from graph.connection import Database
from loaders.write.apply import sync
from tests.browser.conftest import browser_type_launch_args, show, watch
from tests.cli.conftest import run, server_environment
from tests.regions.world import Made, records

__all__ = ["browser_type_launch_args", "run", "server_environment", "show", "watch"]

Build = Callable[[Sequence[Made]], Database]


@pytest.fixture
def build(clean: Database) -> Build:
    """Writes made-up groups into an empty graph and hands back the connection."""

    def made(groups: Sequence[Made]) -> Database:
        sync(clean, records(groups), force=True)
        return clean

    return made
