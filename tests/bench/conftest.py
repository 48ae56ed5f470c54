"""One private server for all benches of this folder, which empty it and leave it running."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.servers import HOME
from graph.settings import NEO4J_VERSION, Settings
from tests.servers import private_server


@pytest.fixture(scope="package")
def bench_settings(jars_dir: Path) -> Iterator[Settings]:
    with private_server(NEO4J_VERSION, jars_dir) as settings:
        yield settings


@pytest.fixture
def bench_home(bench_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data directory that `python -m bench` is told to measure on."""
    monkeypatch.setenv(HOME, str(bench_settings.data_dir))
    return bench_settings.data_dir
