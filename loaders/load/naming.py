"""Which nodes a load would touch, by name, and how: what a dry run tells before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.catalogue import queries
from graph.connection import Database
from graph.connection.write import batches
from graph.core.dates import is_bound
from graph.core.model import TIES, Label, Node, TieType
from loaders.write.apply import BATCH, Changes
from loaders.write.records import key_of

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
SIGNS = {ADDED: "+", CHANGED: "~", REMOVED: "−"}
"""How a change is shown in short."""
_OF_THE_WRITER = frozenset({"uid", "dataset", "digest"})
_ENDS = {
    str(kind).removeprefix("GROUP_"): kind for kind in TieType if kind is not TieType.SUCCEEDED_BY
}
"""The ties of each type in the graph; of SUCCEEDED_BY those of groups, the only ones asked for."""


@dataclass(frozen=True)
class PropertyChange:
    """A property of a node: what is stored and what would be; None where it is unknown."""

    property: str
    before: Any
    after: Any


@dataclass(frozen=True)
class TieChange:
    """A tie of a group (领导小组): its type, and the node at its other end."""

    change: str
    type: str
    other: str
    name: str


@dataclass(frozen=True)
class Touched:
    """A node that a load adds, changes or removes; a group also where only its ties change."""

    change: str
    kind: str
    uid: str
    name: str
    properties: tuple[PropertyChange, ...] = ()
    ties: tuple[TieChange, ...] = ()


def in_short(change: PropertyChange | TieChange) -> str:
    """A change as a line: rank: 7 → 8, or + MEMBER_OF 济南市."""
    if isinstance(change, TieChange):
        return f"{SIGNS[change.change]} {change.type} {change.name}"
    return f"{change.property}: {_shown(change.before)} → {_shown(change.after)}"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "-" if value is None else str(value)


class _Known:
    """Nodes as they are stored, those that are asked for, and as the load would write them."""

    def __init__(self, database: Database, changes: Changes, uids: Iterable[str]) -> None:
        self.new = {key_of(node): node for node in changes.nodes}
        self.stored = {
            (str(row.label), str(row.uid)): row.properties
            for batch in batches(dict.fromkeys(uids), BATCH)
            for row in queries.as_stored(batch, database=database)
        }
        named = [(uid, self.name((kind, uid))) for kind, uid in (*self.stored, *self.new)]
        self._names = dict(named)

    def name(self, key: tuple[str, str]) -> str:
        """Name or title, of what would be written where there is something; else the uid."""
        node = self.new.get(key)
        properties: Mapping[str, Any] = node.properties if node else self.stored.get(key, {})
        return str(properties.get("name") or properties.get("title") or key[1])

    def named(self, uid: str) -> str:
        """Return the name of a uid, whatever its label."""
        return self._names.get(uid, uid)


def touched(database: Database, changes: Changes) -> list[Touched]:
    """Return every node that a dry run found to differ, groups first; what changes, of those that change.

    Reads from the graph only what is stored of these nodes, and the names at the other ends of the ties
    of groups.
    """
    ties = list(_ties_of_groups(changes))
    uids = [uid for kind, uid in (*changes.altered, *changes.stale) if kind in set(Label)]
    known = _Known(
        database, changes, (*uids, *(uid for group, tie in ties for uid in (group, tie.other)))
    )
    of_group: dict[str, list[TieChange]] = defaultdict(list)
    for group, tie in ties:
        if ("Group", group) in known.stored:
            of_group[group].append(tie)
    touched_nodes = [*_written(changes, known), *_removed(changes, known)]
    there = {one.uid for one in touched_nodes if one.kind == "Group"}
    touched_nodes += [
        Touched(CHANGED, "Group", uid, known.name(("Group", uid)))
        for uid in of_group
        if uid not in there
    ]
    whole = [_with_ties(one, of_group.get(one.uid, ()), known) for one in touched_nodes]
    return sorted(whole, key=lambda one: (one.kind != "Group", one.kind, one.change, one.uid))


def _written(changes: Changes, known: _Known) -> Iterator[Touched]:
    for key, node in known.new.items():
        if key in changes.altered:
            properties = tuple(_differences(known.stored.get(key, {}), node))
            yield Touched(CHANGED, *key, known.name(key), properties)
        else:
            yield Touched(ADDED, *key, known.name(key))


def _removed(changes: Changes, known: _Known) -> Iterator[Touched]:
    labels = set(map(str, Label))
    for key in changes.stale:
        if key[0] in labels:
            yield Touched(REMOVED, *key, known.name(key))


def _differences(stored: Mapping[str, Any], node: Node) -> Iterator[PropertyChange]:
    after = {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in node.properties.items() if not (value is None or is_bound(value))
    }  # fmt: skip
    for name in sorted((stored.keys() | after.keys()) - _OF_THE_WRITER):
        if stored.get(name) != after.get(name):
            yield PropertyChange(name, stored.get(name), after.get(name))


def _with_ties(one: Touched, ties: Iterable[TieChange], known: _Known) -> Touched:
    if one.kind != "Group" or one.change != CHANGED:
        return one
    named = tuple(TieChange(t.change, t.type, t.other, known.named(t.other)) for t in ties)
    return Touched(one.change, one.kind, one.uid, one.name, one.properties, named)


def _ties_of_groups(changes: Changes) -> Iterator[tuple[str, TieChange]]:
    """uid of what may be a group, and a tie of it that differs, its other end without a name yet."""
    for tie in changes.ties:
        kind, key = key_of(tie)
        change = CHANGED if (kind, key) in changes.altered else ADDED
        yield from _of_group(change, kind, tie.start, tie.end)
    for kind, key in changes.stale:
        if kind in _ENDS:
            start, end = key.split("|")[:2]
            yield from _of_group(REMOVED, kind, start, end)


def _of_group(change: str, kind: str, start: str, end: str) -> Iterator[tuple[str, TieChange]]:
    ends = TIES[_ENDS[kind]]
    if Label.GROUP in ends.start:
        yield start, TieChange(change, kind, end, end)
    if ends.end is Label.GROUP:
        yield end, TieChange(change, kind, start, start)
