"""Layouts: no box on another, no tie through a box, the same result each time, linear work."""

from __future__ import annotations

import math
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, pairwise
from types import FrameType

import pytest
from hypothesis import given, settings

from graph.pictures import Picture
from tests.visualize.ink import Ink, ink
from tests.visualize.samples import air_picture, node, supposed_picture, tie, tree_picture
from tests.visualize.strategies import groups, hierarchies, picture
from visualize.page.pages import FORMS
from visualize.picture.boxes import Form
from visualize.picture.first_view import off_at_first
from visualize.picture.layouts import Box, Layout
from visualize.picture.strand_names import circled, end_numbers, ending, whose
from visualize.picture.strands import family
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


@settings(max_examples=20)
@given(groups(least=70, most=140))
def test_crowded_groups_are_sound(drawn: Picture) -> None:
    for form in FORMS[::2]:
        layout = tiers(drawn, form)
        assert_sound(layout)
        assert_few_lines(drawn, layout)
        for one, route in zip(drawn.ties, layout.routes, strict=True):
            for uid, (x, y) in ((one.start, route.points[0]), (one.end, route.points[-1])):
                box = layout.boxes[uid]
                assert box.left <= x <= box.right and y in (box.top, box.bottom)


def assert_few_lines(drawn: Picture, layout: Layout) -> None:
    """No more than five lines without a name run between two rows, or past one."""
    named = {name.family for name in layout.strands}
    off = off_at_first([drawn])
    edges = sorted({box.top for box in layout.boxes.values()})
    level, upright = defaultdict(set), defaultdict(set)
    for one, route in zip(drawn.ties, layout.routes, strict=True):
        if family(one.kind) in named or one.kind in off:
            continue
        for (x1, y1), (x2, y2) in pairwise(route.points):
            if y1 == y2 and x1 != x2:
                level[bisect_right(edges, y1)].add(y1)
            for row in range(
                bisect_right(edges, min(y1, y2)), bisect_right(edges, max(y1, y2)) - 1
            ):
                upright[row].add(x1)
    assert max(map(len, [*level.values(), *upright.values()]), default=0) <= 5


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


def test_ties_side_by_side_are_one_strand_and_end_once_for_each_relation() -> None:
    groups = [node(f"g{n}", f"小组{n}", f"Group {n}", "group", "STRONG", 7) for n in range(9)]
    cities = [node(f"c{n}", f"市{n}", f"City {n}", "prefecture", "member", 6) for n in range(8)]
    ties = [
        tie(group.uid, city.uid, "AUTHORITY", "LINE" if n < 6 else "PEER", int(n < 6))
        for n, group in enumerate(groups)
        for city in cities
    ]
    drawn = picture("tiers", [*groups, *cities], ties)
    layout, apart_ = tiers(drawn, WIDE), tiers(drawn, WIDE, most=math.inf)
    ends = {
        (t.end, t.relation): route.points[-1] for t, route in zip(ties, layout.routes, strict=True)
    }
    assert len({route.points[-1] for route in layout.routes}) == len(set(ends.values())) == 16
    assert len({route.badge for route in layout.routes}) == 16
    assert {name.family for name in layout.strands} == {"AUTHORITY"}
    assert max(name.count for name in layout.strands) == 72
    new, old = (ink(route.points for route in one.routes) for one in (layout, apart_))
    assert new.crossings < old.crossings / 4 and new.length < old.length / 3


def mayors() -> Picture:
    """Seven groups over eight cities: in the first five all sit, in the others only the first two."""
    groups = [node(f"g{n}", f"小组{n}", f"Group {n}", "group", "STRONG", 7) for n in range(7)]
    cities = [node(f"c{n}", f"市{n}", f"City {n}", "prefecture", "member", 6) for n in range(8)]
    ties = [
        tie(group.uid, city.uid, "AUTHORITY", "LINE" if n < 5 else "PEER", int(n < 5))
        for n, group in enumerate(groups)
        for city in cities[: 8 if n < 5 else 2]
    ]
    return picture("tiers", [*groups, *cities], ties)


def test_the_ends_of_a_bundle_tell_whose_they_are() -> None:
    drawn = mayors()
    layout = tiers(drawn, WIDE)
    assert layout.numbers == {f"g{n}": n + 1 for n in range(7)}
    words = end_numbers(drawn, layout)
    said = {
        (t.end, t.relation): words.get(route.badge)
        for t, route in zip(drawn.ties, layout.routes, strict=True)
        if route.badge
    }
    assert said["c0", "PEER"] == said["c1", "PEER"] == "⑥⑦"
    assert said["c0", "LINE"] is None, "five numbers are more than words can bear"
    assert ending("PEER 0", 2, "⑥⑦") == "PEER 0 ⑥⑦" and ending("LINE +1", 5, "") == "LINE +1 ×5"
    lines = whose(drawn, layout, WIDE)
    assert lines[5:] == [
        f"{n} Group {m}: City 0 (PEER 0); City 1 (PEER 0)" for n, m in ("⑥5", "⑦6")
    ]
    assert lines[0].startswith("① Group 0: City 0 (LINE +1); ") and len(lines) == 7


def test_a_picture_without_bundles_has_no_numbers() -> None:
    air = air_picture()
    layout = tiers(air, WIDE)
    assert layout.numbers == {} == end_numbers(air, layout) and whose(air, layout, WIDE) == []
    assert [circled(n) for n in (1, 20, 21, 35, 36, 50, 51)] == [
        "①",
        "⑳",
        "㉑",
        "㉟",
        "㊱",
        "㊿",
        "(51)",
    ]


def test_ink_counts_what_is_shared_once() -> None:
    fork = [
        [(0.0, 0.0), (0.0, 10.0), (20.0, 10.0), (20.0, 20.0)],
        [(0.0, 0.0), (0.0, 10.0), (20.0, 10.0)],
    ]
    assert ink(fork) == Ink(0, 2, 40.0)
    assert ink([*fork, [(5.0, 0.0), (5.0, 30.0)], [(8.0, 10.0), (8.0, 30.0)]]) == Ink(1, 2, 90.0)


def test_command_is_left_out_where_a_chair_says_it_or_the_picture_is_crowded() -> None:
    air = air_picture()
    assert "COMMAND" in off_at_first([air])
    assert "COMMAND" not in off_at_first([supposed_picture()])
    assert off_at_first([tree_picture(3, 9)]) == frozenset()
    outside = replace(
        air, ties=tuple(replace(t, relation="OUTSIDE") if t.relation else t for t in air.ties)
    )
    assert "COMMAND" not in off_at_first([outside]), "no chair commands these members"
    assert "COMMAND" not in off_at_first([air, outside]), "one page shows both alike"
