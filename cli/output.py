"""Answers on the terminal: a table for people, JSON and CSV for other tools."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any
from unicodedata import category

from rich.console import Console
from rich.table import Table

out = Console(width=None if sys.stdout.isatty() else 160)
err = Console(stderr=True)


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


def json_text(rows: Iterable[Mapping[str, Any]]) -> str:
    """A JSON list of objects, dates as ISO text, Chinese as it stands."""
    return json.dumps(list(rows), ensure_ascii=False, indent=2, default=str)


def csv_text(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """CSV with a header line; lists are joined by `;`, unknown is empty, formulas are disarmed."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_csv_cell(row.get(column)) for column in columns] for row in rows)
    return buffer.getvalue().rstrip("\n")


def table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], title: str = "") -> Table:
    """A rich table; unknown is shown as a dash."""
    made = Table(title=title or None, title_justify="left", header_style="bold", expand=False)
    for column in columns:
        made.add_column(_HEADS.get(column, column), overflow="fold", no_wrap=column in _WHOLE)
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
    from rich.markup import escape

    if value is None:
        return "-"
    if isinstance(value, list):
        return escape(", ".join(_plain(item) for item in value)) or "-"
    return escape(_plain(value))


def _plain(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, dict):
        return _visible(" ".join(str(item) for item in value.values() if item is not None))
    return _visible(str(value))


def _visible(text: str) -> str:
    """Text of the graph without what steers a terminal: an escape in a name may rewrite the screen."""
    return "".join("\ufffd" if category(c) == "Cc" and c not in "\n\t" else c for c in text)


def _csv_cell(value: Any) -> str:
    text = ";".join(map(_plain, value)) if isinstance(value, list) else _plain_csv(value)
    # A spreadsheet runs a cell that begins like a formula; numbers may begin with a minus.
    dangerous = text[:1] in "=+@\t\r" or (text[:1] == "-" and isinstance(value, str))
    return f"'{text}" if text and dangerous else text


def _plain_csv(value: Any) -> str:
    return "" if value is None else _visible(str(value))
