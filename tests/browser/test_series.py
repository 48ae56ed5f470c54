"""A group through time in a browser: the slider, what changed, and a table that follows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.test_access import violations
from tests.browser.test_picture import ink
from tests.visualize.series_samples import LOST, RISEN, air_series
from visualize.page.series import write_series

DAYS = ["2013-10-23", "2015-05-01", "2015-06-01", "2018-07-03"]
ROWS = "(rows) => rows.map((row) => ({...row.dataset}))"


@pytest.fixture
def series(tmp_path: Path) -> Path:
    """The page of four moments."""
    write_series(air_series(), tmp_path / "小组 时间.html")
    return tmp_path / "小组 时间.html"


def day(page: Page) -> str:
    return str(page.evaluate("page.picture.as_of"))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_axe_violation_on_any_day(show: Open, series: Path, width: int, lang: str) -> None:
    page = show(series, width, lang)
    page.locator("#table summary").click()
    for number in range(4):
        page.evaluate(f"page.show({number})")
        assert violations(page) == []
    page.evaluate("page.choose(2); page.panel.node(2)")
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_day_has_its_ink_where_it_belongs(
    show: Open, series: Path, width: int, lang: str
) -> None:
    page = show(series, width, lang)
    tops = set()
    for number in range(4):
        page.evaluate(f"page.show({number})")
        page.evaluate("new Promise(requestAnimationFrame)")
        canvas = page.locator("#canvas canvas").bounding_box()
        assert canvas and canvas["x"] >= 0 and canvas["x"] + canvas["width"] <= width
        tops.add((canvas["y"], canvas["height"]))
        form = page.evaluate("page.form()")
        for box in [*form["boxes"], *(box for box, _ in form["gone"])]:
            corner = page.evaluate("([x, y]) => page.network.canvasToDOM({x, y})", box)
            assert 0 < corner["x"] < canvas["width"] and 0 < corner["y"] < canvas["height"]
            assert ink(page, box) > 40
    assert len(tops) == 1, "the picture stays where it is while the days change"


def test_the_table_equals_what_is_drawn_on_each_day(show: Open, series: Path) -> None:
    page = show(series)
    page.locator("#table summary").click()
    for number, moment in enumerate(air_series().moments):
        page.evaluate(f"page.show({number})")
        boxes = page.locator("#boxes tbody tr:visible").evaluate_all(ROWS)
        ties = page.locator("#ties tbody tr:visible").evaluate_all(ROWS)
        drawn = page.evaluate("page.network.body.nodeIndices")
        assert sorted(row["uid"] for row in boxes) == sorted(drawn)
        assert set(drawn) == {node.uid for node in moment.picture.nodes}
        # Seats are switched off at first.
        seats = {"MEMBER_OF", "DEPUTY_CHAIRS"}
        shown = [(t.start, t.end) for t in moment.picture.ties if t.kind not in seats]
        assert Counter((row["start"], row["end"]) for row in ties) == Counter(shown)
        summary = page.locator("#table summary").inner_text()
        assert summary.endswith(f"{len(boxes)} + {len(ties)}")


def test_the_keyboard_alone_walks_through_time(show: Open, series: Path) -> None:
    page = show(series)
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "strip":
            break
    strip, live = page.locator("#strip"), page.locator("#live")
    assert page.evaluate("document.activeElement.id") == "strip"
    assert strip.get_attribute("aria-valuetext") == "2013-10-23: WEAK, smallest gap 0. 1 / 4"
    page.keyboard.press("ArrowRight")
    assert day(page) == DAYS[1]
    assert live.inner_text() == "2015-05-01: WEAK, smallest gap \u22121. 2 / 4, 1 change"
    assert "came: Henan" in page.locator("#moments").inner_text()
    page.keyboard.press("End")
    assert day(page) == DAYS[3]
    assert "day=2018-07-03" in page.evaluate("location.hash")
    page.keyboard.press("ArrowRight")
    assert day(page) == DAYS[3]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "moments", "next is off on the last day"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Home")
    assert day(page) == DAYS[0]
    assert strip.get_attribute("aria-valuenow") == "1"
    page.keyboard.press("Tab")
    for expected in DAYS[1:]:
        page.keyboard.press("Enter")
        assert day(page) == expected
    assert page.evaluate("document.activeElement.id") == "strip", "the button hands its focus on"


def test_brackets_change_the_day_and_the_choice_stays(show: Open, series: Path) -> None:
    page = show(series)
    page.locator("#canvas").focus()
    page.keyboard.press("]")
    index = page.evaluate(f"page.picture.index.get('{RISEN}')")
    page.evaluate(f"page.choose({index})")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    assert "7 provincial-ministerial, deputy" in panel.inner_text()
    page.locator("#canvas").focus()
    page.keyboard.press("]")
    assert "8 provincial-ministerial, chief" in panel.inner_text()
    assert "≠ changed" in panel.inner_text()
    page.evaluate(f"page.choose(page.picture.index.get('{LOST}'))")
    page.locator("#canvas").focus()
    page.keyboard.press("]")
    assert day(page) == DAYS[3]
    assert not panel.is_visible(), "what is gone has no details"
    assert page.evaluate("page.chosen().node") == -1
    page.keyboard.press("[")
    assert day(page) == DAYS[2]


def test_the_mouse_takes_any_day(show: Open, series: Path) -> None:
    page = show(series)
    for number in (2, 0, 3, 1):
        page.locator(".column").nth(number).click()
        assert day(page) == DAYS[number]
    page.get_by_role("button", name="Previous").click()
    assert day(page) == DAYS[0]
    assert page.locator("#previous").is_disabled()
    box = page.locator(".column").nth(3).bounding_box()
    assert box
    page.locator(".column").nth(0).hover()
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20, steps=5)
    page.mouse.up()
    assert day(page) == DAYS[3]


def test_a_link_keeps_day_and_language(show: Open, series: Path) -> None:
    page = show(series)
    page.locator(".column").nth(2).click()
    page.get_by_role("button", name="中文").click()
    for _ in range(2):
        assert day(page) == DAYS[2]
        assert page.evaluate("location.hash") == "#lang=zh&day=2015-06-01"
        valuetext = str(page.locator("#strip").get_attribute("aria-valuetext"))
        assert valuetext.startswith("2015-06-01：强领导，最小级差 +1.")
        page.reload()
    for asked, found in (("2016-01-01", 2), ("1900-01-01", 0), ("<script>", 0), ("2015-05-01", 1)):
        page.evaluate("(day) => { location.hash = `day=${encodeURIComponent(day)}`; }", asked)
        page.wait_for_function(f"page.picture.as_of === '{DAYS[found]}'")


def test_what_is_new_or_gone_is_said_by_word_and_mark(show: Open, series: Path) -> None:
    page = show(series)
    tags = "page.form().texts.map(([tag]) => tag)"
    page.evaluate("page.show(1)")
    assert [tag for tag in page.evaluate(tags) if "new" in tag] == ["+ new · member"]
    page.evaluate("page.show(2)")
    assert [tag for tag in page.evaluate(tags) if "new" in tag] == ["+ new · chair"]
    badges = [badge[2] for badge in page.evaluate("page.form().badges") if badge]
    assert [text for text in badges if text.startswith("≠")] == ["≠ LINE +1"]
    page.evaluate("page.show(3)")
    assert page.evaluate("page.form().gone.map(([, [tag]]) => tag)") == ["× gone · member"]


def test_paper_and_png_hold_the_day_in_hand(show: Open, series: Path) -> None:
    page = show(series)
    page.evaluate("page.show(1)")
    with page.expect_download() as waiting:
        page.locator("#png").click()
    assert waiting.value.suggested_filename.endswith("-2015-05-01.png")
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#print canvas").is_visible()
    told = page.locator("#moments").inner_text()
    assert "2015-05-01 to 2015-05-31" in told and "2018-07-03" not in told
    assert page.locator("#strip").is_visible() and not page.locator("#next").is_visible()


def test_one_day_alone_has_nothing_to_walk(show: Open, tmp_path: Path) -> None:
    write_series(air_series(1), tmp_path / "one.html")
    page = show(tmp_path / "one.html")
    assert page.locator("#previous").is_disabled() and page.locator("#next").is_disabled()
    page.locator("#strip").focus()
    page.keyboard.press("ArrowRight")
    assert day(page) == DAYS[0]
    assert violations(page) == []
