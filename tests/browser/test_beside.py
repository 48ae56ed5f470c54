"""Two pictures side by side in a browser: one scale, one zoom, one choice, one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from graph.pictures.several.beside import Sides
from tests.browser.conftest import Open
from tests.browser.test_access import violations
from tests.visualize.series_samples import LATE, LOST, two_days, two_groups, two_regions
from visualize.page.beside import write_beside

SIDES: dict[str, Callable[[], Sides]] = {
    "days": two_days,
    "groups": two_groups,
    "regions": two_regions,
    "region": lambda: two_regions(same=True),
}
ROWS = "(rows) => rows.map((row) => ({...row.dataset}))"


@pytest.fixture
def opened(show: Open, tmp_path: Path) -> Callable[..., Page]:
    """Opens the page of two sides by their name in SIDES."""

    def open_(name: str, width: int = 1280, lang: str = "en") -> Page:
        write_beside(SIDES[name](), tmp_path / "两 侧.html")
        return show(tmp_path / "两 侧.html", width, lang)

    return open_


Opened = Callable[..., Page]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["days", "regions"])
def test_no_axe_violation(opened: Opened, name: str, width: int, lang: str) -> None:
    page = opened(name, width, lang)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.evaluate("page.choose(2); page.panel.node(2)")
    page.locator("#table").evaluate("(table) => { table.open = true; }")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", SIDES)
def test_every_rank_stands_at_one_height(opened: Opened, name: str) -> None:
    page = opened(name)
    tops: list[Any] = page.evaluate(
        """page.stages.map((stage) => stage.form().bands.map((band) => [
          band.rank, Math.round(stage.holder.getBoundingClientRect().top
            + stage.network.canvasToDOM({ x: 0, y: band.y }).y)]))"""
    )
    assert tops[0] == tops[1] and len(tops[0]) > 2
    scales = page.evaluate("page.stages.map((stage) => stage.network.getScale())")
    assert scales[0] == scales[1] >= 0.95, "letters of a box stay 11 pixels and more"


@pytest.mark.parametrize("name", SIDES)
@pytest.mark.parametrize("width", [1280, 390])
def test_every_box_has_ink_inside_its_canvas(opened: Opened, name: str, width: int) -> None:
    page = opened(name, width)
    ink = """(number) => {
      const { holder, network, form } = page.stages[number];
      const canvas = holder.querySelector('canvas');
      const copy = document.createElement('canvas');
      [copy.width, copy.height] = [canvas.width, canvas.height];
      const ctx = copy.getContext('2d', { willReadFrequently: true });
      ctx.drawImage(canvas, 0, 0);
      const ratio = canvas.width / canvas.clientWidth;
      return form().boxes.map(([x, y, width, height]) => {
        const from = network.canvasToDOM({ x: x - width / 2, y: y - height / 2 });
        const to = network.canvasToDOM({ x: x + width / 2, y: y + height / 2 });
        if (from.x < 0 || from.y < 0 || to.x > holder.clientWidth || to.y > holder.clientHeight) return -1;
        const area = [from.x, from.y, to.x - from.x, to.y - from.y].map((value) => value * ratio);
        const image = ctx.getImageData(...area).data;
        let count = 0;
        for (let i = 0; i < image.length; i += 4)
          if (image[i + 3] > 128 && Math.min(image[i], image[i + 1], image[i + 2]) < 200) count += 1;
        return count;
      });
    }"""
    for number in (0, 1):
        assert min(page.evaluate(ink, number)) > 60
    boxes = [page.locator(f"#{name}").bounding_box() for name in ("canvas", "canvas-2")]
    assert boxes[0] and boxes[1]
    if width == 390:
        assert boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"]
    else:
        assert boxes[1]["y"] == boxes[0]["y"]
        assert boxes[1]["x"] >= boxes[0]["x"] + boxes[0]["width"]


@pytest.mark.parametrize("name", SIDES)
def test_the_table_equals_what_both_sides_draw(opened: Opened, name: str) -> None:
    page = opened(name)
    page.locator("#table summary").click()
    boxes = page.locator("#boxes tbody tr:visible").evaluate_all(ROWS)
    ties = page.locator("#ties tbody tr:visible").evaluate_all(ROWS)
    for number in (0, 1):
        drawn = page.evaluate(f"page.stages[{number}].network.body.nodeIndices")
        own = [row["uid"] for row in boxes if str(number) in row["frames"].split()]
        assert sorted(own) == sorted(drawn)
        edges = page.evaluate(
            f"page.stages[{number}].picture().ties.map((t) => [t.start, t.end, t.kind])"
        )
        # Seats are switched off at first.
        edges = [edge[:2] for edge in edges if edge[2] not in ("MEMBER_OF", "DEPUTY_CHAIRS")]
        mine = [row for row in ties if str(number) in row["frames"].split()]
        assert Counter((row["start"], row["end"]) for row in mine) == Counter(map(tuple, edges))


def test_a_choice_on_one_side_is_found_on_the_other(opened: Opened) -> None:
    page = opened("days")
    page.locator("#canvas-2").focus()
    assert page.evaluate("page.current()") == 1
    page.evaluate("page.choose(page.picture.index.get('370000'))")
    live = page.locator("#live")
    assert live.inner_text().count("Shandong") == 2
    assert "2013-10-23: Shandong, member" in live.inner_text()
    page.keyboard.press("Enter")
    sides = page.locator("#panel .told")
    assert [side.locator("h3").first.inner_text() for side in sides.all()] == [
        "2013-10-23", "2018-07-03",
    ]  # fmt: skip
    page.evaluate(f"page.choose(page.picture.index.get('{LATE}'))")
    assert "Not on the other side." in live.inner_text() and "+ new" in live.inner_text()
    assert "Not here." in sides.first.inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "canvas-2"


def test_the_keyboard_walks_both_sides(opened: Opened) -> None:
    page = opened("groups")
    page.locator("#canvas").focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    first = page.evaluate("page.picture.nodes[page.chosen().node].uid")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "canvas-2"
    assert page.evaluate("page.current()") == 1
    page.keyboard.press("End")
    assert page.evaluate("page.picture.nodes[page.chosen().node].uid") == "370000"
    assert "Shandong" in page.locator("#live").inner_text()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("page.current()") == 0
    page.keyboard.press("Home")
    assert page.evaluate("page.picture.nodes[page.chosen().node].uid") != first


def test_both_sides_move_as_one(opened: Opened) -> None:
    page = opened("regions")
    places = "page.stages.map(({ network }) => [network.getScale(), network.getViewPosition().y])"
    before = page.evaluate(places)
    page.locator("#larger").click()
    page.locator("#canvas-2").focus()
    page.keyboard.press("+")
    page.locator("#canvas").hover()
    page.mouse.down()
    page.mouse.move(200, 300, steps=4)
    page.mouse.up()
    after = page.evaluate(places)
    assert after[0] == pytest.approx(after[1])
    assert after[0][0] == pytest.approx(before[0][0] * 1.25**2)
    assert after[0][1] != before[0][1]


def test_a_tie_of_the_other_side_is_opened_from_the_details(opened: Opened) -> None:
    page = opened("days")
    page.evaluate(
        "page.choose(page.picture.index.get('370000')); page.panel.node(page.chosen().node)"
    )
    page.locator("#panel .told").nth(1).get_by_role("button").first.click()
    assert page.evaluate("page.current()") == 1
    assert page.evaluate("page.chosen().tie") >= 0
    assert page.evaluate("document.activeElement.id") == "panel"


def test_png_and_paper_hold_both_sides(opened: Opened) -> None:
    page = opened("days")
    with page.expect_download() as waiting:
        page.locator("#png").click()
    body = waiting.value.path().read_bytes()
    widths = page.evaluate("page.stages.map((stage) => stage.form().width)")
    assert int.from_bytes(body[16:20], "big") == int(2 * (sum(widths) + 20))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#print canvas").is_visible()
    assert not page.locator("#canvas-2").is_visible()


def test_a_switched_off_tie_is_off_on_both_sides(opened: Opened) -> None:
    page = opened("days")
    page.locator('[data-kind="AUTHORITY"]').first.uncheck()
    assert page.evaluate("page.hidden.has('AUTHORITY')")
    page.evaluate("page.choose(0)")
    assert LOST in page.evaluate("page.frames[0].nodes.map((node) => node.uid)")


def test_the_language_changes_both_sides(opened: Opened) -> None:
    page = opened("regions")
    page.get_by_role("button", name="中文").click()
    names = page.evaluate("page.stages.map((stage) => stage.form().captions[0][2])")
    assert names == ["省", "省"]
    assert page.title() == "层级与他省对照"
