"""The wheel, built once, and an environment with it, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents import ROOT
from tests.install.fresh import Fresh, fresh, pip


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `pip wheel . --no-deps` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """A fresh environment with the wheel and what it requires, without any extra."""
    return fresh(tmp_path_factory.mktemp("fresh"), wheel)
