"""Cells as statements tell them: which columns speak, who speaks in each, and the items of a list."""

from __future__ import annotations

from collections.abc import Mapping

from graph.export.texts import plain_text
from loaders.groups.derived_ends import DERIVED as ENDED_BY_RULE
from loaders.package.tables import SEPARATOR

OWN = frozenset({"uid", "id", "key", "source", "also_sources", "sources", "confidence"})
"""Columns that every statement of the row has itself, as entity, source and confidence."""
LISTS = frozenset({"established_by", "evidence", "spoken", "notes", "events"})
CODED = frozenset({
    "name_en", "kind", "field", "in_paper", "type_in_paper", "leadership", "roster",
    "vacancy_stated", "notes", "note", "gaps",
})  # fmt: skip
"""What a reader put in words or classes of the form."""
DERIVED = frozenset({
    "last_documented", "read_on", "evidence", "spoken", "from_precision", "to_precision",
    "end_basis", "last_evidence", "derived", "held_from", "held_to", "shown_to",
})  # fmt: skip
"""What follows by rule from other cells and from the days of the sources."""

Row = Mapping[str, str]


def cells(row: Mapping[str, object]) -> dict[str, str]:
    """The cells of a row that are not empty and not a statement's own, as text."""
    return {
        name: plain_text(value) for name, value in row.items()
        if name not in OWN and value not in (None, "")
    }  # fmt: skip


def items(name: str, text: str) -> list[str]:
    """The items of a cell of that column: one, but for a list."""
    return text.split(SEPARATOR) if name in LISTS else [text]


def standing(table: str, name: str, row: Row) -> str:
    """Who speaks in a cell: stated (the source), coded (a reader), derived (a rule)."""
    if name in DERIVED or (table == "tenures" and row.get("derived") == "true"):
        return "derived"
    if name == "to" and row.get("end_basis") == ENDED_BY_RULE:
        return "derived"
    return "coded" if name in CODED else "stated"


def row_sources(row: Mapping[str, object]) -> list[str]:
    """The sources of a row, the main one first."""
    told = (row.get("source"), row.get("also_sources"), row.get("sources"))
    return [one for text in told if text for one in str(text).split(SEPARATOR)]


def row_key(row: Mapping[str, object]) -> str:
    """What tells a row of the three tables from the others: the uid of a group, else the key."""
    return str(row.get("uid") or row["key"])
