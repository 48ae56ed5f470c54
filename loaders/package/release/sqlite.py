"""The tables as one SQLite file: types, keys, indexes, full-text over names, ready questions as views."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from graph.core.words import Words
from loaders.files.yaml import shipped_yaml
from loaders.package.describe import DESCRIPTION, LICENCE, TITLE
from loaders.package.tables import TABLES, Rows, Table, Value

FILE = "lsgraph.sqlite"
TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}
SEARCHED: Mapping[str, tuple[str, ...]] = {
    "groups": ("name", "name_en"), "persons": ("name",), "posts": ("title",), "units": ("name",),
    "sources": ("title",),
}  # fmt: skip
"""Columns that are searched: names of persons whole, all others by any three characters on end."""
FURTHER = {"statements": ("entity", "property"), "groups": ("field",), "seats": ("role",)}
"""Columns with an index beside those that refer to another table."""
QUESTIONS: Sequence[Mapping[str, Any]] = shipped_yaml(Path(__file__).with_name("questions.yaml"))
"""Ready questions: name of the view, title in both languages, SQL."""


def write_sqlite(rows: Mapping[str, Rows], path: Path) -> None:
    """Write the file; the same rows give the same bytes. Raises sqlite3.Error, for a broken reference too."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA foreign_keys = ON")
        for table in TABLES:
            db.execute(_create(table))
        for table in TABLES:
            marks = ", ".join("?" * len(table.fields))
            cells = ([_cell(row[field.name]) for field in table.fields] for row in rows[table.name])
            db.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', cells)
        for table in TABLES:
            for statement in (*_indexes(table), *_search(table)):
                db.execute(statement)
        for asked in QUESTIONS:
            db.execute(f'CREATE VIEW "{asked["name"]}" AS {asked["sql"]}')


def metadata() -> dict[str, Any]:
    """What Datasette shows beside the tables: titles, licence, the meaning of each column."""
    tables: dict[str, Any] = {
        table.name: {
            "title": table.title.side_by_side, "description": table.row.side_by_side,
            "columns": {field.name: field.meaning.side_by_side for field in table.fields},
        }
        for table in TABLES
    }  # fmt: skip
    tables |= {one["name"]: {"title": Words(**one["title"]).side_by_side} for one in QUESTIONS}
    return {
        "title": TITLE, "description": DESCRIPTION.side_by_side, "license": LICENCE["title"],
        "license_url": LICENCE["path"], "databases": {Path(FILE).stem: {"tables": tables}},
    }  # fmt: skip


def _create(table: Table) -> str:
    columns = [
        f'"{field.name}" {TYPES.get(field.kind, "TEXT")}' + " NOT NULL" * field.required
        for field in table.fields
    ]
    keys = [f'PRIMARY KEY ("{table.key}")']
    for field in table.fields:
        if field.to:
            other, _, column = field.to.partition(".")
            keys.append(
                f'FOREIGN KEY ("{field.name}") REFERENCES "{other}" ("{column}")'
                " DEFERRABLE INITIALLY DEFERRED"
            )
    return f'CREATE TABLE "{table.name}" ({", ".join([*columns, *keys])})'


def _indexes(table: Table) -> Iterator[str]:
    named = [field.name for field in table.fields if field.to]
    for name in (*named, *FURTHER.get(table.name, ())):
        yield f'CREATE INDEX "{table.name}_{name}" ON "{table.name}" ("{name}")'


def _search(table: Table) -> Iterator[str]:
    names = SEARCHED.get(table.name)
    if names:
        columns = ", ".join(f'"{name}"' for name in names)
        cut = "unicode61" if table.name == "persons" else "trigram"
        search = f'"{table.name}_fts"'
        yield (
            f"CREATE VIRTUAL TABLE {search} USING fts5"
            f" ({columns}, content=\"{table.name}\", tokenize='{cut}')"
        )
        yield f'INSERT INTO {search} (rowid, {columns}) SELECT rowid, {columns} FROM "{table.name}"'


def _cell(value: Value) -> str | int | None:
    return value.isoformat() if isinstance(value, dt.date) else value
