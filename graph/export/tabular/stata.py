"""Stata files (version 118, which Stata 14 and later open): dates as text, Chinese kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from graph.export.columns import Column, Rows, Table
from graph.export.texts import plain_text, printable

LONGEST_NAME = 32
LONGEST_LABEL = 80
LONG = 244
"""Bytes of a text above which its column is strL: shorter ones take their full width in every row."""

RESERVED = frozenset(
    """_all _b _coef _cons _n _N _pi _pred _rc _skip aggregate array boolean break byte case catch class
    colvector complex const continue default delegate delete do double else eltypedef end enum explicit
    export external float for friend function global goto if in inline int local long namespace new NULL
    pragma private protected quad rowvector short string strL this throw try typedef typename union
    unsigned using vector virtual with""".split()  # noqa: SIM905
)


def write_stata(table: Table, rows: Rows, path: Path) -> None:
    """A table; all its rows are in memory once, since a Stata file begins with the widths of its columns."""
    pandas = import_module("pandas")
    columns, held = names(table.names), [[row.get(n) for n in table.names] for row in rows]
    series: dict[str, Any] = {}
    long = []
    for number, column in enumerate(table.columns):
        name = columns[column.name]
        values = [row[number] for row in held]
        series[name] = _series(column, values)
        if series[name].dtype == object and _width(series[name]) > LONG:
            long.append(name)
    frame = pandas.DataFrame(series, index=range(len(held)))
    frame.to_stata(
        path, version=118, write_index=False, convert_strl=long,
        data_label=_label(table.title), variable_labels=labels(table),
    )  # fmt: skip


def names(columns: Sequence[str]) -> Mapping[str, str]:
    """Names of columns as Stata takes them: letters, digits, `_`, 32 at most, no word of its own."""
    given: dict[str, str] = {}
    for column in columns:
        name = re.sub(r"[^A-Za-z0-9_]", "_", column)[:LONGEST_NAME] or "_"
        if name[0].isdigit() or name in RESERVED or re.fullmatch(r"str\d+", name):
            name = f"v_{name}"[:LONGEST_NAME]
        base, number = name, 1
        while name in given.values():
            number += 1
            name = f"{base[: LONGEST_NAME - len(str(number)) - 1]}_{number}"
        given[column] = name
    return given


def labels(table: Table) -> dict[str, str]:
    """Return the label of each variable: what it means, at most 80 characters."""
    given = names(table.names)
    return {
        given[c.name]: _label(c.meaning + (f" ({c.unit})" if c.unit else "")) for c in table.columns
    }


def _label(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


def _series(column: Column, values: Sequence[Any]) -> Any:
    pandas, numpy = import_module("pandas"), import_module("numpy")
    if column.kind in ("integer", "float", "boolean"):
        numbers = [numpy.nan if value is None else float(value) for value in values]
        whole = column.kind != "float" and None not in values
        kind = "int8" if column.kind == "boolean" else "int32"
        fits = whole and all(abs(number) < 2**31 - 100 for number in numbers)
        return pandas.Series(numbers, dtype="float64").astype(
            kind if fits and values else "float64"
        )
    texts = ["" if value is None else printable(plain_text(value)) for value in values]
    return pandas.Series(texts, dtype=object)


def _width(texts: Any) -> int:
    return max((len(text.encode()) for text in texts), default=0)
