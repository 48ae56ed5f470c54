"""A folder of group files of one's own, and patches for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from loaders.corrections.form import patch_text
from loaders.corrections.plan import Plan
from loaders.corrections.truth import Truth
from loaders.corrections.write import apply

GROUPS = """\
# A file with comments.
form: lsgraph/groups/1

sources:
  X1: {title: 关于成立东河治理领导小组的通知, url: null, kind: gov_doc, date: 2016-03-08}  # the act
  X2: {title: 会议, url: "https://www.example.org/1", kind: press, date: 2018-05-20}

persons:
- {uid: "person:甲", name: 甲}
- {uid: "person:乙", name: 乙}  # the second

posts:
- {uid: "post:济南市市长", title: 济南市市长, unit: "370100", mode: HEAD, branch: government}
- {uid: "post:济南市副市长", title: 济南市副市长, unit: "370100", mode: DEPUTY_HEAD, branch: government}
- {uid: "post:东河专员", title: 东河专员, unit: "370100", mode: OTHER, branch: government}

tenures:
- {person: "person:乙", post: "post:济南市副市长", from: 2015, source: X1, confidence: high}
"""
BODIES = """\
form: lsgraph/groups/1

groups:
# The group.
- uid: "group:east-river"
  name: 东河治理领导小组  # as printed
  kind: 领导小组
  field: water
  place: "370100"
  leadership: single
  roster: partial
  from: 2016-03-08
  to:
  source:
  - X1
  # seats as printed
  seats:
  - {role: chair, post: "post:济南市市长", person: "person:甲", title: 市长, from: 2016-03-08,
     source: X1, confidence: high}
  - role: member
    post: "post:济南市副市长"
    person: "person:乙"
    title: >-
      副市长
    from: "[..2016-03-08]"
    source: [X1, X2]
    confidence: medium  # by the press
  - {role: member, unit: "370112", title: 历城区, from: 2016-03-08, source: X1, confidence: high}
# The end.
"""
GROUP = "group:east-river"
CHAIR = f"post:济南市市长|{GROUP}|chair|person:甲|2016-03-08"
MEMBER = f"post:济南市副市长|{GROUP}|member|person:乙|2016-03-08"
UNIT = f"div:370112:历城区:2|{GROUP}|member|2016-03-08"
TENURE = "person:乙|post:济南市副市长|2015-01-01"
NEW = {"uid": "N1", "title": "某公报", "url": None, "kind": "gov_doc", "read": "2026-11-28"}


def folder(path: Path) -> Truth:
    """Write the files; what a patch of them corrects."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in (("1_groups.yaml", GROUPS), ("2_bodies.yaml", BODIES)):
        (path / name).write_text(text, encoding="utf-8", newline="")
    return Truth(tuple(sorted(path.glob("*.yaml"))), path)


def change(
    uid: str, property: str, before: object, after: object, **more: object
) -> dict[str, object]:
    """A change as a patch holds it."""
    return {
        "uid": uid, "property": property, "from": before, "to": after, "source": "X2",
        "reason": "The gazette has it.", "by": "丙", "on": "2026-11-28", **more,
    }  # fmt: skip


def patch(path: Path, *changes: Mapping[str, object]) -> Path:
    """Write a patch."""
    path.write_text(patch_text(changes), encoding="utf-8")
    return path


def applied(truth: Truth, *patches: Path) -> Plan:
    """Apply patches to the files."""
    return apply(patches, truth)


def held(path: Path) -> dict[str, bytes]:
    """Every file of a folder but the lock."""
    return {
        one.relative_to(path).as_posix(): one.read_bytes()
        for one in sorted(path.rglob("*")) if one.is_file() and not one.name.endswith(".lock")
    }  # fmt: skip
