"""The shipped dataset beside the core: all of it sourced, nothing of the core changed, successors joined."""

from __future__ import annotations

from functools import cache

import pytest

from loaders.groups.read import read_everything, read_groups
from loaders.groups.rows import GroupData, GroupRow
from tests.loaders.groups_for_tests import seats_of


@cache
def wide() -> GroupData:
    """Core and dataset as the reader sees them."""
    return read_everything()


@cache
def core() -> GroupData:
    """The core alone."""
    return read_groups()


def test_a_founding_act_is_more_than_the_source_that_tells_of_the_group() -> None:
    acts = wide().documents
    named = {row.uid for row in acts if row.number or row.title or row.instrument}
    bare = [row.uid for row in acts if row.uid not in named and not row.issuers + row.petitioned_by]
    # It was issued by a town, which no table of divisions holds: a note of the group says so.
    assert bare == ["doc:e-zhangjiang-garden-town"] and len(named) > 200


def test_every_fact_has_a_source_that_is_there() -> None:
    data = wide()
    known = set(data.sources)
    assert all(tie.properties["source"] in known for tie in data.ties)
    rows = (data.agencies, data.tenures, data.documents, data.groups, data.seats,
            data.events, data.notes)  # fmt: skip
    for section in rows:
        for row in section:
            assert row.sources and set(row.sources) <= known


def dates(group: GroupRow) -> tuple[str | None, str | None]:
    """Start and end as the file states them: an addition may tell who came after within that month."""
    return group.period.start_edtf, group.period.end_edtf


def test_the_core_is_as_it_was() -> None:
    """No field of a core group changes, no seat of it goes, and no group stands twice."""
    before, after = core(), wide()
    assert len({group.uid for group in after.groups}) == len(after.groups)
    for one in before.groups:
        (other,) = [group for group in after.groups if group.uid == one.uid]
        assert (one.name, one.kind, one.place, one.leadership, one.roster, *dates(one)) == (
            other.name, other.kind, other.place, other.leadership, other.roster, *dates(other),
        )  # fmt: skip
        theirs = {(s.role, s.post, s.unit, s.person, s.title) for s in seats_of(after, one.uid)}
        assert {
            (s.role, s.post, s.unit, s.person, s.title) for s in seats_of(before, one.uid)
        } <= theirs


def test_successors_join_groups_that_are_here() -> None:
    uids = {group.uid for group in wide().groups}
    joined = {(group.uid, after) for group in wide().groups for after in group.succeeded_by}
    assert ("group:a-functions-transformation", "group:a-fangguanfu") in joined
    assert ("group:f-cn-env-lsg", "group:a-environment-commission") in joined or len(joined) > 10
    assert all(after in uids for _, after in joined)


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
    assert {f"group:{one}", f"group:{other}"} <= {group.uid for group in wide().groups}


def test_two_terms_of_one_person_are_two_seats() -> None:
    seats = seats_of(wide(), "group:f-anhui-jiaogang-chief")
    terms = [(s.period.start_edtf, s.end_basis) for s in seats if s.person == "person:张曙光"]
    assert terms == [("[..2020-06-28]", "stated"), ("[..2021-11-22]", "unknown")]


@pytest.mark.parametrize(
    "group",
    [
        "l-xijiang-cities",  # the signers are inferred from who attended
        "n-huaihai-zone",  # a member of the list was left out
        "m-jjj-wildlife-disease",  # the page names only who chairs
        "l-ziyang-dazu",  # who attended a session of a leading group
        "m-jjj-river-procurator-five",  # 水务执法部门 names no single body
        "l-hongan-biancheng-yajia",  # towns are in no table of divisions
    ],
)
def test_a_roster_that_is_cut_or_not_understood_is_not_complete(group: str) -> None:
    assert [row.roster for row in wide().groups if row.uid == f"group:{group}"] == ["partial"]


@pytest.mark.parametrize("group", ["k-hinggan-forest-fire", "j-yrd-covid", "n-h2-shanghai"])
def test_who_leads_the_work_holds_no_chair(group: str) -> None:
    assert {seat.role for seat in seats_of(wide(), f"group:{group}")} == {"member"}


def test_a_conference_that_grew_keeps_its_members_of_both_days() -> None:
    seats = seats_of(wide(), "group:a-southwest-five")
    codes = {seat.unit.split(":")[1] for seat in seats if seat.unit}
    assert {"510200", "500000", "540000", "510100"} <= codes
