"""The sources of an answer: those that its rows name, and those of the things that its rows name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.catalogue import Result, Row, queries
from graph.connection import Database

BATCH = 500
"""Things of an answer whose sources are looked for at once."""
_THINGS = ("div:", "agency:", "post:", "person:", "group:", "doc:")


def sources_of(database: Database, rows: Result) -> list[Row]:
    """Return the sources behind rows, each once; empty where nothing says where they were read."""
    texts = [found for row in rows for found in _texts(row)]
    things = list(dict.fromkeys(text for _, text in texts if text.startswith(_THINGS)))
    named = [text for column, text in texts if "source" in column]
    known = [
        row
        for at in range(0, len(things), BATCH)
        for row in queries.things_by_uid(things[at : at + BATCH], database=database)
    ]
    asked = dict.fromkeys([*named, *(uid for thing in known for uid in thing.sources)])
    return list(queries.sources_by_uid(list(asked), database=database))


def _texts(row: Mapping[str, Any], column: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a row with the column that it stands in, texts in lists and maps too."""
    for name, value in row.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str):
                yield column or name, one
            elif isinstance(one, Mapping):
                yield from _texts(one)
