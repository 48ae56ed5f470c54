"""The drawer of a page: the statements of the shipped data, alone, in a page of the site, and opened."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from graph.settings import Settings
from loaders.groups.read import read_everything
from loaders.package.ask import asked, shipped_statements
from loaders.package.cells import DERIVED
from loaders.package.rows import package_rows
from loaders.package.tables import Rows
from tests.browser.conftest import browser_type_launch_args as browser_type_launch_args
from tests.browser.test_access import violations
from tests.web.conftest import ENTRY, Client, running
from web.pages.facts.statements import MOST, drawer

AIR = "group:bth-air-lsg"


def test_the_drawer_of_a_group_holds_what_the_command_prints(
    shipped_rows: Mapping[str, Rows],
) -> None:
    printed = [
        row for row in asked(shipped_rows, AIR)
        if row["property"] not in DERIVED and AIR in str(row["entity"]).split("|")
    ]  # fmt: skip
    told = drawer(shipped_statements(), AIR)
    assert told.count == len(printed) > 150 and told.more == 0
    sources = {line.source.uid for fact in told.facts for line in fact.lines if line.source}
    assert sources == {str(row["source"]) for row in printed}
    own = [line for fact in told.facts[:1] for line in fact.lines]
    assert {line.standing.zh for line in own} >= {"载明", "编码", "另有说法"}
    said = [item for line in own for item in line.items]
    assert ("start", "2018-07-03", "") in [
        (label.en, value.en, words) for label, value, words in said
    ]


def test_a_seat_tells_its_words_as_published() -> None:
    lines = [
        line for fact in drawer(shipped_statements(), "person:韩正").facts for line in fact.lines
    ]
    assert "国务院 副总理" in {words for line in lines for _, _, words in line.items}


def test_the_centre_shows_some_and_counts_the_rest() -> None:
    told = drawer(shipped_statements(), "div:100000:中华人民共和国")
    assert len(told.facts) == MOST and told.more > 100


@pytest.mark.parametrize(
    "uid", [AIR, "person:韩正", "div:370000:山东省", "agency:生态环境部", "group:bth-air-lsg'"]
)
def test_the_page_of_statements_stands_alone(inside: Client, uid: str) -> None:
    answer = inside.get(f"/statement/{uid}")
    assert answer.status_code == 200
    rows = html.fromstring(answer.text).xpath("//section[@id='statements']//tbody/tr")
    assert bool(rows) == (not uid.endswith("'"))
    assert "各项记载" in inside.get(f"/statement/{uid}?lang=zh").text


def test_a_page_leads_to_its_statements_without_scripts(inside: Client) -> None:
    for address in (
        "/group/bth-air-lsg?as_of=2018-07-12",
        "/person/韩正",
        "/place/div:370000:山东省",
    ):
        (link,) = re.findall(r'<a href="(/statement/[^"]+)"', inside.get(address).text)
        assert inside.get(link).status_code == 200


def test_opened_in_a_page_it_shows_them_in_both_languages(
    loaded_server: Settings, browser: Browser
) -> None:
    with running(loaded_server) as base:
        context = browser.new_context()
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(f"{base}/?token={ENTRY.token}")
        for language, words in (("en", "Who says what"), ("zh", "各项记载的出处")):
            _opened(page, f"{base}/group/bth-air-lsg?as_of=2018-07-12&lang={language}", words)
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        context.close()


def _opened(page: Page, address: str, words: str) -> None:
    page.goto(address)
    page.get_by_text(words, exact=True).click()
    page.locator("details.statements tbody tr").first.wait_for()
    assert page.locator("details.statements tbody").count() == 21
    assert violations(page) == []


@pytest.fixture(scope="module")
def shipped_rows() -> Mapping[str, Rows]:
    """The rows of the package."""
    return package_rows(read_everything())
