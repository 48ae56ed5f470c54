"""The entries of group files, each with its place, as the form finds them valid or faulty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from loaders.files.problems import Place
from loaders.files.yaml import Step, YamlFile
from loaders.form.claims import ClaimEntry
from loaders.form.schema import (
    AdditionEntry,
    DocumentEntry,
    EventEntry,
    GapEntry,
    GroupEntry,
    NoteEntry,
    PersonEntry,
    PostEntry,
    SeatEntry,
    SourceEntry,
    TenureEntry,
    UnitEntry,
)

T = TypeVar("T", bound=BaseModel)
H = TypeVar("H", GroupEntry, AdditionEntry)


@dataclass(frozen=True)
class Over:
    """A value that an overlay gives a field, and the value before it, as files write them."""

    place: Place
    before: object
    after: object


@dataclass(frozen=True)
class Located(Generic[T]):
    """A valid entry and where it stands; `over` are the fields that overlays give it."""

    entry: T
    file: YamlFile
    steps: tuple[Step, ...]
    over: Mapping[str, Over] = field(default_factory=dict)

    def at(self, *more: Step) -> Place:
        """Place of the entry or of a field in it: in the overlay, where one gives the field."""
        name = str(more[0]) if more else next(iter(self.over), "")
        return self.over[name].place if name in self.over else self.file.at(*self.steps, *more)


@dataclass(frozen=True)
class Faulty:
    """An entry that the form refuses: what it refers to is checked all the same."""

    row: Any
    file: YamlFile
    steps: tuple[Step, ...]


@dataclass
class Parts(Generic[H]):
    """The own fields of a group or addition, and its lists as far as they are valid.

    `witnesses` are sources that additions name for events alone.
    """

    head: Located[H]
    seats: list[Located[SeatEntry]] = field(default_factory=list)
    events: list[Located[EventEntry]] = field(default_factory=list)
    claims: list[Located[ClaimEntry]] = field(default_factory=list)
    notes: list[Located[NoteEntry]] = field(default_factory=list)
    witnesses: list[str] = field(default_factory=list)


GroupParts = Parts[GroupEntry]


def join(group: GroupParts, more: Parts[AdditionEntry]) -> None:
    """Take into a group what another file adds: sources, founding acts, successors, its lists.

    What is added says nothing of the group's start and end; events alone say nothing of its name either.
    """
    head, told = group.head.entry, more.head.entry
    both = {
        name: tuple(dict.fromkeys((*getattr(head, name), *getattr(told, name))))
        for name in ("source", "established_by", "succeeded_by")
    }
    both |= {name: getattr(head, name) or head.source for name in ("from_source", "to_source")}
    beside = more.seats or more.claims or more.notes or told.established_by or told.succeeded_by
    if more.events and not beside:
        group.witnesses += [uid for uid in told.source if uid not in head.source]
    group.head = replace(group.head, entry=head.model_copy(update=both))
    group.seats += more.seats
    group.events += more.events
    group.claims += more.claims
    group.notes += more.notes


def declared_in(tree: Mapping[str, Any]) -> Iterator[str]:
    """The uids and source ids that the sections of a file declare, valid or not."""
    for section in tree.values():
        if isinstance(section, Mapping):
            yield from map(str, section)
        for row in section if isinstance(section, list) else ():
            if isinstance(row, Mapping) and "uid" in row:
                yield str(row["uid"])


@dataclass
class Entries:
    """All valid entries of all files; `declared` are all uids and source ids, valid or not.

    `doubts` are what a reader of tables could not be sure of: no faults.
    """

    sources: list[tuple[str, Located[SourceEntry]]] = field(default_factory=list)
    units: list[Located[UnitEntry]] = field(default_factory=list)
    persons: list[Located[PersonEntry]] = field(default_factory=list)
    posts: list[Located[PostEntry]] = field(default_factory=list)
    tenures: list[Located[TenureEntry]] = field(default_factory=list)
    gaps: list[Located[GapEntry]] = field(default_factory=list)
    documents: list[Located[DocumentEntry]] = field(default_factory=list)
    groups: list[GroupParts] = field(default_factory=list)
    faulty: list[Faulty] = field(default_factory=list)
    declared: set[str] = field(default_factory=set)
    doubts: list[str] = field(default_factory=list)

    def lists(self) -> Iterator[list[Any]]:
        """The lists of entries that stand by themselves, and the seats of each group."""
        yield from (self.units, self.persons, self.posts, self.tenures, self.gaps, self.documents)
        yield from (parts.seats for parts in self.groups)

    def located(self) -> Iterator[Located[Any]]:
        """Every entry but events and notes."""
        for rows in self.lists():
            yield from rows
        yield from (parts.head for parts in self.groups)
        yield from (row for _, row in self.sources)

    def put(self, old: Located[Any], new: Located[Any]) -> None:
        """Put an entry in the place of another."""
        for rows in self.lists():
            rows[:] = [new if row is old else row for row in rows]
        for parts in self.groups:
            parts.head = new if parts.head is old else parts.head
        self.sources[:] = [(uid, new if row is old else row) for uid, row in self.sources]

    def copy(self) -> Entries:
        """The same entries in lists of their own."""
        held = {name: value.copy() for name, value in vars(self).items()}
        held["groups"] = [replace(parts, seats=parts.seats.copy()) for parts in self.groups]
        return Entries(**held)
