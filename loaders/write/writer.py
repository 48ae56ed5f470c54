"""Batches of rows on their way into the graph."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from graph.catalogue import Query, queries
from graph.connection import Database
from graph.connection.write import Interrupted, Write
from graph.core.errors import InputError
from graph.core.load_lock import LoadRuns
from graph.core.model import LABELS, TIES, TieType
from graph.core.words import NOTHING, Words
from loaders.write.door import place_taken
from loaders.write.foreign import taken_over

Report = Callable[[str, int, int], None]
"""Progress: what is written, rows done, rows in all (0 while unknown)."""


@dataclass(frozen=True)
class _Batch:
    """Rows of one kind; `total` of that kind are to come."""

    kind: str
    rows: list[dict[str, Any]]
    total: int


class Writer:
    """Writes batches in the order given; while the server has one, the next is made and sent.

    What is wrong with a batch is raised with a later one, or at the end: InputError too for ties that
    lead nowhere, for nodes of somebody else under our uids, and where another load runs. The report counts
    what is written; `done` counts its rows by kind.
    """

    def __init__(self, database: Database, report: Report, token: str | None = None) -> None:
        self._database, self._report, self._token = database, report, token
        self.done: Counter[str] = Counter()
        self._sent: deque[tuple[_Batch, Write]] = deque()

    def write(
        self, kind: str, rows: list[dict[str, Any]], total: int, *, fresh: bool = False
    ) -> None:
        """Hand a batch of `kind` (label or type) on; the list is the writer's, which empties it.

        `fresh` says that none of the rows is in the graph, nor there twice. Other rows are sent when all
        before them are written, so that of those with one key the last stays.
        """
        if not fresh:
            self.wait()
        write = _statement(kind).start(
            rows, fresh=fresh, token=self._token, database=self._database
        )
        self._sent.append((_Batch(kind, rows, total), write))
        self._finish(but=1)

    def wait(self) -> None:
        """Wait until all is written: ties are sent when their nodes are there."""
        self._finish(but=0)

    def _finish(self, but: int) -> None:
        """Wait for the batches under way, all but the last so many."""
        while len(self._sent) > but:
            batch, write = self._sent.popleft()
            written = self._written(batch, write)
            if written < len(batch.rows):
                raise self._refused(batch, len(batch.rows) - written)
            self.done[batch.kind] += written
            batch.rows.clear()  # the driver holds the list in cycles, which nobody looks for meanwhile
            self._report(batch.kind, self.done[batch.kind], batch.total)

    def _written(self, batch: _Batch, write: Write) -> int:
        """Count how many rows of a batch the server has written; merged once more after a passing error."""
        try:
            answer = write.finish()
        except Interrupted:
            answer = _statement(batch.kind)(batch.rows, token=self._token, database=self._database)
        written: int = answer[0].written
        return written

    def _refused(self, batch: _Batch, count: int) -> InputError:
        """Say why so many rows of a batch were not written."""
        now = next(iter(queries.load_under_way(database=self._database)), None)
        if self._token is None and now is not None and now.alive:
            return LoadRuns(Words.same(now.holder), now.since)
        if self._token is not None and (now is None or now.token != self._token):
            return place_taken()
        return _lost(self._database, batch, count)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, error: object, *more: object) -> None:
        try:
            if error is None:
                self.wait()
        finally:
            for _, under_way in self._sent:
                under_way.abandon()


def _statement(kind: str) -> Query:
    return queries[f"write_{kind.lower()}"]


def _lost(database: Database, batch: _Batch, count: int) -> InputError:
    """The rows that the server could not write: nodes of somebody else stand there, ties lead nowhere."""
    if batch.kind in LABELS:
        own = [row["properties"]["uid"] for row in batch.rows]
        foreign = queries.foreign_uids(own, database=database)
        return taken_over([(row.label, row.uid) for row in foreign if row.label == batch.kind])
    ends = [row[end] for row in batch.rows for end in ("start", "end")]
    uids = list(set(ends))
    held = {row.uid for row in queries.things_by_uid(uids, database=database)}
    held.update(row.uid for row in queries.sources_by_uid(uids, database=database))
    missing = (uid for uid in ends if uid not in held)
    return without_ends(TieType(batch.kind), count, missing)


def without_ends(kind: TieType, count: int, missing: Iterable[str]) -> InputError:
    """The error of ties that cannot be written: a node is missing or of a label that they do not join."""
    joined = TIES[kind]
    uids = ", ".join(map(repr, list(dict.fromkeys(missing))[:5]))
    named = Words(f" Not in the graph: {uids}.", f"图谱中没有：{uids}。") if uids else NOTHING
    ties = f"{kind} tie has" if count == 1 else f"{kind} ties have"
    leads = f"{kind} leads from {' or '.join(joined.start)} to {joined.end}"
    return InputError(
        Words(
            f"{count} {ties} no node to start or end at: {leads}.{named.en}"
            " Include these nodes, or remove the ties, and load again.",
            f"{count} 个 {kind} 关系缺少起点或终点：{kind} 由 {' 或 '.join(joined.start)} 指向 "
            f"{joined.end}。{named.zh}请补上这些节点，或去掉这些关系，然后重新载入。",
        )
    )
