"""Private homes that a bulk load may fill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.server.local import stop
from graph.settings import NEO4J_VERSION, Settings
from tests.servers import VERSIONS, processes_of


@pytest.fixture
def home(tmp_path: Path, jars_dir: Path) -> Iterator[Settings]:
    """A home that nobody has used yet."""
    yield from _home(Settings(tmp_path / "home", jars_dir, NEO4J_VERSION))


@pytest.fixture(params=VERSIONS)
def each_home(tmp_path: Path, jars_dir: Path, request: pytest.FixtureRequest) -> Iterator[Settings]:
    """Such a home for each supported version."""
    yield from _home(Settings(tmp_path / "home", jars_dir, request.param))


def _home(settings: Settings) -> Iterator[Settings]:
    try:
        yield settings
    finally:
        stop(settings)
    assert processes_of(settings) == []
