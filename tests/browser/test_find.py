"""Search as a combobox after WAI-ARIA: a list of matches, a choice by keys or pointer, no surprise."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.browser.test_access import chosen
from tests.visualize.samples import air_picture, node, tree_picture


def test_typing_lists_matches_and_keys_choose_one(show: Open) -> None:
    page = show(air_picture())
    query, options = page.locator("#query"), page.locator("#matches [role=option]")
    assert query.get_attribute("aria-expanded") == "false"
    query.press_sequentially("ministry")
    assert query.get_attribute("aria-expanded") == "true"
    assert options.count() == 6
    assert page.locator("#live").inner_text() == "6 found"
    assert page.evaluate("page.chosen().node") == -1, "nothing is chosen by typing"
    query.press("ArrowDown")
    query.press("ArrowDown")
    active = query.get_attribute("aria-activedescendant")
    second = options.nth(1)
    assert second.get_attribute("id") == active
    assert second.get_attribute("aria-selected") == "true"
    assert options.nth(0).get_attribute("aria-selected") == "false"
    query.press("ArrowUp")
    query.press("ArrowUp")
    assert options.nth(5).get_attribute("aria-selected") == "true", "the list goes round"
    name = options.nth(5).locator("b").inner_text()
    query.press("Enter")
    assert page.locator("#live").inner_text().startswith(name)
    assert query.input_value() == name
    assert not page.locator("#matches").is_visible()
    assert page.evaluate("document.activeElement.id") == "query"


def test_a_pointer_chooses_and_leaving_the_field_does_not(show: Open) -> None:
    page = show(air_picture())
    query, matches = page.locator("#query"), page.locator("#matches")
    query.press_sequentially("省")
    query.press("ArrowDown")
    query.press("Tab")
    assert not matches.is_visible()
    assert page.evaluate("page.chosen().node") == -1
    query.focus()
    query.press("ArrowDown")
    assert matches.is_visible(), "the list comes back with the arrow"
    query.press("Escape")
    assert not matches.is_visible() and query.input_value() == "省"
    query.press("Escape")
    assert query.input_value() == ""
    query.press_sequentially("山东")
    matches.get_by_text("Shandong").click()
    assert chosen(page) == "370000"


@pytest.mark.parametrize(
    ("text", "uid"),
    [("370000", "370000"), ("３７００００", "370000"), ("SHAN dong", "370000"), ("xian", "610100"),
     ("Xi'an", "610100"), ("urumqi", "650100"), ("西安", "610100"), ("  mee ", "mee")],
)  # fmt: skip
def test_names_in_both_languages_and_codes_are_found(show: Open, text: str, uid: str) -> None:
    picture = air_picture()
    more = (
        node("610100", "西安市", "Xi’an", "prefecture", "member", 6),
        node("650100", "乌鲁木齐市", "Ürümqi", "prefecture", "member", 6),
    )
    page = show(type(picture)(**{**vars(picture), "nodes": (*picture.nodes, *more)}))
    page.locator("#query").fill(text)
    page.locator("#query").press("Enter")
    assert chosen(page) == uid


def test_of_many_matches_the_first_are_listed_and_all_counted(show: Open) -> None:
    page = show(tree_picture(4, 60), lang="zh")
    page.locator("#query").fill("县级单位")
    assert page.locator("#matches [role=option]").count() == 12
    assert page.locator("#live").inner_text() == "找到 60 个，列出前 12 个"
    page.locator("#query").fill("🏳️‍🌈")
    assert not page.locator("#matches").is_visible()


def test_a_change_of_language_closes_the_list(show: Open) -> None:
    page = show(air_picture())
    page.locator("#query").fill("a")
    assert page.locator("#matches").is_visible()
    page.get_by_role("button", name="中文").click()
    assert not page.locator("#matches").is_visible()
