"""Property values as cells of Neo4j's import: which type a column has, and how a value is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from math import isfinite
from typing import Any

from graph.core.model import WHOLE_NUMBERS
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
        raise ValueError(f"{value} is no number that a property holds.")
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
    found = (cell[1:] for cell in _CELLS if issubclass(kind, cell[0]))
    return next(found, None)


def writable(value: Any) -> bool:
    """Whether a cell holds the value of a list or float: no empty list, none of other things than texts."""
    if isinstance(value, float):
        return isfinite(value)
    texts = all(isinstance(text, str) and ARRAY_DELIMITER not in text for text in value)
    return texts and any(value)
