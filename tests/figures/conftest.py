"""Figures written once for all tests that read them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from graph.pictures import Picture
from tests.visualize.samples import air_picture, supposed_picture, tree_picture
from visualize.figures import Size, write_figure

PICTURES: dict[str, Callable[[], Picture]] = {
    "air": air_picture,
    "supposed": supposed_picture,
    "tree": lambda: tree_picture(5, 40),
    "closed": lambda: tree_picture(40, 900),
}
Written = Callable[..., tuple[Path, Size]]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Writes a picture by name, language and width, and answers its file and size."""
    folder = tmp_path_factory.mktemp("figures")

    @cache
    def made(
        name: str, lang: str = "en", width: float = 175, suffix: str = ".pdf"
    ) -> tuple[Path, Size]:
        path = folder / f"{name}-{lang}-{width:g}{suffix}"
        return path, write_figure(PICTURES[name](), path, lang, width)

    return made
