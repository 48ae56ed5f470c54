"""A gathered file of one's own: converted, read back, reported; its faults told with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.core.errors import InvalidData
from loaders.gathered.convert import Converted
from loaders.gathered.report import report, understood
from loaders.gathered.run import convert_files
from loaders.groups.read import read_groups, shipped_files
from loaders.groups.rows import GroupData
from tests.loaders.groups_for_tests import seats_of

FILE = """
sources:
  X1: {title: 某通知, url: 'https://www.example.org/1', kind: gov_doc, date: '2019-03-01'}
  X2: {title: 某报道, url: 'https://www.example.org/2', kind: press, date: '2020-05-20'}
  X3: {title: 某词条, url: 'https://www.example.org/3', kind: encyclopedia, date: '2021'}
groups:
- id: x-east-river
  name: 绵阳市东河治理领导小组
  name_en: Leading group for the East River
  kind: 领导小组
  field: water
  level: prefecture
  place: {code: '510700', name: 绵阳市}
  in_force: {from: '2019-03-01', precision: day}
  ended: {on: '2022', precision: year, why: replaced, by: x-east-river-new}
  founding: {document: 绵府办〔2019〕1号, issuer: 绵阳市人民政府办公室, instrument: normative, source: X1}
  seats:
  - {role: chair, person: 甲, title: 市委常委、副市长, of: 绵阳市, code: '510700', source: X1}
  - {role: executive_deputy, person: 乙, title: 局长, of: 市水利局, agency_of: '510700', source: X1}
  - {role: member, unit: 游仙区, code: '510704', source: X1}
  - {role: member, unit: 市财政局, agency_of: '510700', from: '2020-05-20', source: X2}
  - {role: member, unit: 各乡镇, source: X1}
  - {role: member, person: 丙, title: 大法师, of: 绵阳市, code: '510700', source: X1}
  - {role: member, person: 丁, title: 原副市长, of: 绵阳市, code: '510700', source: X2}
  - {role: secretary, person: 戊, source: X3}
  office: {at: 市水利局, agency_of: '510700', source: X1}
  roster_complete: false
- id: x-east-river-again
  name: 东河治理领导小组
  name_en: The same group
  kind: 领导小组
  field: water
  level: prefecture
  place: {code: '510700', name: 绵阳市}
  in_force: {from: '2020-05-20', precision: by}
  seats:
  - {role: chair, person: 甲, title: 副市长, of: 绵阳市, code: '510700', source: X2}
- id: x-east-river-new
  name: 绵阳市东河流域委员会
  name_en: Its successor
  kind: 委员会
  field: water
  level: prefecture
  place: {code: '510700', name: 绵阳市}
  source: X3
- id: x-west-river
  name: 绵阳市西河治理领导小组
  kind: 领导小组
  field: water
  level: prefecture
  place: {code: '510700', name: 绵阳市}
  in_force: {from: '2020-05-20', precision: planned}
  seats:
  - {role: member, unit: 市财政局, agency_of: '510700', source: X2}
"""


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Converted, GroupData]:
    """The file converted, and what the project's own reader makes of the result."""
    folder = tmp_path_factory.mktemp("gathered")
    (folder / "x.yaml").write_text(FILE, encoding="utf-8")
    found, paths = convert_files([folder / "x.yaml"], folder / "out")
    return found, read_groups([*shipped_files(), *paths])


def seats(data: GroupData) -> dict[str, tuple[str, str | None, str | None, str | None]]:
    """Role, post, unit and start of each seat, by person or title."""
    rows = seats_of(data, "group:x-east-river")
    return {
        row.person or row.title or "": (row.role, row.post, row.unit, row.period.start_edtf)
        for row in rows
    }


def test_each_seat_is_what_its_source_says(converted: tuple[Converted, GroupData]) -> None:
    day = "2019-03-01"
    assert seats(converted[1]) == {
        "person:甲": ("chair", "post:绵阳市副市长", None, day),
        "person:乙": ("deputy_chair", "post:绵阳市水利局局长", None, day),
        "游仙区": ("member", None, "div:510704:游仙区", day),
        "市财政局": ("member", None, "agency:510700:绵阳市财政局", "[..2020-05-20]"),
        "各乡镇": ("member", None, None, day),
        "person:丙": ("member", None, None, day),
        "person:丁": ("member", None, None, "[..2020-05-20]"),
        "person:戊": ("secretary", None, None, None),
    }


def test_what_is_only_announced_has_no_start(converted: tuple[Converted, GroupData]) -> None:
    (group,) = (one for one in converted[1].groups if one.uid == "group:x-west-river")
    (seat,) = seats_of(converted[1], "group:x-west-river")
    assert (group.period.start_edtf, seat.period.start_edtf) == (None, None)
    assert seat.unit == "agency:510700:绵阳市财政局"


def test_the_other_offices_of_a_title_are_tenures(converted: tuple[Converted, GroupData]) -> None:
    held = {(row.person, row.post) for row in converted[1].tenures if not row.derived}
    assert ("person:甲", "post:绵阳市委常委") in held


def test_two_entries_of_one_group_are_one_with_both_sources(
    converted: tuple[Converted, GroupData],
) -> None:
    data = converted[1]
    own = [row for row in data.groups if row.uid.startswith("group:x-")]
    assert [row.uid for row in own] == [
        "group:x-east-river", "group:x-east-river-new", "group:x-west-river",
    ]  # fmt: skip
    (chair,) = [row for row in seats_of(data, "group:x-east-river") if row.role == "chair"]
    assert chair.sources == ("X1", "X2")
    assert str(chair.last_evidence) == "2020-05-20"
    notes = [row.text for row in data.notes if row.group == "group:x-east-river"]
    assert (
        "The gathered entries differ on the start: 2019-03-01 (X1), [..2020-05-20] (X2)." in notes
    )


def test_founding_end_and_successor(converted: tuple[Converted, GroupData]) -> None:
    data = converted[1]
    (group,) = [row for row in data.groups if row.uid == "group:x-east-river"]
    assert (group.period.start_edtf, group.period.end_edtf) == ("2019-03-01", "2022")
    assert group.succeeded_by == ("group:x-east-river-new",)
    assert (group.leadership, group.roster) == ("single", "partial")
    (act,) = [row for row in data.documents if row.uid in group.established_by]
    assert (act.number, act.instrument) == ("绵府办〔2019〕1号", 2)
    assert act.issuers == ("agency:510700:绵阳市人民政府办公室",)


def test_what_was_not_understood_is_listed(converted: tuple[Converted, GroupData]) -> None:
    found, _ = converted
    text = report(found)
    assert "- 绵阳市 大法师: no rule covers 大法师; group:x-east-river" in text
    assert "- 各乡镇: it names no single body; group:x-east-river" in text
    assert understood(found) == (5, 4)


def test_faults_are_told_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    wrong = FILE.replace("role: secretary", "role: secretery").replace(
        "source: X3\n", "source: X4\n"
    )
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        convert_files([path], tmp_path / "out")
    assert "x.yaml:25:" in str(caught.value) and "Did you mean 'secretary'?" in str(caught.value)
    assert "No source is called 'X4'" in str(caught.value)
    assert not (tmp_path / "out").exists()
