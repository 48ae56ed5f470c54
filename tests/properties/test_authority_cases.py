"""What the random worlds do not draw: units and bare names in the chair, two holders, townships."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.catalogue import Row, queries
from graph.connection import Database
from loaders.write.apply import sync
from tests.properties.comparison import BASES, differences
from tests.properties.world_graph import records
from tests.reference.draft import DAY, Draft, shandong
from tests.reference.world import Seat, Tie, Unit, World

LEFT, ENDED = date(2016, 1, 1), date(2017, 1, 1)


def read(database: Database, world: World, basis: str = "person") -> Row:
    """The one group of a world, read from the graph."""
    sync(database, records(world), force=True)
    (row,) = queries.authority_by_group(as_of=DAY, basis=basis, database=database)
    return row


def under(draft: Draft) -> Draft:
    """淄博 and 滨州 as members by a notice of the province."""
    draft.listed("淄博", "滨州")
    draft.says(issuers=("山东",))
    return draft


def test_a_unit_in_the_chair_is_its_head(clean_each: Database) -> None:
    draft = under(shandong())
    draft.seats.append(Seat("g", "chair", unit="山东"))
    world = draft.world()
    row = read(clean_each, world)
    assert [(c["title"], c["rank"], c["units"]) for c in row.chairs] == [
        ("主要负责人", 8, ["山东"])
    ]
    assert (row.type, row.gap_min, row.lc) == ("STRONG", 2, 1)
    for basis in BASES:
        assert differences(world, clean_each, (DAY, basis, "auto")) == []


def test_an_agency_in_the_chair_is_its_head(clean: Database) -> None:
    draft = under(shandong())
    draft.agency("水利厅", 6, "山东")
    draft.seats.append(Seat("g", "chair", unit="水利厅"))
    world = draft.world()
    row = read(clean, world)
    assert (row.type, row.gap_min, row.lc, row.veto) == ("WEAK", 0, 0, 2)
    for basis in BASES:
        assert differences(world, clean, (DAY, basis, "auto")) == []


def test_a_bare_name_in_the_chair_is_no_known_chair(clean_each: Database) -> None:
    draft = under(shandong())
    draft.holds("某人", "山东长")
    draft.seats.append(Seat("g", "chair", person="某人"))
    row = read(clean_each, draft.world())
    assert (row.type, row.row, row.gap_min, row.lc) == ("UNKNOWN", 2, None, None)
    assert set(row.flags) == {"chair_unknown", "chair_post_unknown"}
    assert (row.leadership, row.possible) == ("single", None)


def test_two_holders_of_one_post_are_nobody(clean: Database) -> None:
    draft = under(shandong())
    draft.post("常委", "cn", "COLLEGIAL", 10, branch="party")
    draft.holds("甲", "副省长", "常委")
    draft.holds("乙", "副省长")
    draft.seat("chair", "副省长")
    world = draft.world()
    row = read(clean, world)
    assert [(c["name"], c["rank"]) for c in row.chairs] == [(None, 7)]
    assert row.gap_min == 1
    assert differences(world, clean, (DAY, "person", "auto")) == []


def test_the_holder_published_with_the_seat_counts(clean: Database) -> None:
    draft = under(shandong())
    draft.post("常委", "cn", "COLLEGIAL", 10, branch="party")
    draft.holds("甲", "副省长", "常委")
    draft.holds("乙", "副省长")
    draft.seats.append(Seat("g", "chair", post="副省长", person="甲"))
    world = draft.world()
    # A COLLEGIAL seat at the centre raises the rank to 10 and commands nobody.
    row = read(clean, world)
    assert ([c["name"] for c in row.chairs], row.gap_min, row.lc) == (["甲"], 4, 1)
    assert differences(world, clean, (DAY, "person", "auto")) == []


@pytest.mark.parametrize("listed", [True, False])
def test_townships_are_governments(clean: Database, listed: bool) -> None:
    draft = shandong()
    draft.division("甲县", "County", 4, "淄博")
    for uid in ("东镇", "西镇"):
        draft.division(uid, "Township", 2, "甲县")
        draft.post(f"{uid}镇长", uid, "HEAD", 2)
        if not listed:
            draft.seat("member", f"{uid}镇长")
    if listed:
        draft.listed("东镇", "西镇")
    draft.seat("chair", draft.post("县长", "甲县", "HEAD", 4))
    draft.says(issuers=("甲县",))
    world = draft.world()
    row = read(clean, world)
    assert (row.scope, row.type, row.gap_min, row.lc) == ("governments", "STRONG", 2, 1)
    assert (row.lcs, row.chair_distance) == (["甲县"], 0)
    for basis in BASES:
        assert differences(world, clean, (DAY, basis, "auto")) == []


def test_a_vertical_office_is_line_to_whoever_commands_its_system(clean: Database) -> None:
    draft = shandong()
    draft.agency("税务总局", 8, "cn")
    draft.agency("济南税务局", 6, "税务总局", "LED_BY")
    draft.agency("济南水务局", 5, "济南")
    draft.listed("济南税务局", "济南水务局")
    draft.seat("chair", "济南长")
    draft.says(issuers=("济南",))
    world = draft.world()
    members = {m.member: m.relation for m in _members(clean, world)}
    assert members == {"济南税务局": "OUTSIDE", "济南水务局": "LINE"}
    assert differences(world, clean, (DAY, "person", "auto")) == []
    over = replace(world, seats=tuple(s for s in world.seats if s.role != "chair"))
    over = replace(over, seats=(*over.seats, Seat("g", "chair", unit="cn")))
    assert {m.relation for m in _members(clean, over)} == {"LINE"}
    assert differences(over, clean, (DAY, "person", "auto")) == []


def test_a_mass_organisation_is_outside_the_heads_that_take_turns(clean: Database) -> None:
    """The derived head of a member has no branch: that is not a party post."""
    draft = shandong()
    draft.seat("chair", draft.post("主任", "cn", "OTHER", None), rotating=True)
    draft.listed("济南", draft.agency("工会", 6, "山东", branch="mass_organisation"))
    world = draft.world()
    found = {row.member: (row.relation, row.gap) for row in _members(clean, world)}
    assert found == {"济南": ("OWN", 0), "工会": ("OUTSIDE", 1)}
    assert differences(world, clean, (DAY, "person", "auto")) == []


def test_a_party_post_elsewhere_does_not_command_a_mass_organisation(clean: Database) -> None:
    draft = shandong()
    draft.seat("chair", "副省长", person="甲")
    draft.holds("甲", "副省长", draft.post("河北书记", "河北", "HEAD", 8, branch="party"))
    union = draft.agency("工会", 6, "山东", branch="mass_organisation")
    draft.listed(union, draft.agency("厅", 6, "山东"))
    world = draft.world()
    assert {row.member: row.relation for row in _members(clean, world)}[union] == "OUTSIDE"
    assert differences(world, clean, (DAY, "person", "auto")) == []


def test_the_seat_of_a_unit_that_is_not_in_force_is_no_unknown_seat(clean: Database) -> None:
    """The only seat left is the province's own: it is the host, and nobody is a member."""
    draft = shandong()
    draft.division("莱芜", "Prefecture", 6, "山东", end=ENDED)
    draft.seat("chair", "山东长")
    draft.seat("deputy_chair", draft.post("莱芜长", "莱芜", "HEAD", 6))
    world = draft.world()
    found = read(clean, world)
    assert (found.type, set(found.flags)) == ("UNCLASSIFIED", {"own_unit_only"})
    assert differences(world, clean, (DAY, "person", "auto")) == []


@pytest.mark.parametrize(("left", "flags"), [(ENDED, {"member_lost"}), (LEFT, set())])
def test_a_member_that_left_before_its_end_is_not_lost(
    clean: Database, left: date, flags: set[str]
) -> None:
    draft = shandong()
    draft.division("莱芜", "Prefecture", 6, "山东", end=ENDED)
    draft.listed("济南")
    draft.seats.append(Seat("g", "member", unit="莱芜", valid_to=left))
    draft.seat("chair", "济南长")
    world = draft.world()
    assert set(read(clean, world).flags) == flags
    assert differences(world, clean, (DAY, "person", "auto")) == []


def test_the_department_that_founded_it_is_no_more(clean: Database) -> None:
    draft = under(shandong())
    draft.units.append(Unit("局", "局", "Agency", 4, branch="government", valid_to=ENDED))
    draft.ties.append(Tie("局", "淄博", "DEPARTMENT_OF", valid_to=ENDED))
    draft.seat("chair", "副省长")
    draft.says(issuers=("局",))
    world = draft.world()
    assert read(clean, world).origin == "third_party"
    assert differences(world, clean, (DAY, "person", "auto")) == []
    assert differences(world, clean, (LEFT, "person", "auto")) == []


def _members(database: Database, world: World) -> list[Row]:
    sync(database, records(world), force=True)
    return list(queries.authority_by_member(as_of=DAY, database=database))
