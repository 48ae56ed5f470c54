"""The minimal chair: rank, command, which of the two binds, and whether who could chair would."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.authority import Question, authority
from graph.chairs import MinimalChair, minimal_chair
from graph.connection import Database
from tests.chairs.worlds import written
from tests.reference.draft import DAY, Draft, led_by_vice_governor, shandong

EVE = dt.date(2018, 12, 25)


def asked(database: Database, draft: Draft) -> MinimalChair:
    return minimal_chair(written(database, draft), "g", Question(DAY))


def test_jinan_and_laiwu(loaded: Database) -> None:
    """By hand: Jinan has 7, so 8; Shandong (8) stands lowest above both; a vice-governor has 7."""
    found = minimal_chair(loaded, "group:jinan-laiwu", Question(EVE))
    need = found.need
    assert (need.n_members, need.highest_rank, need.rank_needed) == (2, 7, 8)
    assert (need.lcs, need.deputy_rank, need.binds) == (["山东省"], 7, "rank")
    assert {(row.title, row.could_chair, row.at_lcs) for row in found.posts} == {
        ("山东省委书记", True, True),
        ("山东省省长", True, True),
        ("山东省副省长", False, True),
        ("国务委员", True, False),
        ("国务院副总理", True, False),
        ("国务院总理", True, False),
        ("中共中央总书记", True, False),
        ("国家主席", True, False),
    }
    assert (need.n_posts, need.n_could, need.n_undecided) == (8, 7, 0)
    assert (need.chair_meets_rank, need.chair_meets_command) == (None, None)
    assert ("国务院副总理", "韩正") in {(row.title, row.name) for row in found.posts}


def test_who_chairs_the_air_group_meets_both(loaded: Database) -> None:
    need = minimal_chair(loaded, "group:bth-air-lsg", Question(dt.date(2018, 7, 12))).need
    assert (need.rank_needed, need.lcs, need.binds) == (9, ["中华人民共和国"], "command")
    assert (need.chair_meets_rank, need.chair_meets_command) == (True, True)


def test_a_deputy_of_the_superior_is_enough_for_two_prefectures(clean: Database) -> None:
    found = asked(clean, led_by_vice_governor())
    need = found.need
    assert (need.rank_needed, need.lcs, need.deputy_rank, need.binds) == (7, ["山东"], 7, "command")
    assert {(row.title, row.could_chair, row.is_chair) for row in found.posts} == {
        ("副省长", True, True),
        ("山东长", True, False),
    }


def test_with_a_sub_provincial_city_the_rank_binds(clean: Database) -> None:
    draft = shandong()
    draft.listed("济南", "淄博")
    draft.seat("chair", "副省长")
    found = asked(clean, draft)
    assert (found.need.rank_needed, found.need.binds) == (8, "rank")
    assert (found.need.chair_meets_rank, found.need.chair_meets_command) == (False, True)
    assert {(row.title, row.could_chair) for row in found.posts} == {
        ("副省长", False),
        ("山东长", True),
    }


def test_a_member_without_rank_leaves_it_open(clean: Database) -> None:
    draft = shandong()
    draft.division("某市", "Prefecture", None, "山东")
    draft.listed("某市", "淄博")
    draft.seat("chair", "副省长")
    need, posts = (found := asked(clean, draft)).need, found.posts
    assert (need.n_unranked, need.rank_needed, need.rank_needed_at_least) == (1, None, 7)
    assert (need.binds, need.n_could, need.n_undecided, need.chair_meets_rank) == (None, 0, 2, None)
    assert {row.could_chair for row in posts} == {None}


def test_a_broken_chain_is_not_the_centre(clean: Database) -> None:
    draft = shandong()
    draft.listed("淄博", draft.division("孤市", "Prefecture", 6, None))
    need = (found := asked(clean, draft)).need
    assert (need.lcs, need.n_posts, need.binds, need.rank_needed) == (None, None, None, 7)
    assert len(found.posts) == 0


def test_members_of_two_provinces_need_the_centre(clean: Database) -> None:
    draft = shandong()
    draft.post("副总理", "cn", "DEPUTY_HEAD", 9)
    draft.post("常委", "cn", "COLLEGIAL", 10)
    draft.listed("淄博", "沧州")
    found = asked(clean, draft)
    assert (found.need.lcs, found.need.deputy_rank, found.need.binds) == (["中央"], 9, "command")
    assert [(row.title, row.could_chair) for row in found.posts] == [("副总理", True)]


@pytest.mark.parametrize(
    ("group", "day"),
    [("group:jinan-laiwu", EVE), ("group:bth-air-lsg", dt.date(2018, 7, 12))],
)
def test_whoever_could_chair_makes_it_strong(loaded: Database, group: str, day: dt.date) -> None:
    """And whose rank is too low commands all members and is delegated."""
    for row in minimal_chair(loaded, group, Question(day)).posts:
        question = Question(day, basis="seat", chair=row.title)
        answer = authority(loaded, group, question).group
        assert (answer.type, answer.row) == ("STRONG", 6 if row.could_chair else 7), row.title
