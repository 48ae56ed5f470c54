"""The gap over time: each kind of change made on purpose, and the shipped groups."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from graph.connection import Database
from graph.core.errors import InputError, UnknownName
from graph.structure.series import Series, gap_series
from tests.groups.worlds import write
from tests.reference.draft import Draft, shandong
from tests.reference.world import OPEN, Seat, Tenure, Tie, World

START, CHANGE = dt.date(2016, 1, 1), dt.date(2017, 1, 1)


def under(chair: str | None = "副省长") -> Draft:
    """淄博 under a chair from 2016 on."""
    draft = shandong()
    draft.group = replace(draft.group, valid_from=START)
    draft.listed("淄博")
    if chair is not None:
        draft.seat("chair", chair)
    return draft


def series(database: Database, world: World) -> Series:
    """The series of the one group."""
    write(database, world)
    return gap_series(database, "g")


def change(found: Series) -> tuple[list[int | None], list[str], str]:
    """Gaps of the two steps, and kinds and words of what made the second."""
    first, second = found.steps
    assert (first.valid_from, first.valid_to, second.valid_from) == (START, CHANGE, CHANGE)
    assert (first.causes, second.valid_to) == ((), None)
    kinds = [cause.kind for cause in second.causes]
    return (
        [first.group.gap_min, second.group.gap_min],
        kinds,
        "; ".join(cause.what.en for cause in second.causes),
    )


def test_another_person_takes_the_chair(clean_each: Database) -> None:
    draft = under(None)
    draft.post("常委", "cn", "COLLEGIAL", 10, branch="party")
    draft.tenures += [Tenure("甲", "副省长", valid_to=CHANGE), Tenure("乙", "副省长", CHANGE)]
    draft.tenures += [Tenure("乙", "常委")]
    draft.seats += [
        Seat("g", "chair", post="副省长", person="甲", valid_to=CHANGE),
        Seat("g", "chair", post="副省长", person="乙", valid_from=CHANGE),
    ]
    gaps, kinds, what = change(series(clean_each, draft.world()))
    assert (gaps, kinds, what) == ([1, 4], ["person"], "甲 副省长 → 乙 副省长")


def test_a_post_that_the_chair_gains_is_the_persons(clean: Database) -> None:
    draft = under("济南长")
    draft.post("常委", "cn", "COLLEGIAL", 10, branch="party")
    draft.tenures += [Tenure("甲", "济南长"), Tenure("甲", "常委", CHANGE)]
    gaps, kinds, what = change(series(clean, draft.world()))
    assert (gaps, kinds, what) == ([1, 4], ["person"], "甲 济南长: rank 7 → 10")


def test_a_member_that_joins(clean: Database) -> None:
    draft = under()
    draft.seats.append(Seat("g", "member", unit="济南", valid_from=CHANGE))
    gaps, kinds, what = change(series(clean, draft.world()))
    assert (gaps, kinds, what) == ([1, 0], ["membership"], "came: 济南")


def test_a_member_that_leaves(clean: Database) -> None:
    draft = under()
    draft.seats.append(Seat("g", "member", unit="济南", valid_to=CHANGE))
    gaps, kinds, what = change(series(clean, draft.world()))
    assert (gaps, kinds, what) == ([0, 1], ["membership"], "left: 济南")


def test_a_member_that_ceases_to_exist(clean: Database) -> None:
    draft = under()
    draft.division("莱芜", "Prefecture", 6, "山东", end=CHANGE)
    draft.listed("莱芜")
    gaps, kinds, what = change(series(clean, draft.world()))
    assert (gaps, kinds, what) == ([1, 1], ["division_tree"], "ceased to exist: 莱芜")


def test_a_member_that_is_moved_to_another_province(clean: Database) -> None:
    draft = under()
    draft.ties = [t for t in draft.ties if t.lower != "淄博"]
    draft.ties += [
        Tie("淄博", "山东", "PART_OF", valid_to=CHANGE),
        Tie("淄博", "河北", "PART_OF", CHANGE),
    ]
    found = series(clean, draft.world())
    gaps, kinds, what = change(found)
    assert (gaps, kinds) == ([1, 1], ["division_tree"])
    assert "淄博 under 山东" in what and "淄博 under 河北" in what
    assert [step.group.lc for step in found.steps] == [1, 0]


def test_a_seat_of_another_rank(clean: Database) -> None:
    draft = under()
    draft.seats = [s for s in draft.seats if s.unit != "淄博"]
    deputy = draft.post("副市长", "淄博", "DEPUTY_HEAD", 5)
    draft.seat("member", "淄博长", end=CHANGE)
    draft.seat("member", deputy, start=CHANGE)
    gaps, kinds, what = change(series(clean, draft.world()))
    assert (gaps, kinds, what) == ([1, 2], ["rank"], "淄博 as a member: 6 → 5")


def test_two_changes_on_one_day_are_told_apart(clean: Database) -> None:
    draft = under(None)
    draft.seats += [
        Seat("g", "chair", post="副省长", valid_to=CHANGE),
        Seat("g", "chair", post="山东长", valid_from=CHANGE),
        Seat("g", "member", unit="济南", valid_from=CHANGE),
    ]
    gaps, kinds, _ = change(series(clean, draft.world()))
    assert (gaps, kinds) == ([1, 1], ["person", "membership"])


def test_days_that_change_nothing_are_joined(clean: Database) -> None:
    draft = under()
    draft.tenures += [Tenure("丙", "滨州长", CHANGE, OPEN)]
    draft.seats.append(Seat("g", "observer", post="滨州长", valid_from=CHANGE))
    found = series(clean, draft.world())
    assert (len(found.steps), found.n_breakpoints) == (1, 2)


def test_the_series_ends_with_the_group(clean: Database) -> None:
    draft = under()
    draft.group = replace(draft.group, valid_to=CHANGE)
    draft.seats = [replace(seat, valid_to=CHANGE) for seat in draft.seats]
    (step,) = series(clean, draft.world()).steps
    assert (step.valid_from, step.valid_to) == (START, CHANGE)


def test_laiwu_is_lost_by_the_division_tree(loaded: Database) -> None:
    found = gap_series(loaded, "济莱协作区")
    merger = dt.date(2018, 12, 26)
    assert [(s.valid_from, s.group.type, s.shown) for s in found.steps] == [
        (dt.date(2017, 2, 13), "UNKNOWN", True), (merger, "NOT_A_GROUP", False),
    ]  # fmt: skip
    assert [(c.kind, c.what.en) for c in found.steps[1].causes] == [
        ("division_tree", "ceased to exist: 莱芜市")
    ]


def test_henan_joins_the_air_group(loaded: Database) -> None:
    found = gap_series(loaded, "group:a-jjj-air-cooperation")
    first, _, second, third, last = found.steps
    assert [(c.kind, c.what.en) for c in second.causes] == [("membership", "came: 河南省")]
    assert (second.chairs, third.chairs) == (("北京市委书记",), ("蔡奇 北京市委书记",))
    assert (first.group.n_members, second.group.n_members) == (6, 7)
    # Founded "by 2013-10-23", when 郭金龙 is shown in the chair, and not again; Henan joined in May 2015;
    # another secretary of Beijing since May 2017, on the Politburo since October; the leading group since
    # 2018-07-03.
    assert [step.valid_from for step in found.steps] + [last.valid_to] == [
        dt.date(2013, 10, 23), dt.date(2013, 10, 24), dt.date(2015, 5, 1), dt.date(2017, 5, 27),
        dt.date(2017, 10, 25), dt.date(2018, 7, 3),
    ]  # fmt: skip


def test_the_secretary_of_shanghai_changes(loaded: Database) -> None:
    """Between the last day that shows one in the chair and the first that shows another: the post alone."""
    first, unseen, second, *_ = gap_series(loaded, "group:yrd-air-coop").steps
    assert (first.chairs, unseen.chairs) == (("韩正 上海市委书记",), ("上海市委书记",))
    assert [cause.kind for cause in second.causes] == ["person"]
    assert second.chairs == ("李强 上海市委书记",)


def test_what_can_not_be_asked(loaded: Database) -> None:
    with pytest.raises(InputError, match="No source dates 广佛肇"):
        gap_series(loaded, "group:guangfozhao")
    with pytest.raises(UnknownName, match="Did you mean"):
        gap_series(loaded, "group:jinan-laiwo")
    with pytest.raises(InputError, match="Unknown basis"):
        gap_series(loaded, "济莱协作区", basis="rank")
