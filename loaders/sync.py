"""Write what changed: compare records with the graph by digest, then add, change and remove.

A dataset owns what it wrote. A second run with the same records writes nothing; a run that
died half-way is simply run again. A node that another dataset owns already is referred to and left as it is;
so are the ties of a body or post to the bodies above. What another dataset refers to is not removed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any, TypeVar

from graph.catalogue import queries
from graph.connection import Database
from graph.errors import InputError
from graph.model import Node, Tie
from loaders.compare import Changes, compare, sum_of
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
        return Changes(added=write_all(database, records, report))
    changes = compare(database, records)
    _guard(records, changes, force)
    write_all(database, Records(records.dataset, changes.nodes, changes.ties), report)
    for batch in batches(changes.stale_ties, BATCH):
        queries.remove_ties(batch, database=database)
    for batch in batches(changes.stale_nodes, BATCH):
        queries.remove_nodes(batch, database=database)
    return changes


def write_all(database: Database, records: Records, report: Report | None = None) -> Counter[str]:
    """Write records without comparing, nodes first, in batches of one kind.

    Answers how many there are by kind, those with the same key counted once: of them the last stays.
    """
    found: Counter[str] = Counter()
    with _Writer(database, report or (lambda what, done, total: None)) as writer:
        for elements in (records.nodes, records.ties):
            totals, twice = tally(elements)
            doubtful: set[tuple[str, str]] = set()
            for kind, batch in batches_by_kind(elements, totals):
                writer.write(kind, [e.row(records.dataset) for e in batch], totals[kind])
                keys = map(key_of, batch) if twice else ()
                again = [key for key in keys if hash(key) in twice]
                found[stored_type(batch[0])] += len(batch) - len(again)
                doubtful.update(again)
            found.update(kind for kind, _ in doubtful)
    return found


class _Writer:
    """Writes batches in the order given; while the server has one, the next is made.

    An error of the server is raised with the next batch, or at the end. Progress is told of what is
    written, in the thread of the caller.
    """

    def __init__(self, database: Database, report: Report) -> None:
        self._database, self._report = database, report
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._sent: Callable[[], None] = lambda: None
        self._done: Counter[str] = Counter()

    def write(self, kind: str, rows: list[dict[str, Any]], total: int) -> None:
        """Hand a batch on, once the one before is written."""
        self._sent()
        statement = queries[f"write_{kind.lower()}"]
        running = self._thread.submit(statement, rows, database=self._database)

        def written() -> None:
            running.result()
            self._done[kind] += len(rows)
            self._report(kind, self._done[kind], total)

        self._sent = written

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, error: object, *_: object) -> None:
        with self._thread:
            if error is None:
                self._sent()


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
