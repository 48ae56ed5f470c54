"""Entries judged by hand: which are one body, whose rosters are cut, who takes part for a government."""

from __future__ import annotations

from functools import cache

import pytest

from loaders.gathered.convert import Converted
from loaders.gathered.form import GatheredGroup
from loaders.gathered.merge import Draft, roster
from loaders.gathered.resourced import resourced
from loaders.gathered.run import GATHERED, SAME, read_same
from tests.gathered.test_dataset import converted


@cache
def draft_of() -> dict[str, Draft]:
    """The group that each entry became, by the entry's id."""
    found: Converted = converted()
    return {entry.id: draft for draft in found.drafts for entry in draft.entries}


@cache
def entries() -> tuple[GatheredGroup, ...]:
    """Every entry of the gathered files."""
    return tuple(entry for file in converted().files for entry in file.groups)


@pytest.mark.parametrize(("entry", "group"), read_same(GATHERED / SAME).items())
def test_a_line_of_the_list_joins_its_entry(entry: str, group: str) -> None:
    """The group is a shipped one, or begins with an entry that stands before."""
    draft = draft_of()[entry]
    assert group in (draft.shipped, draft.entries[0].id)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("m-wudazhang-joint", "m-wudazhang-tourism"),
        ("l-xiqu-huaping-forestry", "l-xiqu-huaping-police"),
        ("l-mingyue-mountain", "l-mingyue-tourism"),
        ("o-xiamen-longyan-committee", "o-xiamen-longyan-joint"),
        ("j-southwest-forest-fire", "l-qian-xiang-gui-forest-fire"),
    ],
)
def test_the_same_members_with_another_subject_are_another_body(one: str, other: str) -> None:
    assert draft_of()[one] is not draft_of()[other]


def test_two_terms_of_one_person_are_two_seats() -> None:
    seats = draft_of()["f-anhui-jiaogang-chief"].seats
    terms = [(s.start, s.end) for s in seats if s.person and s.person.name == "张曙光"]
    assert terms == [("[..2020-06-28]", "2020-06-29"), ("[..2021-11-22]", None)]


def test_a_page_that_only_bounds_an_end_tells_of_the_end_alone() -> None:
    told = {s.person.name: s for s in draft_of()["a-migrant-workers"].seats if s.person}
    assert (told["马凯"].ids, told["马凯"].end_ids) == (["A36", "A160", "F04"], ["F132"])
    group = next(one for one in entries() if one.id == "f-cn-migrant-lsg")
    known = {uid: f"x-{uid}" for uid in group.sources}
    (first, *_) = [seat for seat in (resourced(group, known) or group).seats if seat.to]
    assert (first.source, first.to_source) == (("x-F04",), ("x-F132",))
    del known["F132"]
    rest = [seat for seat in (resourced(group, known) or group).seats if seat.source == ("x-F04",)]
    assert rest and {(seat.to, seat.to_source) for seat in rest} == {(None, None)}


@pytest.mark.parametrize(
    "entry",
    [
        "l-xijiang-cities",  # the signers are inferred from who attended
        "n-huaihai-zone",  # a member of the list was left out
        "m-jjj-wildlife-disease",  # the page names only who chairs
        "o-zida-tourism",  # who attended a session of a leading group
        "m-jjj-river-procurator-five",  # 水务执法部门 names no single body
        "l-hongan-biancheng-yajia",  # towns are in no table of divisions
    ],
)
def test_a_roster_that_is_cut_or_not_understood_is_not_complete(entry: str) -> None:
    assert roster(draft_of()[entry]) == "partial"


def test_agencies_across_governments_sit_themselves() -> None:
    """No government is a member of what its police or procuratorate joined."""
    across = [entry for entry in entries() if entry.level == "inter_agency"]
    seats = [seat for entry in across for seat in entry.seats if seat.unit]
    assert len(across) > 90
    assert [seat.unit for seat in seats if seat.code] == []


@pytest.mark.parametrize("entry", ["k-hinggan-forest-fire", "j-yrd-covid", "n-h2-shanghai"])
def test_who_leads_the_work_holds_no_chair(entry: str) -> None:
    roles = {seat.role for seat in draft_of()[entry].seats}
    assert roles == {"member"}


def test_no_group_is_known_by_the_day_on_which_its_page_was_read() -> None:
    told = [entry.id for entry in entries() if "the day it was read" in (entry.note or "")]
    assert told == []


def test_a_conference_that_grew_keeps_its_members_of_both_days() -> None:
    draft = draft_of()["l-southwest-seven"]
    assert draft.uid == "group:a-southwest-five"
    units = {seat.unit.ref for seat in draft.seats if seat.unit}
    assert {"510200", "500000", "540000", "510100"} <= units
