"""Several pictures on one page: common places, one scale, what they share held once."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.core.errors import InputError
from graph.pictures import Picture
from graph.pictures.several.beside import Sides
from graph.pictures.several.moment import Difference, PictureSeries
from tests.visualize.samples import air_picture, tree_picture, words
from tests.visualize.series_samples import (
    LATE,
    LOST,
    NEXT_CHAIR,
    RISEN,
    air_series,
    two_days,
    two_groups,
    two_regions,
)
from tests.visualize.strategies import groups, hierarchies
from tests.visualize.test_layouts import assert_sound, calls
from visualize.page.beside import FORMS as SIDE_FORMS
from visualize.page.beside import beside_page, write_beside
from visualize.page.pages import FORMS
from visualize.page.series import columns, series_page, write_series
from visualize.picture.common import Day, common_frames
from visualize.picture.frames import Frame
from visualize.picture.layouts import Layout
from visualize.picture.ranked import ranked
from visualize.picture.scales import aligned
from visualize.picture.tiers import tiers


def frames_of(series: PictureSeries) -> list[Frame]:
    days = [Day(m.picture, words(str(m.day)), m.difference) for m in series.moments]
    return common_frames(days, FORMS)


def data(html: str, name: str) -> Any:
    found = re.search(f'<script type="application/json" id="{name}">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found.group(1))


@settings(deadline=None, max_examples=40)
@given(st.lists(groups(), min_size=1, max_size=4))
def test_any_days_are_sound_and_have_the_same_bands(pictures: Sequence[Picture]) -> None:
    frames = common_frames([Day(p, words("d"), Difference()) for p in pictures], FORMS)
    for form in FORMS:
        for frame, picture in zip(frames, pictures, strict=True):
            layout = frame.layouts[form]
            assert layout.boxes.keys() == {n.uid for n in picture.nodes}
            assert len(layout.routes) == len(picture.ties)
            assert_sound(layout)
            first = frames[0].layouts[form]
            assert (layout.bands, layout.width, layout.height) == (
                first.bands, first.width, first.height,
            )  # fmt: skip


def test_what_stays_keeps_its_place_and_what_rises_changes_its_tier() -> None:
    frames = frames_of(air_series())
    for form in FORMS:
        places = [
            {uid: (box.x, box.y) for uid, box in frame.layouts[form].boxes.items()}
            for frame in frames
        ]
        for uid in places[0].keys() & places[3].keys() - {RISEN}:
            assert len({one[uid] for one in places}) == 1, uid
        assert places[1][RISEN][1] > places[2][RISEN][1]
        # Who takes the chair takes its place too.
        (before,) = [n.uid for n in frames[1].nodes if n.role == "chair"]
        assert places[1][before] == places[2][NEXT_CHAIR]


def test_what_is_gone_leaves_its_outline_in_a_free_place() -> None:
    frames = frames_of(air_series())
    for form in FORMS:
        assert [len(frame.gone[form]) for frame in frames] == [0, 0, 1, 1]
        moved, lost = frames[2].gone[form][0], frames[3].gone[form][0]
        assert "moved" in moved.text.tag or "移位" in moved.text.tag
        assert "gone" in lost.text.tag or "不在" in lost.text.tag
        old = frames[2].layouts[form].boxes[LOST]
        assert (lost.x, lost.y) == (old.x, old.y)


@settings(deadline=None, max_examples=40)
@given(groups(), groups())
def test_one_scale_puts_every_rank_at_one_height(one: Picture, other: Picture) -> None:
    for form in SIDE_FORMS:
        own = [tiers(picture, form) for picture in (one, other)]
        left, right = aligned(own)
        assert left.bands == right.bands
        assert {b.rank for b in left.bands} == {b.rank for layout in own for b in layout.bands}
        for layout in (left, right):
            assert_sound(layout)
            assert_in_bands(layout)
        for before, after in zip(own, (left, right), strict=True):
            assert [b.height for b in after.bands] >= [0.0] * len(after.bands)
            assert {u: b.x for u, b in before.boxes.items()} == {
                u: b.x for u, b in after.boxes.items()
            }


def assert_in_bands(layout: Layout) -> None:
    for box in layout.boxes.values():
        assert any(b.y <= box.top and box.bottom <= b.y + b.height for b in layout.bands)


@settings(deadline=None, max_examples=40)
@given(hierarchies())
def test_hierarchies_on_the_scale_of_ranks_are_sound(drawn: Picture) -> None:
    for form in SIDE_FORMS:
        layout = ranked(drawn, form)
        assert layout.boxes.keys() == {n.uid for n in drawn.nodes}
        assert len(layout.routes) == len(drawn.ties)
        assert_in_bands(layout)
        assert_sound(replace(layout, routes=()))
        heights = {n.uid: layout.boxes[n.uid].y for n in drawn.nodes if n.kind != "group"}
        ranks = {n.uid: n.rank or 0 for n in drawn.nodes}
        for a in heights:
            assert all(heights[a] < heights[b] for b in heights if ranks[a] > ranks[b])


def test_a_province_stays_legible_beside_another() -> None:
    wide, phone = SIDE_FORMS[0], SIDE_FORMS[2]
    layout = ranked(tree_picture(16, 136), wide)
    assert (layout.width, len(layout.boxes)) == (574, 153)
    assert layout.height < 2300
    assert len(layout.captions) == 17, "a family for each prefecture, and the province's own"
    assert ranked(tree_picture(16, 136), phone).width == 358
    for route in layout.routes:
        box = layout.boxes["p0"]
        assert not any(
            box.left < x < box.right and box.top < y < box.bottom for x, y in route.points
        )


def test_a_page_holds_what_its_days_share_once() -> None:
    one, four = series_page(air_series(1)), series_page(air_series(4))
    drawn = data(four, "picture")
    frames = drawn["frames"]
    uids = [node["uid"] for node in drawn["nodes"]]
    # Shandong with its new rank, and the second chair, are the only nodes that the first day and
    # the one that Henan comes on do not have.
    assert len(uids) == len(air_picture().nodes) + 2
    assert max(max(frame["nodes"]) for frame in frames) == len(uids) - 1
    assert len(re.findall("<tr data-uid=", four)) == len(uids)
    size = len(json.dumps(data(one, "picture")))
    assert len(json.dumps(drawn)) < 2.5 * size, (
        "four days, and less than two and a half times the data"
    )


def test_work_and_size_grow_in_proportion_to_the_days() -> None:
    def long(times: int) -> PictureSeries:
        series = air_series()
        return replace(series, moments=series.moments * times)

    few, many = long(2), long(8)
    assert calls(lambda: series_page(many)) < 4.4 * calls(lambda: series_page(few))
    base = len(series_page(air_series(1)))
    assert len(series_page(many)) - base < 4.8 * (len(series_page(few)) - base)


def test_one_breakpoint_is_a_page_too() -> None:
    html = series_page(air_series(1))
    assert 'aria-valuemax="1"' in html and "1 / 1" in html
    assert "The first day that is known or asked for." in html


def test_every_day_says_what_changed_in_words() -> None:
    html = series_page(air_series())
    for told in ("came: Henan", "新增：河南省", "Shandong: 7 → 8", "ceased to exist: National Energy",
                 "Vice-Premier of the State Council → State Councillor", "UNKNOWN", "强领导 → 未知",
                 "Shandong: AUTHORITY → LINE +1"):  # fmt: skip
        assert told in html, told


def test_the_strip_shows_unknown_and_bounds_as_such() -> None:
    strip = columns(air_series().moments)
    assert [(c.gap, c.bound, c.level is None) for c in strip] == [
        ("0", False, False), ("\u22121", False, False), ("+1", False, False), ("≤ +2", True, False),
    ]  # fmt: skip
    levels = [column.level or 0 for column in strip]
    assert levels[1] < levels[0] < levels[2] < levels[3]
    assert [column.days for column in strip][:3] == [555, 31, 1128]
    unknown = replace(air_series().moments[0], gap=None)
    assert (columns([unknown])[0].gap, columns([unknown])[0].level) == ("?", None)


def test_pictures_that_can_not_be_drawn_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    empty = replace(air_picture(), nodes=(), ties=())
    series = air_series()
    broken = replace(series, moments=(replace(series.moments[0], picture=empty),))
    with pytest.raises(InputError, match="nothing to draw"):
        write_series(broken, tmp_path / "a.html")
    with pytest.raises(InputError, match="nothing to draw"):
        write_beside(replace(two_groups(), right=empty), tmp_path / "a.html")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("sides", "title"),
    [
        (two_days(), "2013-10-23 and 2018-07-03"),
        (two_groups(), "side by side"),
        (two_regions(), "Hierarchy and Other side by side"),
        (two_regions(same=True), "Hierarchy: 2026-09-30 and 2027-09-30"),
    ],
)
def test_two_sides_have_one_scale(sides: Sides, title: str) -> None:
    html = beside_page(sides)
    assert title in html
    drawn = data(html, "picture")
    left, right = drawn["frames"]
    for name in ("en-574", "zh-574", "en-358", "zh-358"):
        forms = [frame["forms"][name] for frame in (left, right)]
        assert forms[0]["bands"] == forms[1]["bands"] != []
        assert forms[0]["height"] == forms[1]["height"]


def test_one_group_keeps_its_places_on_both_sides() -> None:
    drawn = data(beside_page(two_days()), "picture")
    left, right = drawn["frames"]
    uids = [str(node["uid"]) for node in drawn["nodes"]]
    places = [
        {
            uids[number]: tuple(drawn["values"][box][:2])
            for number, box in zip(frame["nodes"], frame["forms"]["en-574"]["boxes"], strict=True)
        }
        for frame in (left, right)
    ]
    common = places[0].keys() & places[1].keys()
    assert len(common) == 17
    assert all(places[0][uid] == places[1][uid] for uid in common)
    assert LATE in places[1] and LATE not in places[0]
