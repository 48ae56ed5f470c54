"""The tables of the data package: each field with type and meaning, once, for schemas and codebook."""

from __future__ import annotations

from dataclasses import dataclass

from graph.core.terms import CONFIDENCES, RANK_BASES
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


def text(name: str, meaning: str, *values: str, to: str | None = None) -> Column:
    """Return a column of text that may be empty."""
    return Column(name, "string", meaning, values=values, to=to)


def needed(name: str, meaning: str, *values: str, to: str | None = None) -> Column:
    """Return a column of text that every row fills."""
    return Column(name, "string", meaning, None, values, True, to)


def number(name: str, meaning: str) -> Column:
    """Return a column of whole numbers."""
    return Column(name, "integer", meaning)


def flag(name: str, meaning: str) -> Column:
    """Return a column of true and false; empty is unknown, or false where the meaning says so."""
    return Column(name, "boolean", meaning)


def day(name: str, meaning: str) -> Column:
    """Return a column of days."""
    return Column(name, "date", meaning)


PRECISIONS = ("day", "month", "year", "by", "open", "unknown")
TIME = (
    text("from", "start as the source gives it (EDTF); empty: unknown, [..day]: known by that day"),
    text("to", "end (EDTF); empty: unknown, ..: has not come; a day is the first day without"),
    text("from_precision", "how exact the start is", *PRECISIONS),
    text("to_precision", "how exact the end is", *PRECISIONS),
)
EVIDENCE = (
    needed("source", "id of the main source", to="sources.uid"),
    text("also_sources", "ids of further sources, a list"),
    text("confidence", "high: official text; medium: press, encyclopaedia; low: weak page",
         *CONFIDENCES),
)  # fmt: skip
RANK = (
    number("rank", "1 to 10, 10 the highest (国家级正职); ordinal, no distance; empty: unknown"),
    text("rank_basis", "where the rank is from", *RANK_BASES),
    text("rank_reason", "the rule or reason in words"),
)
KEY = needed("key", "what tells the row from all others")
