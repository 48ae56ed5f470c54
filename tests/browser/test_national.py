"""The national page in a browser: what it draws, finds, remembers, and how a keyboard walks it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page

from bench.nation import shipped_nation
from graph.pictures.nation import Nation
from tests.browser.attacks import ATTACKS
from tests.browser.conftest import Open
from tests.browser.test_access import violations
from tests.browser.test_picture import INK
from tests.visualize.nations import hostile_nation, small_nation, wide_nation
from visualize.national import write_nation
from visualize.national.page import MOST_VISIBLE, SCRIPTS

ink_script = INK.replace("page.network", "nation.network")


@pytest.fixture(scope="session")
def china(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the shipped divisions and townships."""
    path = tmp_path_factory.mktemp("china") / "中国.html"
    write_nation(shipped_nation(), path)
    return path


def of(nation: Nation, folder: Path) -> Path:
    write_nation(nation, folder / "nation.html")
    return folder / "nation.html"


def drawn(page: Page) -> list[int]:
    found: list[int] = page.evaluate("nation.plan().order")
    return found


def chosen(page: Page) -> str:
    return str(page.evaluate("world.codes[nation.chosen()]"))


def tree(page: Page) -> Locator:
    return page.locator("#tree")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def find(page: Page, text: str) -> None:
    page.locator("#query").fill(text)
    page.locator("#query").press("Enter")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_first_view_lies_inside_the_page(
    show: Open, china: Path, width: int, lang: str
) -> None:
    page = show(china, width, lang)
    assert len(drawn(page)) == 35
    canvas = page.locator("#canvas canvas").bounding_box()
    assert canvas and canvas["x"] >= 0 and canvas["x"] + canvas["width"] <= width
    assert canvas["y"] < 500, "the drawing begins on the first screen"
    boxes = page.evaluate("nation.plan().order.map((i) => nation.plan().boxes.get(i))")
    for x, y, across, high in boxes:
        for sx, sy in ((-1, -1), (1, 1)):
            at = {"x": x + sx * across / 2, "y": y + sy * high / 2}
            corner = page.evaluate("(at) => nation.network.canvasToDOM(at)", at)
            assert 0 < corner["x"] < canvas["width"] and 0 < corner["y"] < canvas["height"]
        assert page.evaluate(ink_script, [x, y, across, high]) > 60
    for number, (x, y, across, _) in enumerate(boxes):
        for ox, oy, other, _ in boxes[:number]:
            assert oy != y or abs(x - ox) >= (across + other) / 2, "no box lies on another"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_tie_has_ink_at_its_unit(show: Open, china: Path) -> None:
    page = show(china)
    routes = page.evaluate("[...nation.plan().routes.values()]")
    assert len(routes) == 33
    for route in routes:
        (x1, y1), (x2, y2) = route[-2:]
        assert page.evaluate(ink_script, [(x1 + x2) / 2, (y1 + y2) / 2, 6, 6]) > 2


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_axe_violation(show: Open, china: Path, width: int, lang: str) -> None:
    page = show(china, width, lang)
    assert violations(page) == []
    page.locator("#table summary").click()
    find(page, "370112")
    page.locator("#query").fill("jinan")
    assert page.locator("#results li").count() > 1
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []


def test_a_keyboard_walks_the_tree(show: Open, tmp_path: Path) -> None:
    page = show(of(small_nation(), tmp_path))
    tree(page).focus()
    item = tree(page).locator("[role=treeitem]:not([hidden])")
    press(page, "Home")
    assert chosen(page) == "100000" and item.get_attribute("aria-expanded") == "true"
    press(page, "ArrowRight", "ArrowDown")
    assert chosen(page) == "610000"
    told = {name: item.get_attribute(f"aria-{name}") for name in ("level", "posinset", "setsize")}
    assert told == {"level": "2", "posinset": "2", "setsize": "2"}
    assert item.get_attribute("aria-expanded") == "false"
    assert item.inner_text() == "Shaanxi, province"
    assert tree(page).get_attribute("aria-activedescendant") == item.get_attribute("id")
    press(page, "ArrowRight")
    assert chosen(page) == "610000" and item.get_attribute("aria-expanded") == "true"
    assert "Shaanxi, province, opened. Showing 5 of 6 units." in page.locator("#live").inner_text()
    press(page, "ArrowRight")
    assert chosen(page) == "610100"
    press(page, "Enter", "ArrowDown")
    assert chosen(page) == "610199" and item.get_attribute("aria-expanded") is None
    press(page, "ArrowRight", "ArrowLeft")
    assert chosen(page) == "610100"
    press(page, "ArrowLeft")
    assert chosen(page) == "610100" and item.get_attribute("aria-expanded") == "false"
    press(page, "End")
    assert chosen(page) == "710000"
    press(page, "s")
    assert chosen(page) == "140000"
    press(page, "s", "Enter", "ArrowLeft", "ArrowLeft")
    assert chosen(page) == "100000" and item.get_attribute("aria-expanded") == "false"
    assert len(drawn(page)) == 2


def test_everything_can_be_reached_by_tab(show: Open, tmp_path: Path) -> None:
    page = show(of(small_nation(), tmp_path))
    tree(page).focus()
    press(page, "ArrowDown", "ArrowDown", "Enter", "ArrowRight")
    press(page, "Tab")
    assert page.evaluate("document.activeElement.id") == "details"
    press(page, "Tab")
    assert page.evaluate("document.activeElement.textContent") == "国"
    press(page, "Enter")
    assert chosen(page) == "100000"
    reached = set()
    for _ in range(30):
        press(page, "Tab")
        reached.add(page.evaluate("document.activeElement.id"))
    assert {"query", "smaller", "whole", "larger", "png", "kind", "tree"} <= reached


def test_a_click_opens_and_closes(show: Open, china: Path) -> None:
    page = show(china)
    i = page.evaluate("world.find('370000')")

    def click() -> None:
        x, y = page.evaluate(f"nation.plan().boxes.get({i})")[:2]
        at = page.evaluate("([x, y]) => nation.network.canvasToDOM({x, y})", [x, y])
        before = len(drawn(page))
        tree(page).click(position=at)
        page.wait_for_function(f"() => nation.plan().order.length !== {before}")

    click()
    assert len(drawn(page)) == 35 + 16
    assert page.locator("#details-title").inner_text() == "Shandong"
    text = page.evaluate(f"nation.plan().texts.get({i})")
    assert text == "▾ Shandong"
    click()
    assert len(drawn(page)) == 35
    assert page.evaluate(f"nation.plan().texts.get({i})") == "▸ Shandong +1,978"


def test_the_details_tell_everything_with_sources(show: Open, tmp_path: Path) -> None:
    page = show(of(small_nation(), tmp_path))
    find(page, "xi'an")
    told = page.locator("#details").inner_text()
    for part in ("西安", "610100", "prefecture", "sub-provincial city", "rank unknown",
                 "by rule 6 bureau, chief", "contested", "known by 1980-12-31 to now",
                 "statutory leadership"):  # fmt: skip
        assert part in told
    find(page, "lvhe")
    assert chosen(page) == "610199"
    assert "acting leadership" in page.locator("#details").inner_text()
    find(page, "140000")
    assert "table" in page.locator("#details ul").first.inner_text()
    assert "act" in page.locator("#details ul").last.inner_text()
    page.get_by_role("button", name="中文").click()
    assert "代码" in page.locator("#details").inner_text()


LIUBU = "370112019"
"""The code of 柳埠街道."""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("柳埠街道", LIUBU),
        ("LIUBU", LIUBU),
        (LIUBU, LIUBU),
        ("Shaanxi", "610000"),
        ("xi an", "610100"),
    ],
)
def test_search_opens_the_path_and_chooses(show: Open, china: Path, text: str, code: str) -> None:
    page = show(china)
    before = drawn(page)
    page.locator("#query").fill(text)
    assert drawn(page) == before and chosen(page) == "100000", "typing opens nothing"
    page.locator("#query").blur()
    assert drawn(page) == before, "leaving opens nothing"
    page.locator("#query").press("Enter")
    assert chosen(page) == code
    i = page.evaluate("nation.chosen()")
    assert i in drawn(page)
    assert all(page.evaluate(f"world.above({i}).map(nation.isOpen)"))
    assert page.evaluate("document.activeElement.id") == "tree"
    at = page.evaluate(
        f"(([x, y]) => nation.network.canvasToDOM({{x, y}}))(nation.plan().boxes.get({i}))"
    )
    size = tree(page).bounding_box()
    assert size and 0 < at["x"] < size["width"] and 0 < at["y"] < size["height"]


def test_a_result_is_taken_by_arrow_or_click(show: Open, china: Path) -> None:
    page = show(china, lang="zh")
    page.locator("#query").fill("鼓楼区")
    options = page.locator("#results li")
    assert options.count() == 4
    codes = [text.split("·")[1].strip() for text in options.all_inner_texts()]
    press_on = page.locator("#query")
    press_on.press("ArrowDown")
    press_on.press("ArrowDown")
    assert press_on.get_attribute("aria-activedescendant") == "result-1"
    press_on.press("Enter")
    assert chosen(page) == codes[1]
    assert not page.locator("#results").is_visible()
    page.locator("#query").fill("鼓楼区")
    options.nth(2).click()
    assert chosen(page) == codes[2]
    page.locator("#query").fill("无此地")
    page.locator("#query").press("Enter")
    assert page.locator("#live").inner_text() == "未找到"


def test_the_table_equals_the_drawing(show: Open, china: Path) -> None:
    page = show(china)
    page.locator("#table summary").click()

    def compare() -> None:
        page.wait_for_timeout(50)
        rows = page.locator("#units tbody tr").evaluate_all("(r) => r.map((o) => +o.dataset.unit)")
        assert rows == drawn(page)
        in_network = page.evaluate("nation.network.body.nodeIndices")
        assert sorted(in_network) == sorted(rows)
        edges = page.evaluate(
            "Object.values(nation.network.body.edges).map((e) => [e.fromId, e.toId])"
        )
        ties = page.evaluate("[...nation.plan().routes.keys()].map((i) => [world.parent[i], i])")
        assert sorted(edges) == sorted(ties)

    compare()
    find(page, "历城区")
    compare()
    tree(page).focus()
    press(page, "Enter")
    compare()
    row = page.locator("#units tbody tr", has_text="Licheng").first.inner_text()
    assert "370112" in row and "Jinan (statutory leadership)" in row
    page.locator("#levels input[value=county]").uncheck()
    compare()


def test_no_more_than_the_limit_is_drawn(show: Open, tmp_path: Path) -> None:
    page = show(of(wide_nation(20, 300), tmp_path))
    assert MOST_VISIBLE == 1500
    tree(page).focus()
    for number in range(6):
        page.evaluate(f"nation.toggle(world.find('{number + 11}0000'))")
        assert len(drawn(page)) <= MOST_VISIBLE
    opened = page.evaluate("[...nation.opened].map((i) => world.codes[i])")
    assert opened == ["100000", "130000", "140000", "150000", "160000"]
    assert page.locator("#shown").inner_text() == "Showing 1,221 of 6,021 units."
    assert (
        "p0, p1" in page.locator("#live").inner_text() or "p1" in page.locator("#live").inner_text()
    )
    assert page.locator("#closed").inner_text().startswith(" Closed to stay within 1,500: p1")


def test_a_family_beyond_the_limit_is_drawn_in_part_and_found_whole(
    show: Open, tmp_path: Path
) -> None:
    page = show(of(wide_nation(1, 3000), tmp_path))
    page.evaluate("nation.toggle(world.find('110000'))")
    assert len(drawn(page)) == 402
    find(page, "113999")
    assert chosen(page) == "113999"
    assert len(drawn(page)) <= MOST_VISIBLE


def test_filters_keep_the_way_to_what_they_keep(show: Open, china: Path) -> None:
    page = show(china)
    page.locator("#levels input[value=township]").uncheck()
    assert page.locator("#shown").inner_text() == "Showing 35 of 3,215 units."
    find(page, "370112")
    assert page.evaluate("world.children(nation.chosen()).length") == 0
    page.locator("#levels input[value=township]").check()
    page.locator("#kind").select_option("自治旗")
    kinds = page.evaluate(
        "[...Array(world.count).keys()].filter(world.shown).map((i) => world.kind(i)[1])"
    )
    assert kinds.count("自治旗") == 3
    assert page.locator("#shown").inner_text() == "Showing 0 of 3 units, and 2 above them."
    find(page, "柳埠街道")
    assert page.locator("#kind").input_value() == "", "a unit that is found is shown"
    for level in ("country", "province", "prefecture", "county", "township"):
        page.locator(f"#levels input[value={level}]").uncheck()
    assert drawn(page) == []
    assert page.locator("#shown").inner_text() == "Showing 0 of 0 units."
    page.locator("#levels input[value=province]").check()
    assert len(drawn(page)) >= 1


def test_a_link_restores_what_was_seen(show: Open, china: Path) -> None:
    page = show(china)
    find(page, "柳埠街道")
    page.locator("#levels input[value=prefecture]").uncheck()
    page.locator("#larger").click()
    page.get_by_role("button", name="中文").click()
    state = """[location.hash, nation.plan().order, nation.chosen(), [...nation.opened], filters.off(),
      document.documentElement.lang, Object.values(nation.view()).map(Math.round)]"""
    page.wait_for_timeout(300)
    before = page.evaluate(state)
    assert "at=" in before[0] and "levels=" in before[0] and "view=" in before[0]
    page.reload()
    page.wait_for_timeout(300)
    assert page.evaluate(state) == before
    page.evaluate("location.hash = 'lang=en'")
    page.wait_for_function("() => nation.plan().order.length === 35")
    assert page.evaluate("location.hash") == "#lang=en"
    for wrong in (
        "open=1,2,~99999999,~x&at=~-1&view=a,b",
        "open=%00&levels=x&kind=y&view=1e99,NaN,-1",
    ):
        page.evaluate(f"location.hash = {wrong!r}")
        page.wait_for_timeout(250)
        page.evaluate("nation.again()")


def test_the_wheel_moves_the_drawing_and_then_the_page(show: Open, china: Path) -> None:
    page = show(china, height=500)
    for code in ("370000", "440000", "510000"):
        page.evaluate(f"nation.toggle(world.find('{code}'))")
    page.locator("#whole").click()
    tree(page).hover(position={"x": 200, "y": 50})
    top = page.evaluate("nation.view().top")
    page.mouse.wheel(0, 120)
    page.wait_for_function(f"() => nation.view().top > {top}")
    scrolled = page.evaluate("scrollY")
    for _ in range(40):
        page.mouse.wheel(0, 200)
    page.wait_for_function(f"() => scrollY > {scrolled}")


def test_the_png_and_the_paper_hold_all_that_is_open(show: Open, china: Path) -> None:
    page = show(china)
    for code in ("370000", "440000", "510000", "370100"):
        page.evaluate(f"nation.toggle(world.find('{code}'))")
    with page.expect_download() as waiting:
        page.locator("#png").click()
    body = waiting.value.path().read_bytes()
    assert body.startswith(b"\x89PNG")
    plan = page.evaluate("[nation.plan().width, nation.plan().height]")
    size = [int.from_bytes(body[at : at + 4], "big") for at in (16, 20)]
    assert size[0] == 2 * plan[0] and size[1] > 2 * plan[1]
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator("#print canvas")
    assert (
        printed.first.is_visible() and not page.locator("#canvas, button, .help").first.is_visible()
    )
    corner = "(c) => [...c.getContext('2d').getImageData(2, 2, 1, 1).data]"
    assert printed.first.evaluate(corner) == [255, 255, 255, 255]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert printed.count() == 0


def test_a_smaller_window_is_laid_out_anew(show: Open, china: Path) -> None:
    page = show(china)
    assert page.evaluate("nation.plan().width") > 700
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_function("() => nation.plan().width < 400")
    page.wait_for_function("() => nation.network.getScale() === 1")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [1280, 390])
def test_hostile_text_runs_nothing(show: Open, tmp_path: Path, width: int) -> None:
    texts = list(ATTACKS.values())
    page = show(of(hostile_nation(texts), tmp_path), width)
    page.locator("#table summary").click()
    tree(page).focus()
    for number in range(len(texts)):
        page.evaluate(f"nation.show({number}); nation.toggle({number})")
        assert page.locator("#details dt").count() >= 8
    assert len(drawn(page)) == len(texts)
    page.get_by_role("button", name="中文").click()
    for text in texts:
        page.locator("#query").fill(text[:60])
        page.locator("#query").press("Enter")
    for name in ("png", "svg"):
        with page.expect_download():
            page.locator(f"#{name}").click()
    page.locator("#kind").select_option(index=7)
    page.locator("#levels input").nth(3).uncheck()
    page.reload()
    assert page.evaluate("window.ran") is None
    assert page.evaluate("({}).ran") is None
    assert page.locator("img, iframe, object, embed, base").count() == 0
    assert page.locator("a[href^='javascript' i]").count() == 0
    assert page.locator("script:not([type])").count() == len(SCRIPTS)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_svg_holds_a_box_for_each_unit_drawn(show: Open, china: Path) -> None:
    page = show(china, lang="zh")
    find(page, "历城区")
    with page.expect_download() as waiting:
        page.locator("#svg").click()
    assert waiting.value.suggested_filename == "中国行政区划层级-2026-09-11.svg"
    root = ElementTree.parse(waiting.value.path()).getroot()
    space = {"s": "http://www.w3.org/2000/svg"}
    titles = [one.text for one in root.findall(".//s:g[@class='box']/s:title", space)]
    assert len(titles) == len(drawn(page)) and "历城区, 县级" in titles
    assert len(root.findall(".//s:g[@class='tie']", space)) == len(drawn(page)) - 2
