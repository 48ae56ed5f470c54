"""lsgraph data persons: names of a file of one's own that nothing decides, beside the shipped ones."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Answer, invoke

OWN = """form: lsgraph/groups/1
sources:
  O1: {title: 某通知, url: null, kind: gov_doc, date: "2018-10-01"}
persons:
- {uid: "person:甲乙丙@1", name: 甲乙丙}
- {uid: "person:甲乙丙@2", name: 甲乙丙}
- {uid: "person:丁戊@1", name: 丁戊}
- {uid: "person:丁戊@2", name: 丁戊}
- {uid: "person:韩俊@own", name: 韩俊}
posts:
- {uid: "post:绵阳市市长", title: 绵阳市市长, unit: "510700", mode: HEAD, branch: government}
- {uid: "post:四川省副省长@own", title: 四川省副省长, unit: "510000", mode: DEPUTY_HEAD, branch: government}
groups:
- uid: "group:own"
  name: 东河领导小组
  kind: 领导小组
  field: water
  place: "510000"
  leadership: single
  roster: partial
  from: "2018-10-01"
  source: O1
  seats:
  - {role: chair, post: "post:四川省副省长@own", person: "person:甲乙丙@1", from: "2018-10-01", source: O1, confidence: high}
  - {role: deputy_chair, post: "post:绵阳市市长", person: "person:甲乙丙@2", from: "2018-10-01", source: O1, confidence: high}
  - {role: member, post: "post:绵阳市市长", person: "person:丁戊@1", from: "2018-10-01", source: O1, confidence: high}
  - {role: member, post: "post:四川省副省长@own", person: "person:丁戊@2", from: "2018-10-01", source: O1, confidence: high}
  - {role: member, post: "post:绵阳市市长", person: "person:韩俊@own", from: "2018-10-01", source: O1, confidence: high}
"""  # noqa: E501
APART = """persons:
- {name: 甲乙丙, apart: ["person:甲乙丙@1", "510700"], why: the mayor is another}
- {name: 韩俊, apart: ["person:韩俊", "person:韩俊@own"], why: the mayor is another}
"""


def persons(folder: Path, *words: str) -> Answer:
    """What the command says of the file."""
    path = folder / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return invoke("data", "persons", str(path), *words, LSGRAPH_LANGUAGE="en")


def test_what_nothing_decides_is_listed_with_what_speaks_for_one_person(tmp_path: Path) -> None:
    """One source that seats both in one role parts 丁戊; the pair of 甲乙丙 sits in two roles."""
    rows = persons(tmp_path, "--format", "json").rows
    assert [row["person"] for row in rows] == [
        "person:甲乙丙@1", "person:甲乙丙@2", "person:韩俊", "person:韩俊@own",
    ]  # fmt: skip
    first, second, *others = rows
    assert first["posts"] == ["四川省副省长 2018-10-01"] and second["bodies"] == ["510700"]
    assert first["hint"] == second["hint"] and "one line of government" in first["hint"]
    assert [row["hint"] for row in others] == [None, None]


def test_decisions_of_ones_own_settle_them(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(APART, encoding="utf-8")
    found = persons(tmp_path, "--decided", str(tmp_path / "mine.yaml"))
    assert (found.code, found.out) == (0, "Undecided: 0 names of 0 nodes.\n")


def test_the_shipped_names_are_all_decided() -> None:
    assert invoke("data", "persons").out == "Undecided: 0 names of 0 nodes.\n"
