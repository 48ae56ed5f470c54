"""Pages as the command writes them: a search that finds nothing is seen, a tall picture is printed whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from tests.browser.conftest import Open
from tests.cli.conftest import Run, run, server_environment

__all__ = ["run", "server_environment"]


@pytest.mark.parametrize(
    ("words", "lang", "says"),
    [
        (("group", "group:bth-air-lsg"), "en", "Nothing found"),
        (("nation", "--as-of", "2018-12-25"), "zh", "未找到"),
    ],
)
def test_that_nothing_is_found_is_seen_and_heard(
    run: Run, show: Open, tmp_path: Path, words: tuple[str, ...], lang: str, says: str
) -> None:
    assert run("view", *words, "-o", str(tmp_path / "page.html")).code == 0
    page = show(tmp_path / "page.html", lang=lang)
    none, query = page.locator("#none"), page.locator("#query")
    assert none.inner_text() == ""
    query.fill("没有这样的地方")
    query.press("Enter")
    assert none.inner_text() == page.locator("#live").inner_text() == says
    box = none.bounding_box()
    assert box and box["width"] > 20 and box["height"] > 8
    query.fill("京")
    assert none.inner_text() == ""


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_a_tall_picture_stands_below_its_title_on_paper(
    run: Run, show: Open, tmp_path: Path, format: str
) -> None:
    words = ("group", "group:bth-air-lsg")
    assert run("view", *words, "-o", str(tmp_path / "page.html")).code == 0
    page = show(tmp_path / "page.html", width=390)
    form = page.evaluate("[page.form().width, page.form().height]")
    assert form[1] > 1.5 * form[0], "the picture is higher than a sheet"
    page.pdf(path=str(tmp_path / "page.pdf"), format=format)
    printed = PdfDocument(tmp_path / "page.pdf")
    sheet = printed[0]
    text = sheet.get_textpage()
    assert "LSG for air pollution" in text.get_text_bounded(bottom=0.9 * sheet.get_height())
    # Names in boxes of the upper and of the lower half of the sheet.
    assert text.get_text_bounded(
        top=0.5 * sheet.get_height(), bottom=0.2 * sheet.get_height()
    ).strip()
    printed.close()
