"""Layouts: no box on another, no tie through a box, the same result each time, linear work."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import combinations, pairwise
from types import FrameType

import pytest
from hypothesis import given

from graph.pictures import Picture
from tests.visualize.samples import air_picture, node, supposed_picture, tie, tree_picture
from tests.visualize.strategies import groups, hierarchies, picture
from visualize.page.pages import FORMS
from visualize.picture.boxes import Form
from visualize.picture.layouts import Box, Layout
from visualize.picture.tiers import tiers
from visualize.picture.trees import branches, tree

WIDE = FORMS[0]


def apart(a: Box, b: Box) -> bool:
    return a.right <= b.left or b.right <= a.left or a.bottom <= b.top or b.bottom <= a.top


def crosses(box: Box, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a level or upright segment runs through the inside of a box."""
    (x1, x2), (y1, y2) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    slack = 0.01
    across = x1 < box.right - slack and x2 > box.left + slack
    return across and y1 < box.bottom - slack and y2 > box.top + slack


def assert_sound(layout: Layout) -> None:
    boxes = list(layout.boxes.values())
    for a, b in combinations(boxes, 2):
        assert apart(a, b)
    for box in boxes:
        assert box.left >= 0 and box.top >= 0
        assert box.right <= layout.width and box.bottom <= layout.height
    for route in layout.routes:
        for start, end in pairwise(route.points):
            assert not any(crosses(box, start, end) for box in boxes)


@given(groups())
def test_groups_are_sound_in_every_form(drawn: Picture) -> None:
    for form in FORMS:
        layout = tiers(drawn, form)
        assert layout.boxes.keys() == {n.uid for n in drawn.nodes}
        assert_sound(layout)
        assert layout == tiers(drawn, form)


@given(hierarchies())
def test_hierarchies_are_sound_in_every_form(drawn: Picture) -> None:
    for form in FORMS:
        layout = tree(drawn, form)
        assert layout.boxes.keys() == {n.uid for n in drawn.nodes}
        assert_sound(layout)
        assert layout == tree(drawn, form)


@given(groups())
def test_a_higher_rank_stands_higher(drawn: Picture) -> None:
    boxes = tiers(drawn, WIDE).boxes
    ranked = [n for n in drawn.nodes if n.kind != "group"]
    for a, b in combinations(ranked, 2):
        if (a.rank or 0) > (b.rank or 0):
            assert boxes[a.uid].bottom <= boxes[b.uid].top


def test_each_rank_that_occurs_has_its_band() -> None:
    layout = tiers(air_picture(), WIDE)
    assert [band.rank for band in layout.bands] == [99, 10, 9, 8, 7, None]
    for drawn in air_picture().nodes:
        if drawn.kind != "group":
            band = next(b for b in layout.bands if b.rank == drawn.rank)
            assert band.y < layout.boxes[drawn.uid].top
            assert layout.boxes[drawn.uid].bottom < band.y + band.height


def test_a_badge_stands_clear_of_every_box_and_other_badge() -> None:
    for drawn in (air_picture(), supposed_picture()):
        layout = tiers(drawn, WIDE)
        places = [route.badge for route in layout.routes if route.badge]
        assert len(places) == sum(t.kind == "AUTHORITY" for t in drawn.ties)
        assert len(set(places)) == len(places)
        for x, y in places:
            assert not any(b.left < x < b.right and b.top < y < b.bottom
                           for b in layout.boxes.values())  # fmt: skip


def test_badges_of_several_chairs_over_one_member_do_not_overlap() -> None:
    chairs = [node(uid, "组长", "Chair", "post", "chair", 8) for uid in "abc"]
    member = node("m", "市", "City", "prefecture", "member", 6)
    ties = [tie(chair.uid, "m", "AUTHORITY", "LINE", 2) for chair in chairs]
    layout = tiers(picture("tiers", [*chairs, member], ties), WIDE)
    heights = sorted(route.badge[1] for route in layout.routes if route.badge)
    assert len(heights) == 3
    assert all(lower - upper >= 17 for upper, lower in pairwise(heights))


def test_parents_stand_at_the_middle_of_their_children() -> None:
    boxes = tree(tree_picture(16, 136), WIDE).boxes
    middles = [boxes[f"p{number}"].y for number in range(16)]
    assert middles == sorted(middles)
    assert boxes["p"].y == pytest.approx((middles[0] + middles[-1]) / 2, abs=30)


def test_a_province_fits_a_page() -> None:
    layout = tree(tree_picture(16, 136), WIDE)
    assert len(layout.boxes) == 153
    assert layout.width <= 1180
    assert layout.height < 1700


def test_past_four_hundred_the_branches_stay_closed() -> None:
    drawn = tree_picture(30, 900)
    shape = branches(drawn)
    assert len(shape.depth) <= 400
    assert {"p", *(f"p{number}" for number in range(30))} <= shape.depth.keys()
    assert sum(shape.closed.values()) == len(drawn.nodes) - len(shape.depth)
    label = tree(drawn, WIDE).boxes["p29"].text.main[0]
    assert label.endswith("+30")


def test_a_circle_of_command_is_drawn_and_does_not_hang() -> None:
    ring = [node(uid, uid, uid, "county", "member", 4) for uid in "abc"]
    ties = [tie("a", "b", "COMMAND"), tie("b", "c", "COMMAND"), tie("c", "a", "COMMAND")]
    layout = tree(picture("tree", ring, ties), WIDE)
    assert layout.boxes.keys() == {"a", "b", "c"}
    assert len(layout.routes) == 3


def calls(work: Callable[[], object]) -> int:
    """How many Python functions run: a measure of work that no other process disturbs."""
    count = 0

    def tally(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def star(size: int) -> Picture:
    members = [
        node(f"n{i}", f"单位{i}", f"Unit {i}", "county", "member", i % 10) for i in range(size)
    ]
    chair = node("c", "组长", "Chair", "post", "chair", 10)
    ties = [tie("c", member.uid, "AUTHORITY", "LINE", 1) for member in members]
    return picture("tiers", [chair, *members], ties)


def test_work_grows_in_proportion_to_size() -> None:
    form = Form("en", 1180)
    few, many = star(500), star(2000)
    assert calls(lambda: tiers(many, form)) < 4.6 * calls(lambda: tiers(few, form))
    small, large = tree_picture(50, 500), tree_picture(200, 2000)
    few_calls = calls(lambda: tree(small, form, most=10_000))
    assert calls(lambda: tree(large, form, most=10_000)) < 4.6 * few_calls
