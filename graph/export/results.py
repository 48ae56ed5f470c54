"""Write the answer of a query to a file, in the format of its ending, with a codebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.catalogue import Query, Result
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.files import fresh_file
from graph.core.words import Words
from graph.export.answers import json_parts
from graph.export.codebook import DAY, NOTES, About, book_of, markdown, versions
from graph.export.columns import Column, Table, kind_of
from graph.export.passing import Passing
from graph.export.tabular import WRITERS
from graph.export.tabular.stata import stata_codebook, write_stata
from graph.export.tabular.workbook import write_workbook
from graph.export.texts import plain_text

ENDINGS = (".csv", ".parquet", ".xlsx", ".dta", ".json")
STATED = Words("as the statement says", "依语句所定")
"""What a column means of a statement that the user wrote."""
STREAMED = (".csv", ".json")
"""Files that are written as the rows come."""


@dataclass(frozen=True)
class Asked:
    """What was asked: a query of the catalogue with its parameters, or a statement that the user wrote."""

    title: Words
    question: Words
    parameters: Mapping[str, Any]
    columns: tuple[Column, ...] = ()

    @classmethod
    def query(cls, query: Query, values: Mapping[str, Any]) -> Asked:
        """Say what a query of the catalogue asks; its columns are those of the header."""
        columns = tuple(
            Column(c.name, kind_of(str(c.type)), c.meaning, c.unit) for c in query.columns
        )
        called = query.header.called
        title = Words(f"{called.en} ({query.name})", f"{called.zh}（{query.name}）")
        return cls(title, query.header.asked, values, columns)

    @classmethod
    def statement(cls, text: str) -> Asked:
        """Say what a statement asks that the user wrote."""
        return cls(Words("Answer of a statement", "语句的结果"), Words.same(text), {})


def check_ending(path: Path) -> str:
    """Return the ending of a file that a result can be written to; raises InputError that names all."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputError(
            Words(
                f"{path}: the ending must name the format. Choose one of {', '.join(ENDINGS)}.",
                f"{path}：扩展名须指明格式。可选：{'、'.join(ENDINGS)}。",
            )
        )
    return ending


def export_answer(
    database: Database,
    statement: str,
    values: Mapping[str, Any],
    asked: Asked,
    path: Path,
    *,
    force: bool = False,
) -> tuple[tuple[Path, ...], Passing]:
    """Ask and write the answer; tells the files, and what was written. CSV and JSON take any number of rows.

    A Parquet file, a workbook or a file for Stata needs to know its columns first: their rows are kept
    until then, within the limits of the database. Raises as `export_result` does.
    """
    most = database.limits.rows
    check_ending(path)
    if path.suffix.lower() not in STREAMED:
        kept = database.execute(statement, values, most=most)
        return export_result(database, kept, asked, path, force=force), Passing.whole(kept)
    with database.reading(statement, values) as (columns, rows):
        passing = Passing(columns, rows, most)
        return export_result(database, passing, asked, path, force=force), passing


def export_result(
    database: Database, rows: Result | Passing, asked: Asked, path: Path, *, force: bool = False
) -> tuple[Path, ...]:
    """Write a result; answers the files. XLSX holds its codebook in a sheet of its own.

    Raises InputError for an unknown ending, for a file that is there already unless forced, and where
    the format does not hold the rows.
    """
    ending = check_ending(path)
    passing = rows if isinstance(rows, Passing) else Passing.whole(rows)
    table = Table("result", asked.title, _columns(passing, asked))
    book = book_of(path)
    if ending == ".xlsx":
        with fresh_file(path, force) as made:
            write_workbook([(table, passing)], _about(database, passing, asked, ending), made)
        return (path,)
    with fresh_file(path, force) as made, fresh_file(book, force) as told:
        stored = write_stata(table, passing, made) if ending == ".dta" else None
        if stored is None:
            _write(ending, table, passing, made)
            table = Table("result", asked.title, _columns(passing, asked))
        about = _about(database, passing, asked, ending)
        text = stata_codebook(about, [stored]) if stored else markdown(about, [table])
        told.write_text(text, encoding="utf-8", newline="\n")
    return path, book


def _write(ending: str, table: Table, rows: Passing, path: Path) -> None:
    if ending != ".json":
        WRITERS[ending[1:]](table, rows, path)
        return
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json_parts(rows))
        file.write("\n")


def _columns(rows: Passing, asked: Asked) -> tuple[Column, ...]:
    known = {column.name: column for column in asked.columns}
    return tuple(known.get(name) or Column(name, rows.kind(name), STATED) for name in rows.columns)


def _about(database: Database, rows: Passing, asked: Asked, ending: str) -> About:
    given = {name: value for name, value in asked.parameters.items() if value is not None}
    day = given.get("as_of")
    told = ", ".join(f"{name}={plain_text(value)}" for name, value in given.items())
    facts = (
        (Words("question", "问题"), asked.question),
        (Words("parameters", "参数"), Words.same(told) if told else Words("none", "无")),
        (DAY, Words.same(plain_text(day)) if day else Words("no day asked", "未指定日期")),
        (Words("rows", "行数"), Words.same(rows.count)),
        *versions(database),
    )  # fmt: skip
    return About(asked.title, facts, (NOTES[ending[1:]],))
