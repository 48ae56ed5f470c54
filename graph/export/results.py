"""Write the answer of a query to a file, in the format of its ending, with a codebook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.catalogue import Query, Result
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.files import fresh_file
from graph.export.codebook import NOTES, About, markdown, versions
from graph.export.columns import Column, Kind, Table, kind_of
from graph.export.tabular import WRITERS
from graph.export.tabular.stata import names
from graph.export.tabular.workbook import write_workbook
from graph.export.texts import plain_text

_KINDS: Mapping[type, Kind] = {
    str: "string", bool: "boolean", int: "integer", float: "float", dt.date: "date",
}  # fmt: skip
ENDINGS = (".csv", ".parquet", ".xlsx", ".dta", ".json")


@dataclass(frozen=True)
class Asked:
    """What was asked: a query of the catalogue with its parameters, or a statement that the user wrote."""

    title: str
    question: str
    parameters: Mapping[str, Any]
    columns: tuple[Column, ...] = ()

    @classmethod
    def query(cls, query: Query, values: Mapping[str, Any]) -> Asked:
        """Say what a query of the catalogue asks; its columns are those of the header."""
        columns = tuple(
            Column(c.name, kind_of(str(c.type)), c.meaning, c.unit) for c in query.columns
        )
        title = f"{query.header.title} ({query.name})"
        return cls(title, query.header.question, values, columns)


def check_ending(path: Path) -> str:
    """Return the ending of a file that a result can be written to; raises InputError that names all."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputError(
            f"{path}: the ending must name the format. Choose one of {', '.join(ENDINGS)}."
        )
    return ending


def export_result(
    database: Database, rows: Result, asked: Asked, path: Path, *, force: bool = False
) -> tuple[Path, ...]:
    """Write a result; answers the files. XLSX holds its codebook in a sheet of its own.

    Raises InputError for an unknown ending, for a file that is there already unless forced, and where
    the format does not hold the rows.
    """
    ending = check_ending(path)
    table = Table("result", asked.title, _columns(rows, asked))
    about = _about(database, rows, asked, ending)
    book = path.with_name(f"{path.name}.codebook.md")
    if ending == ".xlsx":
        with fresh_file(path, force) as made:
            write_workbook([(table, rows)], about, made)
        return (path,)
    with fresh_file(path, force) as made, fresh_file(book, force) as told:
        _write(ending, table, rows, made)
        renamed = dict(names(table.names)) if ending == ".dta" else {}
        told.write_text(markdown(about, [table], renamed), encoding="utf-8", newline="\n")
    return path, book


def _write(ending: str, table: Table, rows: Result, path: Path) -> None:
    if ending == ".json":
        path.write_text(rows.to_json() + "\n", encoding="utf-8", newline="\n")
    else:
        WRITERS[ending[1:]](table, rows, path)


def _columns(rows: Result, asked: Asked) -> tuple[Column, ...]:
    known = {column.name: column for column in asked.columns}
    return tuple(known.get(name) or _guessed(rows, name) for name in rows.columns)


def _guessed(rows: Result, name: str) -> Column:
    """Return a column that no header describes, typed by its values."""
    kinds = {_KINDS.get(type(row[name]), "json") for row in rows if row[name] is not None}
    if kinds == {"integer", "float"}:
        kinds = {"float"}
    kind = kinds.pop() if len(kinds) == 1 else "json" if kinds else "string"
    return Column(name, kind, "as the statement says")


def _about(database: Database, rows: Result, asked: Asked, ending: str) -> About:
    given = {name: value for name, value in asked.parameters.items() if value is not None}
    day = given.get("as_of")
    told = ", ".join(f"{name}={plain_text(value)}" for name, value in given.items())
    facts = (
        ("question", asked.question), ("parameters", told or "none"),
        ("as of", plain_text(day) if day else "no day asked"), ("rows", str(len(rows))),
        *versions(database),
    )  # fmt: skip
    return About(asked.title, facts, (NOTES[ending[1:]],))
