"""The application in a real Chromium: the way of a reader, by keyboard, on a phone, without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.regions.compare import compare as real
from graph.settings import Settings
from tests.browser.conftest import browser_type_launch_args as browser_type_launch_args
from tests.browser.test_access import LOOKS, violations
from tests.web.conftest import ENTRY, STATEMENTS, running
from web.screens import compare

SCREENS = (
    "/groups?as_of=2018-12-25", "/group/bth-air-lsg?as_of=2018-07-12",
    "/group/jinan-laiwu?as_of=2018-12-25&suppose=济南市市长", "/person/韩正", "/place/div:370000:山东省",
    "/ask", "/ask/seats_of_group?group=济莱协作区&as_of=2018-12-25", f"/cypher?statement={STATEMENTS['one']}",
    "/api", "/nowhere", "/group/济莱协做区", "/compare", "/compare?a=长三角&edit=1", "/compare?a=长三角",
    "/network", "/network?of=山东省&as_of=2018-12-25", "/network?of=长三角&as_of=2018-12-25&stale=1",
    "/network/way?one=韩正&other=济南市&as_of=2018-12-25",
)  # fmt: skip
PATIENCE_MS = 60_000


@dataclass
class Watched:
    """A page inside the application, and what it did that it must not do."""

    page: Page
    base: str
    faults: list[str] = field(default_factory=list)

    def go(self, address: str) -> Page:
        """Open an address of the application."""
        self.page.goto(f"{self.base}{address}")
        return self.page

    def watch(self) -> None:
        """Note every message, error and request to elsewhere."""
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda said: self._said(said.text))
        self.page.on("request", lambda request: self._asked(request.url))

    def _said(self, text: str) -> None:
        # The browser itself reports the status of a page that is not there.
        if "the server responded with a status of" not in text:
            self.faults.append(text)

    def _asked(self, url: str) -> None:
        if not url.startswith((self.base, "data:", "blob:")):
            self.faults.append(url)


Enter = Callable[..., Watched]


@pytest.fixture(scope="module")
def site(loaded_server: Settings) -> Iterator[str]:
    """The address of the application over the loaded graph."""
    with running(loaded_server) as found:
        yield found


@pytest.fixture
def enter(browser: Browser, site: str) -> Iterator[Enter]:
    """Opens windows of somebody who has entered; a fault in any of them fails the test."""
    yield from windows(browser, site)


def windows(browser: Browser, site: str, patience: int = PATIENCE_MS) -> Iterator[Enter]:
    """Opens windows at an address, closes them in the end and looks for faults."""
    opened: list[Watched] = []

    def made(width: int = 1280, lang: str = "en", scripts: bool = True) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce",
            java_script_enabled=scripts, locale="zh-CN" if lang == "zh" else "en-GB",
        )  # fmt: skip
        found = Watched(context.new_page(), site)
        found.watch()
        found.page.set_default_timeout(patience)
        opened.append(found)
        found.go(f"/?token={ENTRY.token}")
        return found

    yield made
    for one in opened:
        one.page.context.close()
        assert one.faults == []


@pytest.mark.parametrize(("lang", "widths"), LOOKS)
def test_no_violation_and_no_overflow(enter: Enter, lang: str, widths: tuple[int, int]) -> None:
    reader = enter(widths[0], lang)
    for address in SCREENS:
        page = reader.go(address)
        assert page.evaluate("document.documentElement.lang") == {"zh": "zh-Hans"}.get(lang, "en")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert violations(page) == [], address


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_comparison_goes_from_the_form_to_the_report(enter: Enter, scripts: bool) -> None:
    reader = enter(scripts=scripts)
    page = reader.go("/compare")
    for number, name in enumerate(("长三角@2019", "广东省"), 1):
        page.get_by_label(f"Region {number}").fill(name)
    page.get_by_label("Region 2").press("Enter")
    page.wait_for_url("**a=*b=*")
    page.reload()
    page.locator("#known").wait_for(timeout=300_000)
    assert page.locator("#known tbody tr").count() == 2
    if scripts:
        assert violations(page) == []
        frame = page.frame_locator("iframe.report")
        assert "长三角" in frame.locator("h1").inner_text()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Word").click()
    assert saved.value.suggested_filename == "comparison.docx"


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Comparisons that begin once the test has ended: a warm server is done before a key is pressed."""
    ended = Event()

    def later(*asked: Any, **named: Any) -> Any:
        ended.wait(PATIENCE_MS / 1000)
        return real(*asked, **named)

    monkeypatch.setattr(compare, "compare", later)
    yield
    ended.set()


@pytest.mark.usefixtures("held")
def test_a_comparison_is_cancelled_by_keyboard(enter: Enter) -> None:
    page = enter().go("/compare?a=山东省&b=广东省&as_of=2016-06-30")
    page.get_by_role("button", name="Cancel").press("Enter")
    page.wait_for_url("**edit=1*")
    assert page.get_by_label("Region 2").input_value() == "广东省"


def test_a_network_opens_with_its_matrix_and_fades_what_is_stale(enter: Enter) -> None:
    page = enter().go("/network?of=山东省&as_of=2018-12-25&stale=1")
    page.locator("iframe.picture").scroll_into_view_if_needed()
    frame = page.frame_locator("iframe.picture")
    frame.locator("#grid tbody tr").first.wait_for()
    ticked = frame.locator("#m-stale:checked, #m-stale-box[hidden]")
    ticked.first.wait_for(state="attached")
    page.get_by_role("link", name="How the groups are led").click()
    page.wait_for_url("**view=strip*")
    assert page.locator("#groups tbody tr").count() > 0


def test_the_token_leaves_the_address_and_a_cookie_stays(enter: Enter) -> None:
    reader = enter()
    assert reader.page.url == f"{reader.base}/groups"
    (cookie,) = [one for one in reader.page.context.cookies() if "lsgraph_" in one["name"]]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")


def test_from_the_list_to_a_group_by_keyboard(enter: Enter) -> None:
    page = enter().page
    page.get_by_label("Name, chair or uid").focus()
    page.keyboard.type("大气")
    page.keyboard.press("Enter")
    page.wait_for_url("**/groups?text=*")
    assert page.evaluate("document.activeElement.id") == "f-text", "the focus stays in the field"
    rows = page.locator("#groups tbody tr")
    few = rows.count()
    assert 1 <= few < 38
    page.get_by_label("Type", exact=True).select_option("STRONG")
    page.wait_for_url("**type=STRONG*")
    assert "sort=" not in page.url and "region=" not in page.url, "empty choices are left out"
    assert 1 <= rows.count() <= few
    page.reload()
    assert page.get_by_label("Type", exact=True).input_value() == "STRONG"
    page.go_back()
    expect(page.get_by_label("Type", exact=True)).to_have_value("")
    link = page.get_by_role("link", name="LSG for air pollution control in Beijing-Tianjin-Hebei")
    link.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/group/bth-air-lsg")
    assert "STRONG" in page.locator(".caption").inner_text()


def test_a_chair_is_supposed_with_a_title_that_is_completed(enter: Enter) -> None:
    page = enter().go("/group/jinan-laiwu?as_of=2018-12-25")
    field = page.get_by_label("Suppose a chair (title)")
    field.press_sequentially("北京市市")
    page.locator("#g-posts option[value='北京市市长']").wait_for(state="attached")
    field.fill("济南市市长")
    field.press("Enter")
    page.wait_for_url("**suppose=*")
    assert "as_of=2018-12-25" in page.url and "member=" not in page.url
    assert page.locator(".caption").inner_text().startswith("Supposed, not documented.")


def test_the_picture_stands_in_the_page(enter: Enter) -> None:
    page = enter().go("/group/bth-air-lsg?as_of=2018-07-12")
    page.locator("iframe.picture").scroll_into_view_if_needed()
    frame = page.frame_locator("iframe.picture")
    frame.locator("#canvas canvas").wait_for()
    frame.locator("#query").fill("Henan")
    frame.locator("#query").press("Enter")
    with page.expect_download() as saved:
        frame.locator("#svg").click()
    assert saved.value.suggested_filename.endswith(".svg")


def test_a_question_is_asked_and_taken_away(enter: Enter) -> None:
    page = enter().go("/ask/seats_of_group")
    group = page.get_by_label("group *")
    group.press_sequentially("济莱")
    page.locator("#p-group-list option[value='济莱协作区建设领导小组']").wait_for(state="attached")
    group.fill("济莱协作区")
    page.get_by_label("as_of *").fill("2018")
    page.keyboard.press("Enter")
    page.wait_for_url("**run=1*")
    assert page.locator("#answer, #result").first.is_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Excel").click()
    assert saved.value.suggested_filename == "seats_of_group.xlsx"


def test_the_language_is_changed_and_kept(enter: Enter) -> None:
    page = enter().go("/groups?as_of=2018-12-25&type=STRONG")
    page.get_by_role("link", name="中文").click()
    assert page.locator("h1").inner_text() == "领导小组"
    assert "type=STRONG" in page.url
    page.get_by_role("link", name="提问").click()
    assert page.locator("h1").inner_text() == "可提的问题"


def test_without_scripts_there_are_tables_and_forms(enter: Enter) -> None:
    reader = enter(scripts=False)
    page = reader.go("/groups")
    assert page.locator("#groups tbody tr").count() == 38
    page.get_by_label("Field").select_option("water")
    page.get_by_role("button", name="Show").click()
    assert 0 < page.locator("#groups tbody tr").count() < 38
    reader.go("/group/bth-air-lsg?as_of=2018-07-12")
    assert page.locator("#roster tbody tr").count() == 20
    reader.go("/ask/seats_of_group?group=bth-air-lsg&as_of=2018-07-12")
    assert page.locator("#answer tbody tr").count() == 20


def test_the_skip_link_leads_to_the_content(enter: Enter) -> None:
    page = enter().go("/ask")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
