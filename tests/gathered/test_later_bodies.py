"""Gathered seats without a day of their own, of bodies that came after their group began, or never did."""

from __future__ import annotations

import pytest

from loaders.gathered.run import convert_files
from loaders.groups.read import read_groups, shipped_files
from loaders.groups.rows import GroupData
from tests.loaders.groups_for_tests import seats_of

FILE = """
sources:
  X1: {title: 某词条, url: 'https://www.example.org/1', kind: encyclopedia}
  X2: {title: 某报道, url: 'https://www.example.org/2', kind: press}
groups:
- id: x-forest
  name: 林木协调小组
  name_en: Group for trees
  kind: 协调小组
  field: forestry
  level: central
  in_force: {from: '1985', precision: year}
  seats:
  - {role: chair, person: 甲, title: 局长, of: 国家林业局, source: X1}
  - {role: member, person: 乙, title: 副部长, of: 监察部, source: X1}
  - {role: member, unit: 海南省, code: '460000', source: X1}
  roster_complete: false
- id: x-culture
  name: 文物协调小组
  name_en: Group for relics
  kind: 协调小组
  field: culture
  level: central
  in_force: {from: '2018-06-07', precision: day}
  ended: {on: '2019', precision: year, why: wound up}
  seats:
  - {role: chair, title: 部长, of: 文化部, source: X1}
  - {role: member, unit: 国家数据局, source: X1}
  - {role: member, unit: 文化和旅游部, source: X1}
  roster_complete: false
- id: x-year
  name: 海岸协调小组
  name_en: Group for coasts
  kind: 协调小组
  field: water
  level: central
  seats:
  - {role: member, unit: 文化和旅游部, from: '2018', source: X1}
  - {role: member, unit: 海南省, code: '460000', from: '2018', source: X1}
  - {role: member, unit: 国家发展和改革委员会, from: '2017', source: X2}
  roster_complete: false
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> GroupData:
    """The file converted and read back."""
    folder = tmp_path_factory.mktemp("later")
    (folder / "x.yaml").write_text(FILE, encoding="utf-8")
    _, paths = convert_files([folder / "x.yaml"], folder / "out")
    return read_groups([*shipped_files(), *paths])


def test_a_body_that_came_later_keeps_its_seat(data: GroupData) -> None:
    told = [
        (seat.role, seat.post, seat.unit, seat.note) for seat in seats_of(data, "group:x-forest")
    ]
    assert told == [
        ("chair", "post:国家林业局局长", None, None),
        ("member", "post:监察部副部长", None, None),
        ("member", None, "div:460000:海南省", None),
    ]
    (group,) = [row for row in data.groups if row.uid == "group:x-forest"]
    assert str(group.last_documented) == "1998-03-01"


def test_a_body_that_ended_before_or_came_after_does_not(data: GroupData) -> None:
    told = [
        (seat.role, seat.post, seat.unit, seat.note) for seat in seats_of(data, "group:x-culture")
    ]
    assert told == [
        ("chair", None, None, "文化部 did not exist on 2018-06-07"),
        ("member", None, None, "国家数据局 did not exist on 2018-06-07"),
        ("member", None, "agency:文化和旅游部", None),
    ]


def test_a_year_means_one_day_for_all_seats_of_a_source(data: GroupData) -> None:
    told = [(seat.unit, seat.period.start_edtf) for seat in seats_of(data, "group:x-year")]
    assert told == [
        ("agency:文化和旅游部", "[..2018-03-01]"),
        ("div:460000:海南省", "[..2018-03-01]"),
        ("agency:国家发展和改革委员会", "[..2017]"),
    ]
