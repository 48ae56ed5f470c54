"""A table as a file of an export holds it, and its cells as values of the graph."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.core.model import WHOLE_NUMBERS
from graph.core.words import Words
from graph.export.columns import Column, GraphTable, Tables
from graph.export.texts import bare
from loaders.files.problems import Place, Problems

Numbered = Iterator[tuple[int, Mapping[str, Any]]]
Where = Callable[[int, str | None], Place]

MISSING = Words(
    "The table is missing. An export writes every table, empty ones too.",
    "缺少该表。导出会写出所有的表，空表也在内。",
)

_WHOLE = re.compile(r"[+-]?\d{1,20}", re.ASCII)
_HALF = re.compile("[\ud800-\udfff]")
_WORDS = {"true": True, "false": False}
_TYPES: Mapping[str, type] = {"string": str, "integer": int, "boolean": bool, "float": float}
_SAID = {
    "integer": Words("a whole number", "整数"),
    "float": Words("a number", "数值"),
    "boolean": Words("true or false", " true 或 false"),
    "date": Words("a day such as 2018-07-03", "日期（如 2018-07-03）"),
    "list": Words('a list of texts such as ["a", "b"]', '文本的列表（如 ["a", "b"]）'),
    "string": Words("a text", "文本"),
}


class Unreadable(Exception):
    """A cell whose text is not a value of its column's type."""


@dataclass(frozen=True)
class Held:
    """A table of a file. `rows` reads it anew each time; cells are texts or values, None is unknown."""

    table: GraphTable
    columns: tuple[str, ...]
    rows: Callable[[Problems], Numbered]
    place: Where
    items: Callable[[str], list[str]]
    """How the text of a list is taken apart."""


def places(path: Path, columns: Sequence[str], sheet: str = "") -> Where:
    """Find where a cell stands: the row, and the first column of its name."""

    def place(row: int, column: str | None) -> Place:
        number = columns.index(column) + 1 if column in columns else 0
        return Place(path, row, number, sheet, column or "", True)

    return place


def files(
    folder: Path, ending: str, tables: Tables, problems: Problems
) -> Iterator[tuple[Path, GraphTable]]:
    """Yield the file of each table of a folder; one that is missing is a problem."""
    for table in tables:
        path = folder / f"{table.name}{ending}"
        if path.exists():
            yield path, table
        else:
            problems.add(Place(path), MISSING)


def json_items(text: str) -> list[str]:
    """Return the items of a list that is written as JSON."""
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable from None
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise Unreadable
    return items


def unguarded(cell: str | None) -> str | None:
    """Return a cell of a CSV or workbook: empty is unknown, one leading ' comes off."""
    return bare(cell) if cell else None


def value(held: Held, column: Column, cell: Any) -> Any:
    """Return the value of a cell, None where it is unknown; raises Unreadable."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return None
    read = _value(held, column, cell)
    if not storable(read):
        raise Unreadable
    return read


def storable(value: Any) -> bool:
    """Whether the graph holds the value: whole numbers of 64 bits, finite fractions, text without halves of
    characters (surrogates)."""
    if isinstance(value, bool) or value is None:
        return True
    if isinstance(value, int):
        return value in WHOLE_NUMBERS
    if isinstance(value, float):
        return math.isfinite(value)
    texts = value if isinstance(value, list) else [value]
    return not any(isinstance(text, str) and _HALF.search(text) for text in texts)


def _value(held: Held, column: Column, cell: Any) -> Any:
    if isinstance(cell, str) and column.kind != "string":
        return _read(held, column, cell)
    if column.kind == "date":
        return _day(cell)
    if column.kind == "list":
        return _texts(cell)
    if column.kind == "integer" and isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if type(cell) is not _TYPES[column.kind]:
        raise Unreadable
    return cell


def said(column: Column) -> Words:
    """Say what belongs in a column, in words."""
    return _SAID[column.kind]


def _read(held: Held, column: Column, text: str) -> Any:
    if column.kind == "integer" and not _WHOLE.fullmatch(text):
        raise Unreadable
    try:
        if column.kind == "integer":
            return int(text)
        if column.kind == "float":
            return float(text)
        if column.kind == "boolean":
            return _WORDS[text.lower()]
        return dt.date.fromisoformat(text) if column.kind == "date" else held.items(text)
    except (ValueError, KeyError):
        raise Unreadable from None


def _day(cell: Any) -> dt.date:
    if isinstance(cell, dt.datetime):
        if cell.time() != dt.time():
            raise Unreadable
        return cell.date()
    if not isinstance(cell, dt.date):
        raise Unreadable
    return cell


def _texts(cell: Any) -> list[str]:
    if not isinstance(cell, list) or not all(isinstance(item, str) for item in cell):
        raise Unreadable
    return cell
