"""What a query answers: rows with names and types, and the ways out of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, ClassVar, overload

from graph.connection.values import plain
from graph.core.errors import InputError
from graph.core.words import Words

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
    """Return the dtype of a column by its type in the header, else by its values where all agree."""
    if kind is not None:
        return DTYPES.get(kind.removesuffix("?"), "object")
    kinds = {_PYTHON.get(type(value), "any") for value in values if value is not None}
    return DTYPES.get(kinds.pop(), "object") if len(kinds) == 1 else "object"


def data_frame(
    columns: Sequence[str], rows: Sequence[Mapping[str, Any]], types: Mapping[str, str]
) -> Any:
    """Return the frame, its columns in order; raises InputError where pandas is not installed."""
    try:
        pandas, numpy = import_module("pandas"), import_module("numpy")
    except ImportError:
        raise InputError(
            Words(
                "to_pandas needs pandas. Install it: pip install pandas",
                "to_pandas 需要 pandas。安装方法：pip install pandas",
            )
        ) from None

    def series(name: str) -> Any:
        values = [row.get(name) for row in rows]
        kind = dtype(types.get(name), values)
        if kind == "datetime64[s]":
            # By way of text: a day of the year 1 has no nanoseconds to pass through.
            days = ["NaT" if value is None else value.isoformat() for value in values]
            return pandas.Series(numpy.array(days, dtype=kind))
        return pandas.Series(values, dtype=kind)

    return pandas.DataFrame({name: series(name) for name in columns}, columns=list(columns))


class Row(dict[str, Any]):
    """One row: a dictionary whose columns are attributes too (`row.gap_min`).

    A query of the catalogue answers rows of a class of its own (`queries.ancestors.row_type`), made by
    `row_type`: its annotations are the columns of the header as Python types, `__units__` their units.
    """

    __units__: ClassVar[Mapping[str, str]] = {}
    """Unit of each column that has one (steps, members, 0 to 1)."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"no column {name}; there are {', '.join(self)}") from None

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self]

    def __reduce__(self) -> tuple[type[Row], tuple[dict[str, Any]]]:
        """Copied to another process a row is a plain Row: the class of its query is made at run time."""
        return Row, (dict(self),)


def row_type(
    name: str, module: str, doc: str, columns: Mapping[str, Any], units: Mapping[str, str]
) -> type[Row]:
    """Return a class of rows: `columns` maps names to Python types, `doc` tells what each means."""
    namespace = {
        "__module__": module, "__doc__": doc, "__annotations__": dict(columns), "__units__": dict(units),
    }  # fmt: skip
    return type(name, (Row,), namespace)


@dataclass(frozen=True)
class Result(Sequence[Row]):
    """Rows in the order of the query; `columns` are their names.

    `types` are the types of the columns as headers write them (`integer?`); empty for free Cypher. `notes`
    name what is probably a mistake in free Cypher.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    types: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    notes: tuple[Words, ...] = field(default=(), compare=False, repr=False)
    left_out: int | None = field(default=0, compare=False, repr=False)
    """Rows beyond those that were asked for; None: more than were counted."""

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Plain dictionaries, null as None, dates as `datetime.date`."""
        return [dict(row) for row in self.rows]

    def to_json(self) -> str:
        """Return a JSON list of objects: null for unknown, dates as ISO text, Chinese as it stands."""
        return json.dumps(self.to_dicts(), ensure_ascii=False, indent=2, default=str)

    def to_pandas(self) -> Any:
        """Return a pandas DataFrame of the columns in order, unknown as NA whatever the type.

        Whole numbers are Int64, shares Float64, truth values boolean, texts string, dates
        datetime64[s], which holds every day from year 1 to 9999; lists and maps stay objects. Raises
        InputError where pandas is not installed.
        """
        return data_frame(self.columns, self.rows, self.types)


def result(
    columns: Sequence[str],
    records: Iterable[Sequence[Any]],
    kind: type[Row] = Row,
    types: Mapping[str, str] | None = None,
) -> Result:
    """Build a Result of the values of records, as rows of `kind`; temporal values become those of Python."""
    rows = tuple(row_of(columns, values, kind) for values in records)
    return Result(tuple(columns), rows, types or {})


def row_of(columns: Sequence[str], values: Sequence[Any], kind: type[Row] = Row) -> Row:
    """Return the values of one record as a row.

    A row of the catalogue has None for a stored bound, but in a column that always holds a day.
    """
    free, types = kind is Row, kind.__annotations__
    told = (
        plain(value, bounds=free or types.get(name) is dt.date)
        for name, value in zip(columns, values, strict=True)
    )
    return kind(zip(columns, told, strict=True))
