"""A graph of made-up provinces and groups, and the browser and the command of the other tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pytest

from graph.connection import Database
from graph.settings import NEO4J_VERSION, Settings
from loaders.write.apply import sync
from tests.browser.conftest import browser_type_launch_args, show, watch
from tests.cli.conftest import Answer, invoke, run, server_environment
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


Asked = Callable[..., Answer]


@pytest.fixture
def ask(build: Build, server_of: Callable[[str], Settings]) -> Asked:
    """Writes made-up groups, then runs the command on them: `ask(groups, "compare", "甲省", "乙省")`."""
    at = server_of(NEO4J_VERSION)
    named = {"NEO4J_URI": at.uri, "NEO4J_USER": at.user, "NEO4J_PASSWORD": at.password}
    places = {"LSGRAPH_HOME": str(at.data_dir), "LSGRAPH_JARS": str(at.jars_dir)}
    environ: dict[str, Any] = {**places, **(named if at.uri else {})}

    def asked(groups: Sequence[Made], *words: str) -> Answer:
        build(groups)
        return invoke(*words, **environ)

    return asked
