"""The quality report: current, and right about what it finds in a file made to be odd."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from loaders.groups.read import read_everything, read_groups
from loaders.groups.rows import GroupData
from loaders.quality.checks import (
    Coverage,
    completeness,
    like_groups,
    namesakes,
    outranked_chairs,
    unplaced,
)
from loaders.quality.finds import finds
from loaders.quality.known import judged, known_cases
from loaders.quality.report import report

REPORT = Path(__file__).parents[2] / "docs" / "quality.md"

ODD = """
form: lsgraph/groups/1
sources:
  Q1: {title: 某通知, url: null, kind: gov_doc, date: "2016-03-08", licence: facts only}
persons:
- {uid: "person:甲@1", name: 甲}
- {uid: "person:甲@2", name: 甲}
posts:
- {uid: "post:绵阳市市长", title: 绵阳市市长, unit: "510700", mode: HEAD, branch: government}
- {uid: "post:游仙区区长", title: 游仙区区长, unit: "510704", mode: HEAD, branch: government}
groups:
- uid: "group:odd-1"
  name: 绵阳市东河流域治理工作领导小组
  kind: 领导小组
  field: water
  place: "510700"
  leadership: single
  roster: complete
  from: "2016-03-08"
  source: Q1
  seats:
  - {role: chair, post: "post:游仙区区长", person: "person:甲@1", source: Q1, confidence: high}
  - {role: member, post: "post:绵阳市市长", person: "person:甲@2", source: Q1, confidence: high}
  - {role: member, title: 各乡镇长, from: "2016-03-08", source: Q1, confidence: high}
- uid: "group:odd-2"
  name: 绵阳市西河流域治理工作领导小组
  kind: 领导小组
  field: water
  place: "510700"
  leadership: unknown
  roster: unknown
  source: Q1
"""


@cache
def wide() -> GroupData:
    """Core and dataset."""
    return read_everything()


def odd(folder: Path) -> GroupData:
    """The odd file alone."""
    path = folder / "odd.yaml"
    path.write_text(ODD, encoding="utf-8")
    return read_groups([path])


def test_the_committed_report_is_current() -> None:
    assert REPORT.read_text(encoding="utf-8") == report(
        wide(), judged(finds(wide()), known_cases())
    )


def test_what_is_odd_is_found(tmp_path: Path) -> None:
    data = odd(tmp_path)
    ((group, chair, member),) = outranked_chairs(data)
    assert (group.uid, chair.post, member.post) == (
        "group:odd-1", "post:游仙区区长", "post:绵阳市市长",
    )  # fmt: skip
    assert dict(namesakes(data)) == {"甲": ["person:甲@1", "person:甲@2"]}
    assert [(a.uid, b.uid) for a, b in like_groups(data)] == [("group:odd-1", "group:odd-2")]
    assert [seat.title for seat in unplaced(data)] == ["各乡镇长"]


def test_completeness_and_coverage(tmp_path: Path) -> None:
    data = odd(tmp_path)
    assert [(r.chair, r.roster, r.founding, r.dated) for r in completeness(data)] == [
        (True, True, False, True), (False, False, False, True),
    ]  # fmt: skip
    coverage = Coverage(data)
    assert coverage.table(coverage.region) == [("四川省", 2)]
    assert coverage.table(coverage.level) == [("Prefecture", 2)]
    assert dict(coverage.table(coverage.decade)) == {"2010s": 1, "not known": 1}
