"""A table as it stands in a file: named columns, rows of text, and the place of every cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from loaders.files.problems import Place
from loaders.tables.schema import Table

Where = Callable[[int, str | None], Place]
"""Place of a row, or of a column in it, by the row's number in its file."""


@dataclass(frozen=True)
class Cell:
    """The text of a cell; `number`: it was stored as a number, so that zeros may be lost."""

    text: str
    number: bool = False


@dataclass(frozen=True)
class Row:
    """A row that holds something: its cells by English column name."""

    number: int
    cells: Mapping[str, Cell]
    where: Where

    def at(self, column: str | None = None) -> Place:
        """Place of the row, or of one of its columns."""
        return self.where(self.number, column)

    def text(self, column: str) -> str:
        """The text of a column, "" where it is empty."""
        cell = self.cells.get(column)
        return cell.text if cell else ""


@dataclass(frozen=True)
class RawTable:
    """The rows of one table of one file."""

    table: Table
    place: Place
    rows: tuple[Row, ...]


@dataclass
class RawFile:
    """All tables of a workbook, folder or YAML file; `drafts` is what a notice's draft adds."""

    tables: list[RawTable] = field(default_factory=list)
    not_understood: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def rows(self, name: str) -> Iterator[Row]:
        """The rows of all tables of a name, in file order."""
        for found in self.tables:
            if found.table.name == name:
                yield from found.rows
