"""Answers on the terminal: a table for people, JSON and CSV for other tools."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.table import Table

from cli.heads import HEADS, word
from graph.core.language import say
from graph.core.safe_text import shown
from graph.core.words import Words
from graph.export.answers import csv_parts, json_parts, plain

# Nothing that is printed is markup: names come from files, and [/red] in one is a name.
out = Console(width=None if sys.stdout.isatty() else 160, markup=False, emoji=False)
err = Console(stderr=True, markup=False, emoji=False)


def put(text: Words | str, **look: Any) -> None:
    """Print a text, in the language that is spoken, without what steers the terminal."""
    out.print(_told(text), highlight=False, **look)


def note(text: Words | str, **look: Any) -> None:
    """Print the same beside the answer, to standard error."""
    err.print(_told(text), highlight=False, **look)


def _told(text: Words | str) -> str:
    return shown(say(text) if isinstance(text, Words) else text)


class Format(StrEnum):
    """How an answer is printed."""

    table = "table"
    json = "json"
    csv = "csv"


def show(
    rows: Sequence[Mapping[str, Any]], columns: Sequence[str], format: Format, own: bool = False
) -> None:
    """Print rows; JSON is a list of objects with null for what is unknown.

    `own`: the user named the columns, so that no head and no value is told in other words.
    """
    if format is Format.json:
        write_parts(json_parts(first(rows)), "\n")
    elif format is Format.csv:
        write_parts(csv_parts(first(rows), columns))
    else:
        out.print(table(rows, columns, own=own))


def table(
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[str],
    title: Words | str = "",
    own: bool = False,
) -> Table:
    """A rich table; unknown is shown as a dash. `own`: heads and values as they stand."""
    made = Table(
        title=_told(title) or None, title_justify="left", header_style="bold", expand=False
    )
    for column in columns:
        name = shown(column) if own else head(column)
        made.add_column(name, overflow="fold", no_wrap=column in _WHOLE)
    for row in first(rows):
        made.add_row(*(_cell(column, row.get(column), own) for column in columns))
    return made


def head(column: str) -> str:
    """The head of a column in the language that is spoken."""
    return say(HEADS[column]) if column in HEADS else shown(column)


_WHOLE = frozenset({"as_of", "last_evidence", "type", "gap_min", "lc", "gap", "rank", "code"})
"""Columns whose values are not broken over two lines."""


def write(text: str) -> None:
    """Write text to standard output in UTF-8, whatever the locale."""
    write_parts([text], "\n")


def write_parts(parts: Iterable[str], end: str = "") -> None:
    """Write the parts of a text, one after the other, which all together may be long."""
    sys.stdout.flush()
    for part in parts:
        sys.stdout.buffer.write(part.encode())
    sys.stdout.buffer.write(end.encode())
    sys.stdout.buffer.flush()


_MOST: ContextVar[int | None] = ContextVar("most", default=None)


@contextmanager
def at_most(rows: int | None) -> Iterator[None]:
    """Show no more rows of a table within the block; None: all."""
    before = _MOST.set(rows)
    try:
        yield
    finally:
        _MOST.reset(before)


def first(rows: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """The rows that are to be shown; says how many there are where these are not all."""
    most, beyond = _MOST.get(), getattr(rows, "left_out", 0)
    if beyond == 0 and (most is None or len(rows) <= most):
        return rows
    kept = rows if most is None else rows[:most]
    note(some_rows(len(kept), None if beyond is None else len(rows) + beyond))
    return list(kept)


def some_rows(kept: int, total: int | None = None) -> Words:
    """What is said where rows are left out; `total` None: nobody counted them all."""
    if total is None:
        return Words(
            f"Showing {kept:,} rows; there are more. --limit N shows N.",
            f"显示 {kept:,} 行，还有更多；--limit N 显示 N 行。",
        )
    return Words(
        f"Showing {kept:,} of {total:,} rows; --limit N shows N.",
        f"显示 {total:,} 行中的 {kept:,} 行；--limit N 显示 N 行。",
    )


def _cell(column: str, value: Any, own: bool) -> str:
    if value is None:
        return "-"
    if isinstance(value, list):
        told = [Words.same(_value(column, item, own)) for item in value]
        return say(Words.joined(told)) or "-"
    if isinstance(value, float) and 0 < value < 0.005:
        return "<0.005"
    return _value(column, value, own)


def _value(column: str, value: Any, own: bool) -> str:
    return plain(value) if own else say(word(column, value))
