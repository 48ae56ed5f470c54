"""Reading without a mouse, without colours, in either language."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.browser.conftest import Open, until
from tests.visualize.samples import GROUP, air_picture, supposed_picture, tree_picture, words
from visualize import IndexEntry, write_index

ALL_RULES = {"resultTypes": ["violations"]}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=ALL_RULES).response["violations"]
    return [f"{one['id']}: {[n['html'][:120] for n in one['nodes']]}" for one in found]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["air", "supposed", "tree"])
def test_no_axe_violation(show: Open, name: str, width: int, lang: str) -> None:
    pictures = {"air": air_picture, "supposed": supposed_picture}
    picture = pictures[name]() if name in pictures else tree_picture(5, 20)
    page = show(picture, width, lang)
    assert violations(page) == []
    page.locator("#table summary").click()
    page.locator("#canvas").focus()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    assert violations(page) == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_axe_violation_in_the_dark(show: Open, lang: str) -> None:
    page = show(air_picture(), lang=lang)
    page.emulate_media(color_scheme="dark")
    page.locator("#table summary").click()
    assert violations(page) == []


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
    page.locator("#canvas").focus()
    page.keyboard.press("Home")
    seen, open_ = {chosen(page)}, [0]
    while open_:
        index = open_.pop()
        for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
            page.evaluate(f"page.choose({index})")
            page.keyboard.press(key)
            if chosen(page) not in seen:
                seen.add(chosen(page))
                open_.append(page.evaluate("page.chosen().node"))
    assert len(seen) == page.evaluate("page.picture.nodes.length")


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
