"""A government with all its groups: the seats, types and relations of the queries, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.lookup import find_unit
from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, UnknownName
from graph.core.words import Words
from graph.pictures import Picture
from graph.pictures.government.picture import government_picture
from graph.pictures.government.words import caption
from graph.pictures.parts import SEAT_TIES

DAY = dt.date(2018, 7, 12)
GOVERNMENTS = ("北京市", "上海市", "山东省", "中华人民共和国", "生态环境部", "济南市")


def groups(picture: Picture) -> dict[str, tuple[str, int | None]]:
    return {node.uid: (node.role, node.rank) for node in picture.nodes if node.kind == "group"}


@pytest.mark.parametrize("name", GOVERNMENTS)
def test_every_seat_on_the_day_is_drawn_with_the_type_of_its_group(
    loaded: Database, name: str
) -> None:
    unit = find_unit(loaded, name, DAY)
    picture = government_picture(loaded, name, DAY)
    seats = queries.seats_of_government(unit.uid, DAY, database=loaded)
    hosted = queries.groups_of_government([unit.uid], as_of=DAY, database=loaded)
    found = {row.group for row in seats} | {row.group for row in hosted if row.role == "host"}
    types = queries.authority_by_group(groups=sorted(found), as_of=DAY, database=loaded)
    ranks = {row.group: [c["rank"] or 0 for c in row.chairs] for row in types}
    assert groups(picture) == {
        row.group: (row.type, max(ranks[row.group], default=0) or None) for row in types
    }
    drawn = {(t.end, t.kind) for t in picture.ties}
    own = {(s.group, SEAT_TIES.get(s.role, "SITS_IN")) for s in seats if s.own}
    assert own <= drawn
    uids = [node.uid for node in picture.nodes]
    assert len(uids) == len(set(uids))
    assert {end for tie in picture.ties for end in (tie.start, tie.end)} <= set(uids)


@pytest.mark.parametrize("name", GOVERNMENTS)
def test_what_the_chair_is_to_it_stands_on_one_tie_a_group(loaded: Database, name: str) -> None:
    unit = find_unit(loaded, name, DAY)
    picture = government_picture(loaded, name, DAY)
    told = [(t.end, t.relation, t.gap) for t in picture.ties if t.relation is not None]
    rows = queries.authority_by_member(
        groups=sorted(groups(picture)), as_of=DAY, scope="all", database=loaded
    )
    mine = {(r.group, r.relation, r.gap) for r in rows if r.member == unit.uid and r.relation}
    assert len(told) == len(set(told))
    assert set(told) <= mine
    # A chair who sits for the government has no tie to say it on; the details of the group do.
    chaired = {t.end for t in picture.ties if t.kind == "CHAIRS"}
    assert {group for group, _, _ in mine - set(told)} <= chaired


def test_the_caption_counts_each_group_once(loaded: Database) -> None:
    picture = government_picture(loaded, "山东省", DAY)
    total = len(groups(picture))
    assert f"Shandong in {total} group" in picture.caption.en
    numbers = [
        int(word)
        for word in picture.caption.zh.split("：")[1].split("；")[0].split()
        if word.isdigit()
    ]
    assert sum(numbers) == total


@pytest.mark.parametrize("name", GOVERNMENTS)
def test_the_caption_counts_what_the_queries_count(loaded: Database, name: str) -> None:
    """One definition: seats of its own and of departments on the day, and groups of which it is the host."""
    unit, picture = find_unit(loaded, name, DAY), government_picture(loaded, name, DAY)
    (counts,) = queries.groups_of_government_counts([unit.uid], as_of=DAY, database=loaded)
    rows = queries.groups_of_government([unit.uid], as_of=DAY, database=loaded)
    held = {row.group: row.role for row in rows if row.in_force}
    assert len(held) == counts.n_groups
    assert f"in {counts.n_groups} group" in picture.caption.en or counts.n_groups == 0
    told = {fact.label.en: fact.value.en for fact in picture.facts}
    assert int(told.get("Chair not known", 0)) == counts.n_chair_unknown
    alone = [group for group, role in held.items() if role == "department"]
    assert len(alone) == counts.n_by_departments


def test_a_group_without_a_known_chair_is_drawn_as_unknown(loaded: Database) -> None:
    picture = government_picture(loaded, "济南市", dt.date(2018, 12, 25))
    (node,) = [n for n in picture.nodes if n.uid == "group:jinan-laiwu"]
    assert (node.unknown, node.rank, node.role) == (True, None, "UNKNOWN")


def test_every_statement_has_a_source(loaded: Database) -> None:
    picture = government_picture(loaded, "北京市", DAY)
    bare = [t for t in picture.ties if not t.sources and t.kind != "HOSTS"]
    assert bare == []
    assert all(node.sources for node in picture.nodes)


def test_of_many_groups_the_first_are_drawn_and_all_are_counted(loaded: Database) -> None:
    whole = government_picture(loaded, "中华人民共和国", DAY)
    part = government_picture(loaded, "中华人民共和国", DAY, most=6)
    assert whole.total is None and part.total is not None
    assert len(part.nodes) <= 6 < part.total
    assert part.caption == whole.caption
    assert "CHAIRS" in {tie.kind for tie in part.ties}, "what it chairs comes first"


def test_departments_of_a_crowded_government_are_counted_on_the_group(
    loaded: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.pictures.government.picture.CROWDED", 1)
    picture = government_picture(loaded, "中华人民共和国", DAY)
    assert "department" not in {node.role for node in picture.nodes}
    unit = find_unit(loaded, "中华人民共和国", DAY)
    seats = queries.seats_of_government(unit.uid, DAY, database=loaded)
    air = {s.unit for s in seats if s.group == "group:bth-air-lsg" and not s.own}
    (node,) = [n for n in picture.nodes if n.uid == "group:bth-air-lsg"]
    assert f"Departments in it: {len(air)}" in {fact.label.en for fact in node.facts}


@pytest.mark.parametrize(
    ("name", "day", "error", "told"),
    [
        ("无此地", DAY, UnknownName, "无此地"),
        ("鼓楼区", DAY, AmbiguousName, "more than one"),
        ("北京市", dt.date(1950, 1, 1), InputError, "not known"),
        ("莱芜市", dt.date(1995, 1, 1), InputError, "neither chair, vice-chair nor sit"),
    ],
)
def test_what_can_not_be_drawn_is_told(
    loaded: Database, name: str, day: dt.date, error: type[InputError], told: str
) -> None:
    with pytest.raises(error, match=told):
        government_picture(loaded, name, day)


def test_days_with_groups_are_offered(loaded: Database) -> None:
    with pytest.raises(InputError, match=r"It has some on: 20\d\d-"):
        government_picture(loaded, "莱芜市", dt.date(1995, 1, 1))


def test_a_government_all_of_whose_groups_are_stale_has_a_caption() -> None:
    said = caption(Words("Jinan", "济南市"), dt.date(2030, 1, 1), {}, {})
    assert "No source shows a group of Jinan near 2030-01-01" in said.en and "久无记载" in said.zh
