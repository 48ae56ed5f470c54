"""Twice or split, by case: one unit under all spellings, and no division among the agencies."""

from __future__ import annotations

import pytest

from loaders.groups.rows import GroupData
from loaders.quality.finds import finds


def test_no_unit_stands_twice(data: GroupData) -> None:
    """市府办 and 市政府办公室 of one city, 河长办 and 河长制办公室 were two units each."""
    pairs = [find.uid for find in finds(data) if find.kind == "twice"]
    assert [pair for pair in pairs if pair.startswith("agency:")] == []


@pytest.mark.parametrize(
    ("word", "uid"),
    [
        ("驻香港特别行政区联络办公室", "agency:香港中联办"),
        ("总参谋部", "agency:中国人民解放军总参谋部"),
        ("长江水利委员会", "agency:水利部长江水利委员会"),
        ("松辽水利委员会", "agency:水利部松辽水利委员会"),
    ],
)
def test_a_body_of_several_names_is_one(data: GroupData, word: str, uid: str) -> None:
    named = [row.uid for row in data.agencies if row.name.removesuffix("联络办").endswith(word)]
    assert named == [uid]


@pytest.mark.parametrize("name", ["抚州市", "松岭区"])
def test_a_division_is_no_agency(data: GroupData, name: str) -> None:
    assert [row.uid for row in data.agencies if row.name == name] == []


def test_prefectures_that_became_cities_sit_as_what_they_were(data: GroupData) -> None:
    """闽浙赣皖福州经济协作区 of 1996: 抚州, 宁德 and 上饶 were prefectures (地区)."""
    units = {row.unit for row in data.seats if row.group == "group:d-fuzhou-cooperation-zone"}
    assert {
        "div:362500:抚州地区", "div:352200:宁德地区", "div:362300:上饶地区",
    } <= units  # fmt: skip


def test_a_district_that_the_table_lacks_keeps_its_seat_by_name(data: GroupData) -> None:
    (seat,) = [row for row in data.seats if row.title == "松岭区"]
    assert (seat.post, seat.unit) == (None, None)
    assert "holds no 松岭区" in (seat.note or "")
