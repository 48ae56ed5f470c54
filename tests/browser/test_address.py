"""A link restores the view; an address that nobody wrote so is passed over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from graph.core.terms import TYPES
from graph.pictures.several.changes import difference
from graph.pictures.several.moment import Difference, Moment, PictureSeries
from tests.browser.attacks import ATTACKS
from tests.browser.conftest import Open, until
from tests.browser.test_hostile import hostile
from tests.visualize.samples import air_picture, tree_picture
from visualize.page.series import write_series

STATE = """() => ({
  node: page.picture.nodes[page.chosen().node]?.uid ?? null,
  tie: page.chosen().tie,
  hidden: [...page.hidden].sort(),
  view: Object.values(page.view()).map((value) => Math.round(value * 50) / 50),
  panel: page.panel.isOpen(),
  lang: document.documentElement.lang,
})"""


def address(page: Page) -> str:
    """The address once it has been kept."""
    page.evaluate("address.keep()")
    return page.url


def reopened(page: Page, url: str) -> dict[str, object]:
    """The state of the page opened anew at an address."""
    page.goto("about:blank")
    page.goto(url)
    found: dict[str, object] = page.evaluate(STATE)
    return found


def test_a_link_restores_box_filters_zoom_and_language(show: Open) -> None:
    page = show(air_picture(), lang="zh")
    page.locator('input[data-kind="role:superior"]').uncheck()
    page.locator('input[data-kind="MEMBER_OF"]').check()
    page.locator("#larger").click()
    page.evaluate("page.choose(page.picture.index.get('410000'))")
    page.keyboard.press("Escape")
    page.locator("#canvas").focus()
    page.keyboard.press("Enter")
    page.evaluate("page.look({ x: 0.6, y: 0.7, scale: 1.5 })")
    before = page.evaluate(STATE)
    assert before["node"] == "410000" and before["panel"] and before["view"][2] == 1.5
    assert "role:superior" in before["hidden"] and "MEMBER_OF" not in before["hidden"]
    assert reopened(page, address(page)) == before


def test_a_link_restores_a_tie_and_leaves_other_entries_alone(show: Open) -> None:
    page = show(air_picture())
    page.evaluate("location.hash = 'lang=en&day=2018-07-11'")
    page.wait_for_timeout(200)
    page.evaluate("page.chooseTie(5); page.panel.tie(5)")
    before = page.evaluate(STATE)
    url = address(page)
    assert "day=2018-07-11" in url and "lang=en" in url
    assert reopened(page, url) == before and before["tie"] == 5
    page.evaluate("page.panel.close(); page.unchoose()")
    page.get_by_role("button", name="中文").click()
    assert set(address(page).split("#")[1].split("&")) == {"lang=zh", "day=2018-07-11"}


def test_a_link_into_a_series_restores_a_box_of_a_later_day(show: Open, tmp_path: Path) -> None:
    whole = air_picture()
    early = replace(
        whole,
        nodes=tuple(node for node in whole.nodes if node.uid != "410000"),
        ties=tuple(tie for tie in whole.ties if "410000" not in (tie.start, tie.end)),
    )
    first, second = dt.date(2013, 10, 23), dt.date(2018, 7, 11)
    moments = (
        Moment(first, second, early, TYPES["WEAK"], 0, None, True, Difference()),
        Moment(second, None, whole, TYPES["STRONG"], 1, None, True, difference(early, whole)),
    )
    write_series(PictureSeries(whole.title, moments, 2), tmp_path / "series.html")
    page = show(tmp_path / "series.html")
    page.locator("#table summary").click()
    page.locator("#next").click()
    page.locator("#canvas").focus()
    page.keyboard.press("End")
    page.locator('input[data-kind="level:agency"]').uncheck()
    before = page.evaluate(STATE)
    said = page.locator("#filtered").inner_text()
    url = address(page)
    assert "day=2018-07-11" in url and before["node"] == "410000"
    assert reopened(page, url) == before
    assert page.locator("#filtered").inner_text() == said
    # Going back to the first day is another picture: its counts, its rows.
    page.locator("#table summary").click()
    page.locator("#previous").click()
    left = page.evaluate("page.picture.nodes.filter((_, place) => page.isShown(place)).length")
    assert page.locator("#boxes tbody tr:visible").count() == left
    assert page.locator("#count-boxes").inner_text() == str(left)
    assert f"Showing {left} of {len(early.nodes)} boxes" in page.locator("#filtered").inner_text()


def test_the_second_of_two_ties_alike_is_found_again(show: Open) -> None:
    picture = tree_picture(2, 2)
    page = show(replace(picture, ties=(*picture.ties, picture.ties[0])))
    page.evaluate(f"page.chooseTie({len(picture.ties)})")
    assert reopened(page, address(page))["tie"] == len(picture.ties)


def test_the_address_follows_and_is_not_written_at_first(show: Open) -> None:
    page = show(air_picture())
    page.wait_for_timeout(500)
    assert page.evaluate("location.hash") == "#lang=en"
    page.locator("#canvas").focus()
    page.keyboard.press("End")
    until(page, "location.hash.includes('node=410000')")
    page.keyboard.press("Enter")
    until(page, "location.hash.includes('details=open')")
    page.keyboard.press("Escape")
    until(page, "!location.hash.includes('details')")
    page.locator("#show-all").click()
    until(page, "location.hash.includes('hide=')")
    page.locator("#first-view").click()
    until(page, "!location.hash.includes('hide')")
    assert page.evaluate("history.length") == 2, "about:blank and this page: no steps of its own"


def test_back_and_forward_go_through_views(show: Open) -> None:
    page = show(air_picture())
    page.evaluate("location.hash = 'lang=en&node=410000'")
    until(page, "page.chosen().node >= 0")
    page.evaluate("location.hash = 'lang=zh&node=370000&hide=role%3Asuperior'")
    until(page, "page.picture.nodes[page.chosen().node].uid === '370000'")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    assert page.evaluate(STATE)["hidden"] == ["role:superior"]
    page.go_back()
    until(page, "page.picture.nodes[page.chosen().node].uid === '410000'")
    assert page.evaluate("document.documentElement.lang") == "en"
    found = page.evaluate(STATE)
    assert (found["node"], found["hidden"]) == (
        "410000",
        ["COMMAND", "DEPUTY_CHAIRS", "MEMBER_OF"],
    )
    page.go_forward()
    until(page, "page.picture.nodes[page.chosen().node].uid === '370000'")
    page.go_back()
    page.go_back()
    until(page, "page.chosen().node === -1")


BAD = (
    "node=nowhere", "node=__proto__", "node=constructor&node=x", "from=a&to=b&tie=__proto__&nth=0",
    "from=post-vice-premier&to=410000&tie=AUTHORITY&nth=99", "hide=__proto__&hide=constructor",
    "hide=level:nowhere", "zoom=NaN&at=NaN,NaN", "zoom=1e999&at=0,0", "zoom=-1&at=5", "zoom=2",
    "at=0.5", "zoom=2&at=1e9,1e9", "side=7", "details=open", "%", "%E4%A4%%00%zz", "&&==&=",
    "lang=fr&lang=<script>", "node=%00", "x" * 5000, "=".join("ab" * 2000),
)  # fmt: skip


def test_a_malformed_or_hostile_address_is_passed_over(show: Open) -> None:
    page = show(air_picture())
    plain = page.evaluate(STATE)
    for bad in (*BAD, *(f"node={quote(a, errors='replace')}&hide={a}" for a in ATTACKS.values())):
        page.evaluate("(hash) => { location.hash = hash; }", bad)
        page.wait_for_timeout(20)
        found = page.evaluate(STATE)
        if "hide" not in bad and "nth=99" not in bad:
            assert {**found, "lang": "en"} == plain, bad
    page.evaluate("location.hash = 'hide=level:nowhere'")
    until(page, "page.hidden.size === 0")
    page.goto("about:blank")


@pytest.mark.parametrize("bad", [BAD[1], BAD[3], BAD[7], BAD[15], BAD[16]])
def test_a_page_opens_at_a_malformed_address(show: Open, bad: str) -> None:
    page = show(air_picture(), lang=f"en&{bad}")
    assert page.evaluate(STATE)["view"] == [0.5, 0.5, 1]


def test_a_hostile_uid_is_found_again(show: Open) -> None:
    page = show(hostile("tiers"))
    for name in ("script", "turned", "cypher", "emoji", "entity", "form", "javascript", "proto"):
        page.evaluate("(uid) => page.choose(page.picture.index.get(uid))", ATTACKS[name])
        assert reopened(page, address(page))["node"] == ATTACKS[name], name


def test_the_link_is_copied_and_that_is_said(show: Open) -> None:
    page = show(air_picture())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("page.choose(3)")
    page.get_by_role("button", name="Copy link").click()
    until(page, "document.getElementById('live').textContent.includes('copied')")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert "node=" in page.url and not page.locator("#link-box").is_visible()


def test_where_copying_is_refused_the_link_stands_selected(show: Open) -> None:
    page = show(air_picture(), lang="zh")
    refuse = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    page.evaluate(refuse)
    page.get_by_role("button", name="复制链接").focus()
    page.keyboard.press("Enter")
    field = page.locator("#link-text")
    field.wait_for(state="visible")
    assert field.input_value() == page.url
    chosen = page.evaluate("document.getSelection().toString()")
    assert chosen == page.url and "链接已选中" in page.locator("#live").inner_text()
    page.keyboard.press("Escape")
    assert not field.is_visible()
    assert page.evaluate("document.activeElement.id") == "link"
