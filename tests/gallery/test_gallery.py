"""The gallery shows what is: each page is built anew, and is the one that its image was taken from."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from tests.cli.conftest import Run, run, server_environment
from tests.documents import blocks
from tests.gallery.entries import ENTRIES, FIGURE, LIST, Entry
from tests.gallery.page import (
    DOCUMENT,
    IMAGES,
    digest,
    gallery,
    image,
    made_from,
    out_of_date,
)

__all__ = ["run", "server_environment"]

MOST_BYTES = 120_000
OF_THE_CORE = [entry for entry in ENTRIES if entry is not LIST]
"""That of LIST is held in tests/dataset/test_loading.py, where the dataset is loaded."""


@pytest.mark.long
@pytest.mark.parametrize("entry", OF_THE_CORE, ids=lambda entry: entry.name)
def test_each_page_is_the_one_in_its_image(
    entry: Entry, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run(*entry.page_words)
    assert answer.code == 0, answer.err
    assert digest(tmp_path / entry.page_file) == made_from()[entry.name], out_of_date(entry)


def _apart(one: Image.Image, other: Image.Image) -> float:
    """How far two images are apart on average, 0 to 255, when looked at from afar."""
    size = (one.width // 8, one.height // 8)
    far = [each.convert("L").resize(size, Image.Resampling.BOX) for each in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*far)).mean[0])


def test_the_figure_is_drawn_as_it_is_shown(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bytes depend on the version of the fonts, what it looks like does not."""
    monkeypatch.chdir(tmp_path)
    answer = run(*FIGURE.words)
    assert answer.code == 0, answer.err
    with Image.open(tmp_path / FIGURE.file) as made, Image.open(image(FIGURE)) as shown:
        assert abs(made.height - shown.height) < 0.02 * shown.height and made.width == shown.width
        assert _apart(made, shown) < 3 < _apart(ImageOps.mirror(made), shown), out_of_date(FIGURE)


def test_the_document_is_made_of_the_entries() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == gallery(), "python -m tests.gallery"


def test_every_command_of_the_document_is_one_that_is_run() -> None:
    told = [line for block in blocks(DOCUMENT, "sh") for line in block.text.splitlines()]
    run_here = {entry.command for entry in ENTRIES} | {entry.load for entry in ENTRIES}
    assert set(told) == run_here
    assert {shlex.split(command)[0] for command in told} == {"lsgraph"}


def test_every_image_belongs_to_an_entry() -> None:
    assert {path.stem for path in IMAGES.glob("*.png")} == {entry.name for entry in ENTRIES}
    assert list(made_from()) == [entry.name for entry in ENTRIES]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_each_image_is_small_and_legible(entry: Entry) -> None:
    assert image(entry).stat().st_size <= MOST_BYTES
    with Image.open(image(entry)) as shown:
        assert (shown.format, shown.mode) == ("PNG", "P")
        assert shown.width >= 1000 and shown.height >= 400


def test_both_languages_are_shown() -> None:
    assert {entry.at[:7] for entry in ENTRIES} == {"lang=en", "lang=zh"}
