"""The difference between records and the graph: what is added, changed and removed; reads only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.model import Node, Tie
from loaders.write.records import SHARED, Records, stored_type


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
    altered: frozenset[tuple[str, str]] = frozenset()
    """Kind and uid or key of those of `nodes` and `ties` that are in the graph with other content."""
    stale: tuple[tuple[str, str], ...] = ()
    """Kind and uid or key of what is removed."""

    @property
    def total(self) -> int:
        """How many nodes and ties differ."""
        return self.added.total() + self.changed.total() + self.removed.total()


def sum_of(runs: Iterable[Changes]) -> Changes:
    """Several runs together; what they remove without its element ids."""
    parts = list(runs)
    return Changes(
        sum((run.added for run in parts), Counter()),
        sum((run.changed for run in parts), Counter()),
        sum((run.removed for run in parts), Counter()),
        tuple(node for run in parts for node in run.nodes),
        tuple(tie for run in parts for tie in run.ties),
        left=tuple(uid for run in parts for uid in run.left),
        altered=frozenset().union(*(run.altered for run in parts)),
        stale=tuple(key for run in parts for key in run.stale),
    )


def compare(database: Database, records: Records) -> Changes:
    """Return the difference between records and graph, by digest; reads only."""
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
    altered: set[tuple[str, str]] = set()
    to_write = [
        element
        for new, old in ((new_nodes, old_nodes), (new_ties, stored_ties))
        for element in _differing(new, old, added, altered)
    ]
    stale_nodes = {k: r.id for k, r in old_nodes.items() if k not in new_nodes}
    stale_ties = {k: r.id for k, r in stored_ties.items() if k not in new_ties}
    if stale_nodes or stale_ties:
        # Nodes of the dataset, by label and uid, that ties of other datasets lead to.
        rows = queries.needed_nodes(records.dataset, database=database)
        needed = {(row.label, row.uid) for row in rows}
        stale_nodes = {k: id for k, id in stale_nodes.items() if k not in needed}
        stale_ties = {k: id for k, id in stale_ties.items() if not _of_needed(k, needed)}
    return Changes(
        added,
        Counter(kind for kind, _ in altered),
        Counter(kind for kind, _ in [*stale_nodes, *stale_ties]),
        tuple(e for e in to_write if isinstance(e, Node)),
        tuple(e for e in to_write if isinstance(e, Tie)),
        tuple(stale_nodes.values()),
        tuple(stale_ties.values()),
        tuple(n.uid for n in records.nodes if _differs(records, n, stored_nodes)),
        frozenset(altered),
        (*stale_nodes, *stale_ties),
    )


def _differing(
    new: Mapping[tuple[str, str], Node | Tie],
    old: Mapping[tuple[str, str], Row],
    added: Counter[str],
    altered: set[tuple[str, str]],
) -> Iterator[Node | Tie]:
    for key, element in new.items():
        before = old.get(key)
        if before is None:
            added[key[0]] += 1
        elif before.digest != element.digest:
            altered.add(key)
        else:
            continue
        yield element


def _ties_of_others(database: Database, records: Records) -> set[tuple[str, str]]:
    if not any(tie.type in SHARED for tie in records.ties):
        return set()
    rows = queries.shared_ties(records.dataset, database=database)
    return {(row.type, row.key) for row in rows}


def _of_needed(tie: tuple[str, str], needed: set[tuple[str, str]]) -> bool:
    """Tell whether a shared tie, by type and key, begins at a node that others need."""
    start = tie[1].split("|")[0]
    shared = tie[0] in {str(kind) for kind in SHARED}
    return shared and (("Post", start) in needed or ("Unit", start) in needed)


def _differs(records: Records, node: Node, stored: Mapping[tuple[str, str], Row]) -> bool:
    known = stored.get((str(node.label), node.uid))
    return known is not None and not _owned(records, known) and known.digest != node.digest


def _owned(records: Records, stored: Row | None) -> bool:
    return stored is None or stored.dataset == records.dataset
