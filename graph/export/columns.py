"""What a table that leaves lsgraph says of itself: its columns with type, unit and meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.core.model import Label, TieType
from graph.core.words import Words

Kind = Literal["string", "integer", "float", "boolean", "date", "list", "json"]
"""Types of columns: `list` is a list of texts, `json` whatever else has parts of its own."""


@dataclass(frozen=True)
class Column:
    """A column: `unit` (steps, members) where it has one, `values` where only these may stand in it.

    `to` names the table and column that it refers to.
    """

    name: str
    kind: Kind
    meaning: Words
    unit: str | None = None
    values: tuple[str, ...] = ()
    required: bool = False
    to: str | None = None


@dataclass(frozen=True)
class Table:
    """A table: `title` is what one row is."""

    name: str
    title: Words
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column | None:
        """Return the column of a name; None if the table lacks it."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True)
class NodeTable(Table):
    """The nodes of one label; a row holds uid and properties, of units `labels` too."""

    label: Label


@dataclass(frozen=True)
class TieTable(Table):
    """The relationships of one type; a row holds `start` and `end` (uids), key and properties."""

    type: TieType
    start: tuple[Label, ...]
    end: Label


GraphTable = NodeTable | TieTable
Tables = Sequence[GraphTable]
Values = Mapping[str, Any]
Rows = Iterable[Values]


def kind_of(header_type: str) -> Kind:
    """Return the kind of a column by its type in a header: `list<string>?` is a list, a map is json."""
    bare = header_type.removesuffix("?")
    if bare in ("list<string>", "list<string?>"):
        return "list"
    known: Mapping[str, Kind] = {
        "string": "string", "integer": "integer", "float": "float",
        "boolean": "boolean", "date": "date",
    }  # fmt: skip
    return known.get(bare, "json")
