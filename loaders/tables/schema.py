"""The tables of the form `lsgraph/tables/1` and their columns: names, meanings, allowed values, examples.

Everything that reads, explains or writes a table is made from loaders/data/tables.yaml; a test compares
docs/spreadsheets.md with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.core.words import Words
from loaders.files.yaml import shipped_yaml
from loaders.tables import vocabulary
from loaders.tables.vocabulary import Values

FORM = "lsgraph/tables/1"
"""The version of the form; YAML files name it, workbooks and folders of CSV are taken to be it."""


@dataclass(frozen=True)
class Column:
    """A column: `name` in English, `zh` in Chinese, `also` further spellings that are understood."""

    name: str
    zh: str
    meaning: str
    meaning_zh: str
    example: str = ""
    also: tuple[str, ...] = ()
    values: Values | None = None
    required: bool = False
    date: bool = False
    several: bool = False
    """Whether a cell may hold several values with `;` between."""

    long: bool = False
    """Running text: may be longer than a name or a title."""


@dataclass(frozen=True)
class Table:
    """A table: a sheet, a CSV file or a key of a YAML file."""

    name: str
    zh: str
    meaning: str
    meaning_zh: str
    columns: tuple[Column, ...]
    also: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of an English name."""
        return next(column for column in self.columns if column.name == name)


def table_words(name: str) -> Words:
    """A table by its English name, in both languages."""
    return next(Words(table.name, table.zh) for table in TABLES if table.name == name)


def column_words(table: str, name: str) -> Words:
    """A column of a table by their English names, in both languages."""
    found = next(one for one in TABLES if one.name == table).column(name)
    return Words(found.name, found.zh)


def _column(row: dict[str, Any]) -> Column:
    values = getattr(vocabulary, row["values"]) if "values" in row else None
    return Column(**{**row, "also": tuple(row.get("also", ())), "values": values})


def _tables(raw: dict[str, Any]) -> Iterator[Table]:
    for row in raw["tables"]:
        cells = (raw["shared"][one] if isinstance(one, str) else one for one in row["columns"])
        yield Table(**{**row, "columns": tuple(map(_column, cells)), "also": tuple(row["also"])})


TABLES = tuple(_tables(shipped_yaml(Path(__file__).parents[1] / "data" / "tables.yaml")))
"""All tables, in the order of a template."""

SOURCES, DOCUMENTS, GROUPS, SEATS, MEMBERS, PERSONS, TENURES, POSTS = TABLES

EXPLANATIONS = {"explanations": "说明", "example": "示例"}
"""Sheets and files of a template that a load passes over."""

HEADS = {
    "en": ("table", "column", "中文", "meaning", "required", "allowed values", "example"),
    "zh": ("表", "列", "English", "含义", "必填", "可用值", "示例"),
}
"""The first row of the explanations in each language."""


def head(table: Table, language: str) -> list[str]:
    """The first row of a table."""
    return [named(column, language) for column in table.columns]


def named(thing: Table | Column, language: str) -> str:
    """The name of a table or column in a language."""
    return thing.zh if language == "zh" else thing.name


def explanations(language: str) -> list[list[str]]:
    """A row for each column: meaning, allowed values, example."""
    return [list(HEADS[language]), *(
        explained(table, column, language) for table in TABLES for column in table.columns
    )]  # fmt: skip


def explained(table: Table, column: Column, language: str) -> list[str]:
    """A column in the words of a language, in the order of the row of heads."""
    zh = language == "zh"
    meaning = column.meaning_zh if zh else column.meaning
    allowed = ", ".join(column.values.shown(language)) if column.values else ""
    if column.date:
        allowed = "2016, 2016-03, 2016-03-08, 2016年3月, [..2016-03] (2016年3月前)"
    needed = ("是" if zh else "yes") if column.required else ""
    other = named(column, "en" if zh else "zh")
    example = column.example
    if example and column.values and zh:
        example = column.values.words[example][0]
    return [
        named(table, language),
        named(column, language),
        other,
        meaning,
        needed,
        allowed,
        example,
    ]
