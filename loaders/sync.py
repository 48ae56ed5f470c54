"""Write what changed: compare records with the graph by digest, then add, change and remove.

A dataset owns what it wrote. A second run with the same records writes nothing; a run that
died half-way is simply run again. A node that another dataset owns already is referred to and left as it is;
so are the ties of a body or post to the bodies above. What another dataset refers to is not removed.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any, TypeVar

from graph.catalogue import queries
from graph.connection import Database
from graph.errors import InputError
from graph.model import Node, Tie, TieType
from graph.uncollected import uncollected
from graph.writing import Write
from loaders.compare import Changes, compare, sum_of
from loaders.ends import without_ends
from loaders.records import Records, key_of, kind_of, stored_type, tally

__all__ = [
    "BATCH",
    "STALE_SHARE",
    "Changes",
    "Records",
    "Report",
    "batches",
    "batches_by_kind",
    "compare",
    "sum_of",
    "sync",
    "write_all",
]

BATCH = 5000
"""Rows a transaction."""

STALE_SHARE = 0.05
"""Above this share of a dataset a removal is refused unless forced."""

Report = Callable[[str, int, int], None]
"""Progress: what is written, rows done, rows in all."""

T = TypeVar("T")


def sync(
    database: Database, records: Records, *, force: bool = False, report: Report | None = None
) -> Changes:
    """Bring the graph to the records; answers what was done.

    In an empty graph there is nothing to compare with: they are written as they come, none held.
    Raises InputError, before anything is written, when more than 5 % of the dataset would vanish.
    """
    if not queries.anything_stored(database=database)[0].stored:
        return Changes(added=write_all(database, records, report, fresh=True))
    changes = compare(database, records)
    _guard(records, changes, force)
    write_all(database, Records(records.dataset, changes.nodes, changes.ties), report)
    for batch in batches(changes.stale_ties, BATCH):
        queries.remove_ties(batch, database=database)
    for batch in batches(changes.stale_nodes, BATCH):
        queries.remove_nodes(batch, database=database)
    return changes


def write_all(
    database: Database, records: Records, report: Report | None = None, *, fresh: bool = False
) -> Counter[str]:
    """Write records without comparing, nodes first, in batches of one kind.

    `fresh` says that nothing of it is in the graph: the server need not look for each. Answers how many
    there are by kind, those with the same key counted once: of them the last stays.
    """
    found: Counter[str] = Counter()
    tell = report or (lambda what, done, total: None)
    # Ties are counted while nodes are written.
    with uncollected(), ThreadPoolExecutor(1) as aside, _Writer(database, tell) as writer:
        counted = [(each, aside.submit(tally, each)) for each in (records.nodes, records.ties)]
        for elements, count in counted:
            totals, twice = count.result()
            doubtful: set[tuple[str, str]] = set()
            for kind, batch in batches_by_kind(elements, totals):
                keys = map(key_of, batch) if twice else ()
                again = [key for key in keys if hash(key) in twice]
                rows = [e.row(records.dataset) for e in batch]
                writer.write(kind, rows, totals[kind], fresh=fresh and not again)
                found[stored_type(batch[0])] += len(batch) - len(again)
                doubtful.update(again)
            found.update(kind for kind, _ in doubtful)
    return found


class _Writer:
    """Writes batches in the order given; while the server has one, the next is made.

    What is wrong with a batch is raised with the next one, or at the end. Progress is told of what is
    written.
    """

    def __init__(self, database: Database, report: Report) -> None:
        self._database, self._report = database, report
        self._done: Counter[str] = Counter()
        self._write: Write | None = None

    def write(self, kind: str, rows: list[dict[str, Any]], total: int, *, fresh: bool) -> None:
        """Hand a batch on, once the one before is written."""
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
        self._done[kind] += written
        self._report(kind, self._done[kind], total)

    def __enter__(self) -> _Writer:
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


def batches_by_kind(
    elements: Iterable[Node | Tie], totals: Mapping[str, int]
) -> Iterator[tuple[str, list[Node | Tie]]]:
    """Batches in the order in which they fill up, or in which the last element of a kind has come."""
    held: dict[str, list[Node | Tie]] = {kind: [] for kind in totals}
    left = Counter(totals)
    for element in elements:
        kind = kind_of(element)
        batch = held[kind]
        batch.append(element)
        left[kind] -= 1
        if len(batch) == BATCH or not left[kind]:
            yield kind, batch
            held[kind] = []


def _guard(records: Records, changes: Changes, force: bool) -> None:
    gone = len(changes.stale_nodes) + len(changes.stale_ties)
    held = sum(1 for elements in (records.nodes, records.ties) for _ in elements)
    kept = held - changes.added.total()
    if not force and gone > STALE_SHARE * (gone + kept):
        raise InputError(
            f"{gone} of {gone + kept} nodes and ties of the dataset {records.dataset!r} would be"
            " removed. Nothing was written. Look with --dry-run, then load with --force."
        )


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most `size` items, in order."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
