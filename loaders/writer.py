"""Batches of rows on their way into the graph."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graph.catalogue import queries
from graph.connection import Database
from graph.errors import InputError
from graph.model import TieType
from graph.writing import Write
from loaders.ends import without_ends

Report = Callable[[str, int, int], None]
"""Progress: what is written, rows done, rows in all (0 while unknown)."""


class Writer:
    """Writes batches in the order given; while the server has one, the next is made.

    What is wrong with a batch is raised with the next one, or at the end: InputError too for ties that
    lead nowhere. Progress is told of what is written; `done` counts its rows by kind.
    """

    def __init__(self, database: Database, report: Report) -> None:
        self._database, self._report = database, report
        self.done: Counter[str] = Counter()
        self._write: Write | None = None

    def write(
        self, kind: str, rows: list[dict[str, Any]], total: int, *, fresh: bool = False
    ) -> None:
        """Hand a batch of `kind` (label or type) on, once the one before is written.

        `fresh` says that none of the rows is in the graph, nor there twice.
        """
        self._finish()
        statement = queries[f"write_{kind.lower()}"]
        self._write = statement.start(rows, fresh=fresh, database=self._database)
        self._given = kind, rows, total

    def _finish(self) -> None:
        if self._write is None:
            return
        kind, rows, total = self._given
        written = self._write.finish()[0].written
        self._write = None
        gc.collect(1)  # the driver ties rows into cycles: without this they would pile up
        if written < len(rows):
            raise _lost(self._database, kind, rows, len(rows) - written)
        self.done[kind] += len(rows)
        self._report(kind, self.done[kind], total)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, error: object, *_: object) -> None:
        if error is None:
            self._finish()
        elif self._write is not None:
            self._write.abandon()


def _lost(
    database: Database, kind: str, rows: Sequence[Mapping[str, Any]], count: int
) -> InputError:
    """The ties that the server could not write: one of their nodes is not there, or of another label."""
    uids = list({row[end] for row in rows for end in ("start", "end")})
    held = {row.uid for row in queries.things_by_uid(uids, database=database)}
    held.update(row.uid for row in queries.sources_by_uid(uids, database=database))
    missing = (uid for row in rows for uid in (row["start"], row["end"]) if uid not in held)
    return without_ends(TieType(kind), count, missing)
