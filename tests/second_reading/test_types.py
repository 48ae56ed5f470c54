"""Types that could not be defended, by the body: what its sources allow is what the queries answer."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.catalogue import Row, queries
from graph.connection import Database
from loaders.groups.rows import GroupData

CASES: list[tuple[str, str, set[str]]] = [
    ("a-pearl-flood", "WEAK", {"mandated_peer", "petitioned"}),
    ("a-taihu-flood", "WEAK", {"mandated_peer"}),
    ("a-liaohe-flood", "UNKNOWN", set()),
    ("i-songhua-flood-hq", "WEAK", {"mandated_peer"}),
    ("jiaodong", "WEAK", {"mandated_peer"}),
    ("h-sc-gov-purchase", "UNKNOWN", {"undated"}),
    ("a-food-safety", "UNKNOWN", {"roster_unknown"}),
    ("g-xinfu-taixin-lsg", "UNKNOWN", {"own_unit_only", "roster_unknown"}),
    ("f-hunan-deepreform", "UNKNOWN", {"roster_unknown"}),
    ("a-xinjiang", "STRONG", set()),
    ("h-gs-qh-rivers", "SELF_FORMING", set()),
    ("h-sc-panxi-econ-zone", "UNKNOWN", {"chair_unknown"}),
    ("a-yrd-water", "UNKNOWN", {"roster_unknown"}),
    ("i-pearl-shipping-high-level-meeting", "SELF_FORMING", set()),
    ("central-covid", "UNKNOWN", {"roster_unknown"}),
    ("central-cyber", "UNKNOWN", {"roster_unknown"}),
    ("central-deep-reform", "UNKNOWN", {"roster_unknown"}),
    ("h-sc-straw-joint", "UNKNOWN", {"chair_unknown"}),
    ("a-jjj-air-cooperation", "WEAK", {"mandated_peer"}),
]


@pytest.mark.parametrize(("group", "kind", "flags"), CASES, ids=[case[0] for case in CASES])
def test_what_the_sources_allow(
    answers: dict[str, Row], group: str, kind: str, flags: set[str]
) -> None:
    row = answers[group]
    assert (row.type, flags - set(row.flags)) == (kind, set())


@pytest.mark.parametrize("group", ["central-covid", "central-cyber", "central-deep-reform"])
def test_the_centre_is_no_member_of_its_own_body(wide: Database, group: str) -> None:
    rows = queries.authority_by_member(groups=[f"group:{group}"], database=wide)
    assert "中华人民共和国" not in {row.member_name for row in rows}


def test_the_pearl_shipping_meeting_rotates(answers: dict[str, Row], data: GroupData) -> None:
    row = answers["i-pearl-shipping-high-level-meeting"]
    assert (row.leadership, row.origin) == ("rotating", "members")
    (group,) = [one for one in data.groups if one.uid == row.group]
    assert group.period.start_edtf == "2015-12-11"


def test_flood_headquarters_of_like_standing_come_out_alike(answers: dict[str, Row]) -> None:
    alike = [answers[name] for name in ("a-pearl-flood", "a-taihu-flood", "i-songhua-flood-hq")]
    told = {(row.type, row.row, row.origin, "mandated_peer" in row.flags) for row in alike}
    assert told == {("WEAK", 10, "superior", True)}


def test_a_renaming_founds_nothing(data: GroupData) -> None:
    """松花江: the headquarters met before the national one renamed it in June 2009."""
    (group,) = [one for one in data.groups if one.uid == "group:i-songhua-flood-hq"]
    assert group.period.start_edtf == "[..2009-06-05]"


def test_what_presiding_left_unclassified_is_collective(answers: dict[str, Row]) -> None:
    rest = {name for name, row in answers.items() if row.type_if_known_only == "UNCLASSIFIED"}
    assert rest == {
        "g-jiangxi-river-chiefs-2015",
        "i-changsha-river-chiefs-2017",
        "i-yangtze-provincial-river-chiefs-meeting",
        "k-wuhan-circle-cppcc",
        "l-northwest-cppcc-silk-road",
        "l-wuling-cppcc",
        "w-national-security",
    }


def test_own_officials_alone_decide_nothing_on_a_partial_roster(answers: dict[str, Row]) -> None:
    own = [row for row in answers.values() if "own_unit_only" in row.flags]
    assert {row.type for row in own if row.roster != "complete"} == {"UNKNOWN"}


@pytest.mark.parametrize(
    "group",
    [
        "g-nanjing-zhenjiang-yangzhou-2017",
        "d-huaihai-ten-cities",
        "d-ganjiang-nanchang-jiujiang",
        "d-suzhou-suqian-symposium",
        "i-pearl-commission-river-offices-mechanism",
        "h-sc-chengdu-econ-zone",
        "h-sc-straw-joint",
        "h-gs-qh-rivers",
        "i-northeast-cppcc-chairs-joint-meeting",
        "i-yrd-cppcc-chairs-joint-meeting",
        "g-henan-yellow-river",
        "g-zhengzhou-yellow-river-core-zone",
        "g-jiangxi-eco-civilization-lsg",
        "g-jiangxi-yangtze-belt-lsg",
    ],
)
def test_who_presided_does_not_chair(wide: Database, group: str) -> None:
    seats = list(queries.seats_of_group(f"group:{group}", dt.date(2025, 1, 1), database=wide))
    assert "chair" not in {seat.role for seat in seats}


def test_a_standing_committee_member_has_rank_10(answers: dict[str, Row]) -> None:
    (chair,) = answers["a-purchase-services"].chairs
    assert chair["rank"] == 10
