"""Which sources tell the start and end of a group or a seat: those named for them, never what is added."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.core.errors import InvalidData
from loaders.groups.read import read_groups
from loaders.groups.rows import GroupRow

SOURCE = "{title: 通知, url: null, kind: gov_doc}"
GROUP = f"""form: lsgraph/groups/1
sources: {{X1: {SOURCE}, X2: {SOURCE}}}
groups:
- uid: group:x
  name: 东河治理领导小组
  kind: 领导小组
  field: water
  leadership: unknown
  roster: unknown
  from: 2016-03-08
  source: [X1, X2]
"""
MORE = f"""form: lsgraph/groups/1
sources: {{X3: {SOURCE}, X4: {SOURCE}}}
additions:
- group: group:x
  source: X3
  events: [{{on: 2018, what: named by a law, source: X3}}]
- group: group:x
  source: [X2, X4]
  notes: [{{text: a note, source: X4}}]
"""


def group(folder: Path, own: str = "", more: str = "") -> GroupRow:
    """The group, with fields of its own, and with what a second file adds."""
    files = [folder / "a.yaml", folder / "b.yaml"]
    files[0].write_text(GROUP + own, encoding="utf-8")
    files[1].write_text(more, encoding="utf-8")
    (row,) = read_groups(files if more else files[:1]).groups
    return row


def test_a_group_names_who_tells_its_start(tmp_path: Path) -> None:
    row = group(tmp_path, "  from_source: X2\n")
    assert (row.sources, row.from_sources, row.to_sources) == (("X1", "X2"), ("X2",), ())


def test_what_is_added_tells_neither_start_nor_end(tmp_path: Path) -> None:
    row = group(tmp_path, more=MORE)
    assert row.sources == ("X1", "X2", "X3", "X4")
    assert row.from_sources == row.to_sources == ("X1", "X2")
    assert row.witnesses == ("X3",)


def test_a_start_by_an_unknown_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=r"a\.yaml.*No source is called 'X9'"):
        group(tmp_path, "  from_source: X9\n")


SEAT = (
    "  seats: [{role: chair, title: 市长, to: 2018, source: X1, to_source: %s, confidence: low}]\n"
)


def test_a_seat_names_who_tells_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(GROUP + SEAT % "X2", encoding="utf-8")
    (seat,) = read_groups([path]).seats
    assert (seat.sources, seat.to_sources, seat.all_sources) == (("X1",), ("X2",), ("X1", "X2"))


def test_an_end_by_an_unknown_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=r"a\.yaml.*No source is called 'X9'"):
        group(tmp_path, SEAT % "X9")
