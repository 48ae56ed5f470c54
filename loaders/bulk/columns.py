"""Which file an element goes into and which columns the file has, found before the first line is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import isfinite
from typing import Any

from graph.core.language import say
from graph.core.model import WHOLE_NUMBERS
from graph.core.words import Words
from graph.server.import_csv import ARRAY_DELIMITER, quoted

Write = Callable[[Any], str]


def _list(values: Sequence[str]) -> str:
    return quoted(ARRAY_DELIMITER.join(values)) if writable(values) else ""


def _fraction(value: float) -> str:
    return float.__repr__(value) if writable(value) else ""


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _whole(value: int) -> str:
    if value not in WHOLE_NUMBERS:  # Neo4j's import takes others for some of these, silently
        raise ValueError(
            say(
                Words(
                    f"{value} is outside the numbers that a property can hold.",
                    f"{value} 超出了属性所能存储的数值范围。",
                )
            )
        )
    return int.__repr__(value)


_CELLS: tuple[tuple[type, str, Write], ...] = (
    (str, "string", quoted),
    (bool, "boolean", _truth),
    (int, "long", _whole),
    (float, "double", _fraction),
    (dt.date, "date", dt.date.isoformat),
    (list, "string[]", _list),
    (tuple, "string[]", _list),
)
"""Types of Python, of a column, and how one becomes the other; bool before int, which it is one of."""


@cache
def cell(kind: type) -> tuple[str, Write] | None:
    """Type of a column for values of a Python type and how they are written; None where none holds them."""
    if issubclass(kind, dt.datetime):
        return None
    forms = (cell[1:] for cell in _CELLS if issubclass(kind, cell[0]))
    return next(forms, None)


def writable(value: Any) -> bool:
    """Whether a cell holds the value of a list or float: no empty list, none of other things than texts."""
    if isinstance(value, float):
        return isfinite(value)
    texts = all(isinstance(text, str) and ARRAY_DELIMITER not in text for text in value)
    return texts and any(value)


Shape = tuple[str, ...]
"""What elements of a file share: labels of a node; type, start label and end label of a tie."""

Signature = tuple[Shape, tuple[str, ...], tuple[type, ...]]
"""Shape, names of properties, types of their values: elements with the same one share a `Plan`."""


def signature(shape: Shape, properties: Mapping[str, Any]) -> Signature:
    """Return the signature of an element."""
    return shape, tuple(properties), tuple(map(type, properties.values()))


@dataclass
class Table:
    """One file to be: a shape and its columns, name to type; no name has two types in one file."""

    shape: Shape
    number: int
    columns: dict[str, str] = field(default_factory=dict)

    def takes(self, columns: Mapping[str, str]) -> bool:
        """Tell whether the columns fit beside those that are here."""
        return all(self.columns.get(name, kind) == kind for name, kind in columns.items())

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{'-'.join(self.shape)}-{self.number}.csv"

    @cached_property
    def header(self) -> list[str]:
        """Names with types, as the import wants them."""
        return [f"{name}:{kind}" for name, kind in self.columns.items()]


@dataclass(frozen=True)
class Plan:
    """How elements of one signature become lines of a table."""

    table: Table
    writers: Mapping[str, Write]
    without: bool
    """Whether a property has no cell whatever its value."""
    doubtful: tuple[str, ...]
    """Properties that have a cell for some values only."""

    @cached_property
    def _steps(self) -> list[tuple[str, Write | None]]:
        return [(name, self.writers.get(name)) for name in self.table.columns]

    def cells(self, properties: Mapping[str, Any]) -> list[str]:
        """Return the cells of the properties; unquoted and empty where a value is unknown."""
        return [write(properties[name]) if write else "" for name, write in self._steps]

    def holds(self, properties: Mapping[str, Any]) -> bool:
        """Tell whether the line says all; else the element is written again, in the ordinary way."""
        return not self.without and all(writable(properties[name]) for name in self.doubtful)


def plans(signatures: Iterable[Signature]) -> dict[Signature, Plan]:
    """Return a plan for each signature; those of one shape share a table as far as their types agree."""
    tables: dict[Shape, list[Table]] = {}
    return {one: _plan(one, tables.setdefault(one[0], [])) for one in signatures}


def _plan(one: Signature, tables: list[Table]) -> Plan:
    shape, names, types = one
    forms = {name: cell(kind) for name, kind in zip(names, types, strict=True)}
    cells = {name: known for name, known in forms.items() if known is not None}
    columns = {name: kind for name, (kind, _) in cells.items()}
    table = next((each for each in tables if each.takes(columns)), None)
    if table is None:
        table = Table(shape, len(tables))
        tables.append(table)
    table.columns.update(columns)
    unknown = {name for name, kind in zip(names, types, strict=True) if kind is type(None)}
    doubtful = tuple(name for name, (kind, _) in cells.items() if kind in ("string[]", "double"))
    return Plan(table, {name: write for name, (_, write) in cells.items()},
                bool(forms.keys() - cells.keys() - unknown), doubtful)  # fmt: skip


def line(cells: Iterable[str]) -> str:
    """Return a line of a file."""
    return ",".join(cells) + "\n"


def heading(names: Iterable[str]) -> str:
    """Return the header line of a file."""
    return line(map(quoted, names))
