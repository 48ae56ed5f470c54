"""The page of a map in a browser: offline, both languages, the table equal to the drawing."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.core.words import Words
from graph.maps.regions import NO_EVIDENCE, Mapped, RegionMap
from tests.browser.conftest import Open
from tests.browser.test_access import violations
from visualize.maps import write_map_page
from visualize.maps.outlines import provinces

TRAP = Words("<img src=x onerror=alert(1)>", "</title><script>alert(1)</script>")


def made() -> RegionMap:
    """Values for every second province, one with a name that is a trap, Taiwan without outline."""
    codes = [*sorted(provinces().shapes), "710000"]
    rows = tuple(
        Mapped(code, TRAP if code == "370000" else Words(f"P {code}", f"省 {code}"),
               n / 10 if n % 2 else None, n if n % 2 else 0)
        for n, code in enumerate(codes)
    )  # fmt: skip
    meaning = Words("A share.", "比例。")
    title = Words("Share of groups", "小组之占比")
    return RegionMap(title, meaning, "share", "2018-12-25", "province", rows, (NO_EVIDENCE,))


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    """The page, written."""
    write_map_page(made(), tmp_path / "地图.html")
    return tmp_path / "地图.html"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_axe_violation(show: Open, page_file: Path, width: int, lang: str) -> None:
    page = show(page_file, width, lang)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_table_equals_the_drawing(show: Open, page_file: Path) -> None:
    page = show(page_file)
    titles = page.locator("path.area title")
    said = titles.evaluate_all("(all) => all.map((one) => one.textContent)")
    rows = page.locator("#rows tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [row.dataset.code, row.cells[2].innerText, row.cells[4].innerText])"
    )
    assert len(said) == 33 and len(rows) == 34
    assert [code for code, _, outline in rows if outline == "none"] == ["710000"]
    drawn = [row for row in rows if row[2] == "drawn"]
    for (_, value, _), words in zip(drawn, said, strict=True):
        assert f": {value} (n" in words
    fills = page.locator("path.area").evaluate_all(
        "(all) => all.map((p) => p.getAttribute('fill'))"
    )
    assert [fill == "url(#fill5)" for fill in fills] == [row[1] == "no value" for row in drawn]


@pytest.mark.parametrize("width", [1280, 390])
def test_all_outlines_lie_in_the_drawing_and_have_ink(
    show: Open, page_file: Path, width: int
) -> None:
    page = show(page_file, width)
    outside = page.evaluate("""() => {
      const own = document.querySelector('.map > svg').getBoundingClientRect();
      return [...document.querySelectorAll('path.area')].filter((path) => {
        const box = path.getBoundingClientRect();
        return !box.width || box.left < own.left || box.right > own.right || box.bottom > own.bottom;
      }).length;
    }""")
    assert outside == 0
    shot = page.locator(".map > svg").screenshot()
    assert len(shot) > 8_000
