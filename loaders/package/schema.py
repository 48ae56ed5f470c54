"""The tables of the data package: each field with type and meaning, once, for schemas and codebook."""

from __future__ import annotations

from dataclasses import dataclass

from graph.export.columns import Column

SEPARATOR = "; "
"""Between the items of a list in one cell."""


@dataclass(frozen=True)
class Table:
    """A table: `key` is its primary key, `holds` says what one row is."""

    name: str
    title: str
    holds: str
    key: str
    fields: tuple[Column, ...]
