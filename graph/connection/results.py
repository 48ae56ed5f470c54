"""What a query answers: rows with names and types, and the ways out of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, overload

import neo4j.time

from graph.connection.frames import data_frame


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
    """A class of rows: `columns` maps names to Python types, `doc` tells what each means."""
    namespace = {
        "__module__": module, "__doc__": doc, "__annotations__": dict(columns), "__units__": dict(units),
    }  # fmt: skip
    return type(name, (Row,), namespace)


@dataclass(frozen=True)
class Result(Sequence[Row]):
    """Rows in the order of the query; `columns` are their names.

    `types` are the types of the columns as headers write them (`integer?`); empty for free Cypher.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    types: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

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
        """A JSON list of objects: null for unknown, dates as ISO text, Chinese as it stands."""
        return json.dumps(self.to_dicts(), ensure_ascii=False, indent=2, default=str)

    def to_pandas(self) -> Any:
        """A pandas DataFrame of the columns in order, unknown as NA whatever the type.

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
    """The values of one record as a row."""
    return kind(zip(columns, map(plain, values), strict=True))


_AS_IT_IS = frozenset({str, int, float, bool, type(None)})


def plain(value: Any) -> Any:
    """A driver value as plain Python: dates native, nodes and ties as their properties."""
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, neo4j.time.Date | neo4j.time.DateTime):
        return value.to_native()
    if isinstance(value, neo4j.graph.Node | neo4j.graph.Relationship):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [item if type(item) in _AS_IT_IS else plain(item) for item in value]
    return value
