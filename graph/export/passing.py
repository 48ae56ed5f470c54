"""Rows on their way into a file: how many there were and what stood in each column."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from graph.connection.results import Result, Row
from graph.export.columns import Kind

_KINDS: Mapping[type, Kind] = {
    str: "string", bool: "boolean", int: "integer", float: "float", dt.date: "date",
}  # fmt: skip


class Passing(Iterable[Row]):
    """Rows that are written and not kept, `most` of them; `more` tells whether others would follow.

    `types` counts them by their columns `type` and `type_certainty`, where they have them.
    """

    def __init__(
        self, columns: Sequence[str], rows: Iterable[Row], most: int | None = None
    ) -> None:
        self.columns, self._rows, self._most = tuple(columns), rows, most
        self._kinds: dict[str, set[Kind]] = defaultdict(set)
        self.count, self.more = 0, False
        self.types: Counter[tuple[str, str | None]] = Counter()

    @classmethod
    def whole(cls, result: Result) -> Passing:
        """The rows of a result, whose kinds are known before they are written."""
        made = cls(result.columns, result)
        for row in result:
            made._note(row)
        made.count, made.more = len(result), result.left_out != 0
        return made

    def __iter__(self) -> Iterator[Row]:
        if self.count:
            yield from self._rows
            return
        rows = iter(self._rows)
        for row in islice(rows, self._most):
            self._note(row)
            self.count += 1
            yield row
        self.more = self._most is not None and next(rows, None) is not None

    def kind(self, name: str) -> Kind:
        """The type of a column by the values that have passed."""
        kinds = self._kinds[name]
        if kinds == {"integer", "float"}:
            return "float"
        return next(iter(kinds)) if len(kinds) == 1 else "json" if kinds else "string"

    def _note(self, row: Row) -> None:
        if isinstance(kind := row.get("type"), str):
            self.types[kind, row.get("type_certainty")] += 1
        for name, value in row.items():
            if value is not None:
                self._kinds[name].add(_KINDS.get(type(value), "json"))
