"""Bodies that were misjudged once, by name: what their sources allow is what the queries answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.catalogue import Row, queries
from graph.connection import Database, connect
from tests.session import shared_server
from tests.templates import Content

FLOOD = {"mandated_peer"}


@pytest.fixture(scope="module")
def wide(jars_dir: Path) -> Iterator[Database]:
    """A graph with core and dataset."""
    with connect(shared_server(Content.WHOLE, jars_dir)) as database:
        yield database


@pytest.fixture(scope="module")
def answers(wide: Database) -> dict[str, Row]:
    """Every group on its last documented day."""
    return {
        row.group.removeprefix("group:"): row for row in queries.authority_by_group(database=wide)
    }


CASES: list[tuple[str, str, set[str]]] = [
    ("a-pearl-flood", "WEAK", {"mandated_peer", "petitioned"}),
    ("a-taihu-flood", "WEAK", {"mandated_peer"}),
    ("a-liaohe-flood", "UNKNOWN", set()),
    ("i-songhua-flood-hq", "WEAK", {"mandated_peer"}),
    ("jiaodong", "WEAK", {"mandated_peer"}),
    ("h-sc-gov-purchase", "STRONG", {"outside_command"}),
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


def test_the_pearl_shipping_meeting_rotates(answers: dict[str, Row]) -> None:
    assert answers["i-pearl-shipping-high-level-meeting"].leadership == "rotating"


@pytest.mark.parametrize(
    "group",
    [
        "g-nanjing-zhenjiang-yangzhou-2017",
        "d-huaihai-ten-cities",
        "d-ganjiang-nanchang-jiujiang",
        "d-suzhou-suqian-symposium",
        "i-pearl-commission-river-offices-mechanism",
    ],
)
def test_who_presided_does_not_chair(wide: Database, group: str) -> None:
    seats = list(queries.seats_of_group(f"group:{group}", dt.date(2025, 1, 1), database=wide))
    assert "chair" not in {seat.role for seat in seats}


def chairs(database: Database, group: str, day: dt.date) -> set[str | None]:
    """The names of those who chair a group on a day."""
    asked = {"groups": [f"group:{group}"], "as_of": day, "sensitivity": False}
    (row,) = queries.authority_by_group(**asked, database=database)
    return {chair["name"] for chair in row.chairs}


def test_nobody_is_dated_back_to_the_founding(wide: Database) -> None:
    assert chairs(wide, "a-sme", dt.date(2012, 6, 1)) == {"张德江"}
    assert not {"彭清华", "尹力"} & chairs(wide, "f-sichuan-poverty-lsg", dt.date(2016, 6, 1))
    assert chairs(wide, "h-cq-river-chiefs", dt.date(2017, 7, 1)) == set()


def test_successive_chairs_are_not_joint_ones(wide: Database) -> None:
    assert chairs(wide, "g-zhejiang-common-prosperity", dt.date(2024, 6, 1)) == {"易炼红"}
    assert chairs(wide, "f-anhui-fengsha-chief", dt.date(2021, 12, 1)) == {"张红文"}


def test_a_chair_whose_end_a_source_tells_of_does_not_chair_after_it(wide: Database) -> None:
    assert chairs(wide, "a-food-safety", dt.date(2018, 6, 27)) == {"韩正"}


def test_a_standing_committee_member_has_rank_10(answers: dict[str, Row]) -> None:
    (chair,) = answers["a-purchase-services"].chairs
    assert chair["rank"] == 10
