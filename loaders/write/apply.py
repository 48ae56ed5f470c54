"""Write what changed: compare records with the graph by digest, then add, change and remove.

A dataset owns what it wrote. A second run with the same records writes nothing; a run that
died half-way is simply run again. A node that another dataset owns already is referred to and left as it is;
so are the ties of a body or post to the bodies above. What another dataset refers to is not removed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from graph.catalogue import queries
from graph.connection import Database
from graph.connection.pause_gc import pause_gc
from graph.connection.write import batches
from graph.core.errors import InputError
from graph.core.marks import unmarked
from graph.core.model import Node, Tie
from graph.core.words import Words
from graph.server.jars import silent
from graph.server.store import refuse_full_disk
from loaders.write.compare import Changes, compare, sum_of
from loaders.write.records import Records, key_of, kind_of, stored_type, tally
from loaders.write.writer import Report, Writer

__all__ = [
    "BATCH",
    "STALE_SHARE",
    "Changes",
    "Records",
    "Report",
    "batches_by_kind",
    "compare",
    "sum_of",
    "sync",
    "write_all",
]

BATCH = 1000
"""Rows a transaction. The server has all of one in memory until it is written: 5,000 outgrew the part of
its heap for young objects, and a first load took a quarter longer (bench/first_load.py)."""

DISK_BYTES = 1_500
"""Disk that a node or tie may take, in the store and its log; measured with the shipped data: 730."""

SPARE_BYTES = 32 << 20
"""Disk to be free beyond that: a server without any stops."""

STALE_SHARE = 0.05
"""Above this share of a dataset a removal is refused unless forced."""


def sync(
    database: Database,
    records: Records,
    *,
    force: bool = False,
    report: Report | None = None,
    token: str | None = None,
) -> Changes:
    """Bring the graph to the records; answers what was done.

    In an empty graph there is nothing to compare with: they are written as they come, none held.
    `token`: of the load that this is part of (loaders.write.door); without one, LoadRuns while a load runs.
    Raises InputError, before anything is written, when more than 5 % of the dataset would vanish.
    """
    if any(not row.stored for row in queries.anything_stored(token=token, database=database)):
        return Changes(added=write_all(database, records, report, fresh=True, token=token))
    changes = compare(database, records)
    _guard(records, changes, force)
    write_all(database, Records(records.dataset, changes.nodes, changes.ties), report, token=token)
    for batch in batches(changes.stale_ties, BATCH):
        queries.remove_ties(batch, token=token, database=database)
    for batch in batches(changes.stale_nodes, BATCH):
        queries.remove_nodes(batch, token=token, database=database)
    return changes


def write_all(
    database: Database,
    records: Records,
    report: Report | None = None,
    *,
    fresh: bool = False,
    token: str | None = None,
) -> Counter[str]:
    """Write records without comparing, nodes first, in batches of one kind.

    `fresh` says that nothing of it is in the graph: the server need not look for each. Answers how many
    there are by kind, those with the same key counted once: of them the last stays.
    """
    tallies = [(elements, *tally(elements)) for elements in (records.nodes, records.ties)]
    _refuse_full_disk(database, records, sum(totals.total() for _, totals, _ in tallies))
    written: Counter[str] = Counter()
    with pause_gc(), Writer(database, report or silent, token) as writer:
        for elements, totals, twice in tallies:
            doubtful: set[tuple[str, str]] = set()
            for kind, batch in batches_by_kind(elements, totals):
                keys = map(key_of, batch) if twice else ()
                again = [key for key in keys if hash(key) in twice]
                rows = [e.row(records.dataset) for e in batch]
                writer.write(kind, rows, totals[kind], fresh=fresh and not again)
                written[stored_type(batch[0])] += len(batch) - len(again)
                doubtful.update(again)
            writer.wait()
            written.update(kind for kind, _ in doubtful)
    return written


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


def _refuse_full_disk(database: Database, records: Records, count: int) -> None:
    """Raise InputError where so many elements of these may fill the disk of the private server.

    It names the dataset: others of the same command may be in the graph already.
    """
    if database.lock is not None:
        name = unmarked(records.dataset)
        what = Words(f"The load of {name!r}", f"载入“{name}”")
        refuse_full_disk(database.lock.parent, DISK_BYTES * count + SPARE_BYTES, what)


def _guard(records: Records, changes: Changes, force: bool) -> None:
    gone = len(changes.stale_nodes) + len(changes.stale_ties)
    held = sum(1 for elements in (records.nodes, records.ties) for _ in elements)
    kept = held - changes.added.total()
    if not force and gone > STALE_SHARE * (gone + kept):
        raise InputError(
            Words(
                f"{gone} of {gone + kept} nodes and ties of the dataset "
                f"{unmarked(records.dataset)!r} would be"
                " removed. Nothing was written. Look with --dry-run, then load with --force.",
                f"数据集“{unmarked(records.dataset)}”的 {gone + kept} 个节点和关系中有 {gone} "
                "个会被删除。未写入任何内容。请先用 --dry-run 查看，再用 --force 载入。",
            )
        )
