"""Bring in and the editor in a real Chromium: from a file to the picture, without a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from graph.connection import Database
from graph.settings import NEO4J_VERSION, Settings
from loaders.load.verbs import load_groups
from tests.browser.conftest import browser_type_launch_args as browser_type_launch_args
from tests.browser.test_access import LOOKS, violations
from tests.servers import empty
from tests.web.conftest import running
from tests.web.test_bring import NOTICE, RIGHT, example
from tests.web.test_browser import Enter, windows

SETTLED_MS = 180_000


@pytest.fixture(scope="module")
def base(database: Database, server_of: Callable[[str], Settings]) -> Iterator[str]:
    """The address of an application over a graph of the module's own with what is shipped."""
    load_groups(empty(database))
    with running(server_of(NEO4J_VERSION)) as found:
        yield found


@pytest.fixture
def enter(browser: Browser, base: str) -> Iterator[Enter]:
    """Opens windows of somebody who has entered; a fault in any of them fails the test."""
    yield from windows(browser, base, SETTLED_MS)


def bring(page: Page, path: Path) -> None:
    """Choose a file and bring it in."""
    page.locator("#b-files").set_input_files(path)
    page.locator("form.filters button[type=submit]").click()
    page.wait_for_url("**/bring/*")


def picture_of(page: Page, group: str) -> None:
    """Load the draft, open its group and see its picture."""
    page.get_by_role("button", name="Load", exact=True).click()
    page.get_by_role("link", name=group).click()
    page.locator("iframe.picture").scroll_into_view_if_needed()
    page.frame_locator("iframe.picture").locator("#canvas canvas").wait_for()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_five_mistakes_are_mended_in_the_browser(
    enter: Enter, tmp_path: Path, scripts: bool
) -> None:
    page = enter(scripts=scripts).go("/bring")
    bring(page, example(tmp_path))
    wrong = page.locator("[aria-invalid=true]")
    wrong.first.wait_for()
    assert wrong.count() == 5
    for number in range(5):
        field = wrong.nth(number)
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option("chair")
        else:
            field.fill(RIGHT[field.input_value()])
    page.get_by_role("button", name="Save the cells").click()
    page.get_by_text("Nothing is wrong").or_(page.get_by_text("holds all of it")).first.wait_for()
    if scripts:
        picture_of(page, "东河治理领导小组")


def test_a_notice_goes_from_its_file_to_the_picture(enter: Enter, tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, encoding="utf-8")
    page = enter().go("/bring")
    bring(page, path)
    page.get_by_text("Nothing is wrong").wait_for()
    page.locator("#w1").click()
    assert page.url.endswith("#s1"), "the words of a seat lead to it"
    page.get_by_role("button", name="It is right").press("Enter")
    page.get_by_role("button", name="It is right").wait_for(state="detached")
    page.get_by_text("Nothing is wrong").wait_for()
    picture_of(page, "济南市东湖治理领导小组")


@pytest.mark.parametrize(("lang", "widths"), LOOKS)
def test_no_violation_and_no_overflow(
    enter: Enter, tmp_path: Path, lang: str, widths: tuple[int, int]
) -> None:
    reader = enter(widths[-1], lang)
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, encoding="utf-8")
    assert violations(reader.go("/bring")) == []
    for file in (example(tmp_path), path):
        page = reader.go("/bring")
        bring(page, file)
        page.locator("#l-name").wait_for(state="attached")
        for state in ("", "?edit=3.2", "?edit=3.new"):
            page.goto(f"{page.url.partition('?')[0]}{state}")
            page.locator("#l-name").wait_for(state="attached")
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert violations(page) == [], (file.name, state)


def test_the_editor_completes_and_tells_what_is_unknown(enter: Enter) -> None:
    page = enter().go("/cypher")
    page.locator(".cm-content").click()
    page.keyboard.type("MATCH (g:Group) RETURN g.rnak AS r")
    page.locator("#plan", has_text="rank").wait_for()
    assert page.locator("#c-statement").input_value() == "MATCH (g:Group) RETURN g.rnak AS r"
    for _ in range(len("rnak AS r")):
        page.keyboard.press("Backspace")
    page.keyboard.type("nam")
    page.locator(".cm-tooltip-autocomplete li", has_text="name").first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.type("e AS name LIMIT 3")
    page.locator("#plan", has_text="only reads").wait_for()
    assert violations(page) == []
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**statement=*")
    assert page.locator("#result tbody tr").count() == 3


def test_tab_leads_out_of_the_editor(enter: Enter) -> None:
    page = enter().go("/cypher")
    page.locator(".cm-content").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ask"
