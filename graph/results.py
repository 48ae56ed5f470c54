"""What a query answers: rows with names, and the ways out of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

import neo4j.time


class Row(dict[str, Any]):
    """One row: a dictionary whose columns are attributes too (`row.gap_min`)."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"no column {name}; there are {', '.join(self)}") from None


@dataclass(frozen=True)
class Result(Sequence[Row]):
    """Rows in the order of the query; `columns` are their names."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

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


def result(columns: Sequence[str], records: Sequence[Mapping[str, Any]]) -> Result:
    """Build a Result of driver records; temporal values become those of Python."""
    rows = tuple(Row({key: plain(value) for key, value in r.items()}) for r in records)
    return Result(tuple(columns), rows)


def plain(value: Any) -> Any:
    """A driver value as plain Python: dates native, nodes and ties as their properties."""
    if isinstance(value, neo4j.time.Date | neo4j.time.DateTime):
        return value.to_native()
    if isinstance(value, neo4j.graph.Node | neo4j.graph.Relationship):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
