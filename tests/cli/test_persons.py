"""lsgraph data check: persons of a file of one's own whom nothing tells apart, beside the shipped ones."""

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
PAIRS = ("person:甲乙丙@1 + person:甲乙丙@2", "person:韩俊 + person:韩俊@own")
"""One source that seats both in one role parts 丁戊; the pair of 甲乙丙 sits in two roles."""


def check(folder: Path, *words: str) -> Answer:
    """What the command says of the file."""
    path = folder / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return invoke("data", "check", str(path), "-o", str(folder / "q.md"), *words)


def test_whom_nothing_decides_is_found_with_what_speaks_for_one_person(tmp_path: Path) -> None:
    found = check(tmp_path)
    assert found.code == 1
    told = [line for line in " ".join(found.err.split()).split("New: ") if "one_person" in line]
    assert [any(pair in line for line in told) for pair in PAIRS] == [True, True] and len(told) == 2
    assert "(四川省副省长 2018-10-01 | 绵阳市市长 2018-10-01): one person?" in told[0]
    assert "one line of government" in told[0] and "one line" not in told[1]


def test_a_list_of_ones_own_settles_them(tmp_path: Path) -> None:
    rows = [f"- {{kind: one_person, why: the mayor is another, uids: ['{p}']}}" for p in PAIRS]
    (tmp_path / "mine.yaml").write_text("\n".join(["known:", *rows]), encoding="utf-8")
    found = check(tmp_path, "--known", str(tmp_path / "mine.yaml"))
    assert "one_person" not in found.err
