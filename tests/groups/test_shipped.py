"""The shipped groups: figures of overlap, legal basis, governments and time, each worked out by hand once.

The hand's way is told beside each figure, from the lines of loaders/data/groups.
"""

from __future__ import annotations

import datetime as dt

import pytest

from graph.catalogue import Row, queries
from graph.connection import Database

AIR_2013, AIR_2018, YANGTZE_AIR = (
    "group:a-jjj-air-cooperation", "group:bth-air-lsg", "group:yrd-air-coop",
)  # fmt: skip
DAY = dt.date(2017, 7, 6)
IN_TERM = dt.date(2017, 5, 1)
AFTER_TERM = dt.date(2017, 10, 25)
SHANGHAI = "div:310000:上海市"
BELT, JINAN_LAIWU = "group:yangtze-economic-belt", "group:jinan-laiwu"
LOOKED_UP = {AIR_2013, AIR_2018, YANGTZE_AIR, BELT, JINAN_LAIWU}
"""Groups whose files were read by hand; what others bring is not held against it."""


def test_two_air_groups_share_a_ministry(loaded: Database) -> None:
    (row,) = queries.overlap_of_two([AIR_2013, YANGTZE_AIR], DAY, database=loaded)
    # 2013: six provinces and seven ministries, since May 2015 Henan and the ministry of transport: 15.
    # Yangtze: Shanghai (its mayor), Jiangsu, Zhejiang, Anhui, the ministry of environmental protection: 5.
    assert (row.n_one, row.n_other, row.n_shared, row.n_shared_governments) == (15, 5, 1, 0)
    assert (row.jaccard, row.overlap_coefficient) == (1 / 19, 1 / 5)
    assert [m["uid"] for m in row.shared] == ["agency:环境保护部"]
    # 2014-01-07 to 2017-01-07 are 1096 days (one leap year), and 181 to 2017-07-07.
    assert (row.shared_from, row.shared_days) == (dt.date(2014, 1, 7), 1096 + 181)
    # "By 2013-10-23" lies before the other's start: the later start is exact.
    assert not row.shared_days_at_least
    assert row.double_command == ["agency:环境保护部"]
    assert [c["name"] for c in (*row.one_chairs, *row.other_chairs)] == ["蔡奇", None]
    assert (row.one_roster, row.other_roster, row.shown) == ("complete", "partial", True)


def test_the_air_group_and_its_successor_never_met(loaded: Database) -> None:
    for day in (dt.date(2018, 7, 2), dt.date(2018, 7, 3)):
        assert len(queries.overlap_of_two([AIR_2013, AIR_2018], day, database=loaded)) == 0


def test_the_pair_is_found_in_its_region(loaded: Database) -> None:
    rows = queries.overlaps_in_region(dt.date(2018, 7, 6), SHANGHAI, database=loaded)
    # Of Shanghai itself: a member of the Yangtze belt group (its party secretary) and of the air group.
    (pair,) = [r for r in rows if {r.one, r.other} <= LOOKED_UP]
    assert (pair.one, pair.other, pair.shared) == (BELT, YANGTZE_AIR, ["上海市"])
    # The chair of the air group is Shanghai's own secretary: no second command over it.
    assert pair.n_double_command == 0


def test_the_ministry_stood_under_two_chairs(loaded: Database) -> None:
    rows = queries.double_command(DAY, database=loaded)
    (ministry,) = [r for r in rows if r.unit == "agency:环境保护部"]
    assert {AIR_2013, YANGTZE_AIR} <= set(ministry.over_uids)
    assert (ministry.kind, ministry.n_over) == ("chairs", len(ministry.over_uids))


def test_no_shipped_rank_contradicts_the_hierarchy(loaded: Database) -> None:
    rows = queries.rank_contradictions(DAY, database=loaded)
    assert [r for r in rows if r.kind == "unit" or r.group in LOOKED_UP] == []
    counts = {r.kind: r for r in queries.rank_contradiction_counts(DAY, database=loaded)}
    assert all(r.n_checked > r.n_unknown for r in counts.values())
    # The secretary of Beijing (8) over five provinces, a region and a municipality of 8, Beijing apart:
    # 郭金龙 is last shown in 2013, so the post counts; 蔡奇 sits on the Politburo (9) since October.
    peers_of_beijing = {"天津市", "河北省", "山西省", "内蒙古自治区", "山东省", "河南省"}
    for day, peers in (
        (IN_TERM, peers_of_beijing),
        (DAY, peers_of_beijing),
        (AFTER_TERM, set()),
    ):
        rows = queries.rank_contradictions(day, equals=True, database=loaded)
        assert {r.lower_name for r in rows if r.group == AIR_2013} == peers


@pytest.mark.parametrize(
    ("group", "instrument"),
    [
        (AIR_2018, 2),  # 国办发〔2018〕54号, a notice of the general office
        ("group:guangfo", 1),  # a framework agreement of the two cities
        ("group:taihu-lake-chiefs", None),  # an act whose form is not known
        ("group:jinan-laiwu", None),  # no act is known
    ],
)
def test_instruments(loaded: Database, group: str, instrument: int | None) -> None:
    (row,) = queries.legal_basis([group], database=loaded)
    assert row.instrument == instrument
    # No shipped source answers any of the six items: unknown, never no.
    assert (row.n_known, row.n_yes, row.share, row.published) == (0, 0, None, None)


def test_acts_are_counted(loaded: Database) -> None:
    (row,) = queries.legal_basis_counts(database=loaded)
    rows = queries.legal_basis(database=loaded)
    assert row.n_groups == len(rows)
    assert row.n_without_act == sum(not r.documents for r in rows)
    kinds = (row.n_none, row.n_agreement, row.n_normative, row.n_law)
    assert row.n_without_act + row.n_form_unknown + sum(kinds) == row.n_groups
    assert row.items_known == sum(r.n_known for r in rows)


def seats(rows: list[Row], group: str) -> set[tuple[str, str | None, bool]]:
    """Role, holder and whether the unit counts as a member, of the rows of a group."""
    return {(r.role, r.person, r.counts) for r in rows if r.group == group}


def test_seats_of_shanghai(loaded: Database) -> None:
    rows = list(queries.groups_of_government([SHANGHAI], database=loaded))
    # Two secretaries chair one after the other, the mayor is member: that makes Shanghai one.
    assert seats(rows, YANGTZE_AIR) == {
        ("chair", "韩正", True), ("chair", "李强", True), ("member", "杨雄", True),
    }  # fmt: skip
    han = next(r for r in rows if r.person == "韩正" and r.group == YANGTZE_AIR)
    assert (han.period_from, han.source) == (dt.date(2014, 1, 7), "S32")
    assert {r.period_to for r in rows if r.person == "杨雄"} == {None}


def test_the_host_is_told_and_is_no_member(loaded: Database) -> None:
    rows = queries.groups_of_government(["div:100000:中华人民共和国"], database=loaded)
    (host,) = [r for r in rows if r.group == AIR_2018 and r.role == "host"]
    assert (host.counts, host.title, host.source, host.as_of) == (
        False, None, None, dt.date(2018, 7, 12),
    )  # fmt: skip
    assert ("chair", "韩正", False) in seats(list(rows), AIR_2018)


def test_groups_of_a_day_are_counted(loaded: Database) -> None:
    day = dt.date(2018, 7, 6)
    rows = queries.groups_in_force(day, stale=True, database=loaded)
    (row,) = queries.groups_in_force_counts(day, database=loaded)
    counted = queries.groups_in_force(day, database=loaded)
    assert (
        len(counted) == row.n_documented + row.n_presumed == len(rows) - row.n_stale - row.n_undated
    )
    assert (row.n_in_force, row.n_shown) == (len(rows), sum(r.documented for r in rows))
    assert row.n_in_force + row.n_before + row.n_start_unknown + row.n_over == row.n_groups
    assert AIR_2018 in {r.uid for r in rows} and AIR_2013 not in {r.uid for r in rows}


@pytest.mark.parametrize(
    ("region", "field", "groups"),
    [
        (SHANGHAI, None, {YANGTZE_AIR, BELT}),
        (SHANGHAI, "environment", {YANGTZE_AIR}),
        (None, "environment", {YANGTZE_AIR, AIR_2018}),
        ("div:371200:莱芜市", None, {JINAN_LAIWU}),
    ],
)
def test_region_and_field(
    loaded: Database, region: str | None, field: str | None, groups: set[str]
) -> None:
    rows = queries.groups_in_force(dt.date(2018, 7, 6), region, field, database=loaded)
    assert {r.uid for r in rows} & LOOKED_UP == groups
