"""Reading without a mouse, without colours, in either language."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.browser.conftest import Open, until
from tests.visualize.samples import GROUP, air_picture, supposed_picture, tree_picture, words
from visualize import IndexEntry, write_index

LOOKS = (("en", (1280, 390)), ("zh", (390, 1280)))
"""Each language with two widths: at both nothing may overflow, at the second axe looks at a page."""
ALL_RULES = {"resultTypes": ["violations"]}


def violations(page: Page, disk: bool = False) -> list[str]:
    """What axe finds; on a page from a `disk` it fetches no style sheets and speaks to no frame."""
    options = ALL_RULES | {"preload": not disk, "iframes": not disk}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {[n['html'][:120] for n in one['nodes']]}" for one in found]


def walk(page: Page) -> set[str]:
    """Every box that the keys reach from the first."""
    page.locator("#canvas").focus()
    page.keyboard.press("Home")
    seen, waiting = {chosen(page)}, [page.evaluate("page.chosen().node")]
    while waiting:
        index = waiting.pop()
        for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
            page.evaluate(f"page.choose({index})")
            page.keyboard.press(key)
            if chosen(page) not in seen:
                seen.add(chosen(page))
                waiting.append(page.evaluate("page.chosen().node"))
    return seen


def assert_no_violation(page: Page) -> None:
    """As it opens, and with table and details open."""
    assert violations(page) == []
    page.locator("#table summary").click()
    page.locator("#canvas").focus()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    assert violations(page) == []


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["air", "supposed", "tree"])
def test_no_axe_violation(show: Open, name: str, width: int, lang: str) -> None:
    pictures = {"air": air_picture, "supposed": supposed_picture}
    picture = pictures[name]() if name in pictures else tree_picture(5, 20)
    assert_no_violation(show(picture, width, lang))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_axe_violation_with_all_open(
    show: Open, width: int, scheme: Literal["light", "dark"], lang: str
) -> None:
    page = show(air_picture(), width, lang)
    page.emulate_media(color_scheme=scheme)
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    page.locator('input[data-kind="rank:8"]').uncheck()
    page.locator("#sources summary").click()
    page.locator("#table summary").click()
    page.locator("#canvas").focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.locator("#link").focus()
    page.keyboard.press("Enter")
    page.locator("#link-text").wait_for(state="visible")
    page.locator("#query").fill("a")
    page.locator("#query").press("ArrowDown")
    for part in ("panel", "link-box", "matches", "boxes", "ties", "first-view"):
        assert page.locator(f"#{part}").is_visible(), part
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_axe_violation_in_the_index(show: Open, tmp_path: Path, lang: str, width: int) -> None:
    entry = IndexEntry(words("大气"), words("STRONG"), 1, 1.0, "大气.html", words("A sentence."))
    write_index(words("Pages"), [entry], tmp_path / "index.html")
    page = show(tmp_path / "index.html", width, lang)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def chosen(page: Page) -> str:
    return str(page.evaluate("page.picture.nodes[page.chosen().node].uid"))


@pytest.mark.parametrize("picture", [air_picture(), tree_picture(6, 30)])
def test_arrows_reach_every_box(show: Open, picture: object) -> None:
    page = show(picture)
    assert len(walk(page)) == page.evaluate("page.picture.nodes.length")


def test_enter_opens_details_and_escape_returns(show: Open) -> None:
    page = show(air_picture())
    live = page.locator("#live")
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowDown")
    assert chosen(page) == GROUP
    page.keyboard.press("ArrowDown")
    assert "Vice-Premier of the State Council, chair, 9 national, deputy" in live.inner_text()
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    assert "韩正" in panel.inner_text()
    assert page.evaluate("document.activeElement.id") == "panel"
    assert panel.locator("a").count() == 1, "a source without official address is plain text"
    assert "粤港澳大湾区建设领导小组首次会议" in panel.inner_text()
    panel.get_by_role("button", name="→ Beijing: LINE +1").click()
    assert panel.locator("h2").inner_text() == "Vice-Premier of the State Council → Beijing"
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.id") == "canvas"


def test_a_click_opens_what_was_clicked(show: Open) -> None:
    page = show(air_picture())
    for target, title in (("boxes", "Tianjin"), ("badges", "The centre")):
        kind = "nodes" if target == "boxes" else "ties"
        find = "(n) => n.uid === '120000'" if kind == "nodes" else "(t) => t.end === '120000'"
        index = page.evaluate(f"page.picture.{kind}.findIndex({find})")
        x, y = page.evaluate(f"page.form().{target}[{index}]")[:2]
        at = page.evaluate("([x, y]) => page.network.canvasToDOM({x, y})", [x, y])
        page.locator("#canvas").click(position=at)
        until(page, "!document.getElementById('panel').hidden")
        heading = page.locator("#panel-title").inner_text()
        assert heading == (title if kind == "nodes" else heading)
        assert "Tianjin" in heading
    assert heading == "Vice-Premier of the State Council → Tianjin"


def test_search_acts_on_enter_and_steps_through_hits(show: Open) -> None:
    page = show(air_picture())
    query = page.locator("#query")
    query.fill("山东")
    assert page.evaluate("page.chosen().node") == -1
    query.press("Enter")
    assert chosen(page) == "370000"
    query.fill("MINISTRY")
    query.press("Enter")
    first = chosen(page)
    query.press("Enter")
    assert chosen(page) != first
    assert "2 / 6" in page.locator("#live").inner_text()
    query.fill("nowhere")
    query.press("Enter")
    assert page.locator("#live").inner_text() == "Nothing found"


def test_the_language_changes_everything_and_is_remembered(show: Open) -> None:
    page = show(air_picture())
    assert page.title().startswith("LSG for air pollution")
    page.get_by_role("button", name="中文").click()
    for _ in range(2):
        assert page.evaluate("document.documentElement.lang") == "zh-Hans"
        assert page.title() == "京津冀及周边地区大气污染防治领导小组"
        assert page.locator('.w[lang="en"]:visible').count() == 0
        assert page.locator("footer").inner_text().startswith("术语、类型与数值")
        texts = page.evaluate("page.form().texts.map(([tag, main]) => tag + main.join(''))")
        assert "组长国务院副总理" in texts
        assert "统属 +1" in page.evaluate("page.form().badges.filter(Boolean).map((b) => b[2])")
        page.reload()
    page.get_by_role("button", name="English").click()
    assert page.locator('.w[lang="zh-Hans"]:visible').count() == 0
    assert page.evaluate("location.hash") == "#lang=en"


def tab_to(page: Page, wanted: str) -> None:
    """Tab until the element of an id has the focus, at most once round the page."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if active(page) == wanted:
            return
    raise AssertionError(f"Tab does not reach {wanted}")


def active(page: Page) -> str:
    """Id of the focused element, else what it switches or says."""
    return str(
        page.evaluate(
            "(({id, dataset, textContent}) => id || dataset.kind || textContent.trim())"
            "(document.activeElement)"
        )
    )


def test_the_tab_key_goes_through_the_page_in_reading_order(show: Open) -> None:
    page = show(air_picture())
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        seen.append(active(page))
    kinds = page.evaluate(
        "[...document.querySelectorAll('#filters input')].map((i) => i.dataset.kind)"
    )
    assert len(kinds) == 5 + 5 + 5 + 1 + 6
    assert [one.split(":")[0].replace("查找", "") for one in seen[:3]] == [
        "English", "中文", "Sources of all on this page本页全部来源"
    ]  # fmt: skip
    assert seen[3:] == [
        "query", "Find查找", "smaller", "whole", "larger", "png", "svg", "link",
        "only", "fold", "COMMAND", "colour", "canvas", "show-all", *kinds, seen[-1]
    ]  # fmt: skip
    assert seen[-1].startswith("Everything drawn")


def test_the_whole_page_by_keyboard_alone(show: Open) -> None:
    """Every interaction once, from the first Tab on, without a pointer."""
    page = show(air_picture())
    press = page.keyboard.press
    page.keyboard.press("Tab")
    press("Tab")
    press("Enter")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    press("Shift+Tab")
    press("Enter")
    assert page.evaluate("document.documentElement.lang") == "en"
    press("Tab")
    press("Tab")
    press("Enter")
    assert page.locator("#sources a").first.is_visible()
    tab_to(page, "query")
    page.keyboard.type("shan")
    for _ in range(2):
        press("ArrowDown")
    press("Enter")
    assert chosen(page) == "370000"
    for name in ("png", "svg"):
        tab_to(page, name)
        with page.expect_download():
            press("Enter")
    tab_to(page, "link")
    press("Enter")
    until(page, "location.hash.includes('node=370000')")
    until(page, "document.getElementById('live').textContent.includes('link')")
    tab_to(page, "canvas")
    press("ArrowLeft")
    assert chosen(page) == "150000"
    for key in ("+", "-", "0"):
        press(key)
    press("Enter")
    assert active(page) == "panel"
    press("Tab")
    assert active(page) == "close"
    press("Tab")
    assert page.evaluate("document.activeElement.href").startswith("https://app.www.gov.cn/")
    press("Tab")
    press("Enter")
    assert (
        "Vice-Premier of the State Council → Inner Mongolia" in page.locator("#panel").inner_text()
    )
    press("Escape")
    assert active(page) == "canvas" and not page.locator("#panel").is_visible()
    tab_to(page, "show-all")
    tab_to(page, "role:member")
    press("Space")
    assert page.locator("#filtered").inner_text().startswith("Showing 7 of 20 boxes")
    tab_to(page, "canvas")
    press("End")
    assert chosen(page) == "130000"
    tab_to(page, "first-view")
    press("Enter")
    assert page.locator("#filtered").inner_text().startswith("Showing 20 of 20 boxes")
    for _ in range(60):
        press("Tab")
        if active(page).startswith("Everything drawn"):
            break
    press("Enter")
    assert page.locator("#boxes tbody tr:visible").count() == 20
    press("Tab")
    assert (
        page.evaluate("document.activeElement.getAttribute('aria-labelledby')") == "boxes-caption"
    )
