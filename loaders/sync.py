"""Write what changed: compare records with the graph by digest, then add, change and remove.

A dataset owns what it wrote. A second run with the same records writes nothing; a run that
died half-way is simply run again. A node that another dataset owns already is referred to and left as it is;
so are the ties of a body or post to the bodies above. What another dataset refers to is not removed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.errors import InputError
from graph.model import Label, Node, Tie, TieType

BATCH = 5000
"""Rows a transaction."""

STALE_SHARE = 0.05
"""Above this share of a dataset a removal is refused unless forced."""

Report = Callable[[str, int, int], None]
"""Progress: what is written, rows done, rows in all."""

T = TypeVar("T")


@dataclass(frozen=True)
class Records:
    """What a loader made of its files."""

    dataset: str
    nodes: Sequence[Node] = ()
    ties: Sequence[Tie] = ()


@dataclass(frozen=True)
class Changes:
    """What a run adds, changes and removes; `removed` holds element ids by kind."""

    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()
    stale_nodes: tuple[str, ...] = ()
    stale_ties: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    """uids of nodes that another dataset owns with other content: they stay as they are."""

    @property
    def total(self) -> int:
        """How many nodes and ties differ."""
        return self.added.total() + self.changed.total() + self.removed.total()


def sum_of(runs: Iterable[Changes]) -> Changes:
    """The counts of several runs together."""
    added: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    left: list[str] = []
    for run in runs:
        added += run.added
        changed += run.changed
        removed += run.removed
        left += run.left
    return Changes(added, changed, removed, left=tuple(left))


def compare(database: Database, records: Records) -> Changes:
    """The difference between records and graph, by digest; reads only."""
    stored_nodes = {(r.label, r.uid): r for r in queries.stored_nodes(database=database)}
    ties = queries.stored_ties(records.dataset, database=database)
    stored_ties = {(r.type, r.key): r for r in ties}
    nodes = [n for n in records.nodes if _owned(records, stored_nodes.get((n.label, n.uid)))]
    new_nodes = {(str(n.label), n.uid): n for n in nodes}
    others = _ties_of_others(database, records)
    new_ties = {
        (stored_type(t), t.key): t
        for t in records.ties if (str(t.type), t.key) not in others
    }  # fmt: skip
    old_nodes = {k: r for k, r in stored_nodes.items() if r.dataset == records.dataset}
    added: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    to_write = [
        element
        for new, old in ((new_nodes, old_nodes), (new_ties, stored_ties))
        for element in _differing(new, old, added, changed)
    ]
    stale_nodes = {k: r.id for k, r in old_nodes.items() if k not in new_nodes}
    stale_ties = {k: r.id for k, r in stored_ties.items() if k not in new_ties}
    if stale_nodes or stale_ties:
        needed = _needed(database, records.dataset)
        stale_nodes = {k: id for k, id in stale_nodes.items() if k not in needed}
        stale_ties = {k: id for k, id in stale_ties.items() if not _of_needed(k, needed)}
    return Changes(
        added,
        changed,
        Counter(kind for kind, _ in [*stale_nodes, *stale_ties]),
        tuple(e for e in to_write if isinstance(e, Node)),
        tuple(e for e in to_write if isinstance(e, Tie)),
        tuple(stale_nodes.values()),
        tuple(stale_ties.values()),
        tuple(n.uid for n in records.nodes if _differs(records, n, stored_nodes)),
    )


def sync(
    database: Database, records: Records, *, force: bool = False, report: Report | None = None
) -> Changes:
    """Bring the graph to the records; answers what was done.

    Raises InputError, before anything is written, when more than 5 % of the dataset would vanish.
    """
    changes = compare(database, records)
    _guard(records, changes, force)
    write_all(database, Records(records.dataset, changes.nodes, changes.ties), report)
    for batch in batches(changes.stale_ties, BATCH):
        queries.remove_ties(batch, database=database)
    for batch in batches(changes.stale_nodes, BATCH):
        queries.remove_nodes(batch, database=database)
    return changes


def write_all(database: Database, records: Records, report: Report | None = None) -> None:
    """Write records without comparing, nodes first, a kind at a time."""
    tell = report or (lambda what, done, total: None)
    for label in Label:
        _write(database, records, [n for n in records.nodes if n.label is label], str(label), tell)
    for kind in TieType:
        _write(database, records, [t for t in records.ties if t.type is kind], str(kind), tell)


def _differing(
    new: Mapping[tuple[str, str], Node | Tie],
    old: Mapping[tuple[str, str], Row],
    added: Counter[str],
    changed: Counter[str],
) -> Iterator[Node | Tie]:
    for key, element in new.items():
        before = old.get(key)
        if before is None:
            added[key[0]] += 1
        elif before.digest != element.digest:
            changed[key[0]] += 1
        else:
            continue
        yield element


SHARED = (TieType.IN, TieType.DEPARTMENT_OF, TieType.LED_BY, TieType.GUIDED_BY)
"""Ties of a body or post that every dataset which names it would write the same."""


def _ties_of_others(database: Database, records: Records) -> set[tuple[str, str]]:
    if not any(tie.type in SHARED for tie in records.ties):
        return set()
    rows = queries.shared_ties(records.dataset, database=database)
    return {(row.type, row.key) for row in rows}


def _needed(database: Database, dataset: str) -> set[tuple[str, str]]:
    """Nodes of a dataset, by label and uid, that ties of other datasets lead to."""
    return {(r.label, r.uid) for r in queries.needed_nodes(dataset, database=database)}


def _of_needed(tie: tuple[str, str], needed: set[tuple[str, str]]) -> bool:
    """Whether a shared tie, by type and key, begins at a node that others need."""
    start = tie[1].split("|")[0]
    shared = tie[0] in {str(kind) for kind in SHARED}
    return shared and (("Post", start) in needed or ("Unit", start) in needed)


def _differs(records: Records, node: Node, stored: Mapping[tuple[str, str], Row]) -> bool:
    known = stored.get((str(node.label), node.uid))
    return known is not None and not _owned(records, known) and known.digest != node.digest


def _owned(records: Records, stored: Row | None) -> bool:
    return stored is None or stored.dataset == records.dataset


def stored_type(tie: Tie) -> str:
    """The relationship type in the graph."""
    return "SUCCEEDED_BY" if tie.type is TieType.GROUP_SUCCEEDED_BY else str(tie.type)


def _guard(records: Records, changes: Changes, force: bool) -> None:
    gone = len(changes.stale_nodes) + len(changes.stale_ties)
    kept = len(records.nodes) + len(records.ties) - changes.added.total()
    if not force and gone > STALE_SHARE * (gone + kept):
        raise InputError(
            f"{gone} of {gone + kept} nodes and ties of the dataset {records.dataset!r} would be"
            " removed. Nothing was written. Look with --dry-run, then load with --force."
        )


def _write(
    database: Database,
    records: Records,
    elements: Sequence[Node | Tie],
    kind: str,
    tell: Report,
) -> None:
    done = 0
    statement = queries[f"write_{kind.lower()}"]
    for batch in batches(elements, BATCH):
        statement([e.row(records.dataset) for e in batch], database=database)
        done += len(batch)
        tell(kind, done, len(elements))


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most `size` items, in order."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
