"""A gathered entry and the same group in a spreadsheet: one understanding, so the same seats."""

from __future__ import annotations

from pathlib import Path

from loaders.gathered.form import GatheredGroup
from loaders.gathered.reader import read_gathered
from loaders.gathered.rows import raw_file
from loaders.gathered.run import convert_files
from loaders.groups.read import read_groups, shipped_files
from loaders.groups.rows import GroupData
from tests.loaders.groups_for_tests import seats_of

GATHERED = """
sources:
  X1: {title: 某通知, url: null, kind: gov_doc, date: '2019-03-01'}
  X2: {title: 某报道, url: null, kind: press_mirror, date: '2020-05-20'}
groups:
- id: east
  name: 绵阳市东河治理领导小组
  kind: 领导小组
  field: water
  level: prefecture
  place: {code: '510700', name: 绵阳市}
  in_force: {from: '2019-03-01', precision: day}
  founding: {document: 绵府办〔2019〕1号, source: X1}
  seats:
  - {role: chair, person: 甲, title: 市委常委、副市长, of: 绵阳市, code: '510700', source: X1}
  - {role: executive_deputy, person: 乙, title: 局长, of: 绵阳市水利局, agency_of: '510700', source: [X1, X2]}
  - {role: member, unit: 游仙区, code: '510704', source: X1}
  - {role: member, unit: 绵阳市财政局, agency_of: '510700', to: '2020-01', source: X2}
  - {role: member, title: 区长, of: 游仙区, code: '510704', from: '[..2020]', source: X2}
  - {role: member, person: 丁, title: 原副市长, of: 绵阳市, code: '510700', source: X2}
  - {role: secretary, person: 戊, source: X2}
"""

TABLES = """
form: lsgraph/tables/1
sources:
- {source: X1, title: 某通知, kind: gov_doc, date: "2019-03-01"}
- {source: X2, title: 某报道, kind: press_mirror, date: "2020-05-20"}
documents:
- {document: D1, number: 绵府办〔2019〕1号, source: X1}
groups:
- {group: east, name: 绵阳市东河治理领导小组, field: water, place: "510700", from: "2019-03-01",
   document: D1, source: X1}
seats:
- {group: east, role: chair, person: 甲, title: 市委常委、副市长, unit: 绵阳市, source: X1}
- {group: east, role: executive_deputy, person: 乙, title: 局长, unit: 绵阳市水利局, source: X1; X2}
- {group: east, role: member, unit: 游仙区, source: X1}
- {group: east, role: member, unit: 绵阳市财政局, to: "2020-01", source: X2}
- {group: east, role: member, title: 区长, unit: 游仙区, from: 2020前, source: X2}
- {group: east, role: member, person: 丁, title: 原副市长, unit: 绵阳市, source: X2}
- {group: east, role: secretary, person: 戊, source: X2}
"""


def told(data: GroupData, group: str) -> tuple[list[tuple[object, ...]], object, object]:
    """The seats of a group, the posts beside them, who leads it: without the ids of its file."""
    names = {row.uid: row.name for row in data.persons}
    seats: list[tuple[object, ...]] = [
        (s.role, s.executive, s.post, s.unit, names.get(s.person or ""), s.title, s.period.start_edtf,
         s.period.end_edtf, s.confidence, s.note)
        for s in seats_of(data, group)
    ]  # fmt: skip
    own = {s.person for s in seats_of(data, group)}
    held = [
        (names[t.person], t.post, t.period.start_edtf, t.confidence)
        for t in data.tenures if t.person in own and not t.derived
    ]  # fmt: skip
    return seats, held, [row.leadership for row in data.groups if row.uid == group]


def test_the_same_group_by_both_doors_has_the_same_seats(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(GATHERED, encoding="utf-8")
    (tmp_path / "own.yaml").write_text(TABLES, encoding="utf-8")
    _, paths = convert_files([tmp_path / "x.yaml"], tmp_path / "out")
    gathered = told(read_groups([*shipped_files(), *paths]), "group:east")
    tables = told(read_groups([*shipped_files(), tmp_path / "own.yaml"]), "group:own.east")
    assert gathered == tables
    assert [seat[2] for seat in gathered[0]] == [
        "post:绵阳市副市长", "post:绵阳市水利局局长", None, None, "post:游仙区区长", None, None,
    ]  # fmt: skip


def test_every_seat_is_a_row_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(GATHERED, encoding="utf-8")
    files = read_gathered([tmp_path / "x.yaml"])
    rows = list(raw_file(files).rows("seats"))
    group: GatheredGroup = files[0].groups[0]
    assert [(row.text("role"), row.text("person")) for row in rows] == [
        (seat.role, seat.person or "") for seat in group.seats
    ]
    assert {str(row.at()) for row in rows} == {"x.yaml"}
