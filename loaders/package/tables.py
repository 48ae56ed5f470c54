"""Which tables the package has and what stands in each column, as tables.yaml says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.core import terms
from graph.core.words import Words
from graph.export.columns import Column
from loaders.files.yaml import shipped_yaml

SEPARATOR = "; "
"""Between the items of a list in one cell."""

Value = str | int | bool | dt.date | None
Rows = list[dict[str, Value]]


@dataclass(frozen=True)
class Table:
    """A table: `key` is its primary key, `holds` says what one row is."""

    name: str
    title: Words
    holds: Words
    key: str
    fields: tuple[Column, ...]

    @property
    def row(self) -> Words:
        """What one row is, as a sentence."""
        return Words(f"One row: {self.holds.en}.", f"一行：{self.holds.zh}。")


_TEXTS = ("title", "holds", "meaning")
_RAW = shipped_yaml(Path(__file__).parent / "tables.yaml")


def _columns(rows: list[Any]) -> Iterator[Column]:
    for row in rows:
        if isinstance(row, str):
            yield from _columns(_RAW["shared"][row])
        else:
            values = row.get("values", ())
            known = getattr(terms, values) if isinstance(values, str) else values
            yield Column(**{"kind": "string", **_told(row), "values": tuple(known)})


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """A table or column with its texts in both languages. Raises KeyError where one has no Chinese."""
    told = {name: Words(row[name], _RAW["chinese"][row[name]]) for name in _TEXTS if name in row}
    return {**row, **told}


TIME, EVIDENCE = (tuple(_columns([name])) for name in ("time", "evidence"))
TABLES = tuple(
    Table(**{**_told(row), "fields": tuple(_columns(row["fields"]))}) for row in _RAW["tables"]
)
(
    GROUPS, SEATS, POSTS, PERSONS, TENURES, MEMBERS, DOCUMENTS, SOURCE_TABLE, UNITS, UNIT_TIES,
    SUCCESSIONS, CLAIMS, STATEMENTS, MOVED,
) = TABLES  # fmt: skip
