"""Gathered files to the form that users fill in: units, posts, persons, groups, each fact with its source.

    converted = convert(read_gathered([Path("a.yaml")]))

What a rule does not cover is kept as published and listed; groups that the project holds already get an
addition, not a second entry.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from loaders.files.problems import Problems
from loaders.gathered.apart import plain, set_apart, taken
from loaders.gathered.form import Gathered, GatheredGroup
from loaders.gathered.founding import Documents
from loaders.gathered.group_written import GroupWriter
from loaders.gathered.merge import Draft, drafts, name_key
from loaders.gathered.people import People, Verdict
from loaders.quality.careers import Lines
from loaders.quality.decisions import Decision
from loaders.gathered.resourced import renamed
from loaders.gathered.rows import group_id, group_of, raw_file
from loaders.gathered.seats import GatheredSeats, told_of
from loaders.gathered.shipped import shipped
from loaders.tables.convert import enter_holders
from loaders.tables.understand.book import Book
from loaders.tables.understand.holding import Holding
from loaders.tables.understand.origins import read_sources
from loaders.tables.understand.seat import Seat

Entry = dict[str, object]
SECTIONS = ("persons", "units", "posts", "documents", "tenures")


@dataclass
class Converted:
    """The sections of the form, groups by level, and what a report tells."""

    sources: dict[str, Entry] = field(default_factory=dict)
    sections: dict[str, list[Entry]] = field(default_factory=dict)
    groups: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    additions: list[Entry] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    files: list[Gathered] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def convert(
    files: Sequence[Gathered],
    same: Mapping[str, str] | None = None,
    decisions: Sequence[Decision] = (),
    *,
    apart: str | None = None,
) -> Converted:
    """Convert files that were read together; `same` names by hand the group that an entry is of.

    `decisions` say which bearers of a name are one person.
    `apart`: the name of files of one's own, which add nothing to shipped groups and stand beside them.
    """
    return _Converter(list(files), dict(same or {}), decisions, apart).run()


class _Converter:
    """Rows of all entries, understood as tables are; joined; written."""

    def __init__(
        self,
        files: list[Gathered],
        same: dict[str, str],
        decisions: Sequence[Decision],
        apart: str | None,
    ) -> None:
        self.base, self.apart, self.out = shipped(), apart, Converted()
        before = {uid: row.entry for uid, row in self.base.entries.sources}
        if apart:
            before |= taken().sources
        self.out.files = [renamed(file, before) for file in files]
        self.problems = Problems()
        self.book = Book(raw_file(self.out.files), "", self.base.entries, self.problems)
        self.people = People(self.book, decisions=decisions)
        self.holding = Holding(self.book, self.people)
        self.seats = GatheredSeats(self.book, self.people, self.holding)
        self.out.drafts = drafts(self._read(), self._same() | same)

    def run(self) -> Converted:
        """Name persons, write sections."""
        for draft in self.out.drafts:
            known = draft.shipped in self.base.by_uid and not self.apart
            draft.shipped = draft.shipped if known else None
        self._meet()
        self._write()
        self._set_sections()
        self.problems.stop()
        if self.apart:
            self._set_apart(self.apart)
        return self.out

    def _read(self) -> Iterator[tuple[GatheredGroup, list[Seat]]]:
        """Every entry with its seats."""
        read_sources(self.book)
        entries = [(file.name, entry) for file in self.out.files for entry in file.groups]
        places = self.book.units.bodies.places
        for name, entry in entries:
            self.book.groups[group_id(name, entry)] = group_of(entry, places)
        found = defaultdict(list)
        for seat in self.seats.read():
            found[seat.group].append(seat)
        for name, entry in entries:
            yield entry, found[group_id(name, entry)]

    def _set_apart(self, name: str) -> None:
        """Rename what core or dataset hold otherwise; their sources stand as they have them."""
        sections = self.out.sections
        first, *others = (sections[section] for section in SECTIONS)
        told = set_apart([first, *self.out.groups.values(), *others], name)
        shared = {uid: row for uid, row in taken().sources.items() if uid in self.out.sources}
        self.out.sources |= {uid: plain(row) for uid, row in (told | shared).items()}

    def _same(self) -> dict[str, str]:
        """Every entry that bears the name of a shipped group."""
        names = {name: parts.head.entry.uid for name, parts in self.base.groups.items()}
        return {
            group.id: names[name_key(group.name)]
            for file in self.out.files for group in file.groups
            if not self.apart and name_key(group.name) in names
        }  # fmt: skip

    def _write(self) -> None:
        found = self.out.drafts
        for row in self.base.entries.tenures:
            self.holding.stated[row.entry.person, row.entry.post] = []
        documents = Documents(self.book, {draft.key[0]: draft.uid for draft in found})
        writer = GroupWriter(found, self.base, self.seats, documents)
        for draft in found:
            entry = writer.write(draft)
            if entry is not None and draft.shipped:
                self.out.additions.append(entry)
            elif entry is not None:
                self.out.groups[draft.main.level].append(entry)
        self.holding.enter_beside()
        self.book.tree.sections["documents"] = list(documents.entries.values())
        for body, ids in documents.used:
            self.book.use(body, ids)
        self._enter_persons()
        enter_holders(self.book)

    def _set_sections(self) -> None:
        """What the tables made, but for the sources of the project's own files."""
        sections = self.book.tree.sections
        known = dict(self.base.entries.sources)
        self.out.sources = {
            uid: row for uid, row in sections["sources"].items() if uid not in known
        }
        self.out.sections |= {name: sections.get(name, []) for name in SECTIONS}

    def _meet(self) -> None:
        """Tell persons apart: shipped ones first, then every statement."""
        told = self.base.held_by_people
        for row in self.base.entries.persons:
            self.people.enter_shipped(row.entry.uid, row.entry.name, told.get(row.entry.uid, ()))
        for draft in self.out.drafts:
            held = self._held(draft)
            for seat in draft.seats:
                if seat.person:
                    self.people.enter(
                        seat.person, told_of(seat, draft.uid), held.get(seat.person.name)
                    )
        above: dict[str, str | None] = {
            one.uid: one.of for one in self.book.units.bodies.agencies.found.values()
        }
        self.people.settle(Lines(above))
        self.out.verdicts = self.people.verdicts

    def _held(self, draft: Draft) -> dict[str, str]:
        """Persons of a shipped group by name: in the same group one name is one person."""
        parts = self.base.by_uid.get(draft.shipped or "")
        held = {seat.entry.person for seat in parts.seats if seat.entry.person} if parts else set()
        named = [(self.base.names[uid], uid) for uid in held]
        once = Counter(name for name, _ in named)
        return {name: uid for name, uid in named if once[name] == 1}

    def _enter_persons(self) -> None:
        known = {row.entry.uid for row in self.base.entries.persons}
        for seat in (seat for draft in self.out.drafts for seat in draft.seats):
            if seat.person and seat.person.uid not in known:
                known.add(seat.person.uid)
                note = self.people.notes.get(seat.person.uid)
                entry = {"uid": seat.person.uid, "name": seat.person.name, "note": note}
                self.book.tree.add("persons", entry, seat.rows[0], {})
