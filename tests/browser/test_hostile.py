"""Names that try to run, to break out or to turn the page round: they are text and stay text."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.pictures import Fact, Picture, PictureNode, PictureTie, SourceRef, Words
from tests.browser.conftest import Open
from tests.visualize.samples import words
from visualize import IndexEntry, write_index
from visualize.pages import SCRIPTS

ATTACKS = {
    "script": "<script>window.ran = 1</script>",
    "end": "</script></style></title></textarea><script>window.ran = 1</script>",
    "comment": "<!--<script>",
    "image": "\"'><img src=x onerror='window.ran = 1'><svg onload=window.ran=1>",
    "template": "{{ 7 * 7 }} {% raise %} ${window.ran = 1} \\u003cscript\\u003e",
    "address": "javascript:window.ran=1",
    "turned": "\u202e\u2067 gnp.exe \u200f\u200e\x00\x08 \u2028",
    "long": "长" * 1500 + "x" * 1500,
    "proto": "__proto__",
    "empty": "",
}


def hostile(text: str, layout: str) -> Picture:
    """A picture with the text in every field that holds text."""
    both = words(text)
    facts = (Fact(both, both),)
    sources = (SourceRef(text, text, text), SourceRef(text, text, f"javascript:{text}"))
    nodes = (
        PictureNode(text, text, text, text, text, None, True, False, facts, sources),
        PictureNode(text + "2", text, text, "group", "chair", 9, False, True, facts, sources),
        PictureNode(text + "3", text, "", "county", "member", 4, False, False, facts, sources),
    )
    ties = (
        PictureTie(text, text + "2", text, text, 1, both, facts, sources),
        PictureTie(text, text + "3", "COMMAND", None, None, both, facts, sources),
        PictureTie(text + "2", text + "3", "AUTHORITY", "LINE", None, both, facts, sources),
    )
    return Picture(both, both, text, layout, facts, (both,), nodes, ties, 10)


def use(page: Page) -> None:
    """Does what a reader does: opens each box and tie, the table, both languages, search, PNG."""
    page.locator("#table summary").click()
    page.locator("#canvas").focus()
    for index in range(page.evaluate("page.picture.nodes.length")):
        page.evaluate(f"page.choose({index})")
        page.keyboard.press("Enter")
        for number in range(page.locator("#panel li button").count()):
            page.locator("#panel li button").nth(number).click()
            page.evaluate(f"page.panel.node({index})")
        page.keyboard.press("Escape")
    page.get_by_role("button", name="中文").click()
    page.locator("#query").fill("<script>")
    page.locator("#query").press("Enter")
    with page.expect_download():
        page.locator("#png").click()


def assert_harmless(page: Page, width: int) -> None:
    assert page.evaluate("window.ran") is None
    assert page.evaluate("({}).ran") is None
    assert page.locator("img, iframe, object, embed, base").count() == 0
    assert page.locator("a[href^='javascript' i]").count() == 0
    assert page.locator("script:not([type])").count() == page.evaluate("window.expected")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("layout", "width"), [("tiers", 1280), ("tree", 390)])
@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_name_runs_nothing(show: Open, name: str, layout: str, width: int) -> None:
    page = show(hostile(ATTACKS[name], layout), width)
    page.evaluate(f"window.expected = {len(SCRIPTS)}")
    use(page)
    assert_harmless(page, width)
    if name not in ("turned", "empty"):
        assert page.locator("h1 .w:visible").inner_text().split() == ATTACKS[name].split()


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_index_runs_nothing(show: Open, tmp_path: Path, name: str) -> None:
    text = ATTACKS[name]
    entry = IndexEntry(words(text), words(text), 1, 0.5, text + ".html", words(text))
    write_index(Words(text, text), [entry], tmp_path / "index.html")
    page = show(tmp_path / "index.html")
    page.evaluate("window.expected = 1")
    page.get_by_role("button", name="中文").click()
    assert_harmless(page, 1280)
