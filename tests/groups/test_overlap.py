"""Overlap of groups and double command, on small worlds whose answers are counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.catalogue import Row, queries
from graph.connection import Database
from tests.groups.worlds import several, write
from tests.reference.draft import DAY, Draft, shandong
from tests.reference.world import Group, Seat, Tie, TieKind, World

TWO = ["a", "b"]


def overlap(database: Database, world: World, day: date = DAY) -> Row:
    """The one row of the groups a and b."""
    write(database, world)
    (row,) = queries.overlap_of_two(TWO, day, database=database)
    return row


def two(draft: Draft, one: str | None = "副省长", other: str | None = "河北长") -> World:
    """a of 济南, 淄博, 滨州 and b of 淄博, 滨州, 沧州, 厅, each under a chair."""
    draft.agency("厅", 6, "山东")
    return several(
        draft, ("a", one, ("济南", "淄博", "滨州")), ("b", other, ("淄博", "滨州", "沧州", "厅"))
    )


def test_shares_of_members(clean_each: Database) -> None:
    row = overlap(clean_each, two(shandong()))
    assert (row.n_one, row.n_other, row.n_shared, row.n_shared_governments) == (3, 4, 2, 2)
    assert (row.jaccard, row.overlap_coefficient) == (2 / 5, 2 / 3)
    assert {m["uid"] for m in row.shared} == {"淄博", "滨州"}
    assert set(row.double_command) == {"淄博", "滨州"}


def test_one_chair_of_two_groups_is_no_double_command(clean: Database) -> None:
    assert overlap(clean, two(shandong(), "副省长", "副省长")).double_command == []


def test_one_person_in_two_posts_is_no_double_command(clean: Database) -> None:
    draft = shandong()
    draft.holds("甲", "山东长", "河北长")
    assert overlap(clean, two(draft, "山东长")).double_command == []


def test_an_unknown_chair_leaves_double_command_unknown(clean: Database) -> None:
    assert overlap(clean, two(shandong(), other=None)).double_command is None


def test_the_own_head_is_no_second_command(clean: Database) -> None:
    row = overlap(clean, two(shandong(), other="淄博长"))
    assert row.double_command == ["滨州"]


def test_heads_that_take_turns_stand_above_nobody(clean: Database) -> None:
    world = two(shandong(), other=None)
    turns = replace(world.group("b"), leadership="rotating")
    row = overlap(clean, replace(world, groups=(world.group("a"), turns)))
    assert (row.double_command, row.other_chairs) == ([], [])


def lives(one: Group, other: Group) -> World:
    """Two groups with these lives and one member in common."""
    world = several(shandong(), ("a", None, ("淄博",)), ("b", None, ("淄博",)))
    starts = {group.uid: group for group in (one, other)}
    seats = [
        replace(s, valid_from=starts[s.group].valid_from, valid_to=starts[s.group].valid_to)
        for s in world.seats
    ]
    return replace(world, seats=tuple(seats), groups=(one, other))


def test_shared_days_run_to_the_earlier_end(clean: Database) -> None:
    one = Group("a", "a", "领导小组", valid_from=date(2018, 1, 1), valid_to=date(2018, 1, 11))
    other = Group("b", "b", "领导小组", valid_from=date(2017, 1, 1))
    row = overlap(clean, lives(one, other), date(2018, 1, 10))
    assert (row.shared_from, row.shared_to, row.shared_days) == (
        date(2018, 1, 1), date(2018, 1, 11), 10,
    )  # fmt: skip
    assert not row.shared_days_at_least


def test_nothing_is_counted_after_the_day(clean: Database) -> None:
    one = Group("a", "a", "领导小组", valid_from=date(2018, 1, 1))
    other = Group("b", "b", "领导小组", valid_from=date(2018, 1, 3))
    row = overlap(clean, lives(one, other), date(2018, 1, 3))
    assert (row.shared_to, row.shared_days) == (date(2018, 1, 4), 1)


def test_groups_that_never_met_have_no_row(clean: Database) -> None:
    one = Group("a", "a", "领导小组", valid_from=date(2016, 1, 1), valid_to=date(2017, 1, 1))
    other = Group("b", "b", "领导小组", valid_from=date(2018, 1, 1))
    write(clean, lives(one, other))
    assert list(queries.overlap_of_two(TWO, date(2018, 1, 1), database=clean)) == []


def three(draft: Draft) -> World:
    """a and b share 淄博 and 滨州; c shares 沧州 with b alone; d sits apart."""
    world = two(draft)
    more = (Group("c", "c", "领导小组"), Group("d", "d", "领导小组"))
    seats = [Seat("c", "member", unit="沧州"), Seat("d", "member", unit="河北")]
    return replace(world, seats=(*world.seats, *seats), groups=(*world.groups, *more))


@pytest.mark.parametrize(
    ("region", "pairs"),
    [(None, {("a", "b"), ("b", "c")}), ("山东", {("a", "b")}), ("河北", {("b", "c")}), ("济南", set())],
)  # fmt: skip
def test_pairs_below_a_division(
    clean: Database, region: str | None, pairs: set[tuple[str, str]]
) -> None:
    write(clean, three(shandong()))
    rows = queries.overlaps_in_region(DAY, region, database=clean)
    assert {(row.one, row.other) for row in rows} == pairs
    for row in rows:
        pair = queries.overlap_of_two([row.one, row.other], DAY, database=clean)[0]
        assert (row.jaccard, row.overlap_coefficient, row.n_shared, row.shared_days) == (
            pair.jaccard, pair.overlap_coefficient, pair.n_shared, pair.shared_days,
        )  # fmt: skip
        known = pair.double_command
        assert row.n_double_command == (None if known is None else len(known))


def test_what_was_looked_at_is_counted(clean: Database) -> None:
    write(clean, three(shandong()))
    (row,) = queries.overlap_counts(DAY, database=clean)
    assert (row.n_groups, row.n_pairs, row.n_members, row.n_shared) == (4, 6, 6, 3)
    assert (row.n_chair_unknown, row.n_without_members, row.n_incomplete) == (2, 0, 0)
    (row,) = queries.overlap_counts(DAY, "河北", database=clean)
    assert (row.n_groups, row.n_pairs, row.n_members, row.n_shared) == (3, 3, 2, 1)


def test_units_under_chairs_of_several_groups(clean_each: Database) -> None:
    world = three(shandong())
    write(clean_each, world)
    rows = queries.double_command(DAY, database=clean_each)
    assert {(r.kind, r.unit, tuple(r.over_uids)) for r in rows} == {
        ("chairs", "淄博", ("a", "b")), ("chairs", "滨州", ("a", "b")),
    }  # fmt: skip
    counts = {r.kind: r for r in queries.double_command_counts(DAY, database=clean_each)}
    chairs = counts["chairs"]
    # 沧州 sits under b's chair and in c, whose chair nobody names; 河北 in d, whose chair nobody names.
    assert (chairs.n_units, chairs.n_double, chairs.n_unknown) == (6, 2, 2)


@pytest.mark.parametrize(("by", "double"), [("LED_BY", True), ("GUIDED_BY", False)])
def test_two_superiors_of_an_agency(clean: Database, by: TieKind, double: bool) -> None:
    draft = shandong()
    draft.agency("水利厅", 6, "山东")
    draft.agency("水利局", 4, "淄博")
    draft.ties.append(Tie("水利局", "水利厅", by))
    write(clean, several(draft, ("a", None, ("淄博",))))
    rows = [r for r in queries.double_command(DAY, database=clean) if r.kind == "superiors"]
    assert [(r.unit, set(r.over_uids)) for r in rows] == (
        [("水利局", {"淄博", "水利厅"})] if double else []
    )
    none = queries.double_command(DAY, "河北", database=clean)
    assert [r.unit for r in none] == []
