"""What an example of the query reference answers, as a table of Markdown.

The first rows are shown, a narrow answer across, a wide one with a line for each column. Long values are
cut; the keys of a map stand in the order of the alphabet, for the server gives them in none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.catalogue.entry import Query
from graph.connection import Database
from graph.connection.results import Result

ROWS = 5
"""Rows shown of an answer that is a table."""

ROWS_OF_WIDE = 2
"""Rows shown of an answer with more columns than a page is wide."""

WIDEST = 8
"""Columns that still stand side by side."""

_CELL, _WIDE_CELL = 48, 110


def sample(query: Query, database: Database) -> Iterator[str]:
    """Lines of Markdown: the first rows that the example answers on this database, and how many there are."""
    rows = query(**query.example(), database=database)
    if not rows:
        yield "No row in the shipped data.\n"
        return
    shown = ROWS if len(rows.columns) <= WIDEST else ROWS_OF_WIDE
    yield from _across(rows[:shown], rows) if shown == ROWS else _down(rows[:shown], rows)
    if len(rows) > shown:
        yield f"The first {shown} of {len(rows)} rows.\n"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table of Markdown with a blank line after it."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def _across(shown: Sequence[Mapping[str, Any]], rows: Result) -> Iterator[str]:
    cells = [[_cut(row[column], _CELL) for column in rows.columns] for row in shown]
    yield from table(rows.columns, cells)


def _down(shown: Sequence[Mapping[str, Any]], rows: Result) -> Iterator[str]:
    heads = ["answer", *(f"row {number}" for number in range(1, len(shown) + 1))]
    width = _WIDE_CELL // len(shown)
    cells = [[f"`{c}`", *(_cut(row[c], width) for row in shown)] for c in rows.columns]
    yield from table(heads, cells)


def _cut(value: Any, width: int) -> str:
    text = " ".join(_plain(value).split())
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _plain(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list):
        return f"[{', '.join(map(_plain, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_plain(value[key])}' for key in sorted(value))}}}"
    return str(value)
