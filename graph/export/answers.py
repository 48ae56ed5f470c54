"""Rows of an answer as CSV and JSON: what commands print and pages offer, for other tools."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from graph.core.safe_text import shown


def json_text(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return a JSON list of objects, dates as ISO text, Chinese as it stands."""
    return "".join(json_parts(rows))


def json_parts(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The same row by row."""
    before = "[\n  "
    for row in rows:
        text = json.dumps(row, ensure_ascii=False, indent=2, default=str)
        yield before + text.replace("\n", "\n  ")
        before = ",\n  "
    yield "[]" if before.startswith("[") else "\n]"


def csv_text(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """CSV with a header line; lists are joined by `;`, unknown is empty, formulas are disarmed."""
    return "".join(csv_parts(rows, columns)).rstrip("\n")


def csv_parts(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    """The same row by row, each with its end of line."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for cells in chain([columns], ([_csv_cell(row.get(c)) for c in columns] for row in rows)):
        writer.writerow(cells)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def plain(value: Any) -> str:
    """Return a value as people read it, without what steers a terminal."""
    if isinstance(value, float):
        return f"{value:.2f}"
    if type(value) is dict:
        return shown(" ".join(str(item) for item in value.values() if item is not None))
    return shown(str(value))


def _csv_cell(value: Any) -> str:
    text = ";".join(map(plain, value)) if isinstance(value, list | tuple) else _unknown_empty(value)
    # A spreadsheet runs a cell that begins like a formula; numbers may begin with a minus.
    dangerous = text[:1] in "=+@\t\r" or (text[:1] == "-" and isinstance(value, str))
    return f"'{text}" if text and dangerous else text


def _unknown_empty(value: Any) -> str:
    return "" if value is None else shown(str(value))
