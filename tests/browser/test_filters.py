"""The legend filters: what is switched off leaves the drawing, the keys and the table alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from graph.pictures import PictureNode
from tests.browser.conftest import Open
from tests.browser.test_access import walk
from tests.browser.test_picture import ink
from tests.visualize.samples import GROUP, air_picture, tree_picture

SEATS = {"MEMBER_OF", "DEPUTY_CHAIRS"}
OFF = {*SEATS, "COMMAND"}
"""What the picture leaves out at first; command stands in the table all the same."""
RULES: dict[str, Callable[[PictureNode], bool]] = {
    "level:province": lambda node: node.kind == "province",
    "role:member": lambda node: node.role == "member",
    "rank:7": lambda node: node.rank == 7,
    "rank:none": lambda node: node.rank is None and node.kind != "group",
}


def rows(page: Page) -> tuple[set[str], list[tuple[str, str]]]:
    """Uids of the boxes and ends of the ties that the table shows."""
    data = "(rows) => rows.map((row) => ({...row.dataset}))"
    boxes = page.locator("#boxes tbody tr:visible").evaluate_all(data)
    ties = page.locator("#ties tbody tr:visible").evaluate_all(data)
    return {row["uid"] for row in boxes}, sorted((row["start"], row["end"]) for row in ties)


@pytest.mark.parametrize("key", RULES)
def test_boxes_switched_off_leave_drawing_keys_and_table(show: Open, key: str) -> None:
    picture = air_picture()
    page = show(picture)
    page.locator("#table summary").click()
    page.locator(f'[data-kind="{key}"]').focus()
    page.keyboard.press("Space")
    left = {node.uid for node in picture.nodes if not RULES[key](node)}
    ties = sorted(
        (tie.start, tie.end)
        for tie in picture.ties
        if {tie.start, tie.end} <= left and tie.kind not in SEATS
    )
    assert rows(page) == (left, ties)
    assert walk(page) == left
    drawn = sum({t.start, t.end} <= left and t.kind not in OFF for t in picture.ties)
    said = f"Showing {len(left)} of {len(picture.nodes)} boxes and {drawn} of 53 ties."
    assert page.locator("#filtered").inner_text() == said
    assert page.locator("#count-boxes").inner_text() == str(len(left))
    # No ink inside a box that is gone, off the lines that may pass through its middle.
    page.evaluate("page.unchoose()")
    for index, node in enumerate(picture.nodes):
        x, y, width, height = page.evaluate(f"page.form().boxes[{index}]")
        inside = [x - width / 4, y, width / 2 - 12, height - 8]
        assert (ink(page, inside) > 30) == (node.uid in left), node.uid


def test_a_relation_switched_off_takes_its_ties_alone(show: Open) -> None:
    page = show(air_picture())
    page.locator("#table summary").click()
    index = page.evaluate("page.picture.ties.findIndex((tie) => tie.kind === 'AUTHORITY')")
    x, y, _, width = page.evaluate(f"page.form().badges[{index}]")
    page.locator('[data-kind="relation:LINE"]').uncheck()
    assert ink(page, [x, y, width, 16]) == 0
    boxes, ties = rows(page)
    assert (len(boxes), len(ties)) == (20, 36 - 17)


def test_what_was_chosen_is_let_go_and_search_says_what_is_off(show: Open) -> None:
    page = show(air_picture())
    page.locator("#canvas").focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.locator('[data-kind="level:province"]').uncheck()
    assert not page.locator("#panel").is_visible()
    assert page.evaluate("page.chosen()") == {"node": -1, "tie": -1}
    page.locator("#query").fill("Henan")
    page.locator("#query").press("Enter")
    assert page.locator("#live").inner_text() == "Nothing found; 1 switched off in the legend"
    x, y = page.evaluate("page.form().boxes[page.picture.index.get('410000')]")[:2]
    at = page.evaluate("([x, y]) => page.network.canvasToDOM({x, y})", [x, y])
    page.locator("#canvas").click(position=at)
    page.wait_for_timeout(100)
    assert page.evaluate("page.chosen().node") == -1


def test_show_all_and_as_at_first(show: Open) -> None:
    page = show(air_picture(), lang="zh")
    first = page.evaluate("[...page.hidden].sort()")
    assert first == sorted(OFF) and not page.locator("#first-view").is_visible()
    page.locator('[data-kind="level:agency"]').uncheck()
    page.locator('[data-kind="rank:8"]').uncheck()
    assert "显示 20 个方框中的" in page.locator("#filtered").inner_text()
    page.get_by_role("button", name="全部显示").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("page.hidden.size") == 0
    said = "显示 20 个方框中的 20 个，53 条连线中的 53 条。"
    assert page.locator("#filtered").inner_text() == said
    assert page.locator("#filters input:not(:checked)").count() == 0
    page.get_by_role("button", name="恢复初始").press("Enter")
    assert page.evaluate("[...page.hidden].sort()") == first
    assert page.evaluate("document.activeElement.id") == "show-all"


def test_all_switched_off_is_no_error(show: Open) -> None:
    page = show(tree_picture(3, 9))
    for box in page.locator("#filters input").all():
        box.uncheck()
    assert "Showing 0 of 13 boxes and 0 of 12 ties." in page.locator("#filtered").inner_text()
    page.locator("#canvas").focus()
    for key in ("Home", "End", "ArrowDown", "Enter", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("page.chosen().node") == -1
    page.locator("#query").fill("Prefecture")
    page.locator("#query").press("Enter")
    page.locator("#show-all").click()
    assert "Showing 13 of 13" in page.locator("#filtered").inner_text()


def test_the_group_has_no_rank_that_could_be_switched_off(show: Open) -> None:
    page = show(air_picture())
    page.locator('[data-kind="rank:none"]').uncheck()
    assert page.evaluate(f"page.isShown(page.picture.index.get('{GROUP}'))")
