"""Group files that stand for those that are shipped, and corrections of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from loaders.files.flow import value_text
from loaders.groups.read import read_groups
from loaders.groups.rows import GroupData
from loaders.overlays import store
from loaders.overlays.form import FORM
from loaders.overlays.lay import Overlays

GROUPS = """\
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
NEW = {"title": "某公报", "number": "某发〔2020〕1号", "date": "2020-06-01"}


def shipped(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    """Write the files, and let them be all that is shipped."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in (("1_groups.yaml", GROUPS), ("2_bodies.yaml", BODIES)):
        (path / name).write_text(text, encoding="utf-8")
    files = tuple(sorted(path.glob("*.yaml")))
    monkeypatch.setattr(store, "shipped_files", lambda: files)
    monkeypatch.setattr(store, "dataset_files", lambda: ())
    return files


def correction(thing: str, property: str, value: object, **more: object) -> dict[str, object]:
    """The fields of a correction."""
    return {
        "thing": thing, "property": property, "value": value, "source": "X2", "who": "丙",
        "when": "2026-11-28", **more,
    }  # fmt: skip


def overlay(path: Path, *rows: Mapping[str, object]) -> Path:
    """Write an overlay, a field a line; one that is `...` is left out."""
    items = (
        "- " + "\n  ".join(f"{k}: {value_text(v)}" for k, v in row.items() if v is not ...)
        for row in rows
    )
    path.write_text("\n".join([f"form: {FORM}", "corrections:", *items, ""]), encoding="utf-8")
    return path


def read(files: tuple[Path, ...], *overlays: Path) -> GroupData:
    """What a load reads."""
    return read_groups(files, overlays=Overlays(overlays))
