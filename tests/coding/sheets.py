"""Sheets of six made-up groups, filled in by made-up coders."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from graph.core.words import Words
from graph.export.codebook import About
from loaders.coding.form import SHEET
from loaders.coding.read import Cells
from loaders.coding.write import write_sheets

DAY = "2018-12-25"
ONE = ("STRONG", "STRONG", "WEAK", "WEAK", "UNKNOWN", "SELF_FORMING")
OTHER = ("STRONG", "WEAK", "WEAK", "WEAK", "UNKNOWN", "UNKNOWN")
CLUSTERS = ("c0", "c0", "c1", "c2", "c3", "c4")


def row(number: int, type: str, **other: str) -> dict[str, str]:
    """A filled row; an empty type is a source that does not suffice."""
    return {
        "uid": f"group:made-up-{number}", "name": f"东河{number}协调小组", "day": DAY,
        "cluster": CLUSTERS[number], "half": "AB"[number // 2 % 2], "chair_name": "甲、乙",
        "leadership": "single", "n_member_governments": "2", "type_by_table": type,
        "type_by_idea": type, "source_sufficient": "yes" if type else "no",
    } | other  # fmt: skip


def rows(types: Sequence[str], **other: str) -> list[dict[str, str]]:
    """A row for each of the groups."""
    return [row(number, type, **other) for number, type in enumerate(types)]


def write(path: Path, filled: Sequence[Cells]) -> Path:
    """The rows as the project writes sheets."""
    write_sheets(path, [(SHEET, filled)], About(Words.same("made up"), ()), True)
    return path


def plain(
    path: Path, lines: Sequence[Sequence[str]], *, mark: str = ",", code: str = "utf-8"
) -> Path:
    """A CSV as another program writes it."""
    with path.open("w", encoding=code, newline="") as file:
        csv.writer(file, delimiter=mark).writerows(lines)
    return path


def cells(filled: Sequence[Cells]) -> list[list[str]]:
    """The lines of a sheet with its head."""
    return [list(SHEET.names), *([one.get(name, "") for name in SHEET.names] for one in filled)]
