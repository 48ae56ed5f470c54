"""Answers on the terminal: a table for people, JSON and CSV for other tools."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.table import Table

from graph.core.safe_text import shown
from graph.export.answers import csv_text, json_text, plain

# Nothing that is printed is markup: names come from files, and [/red] in one is a name.
out = Console(width=None if sys.stdout.isatty() else 160, markup=False, emoji=False)
err = Console(stderr=True, markup=False, emoji=False)


def put(text: str, **look: Any) -> None:
    """Print a text without what steers the terminal."""
    out.print(shown(text), highlight=False, **look)


def note(text: str, **look: Any) -> None:
    """Print the same beside the answer, to standard error."""
    err.print(shown(text), highlight=False, **look)


class Format(StrEnum):
    """How an answer is printed."""

    table = "table"
    json = "json"
    csv = "csv"


def show(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], format: Format) -> None:
    """Print rows; JSON is a list of objects with null for what is unknown."""
    if format is Format.json:
        write(json_text(rows))
    elif format is Format.csv:
        write(csv_text(rows, columns))
    else:
        out.print(table(rows, columns))


def table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], title: str = "") -> Table:
    """A rich table; unknown is shown as a dash."""
    made = Table(
        title=shown(title) or None, title_justify="left", header_style="bold", expand=False
    )
    for column in columns:
        made.add_column(
            _HEADS.get(column, shown(column)), overflow="fold", no_wrap=column in _WHOLE
        )
    for row in rows:
        made.add_row(*(_cell(row.get(column)) for column in columns))
    return made


_HEADS = {
    "n_members": "members",
    "gap_min": "gap",
    "member_name": "member",
    "last_evidence": "last shown",
}
"""Shorter heads for a terminal; JSON and CSV keep the names of the columns."""

_WHOLE = frozenset({"as_of", "last_evidence", "type", "gap_min", "lc", "gap", "rank", "code"})
"""Columns whose values are not broken over two lines."""


def write(text: str) -> None:
    """Write text to standard output in UTF-8, whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.buffer.flush()


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, list):
        return ", ".join(plain(item) for item in value) or "-"
    return plain(value)
