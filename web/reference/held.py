"""All that the graph holds, read once: things by uid, and what the seats, posts and sources tie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.catalogue import Row, queries
from graph.connection import Database

LABELS = ("Group", "Person", "Post", "Unit", "Document", "Source")
TIES: Mapping[str, str] = {
    "SITS_IN": "Post", "IN": "Post", "MEMBER_OF": "Unit", "HOLDS": "Person", "SUCCEEDED_BY": "Group",
    "ESTABLISHED_BY": "Group", "SOURCED_FROM": "Group|Document|Unit",
}  # fmt: skip
"""The ties that are read, and the labels at which they start."""

Properties = Mapping[str, Any]


@dataclass(frozen=True)
class Tie:
    """A tie between two uids, with all that it holds."""

    start: str
    end: str
    properties: Properties

    @property
    def sources(self) -> list[str]:
        """The uids of its sources, the main one first."""
        also = self.properties.get("also_sources") or ()
        return list(dict.fromkeys(filter(None, (self.properties.get("source"), *also))))


@dataclass(frozen=True)
class Held:
    """The things of each label by uid, and the ties of each type, both in the order of uids."""

    things: Mapping[str, Mapping[str, Properties]]
    ties: Mapping[str, Sequence[Tie]]

    @cached_property
    def unit_of(self) -> Mapping[str, str]:
        """The unit that a post is in."""
        return {tie.start: tie.end for tie in self.ties["IN"]}

    @cached_property
    def places(self) -> Sequence[str]:
        """The units that have a page: those that sit in, run or chair a group, and every body of the data."""
        units = self.things["Unit"]
        found = {tie.start for tie in self.ties["MEMBER_OF"]} | {*self.unit_of.values()}
        found |= {group["place"] for group in self.things["Group"].values() if group.get("place")}
        return sorted((found & units.keys()) | {uid for uid in units if uid.startswith("agency:")})

    @cached_property
    def founded(self) -> Mapping[str, Sequence[str]]:
        """The groups that a document founds."""
        return _gathered((tie.end, tie.start) for tie in self.ties["ESTABLISHED_BY"])

    @cached_property
    def before(self) -> Mapping[str, Sequence[str]]:
        """The groups that a group took the place of."""
        return _gathered((tie.end, tie.start) for tie in self.ties["SUCCEEDED_BY"])

    @cached_property
    def sources_of(self) -> Mapping[str, Sequence[str]]:
        """The sources of a thing itself."""
        return _gathered((tie.start, tie.end) for tie in self.ties["SOURCED_FROM"])

    @cached_property
    def told(self) -> Mapping[str, Sequence[str]]:
        """The things that a source tells of by themselves: groups, documents, units."""
        return _gathered((tie.end, tie.start) for tie in self.ties["SOURCED_FROM"])

    def of_source(self, kind: str) -> Mapping[str, Sequence[Tie]]:
        """The ties of a type that rest on each source."""
        found: dict[str, list[Tie]] = defaultdict(list)
        for tie in self.ties[kind]:
            for source in tie.sources:
                found[source].append(tie)
        return found

    def name(self, uid: str) -> str:
        """What a thing is called: its name, title or number, else its uid."""
        for held in self.things.values():
            if uid in held:
                own = held[uid]
                return str(own.get("name") or own.get("title") or own.get("number") or uid)
        return uid


def read(database: Database) -> Held:
    """Read the graph."""
    things = {
        label: {row.uid: row.properties for row in queries.export_nodes(label=label, database=database)}
        for label in LABELS
    }  # fmt: skip
    ties = {
        kind: [Tie(row.start, row.end, row.properties) for row in _ties(database, kind, labels)]
        for kind, labels in TIES.items()
    }
    return Held(things, ties)


def _ties(database: Database, kind: str, labels: str) -> Iterator[Row]:
    found = queries.export_ties(type=kind, starts=labels.split("|"), database=database)
    yield from sorted(found, key=lambda row: (row.start, row.end, str(row.properties.get("key"))))


def _gathered(pairs: Iterator[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
