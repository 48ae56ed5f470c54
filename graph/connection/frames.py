"""Rows as a pandas DataFrame whose columns have types that hold unknown values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from graph.core.errors import InputError

DTYPES: Mapping[str, str] = {
    "integer": "Int64",
    "float": "Float64",
    "boolean": "boolean",
    "string": "string",
    "date": "datetime64[s]",
}
"""dtype of each type of a header; lists, maps and values of any type are objects.

Seconds, not nanoseconds: the stored bounds 0001-01-01 and 9999-12-31 are days like others.
"""

_PYTHON: Mapping[type, str] = {
    bool: "boolean", int: "integer", float: "float", str: "string", dt.date: "date",
}  # fmt: skip


def dtype(kind: str | None, values: Sequence[Any]) -> str:
    """The dtype of a column by its type in the header, else by its values where all agree."""
    if kind is not None:
        return DTYPES.get(kind.removesuffix("?"), "object")
    kinds = {_PYTHON.get(type(value), "any") for value in values if value is not None}
    return DTYPES.get(kinds.pop(), "object") if len(kinds) == 1 else "object"


def data_frame(
    columns: Sequence[str], rows: Sequence[Mapping[str, Any]], types: Mapping[str, str]
) -> Any:
    """The frame, its columns in order; raises InputError where pandas is not installed."""
    try:
        pandas, numpy = import_module("pandas"), import_module("numpy")
    except ImportError:
        raise InputError("to_pandas needs pandas. Install it: pip install pandas") from None

    def series(name: str) -> Any:
        values = [row.get(name) for row in rows]
        kind = dtype(types.get(name), values)
        if kind == "datetime64[s]":
            # By way of text: a day of the year 1 has no nanoseconds to pass through.
            days = ["NaT" if value is None else value.isoformat() for value in values]
            return pandas.Series(numpy.array(days, dtype=kind))
        return pandas.Series(values, dtype=kind)

    return pandas.DataFrame({name: series(name) for name in columns}, columns=list(columns))
