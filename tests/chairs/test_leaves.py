"""When the chair leaves: each deputy in turn, the deputy's own unit, and what is not known."""

from __future__ import annotations

import datetime as dt

from graph.ask.authority import Question
from graph.catalogue import queries
from graph.chairs import ChairLeaves, chair_leaves
from graph.connection import Database
from tests.chairs.worlds import over_three, written
from tests.reference.draft import DAY, Draft, shandong
from tests.reference.world import Seat

BAY = dt.date(2023, 5, 8)


def asked(database: Database, draft: Draft) -> ChairLeaves:
    return chair_leaves(written(database, draft), "g", Question(DAY))


def told(
    found: ChairLeaves,
) -> set[tuple[str, str | None, bool | None, str, str | None, int | None]]:
    return {
        (r["deputy"], r["type"], r["keeps_strong"], r["member_name"], r["relation"], r["gap"])
        for r in found.rows()
    }


def test_the_deputies_of_the_greater_bay_area(loaded: Database) -> None:
    """By hand from provinces_and_cities.yaml.

    The governor (8) commands both cities (7). The secretary of Guangzhou has 8 as chair of the CPPCC and
    commands no city but his own; the secretary of Shenzhen is deputy secretary of the province (7).
    With one of them acting his city has no other seat: one member is known of an incomplete roster.
    """
    found = chair_leaves(loaded, "group:gd-gba-lsg", Question(BAY))
    assert found.group.type == "STRONG"
    assert told(found) == {
        ("广东省省长", "STRONG", True, "广州市", "LINE", 1),
        ("广东省省长", "STRONG", True, "深圳市", "LINE", 1),
        ("广州市委书记", "UNKNOWN", None, "深圳市", "OUTRANK_ONLY", 1),
        ("深圳市委书记", "UNKNOWN", None, "广州市", "LINE", 0),
    }
    assert found.best and found.best.deputy.name == "王伟中"
    assert [acts.all_posts_counted for acts in found.deputies] == [True, True, True]
    assert [(row["group"], row["role"]) for row in found.groups] == [
        ("group:central-covid", "member")
    ]


def test_a_mayor_can_not_keep_the_air_group_strong(loaded: Database) -> None:
    found = chair_leaves(loaded, "group:bth-air-lsg", Question(dt.date(2018, 7, 12)))
    acting = {acts.deputy.name: acts for acts in found.deputies}
    assert set(acting) == {"李干杰", "许勤", "陈吉宁", "张国清"}
    assert {(acts.type, acts.keeps("STRONG")) for acts in acting.values()} == {("WEAK", False)}
    minister, hebei = acting["李干杰"].answer, acting["许勤"].answer
    assert minister and minister.n_members == 7 and hebei and hebei.n_members == 6
    assert {m["relation"] for m in minister.members} == {"PEER", "OUTRANK_ONLY"}


def test_without_a_deputy_in_the_chair_it_is_the_answer_of_authority(loaded: Database) -> None:
    answers = {
        row.group: row for row in queries.authority_by_group(sensitivity=False, database=loaded)
    }
    rows = queries.chair_leaves(database=loaded)
    assert len(rows) == len(answers) == 38
    for row in rows:
        same = answers[row.group]
        for name in ("type", "row", "scope", "n_members", "gap_min", "lc", "flags", "possible"):
            assert row[name] == same[name], (row.group, name)


def test_a_deputy_post_unknown_answers_nothing(loaded: Database) -> None:
    found = chair_leaves(loaded, "group:poverty-alleviation")
    assert len(found.deputies) == 10 and found.best is None
    assert {(acts.deputy.post, acts.type) for acts in found.deputies} == {(None, None)}
    assert all(row["member"] is None and row["type"] is None for row in found.rows())


def test_a_group_without_a_chair_has_nobody_to_leave(loaded: Database) -> None:
    found = chair_leaves(loaded, "group:jinan-laiwu", Question(dt.date(2018, 12, 25)))
    assert (found.deputies, found.groups, found.group.chairs) == ((), (), [])


def test_a_listed_unit_of_the_deputy_stays(clean: Database) -> None:
    draft = shandong()
    draft.listed("济南", "淄博", "滨州")
    draft.seat("chair", "副省长")
    draft.seat("deputy_chair", "济南长", person="乙")
    draft.says(issuers=("山东",))
    assert told(asked(clean, draft)) == {
        ("济南长", "WEAK", False, "济南", "OWN", 0),
        ("济南长", "WEAK", False, "淄博", "OUTRANK_ONLY", 1),
        ("济南长", "WEAK", False, "滨州", "OUTRANK_ONLY", 1),
    }


def test_an_unlisted_unit_of_the_deputy_goes_unless_another_sits_for_it(clean: Database) -> None:
    draft = shandong()
    draft.listed("淄博", "滨州")
    draft.seat("chair", "副省长")
    draft.seat("deputy_chair", "济南长", person="乙")
    draft.says(issuers=("山东",))
    found = asked(clean, draft)
    assert found.group.n_members == 3
    assert {row["member_name"] for row in found.rows()} == {"淄博", "滨州"}
    draft.seat("member", draft.post("济南副", "济南", "DEPUTY_HEAD", 6))
    (acts,) = asked(clean, draft).deputies
    assert acts.answer is not None
    ranks = {m["name"]: (m["relation"], m["rank"]) for m in acts.answer.members}
    assert ranks["济南"] == ("OWN", 6) and len(ranks) == 3


def test_two_deputies_of_one_post_do_not_leave_together(clean: Database) -> None:
    """Of two vice-mayors of one city, both deputies, one acts: the other still sits for the city."""
    draft = shandong()
    draft.post("济南副", "济南", "DEPUTY_HEAD", 6)
    draft.listed("淄博", "滨州")
    draft.seat("chair", "副省长")
    for person in ("乙", "丙"):
        draft.seat("deputy_chair", "济南副", person=person)
    draft.says(issuers=("山东",))
    found = asked(clean, draft)
    assert [acts.answer and acts.answer.n_members for acts in found.deputies] == [3, 3]


def test_the_governor_as_deputy_keeps_it_strong(clean: Database) -> None:
    found = asked(clean, over_three("山东长", "乙"))
    assert [(acts.type, acts.keeps(found.group.type)) for acts in found.deputies] == [
        ("STRONG", True)
    ]


def test_a_chair_who_is_a_deputy_too_does_not_remain(clean: Database) -> None:
    draft = over_three("山东长", "乙")
    draft.seats.append(Seat("g", "deputy_chair", post="河北长", person="甲"))
    assert [acts.deputy.person for acts in asked(clean, draft).deputies] == ["乙"]


def test_a_deputy_who_acts_is_supposed(clean: Database) -> None:
    found = asked(clean, over_three("济南长", "乙"))
    assert not found.group.supposed
    assert all(acts.answer and acts.answer.supposed for acts in found.deputies)
    assert {row["supposed"] for row in found.rows()} == {True}
