"""The list of groups in a browser: filters, both languages, narrow and wide, offline."""

from __future__ import annotations

from functools import cache
from html import unescape
from pathlib import Path

import pytest

from graph.core.words import Words
from graph.pictures import GroupEntry
from loaders.groups.read import read_everything
from loaders.groups.rows import GroupData
from loaders.quality.listing import group_entries
from tests.browser.conftest import Open, until
from tests.browser.test_access import violations
from visualize.page.group_index import PAGES, group_index_page, page_of, write_group_index

TITLE = Words("Groups", "小组")


@cache
def whole() -> GroupData:
    """Core and dataset."""
    return read_everything()


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """The list of all groups, two of them with a page beside it; types are not asked for here."""
    for uid in ("group:bth-air-lsg", "group:jinan-laiwu"):
        path = tmp_path / PAGES / page_of(uid)
        path.parent.mkdir(exist_ok=True)
        path.write_text("<!doctype html><title>a page</title>", encoding="utf-8")
    entries = group_entries(
        whole(),
        {},
        lambda uid: (
            f"{PAGES}/{page_of(uid)}" if (tmp_path / PAGES / page_of(uid)).is_file() else None
        ),
    )
    write_group_index(TITLE, list(entries), tmp_path / "index.html")
    return tmp_path / "index.html"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_axe_violation_and_no_overflow(show: Open, listed: Path, lang: str, width: int) -> None:
    page = show(listed, width, lang)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # Rows are alike: those of one region stand for all, and axe takes a second and no minute.
    page.locator("#f-region").select_option("Shandong")
    page.evaluate("document.querySelectorAll('tr[hidden]').forEach((row) => row.remove())")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


def test_filters_narrow_the_list_and_stay_in_the_address(show: Open, listed: Path) -> None:
    page = show(listed)
    rows = page.locator("#groups tbody tr:visible")
    assert rows.count() == len(whole().groups)
    page.locator("#f-region").select_option("Shandong")
    page.locator("#f-field").select_option("water")
    shandong = rows.count()
    assert 0 < shandong < 20
    assert f"Showing {shandong} of" in page.locator("#shown").inner_text()
    assert {row.get_attribute("data-region") for row in rows.all()} == {"Shandong"}
    page.reload()
    assert rows.count() == shandong
    page.get_by_role("button", name="中文").click()
    assert (
        f"显示 {len(whole().groups)} 个小组中的 {shandong} 个"
        in page.locator("#shown").inner_text()
    )
    assert page.locator("#f-region option:checked").inner_text() == "山东省"
    page.get_by_role("button", name="清除").click()
    until(page, "!location.hash.includes('region')")
    assert rows.count() == len(whole().groups)


def test_a_year_shows_the_groups_of_that_year(show: Open, listed: Path) -> None:
    page = show(listed)
    page.locator("#year").fill("2018")
    rows = page.locator("#groups tbody tr:visible").all()
    assert 0 < len(rows) < len(whole().groups)
    for row in rows:
        first, last = (int(row.get_attribute(f"data-{end}") or 0) for end in ("first", "last"))
        assert first <= 2018 <= last


def test_the_name_is_searched_in_either_language(show: Open, listed: Path) -> None:
    page = show(listed)
    for text in ("大气污染防治领导小组", "Beijing-Tianjin-Hebei"):
        page.locator("#q").fill(text)
        assert page.locator("#groups tbody tr:visible").count() >= 1


def test_a_row_links_to_its_page_where_one_is_beside_it(show: Open, listed: Path) -> None:
    page = show(listed)
    links = page.locator("#groups a")
    assert links.count() == 2
    assert f"/{PAGES}/" in str(links.first.get_attribute("href"))
    page.get_by_role("button", name="中文").click()
    links.first.click()
    assert page.title() == "a page"
    assert page.url.endswith("#lang=zh")


def test_foreign_text_runs_nowhere(show: Open, tmp_path: Path) -> None:
    bad = Words(
        '<script>alert(1)</script>" onload="alert(2)', "</option><img src=x onerror=alert(3)>"
    )
    entry = GroupEntry(bad, bad, bad, bad, bad, 1, 0.5, 2010, 2012, 'a"b.html')
    text = unescape(group_index_page(bad, [entry]))
    assert "script-src 'sha256-" in text
    assert "unsafe-inline'; img-src" in text and "script-src 'unsafe-inline'" not in text
    path = tmp_path / "bad.html"
    write_group_index(bad, [entry], path)
    page = show(path)
    page.locator("#f-region").select_option(index=1)
    assert page.locator("#groups tbody tr:visible").count() == 1
