"""Small group files for tests, and the shipped data read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from loaders.divisions.lookup import DivisionTable, shipped_divisions
from loaders.groups.read import read_groups
from loaders.groups.rows import GroupData, SeatRow, TenureRow

HEAD = """form: lsgraph/groups/1
sources:
  T1: {title: 公告, url: null, kind: gov_doc}
"""


@lru_cache(maxsize=1)
def divisions() -> DivisionTable:
    """The shipped table of divisions."""
    return shipped_divisions()


@lru_cache(maxsize=1)
def shipped() -> GroupData:
    """The shipped groups."""
    return read_groups(divisions=divisions())


def read_text(folder: Path, text: str) -> GroupData:
    """Read one file with the usual head and the given sections."""
    path = folder / "own.yaml"
    path.write_text(HEAD + text, encoding="utf-8", newline="\n")
    return read_groups([path], divisions())


def seats_of(data: GroupData, group: str) -> list[SeatRow]:
    """The seats of one group, in file order."""
    return [row for row in data.seats if row.group == group]


def seat(data: GroupData, group: str, role: str, person: str) -> SeatRow:
    """The one seat of a person in a role of a group."""
    (found,) = [
        row
        for row in seats_of(data, f"group:{group}")
        if row.role == role and row.person == f"person:{person}"
    ]
    return found


def tenure(data: GroupData, person: str, post: str) -> TenureRow:
    """The one tenure of a person in a post."""
    (found,) = [
        row
        for row in data.tenures
        if row.person == f"person:{person}" and row.post == f"post:{post}"
    ]
    return found
