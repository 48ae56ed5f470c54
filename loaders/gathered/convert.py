"""Gathered files to the form that users fill in: units, posts, persons, groups, each fact with its source.

    converted = convert(read_gathered([Path("a.yaml")]))

What a rule does not cover is kept as published and listed; groups that the project holds already get an
addition, not a second entry.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.core.dates import known_by, start_bound
from loaders.form.schema import SourceEntry
from loaders.gathered.apart import set_apart, taken
from loaders.gathered.founding import Documents
from loaders.gathered.group_written import GroupWriter
from loaders.gathered.merge import Draft, drafts, name_key
from loaders.gathered.people import People
from loaders.gathered.reader import Gathered
from loaders.gathered.renamed import renamed
from loaders.gathered.seats import Seat, Seats
from loaders.gathered.shipped import Shipped, shipped
from loaders.tables.convert import with_uppers
from loaders.units.agencies import Agencies, Agency
from loaders.units.bodies import Bodies
from loaders.units.central import central_sources
from loaders.units.divisions import shipped_places
from loaders.units.post import Post
from loaders.units.posts_written import Posts
from loaders.units.titles import Titles

Entry = dict[str, object]


@dataclass
class Converted:
    """The sections of the form, groups by level, and what a report tells."""

    sources: dict[str, Entry] = field(default_factory=dict)
    units: list[Entry] = field(default_factory=list)
    persons: list[Entry] = field(default_factory=list)
    posts: list[Entry] = field(default_factory=list)
    tenures: list[Entry] = field(default_factory=list)
    documents: list[Entry] = field(default_factory=list)
    groups: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    additions: list[Entry] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    files: list[Gathered] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def convert(
    files: Sequence[Gathered], same: Mapping[str, str] | None = None, *, apart: str | None = None
) -> Converted:
    """Convert files that were read together; `same` names by hand the group that an entry is of.

    `apart`: the name of files of one's own, which add nothing to shipped groups and stand beside them.
    """
    return _Converter(list(files), dict(same or {}), apart).run()


@dataclass
class _Converter:
    files: list[Gathered]
    same: dict[str, str]
    apart: str | None = None
    out: Converted = field(default_factory=Converted)
    posts: Posts = field(default_factory=Posts)
    people: People = field(default_factory=People)
    used: dict[str, Agency] = field(default_factory=dict)
    agencies: Agencies = field(default_factory=lambda: Agencies(shipped_places()))

    def run(self) -> Converted:
        """Read seats, join entries, name persons, write sections."""
        base = shipped()
        known = dict(base.entries.sources)
        before = {uid: row.entry for uid, row in known.items()}
        if self.apart:
            before |= taken().sources
        self.files = [renamed(file, before) for file in self.files]
        sources: dict[str, SourceEntry] = {}
        for file in self.files:
            sources |= file.sources
        self.agencies.enter_shipped(row.entry for row in base.entries.units)
        self.posts.enter_shipped(row.entry for row in base.entries.posts)
        bodies = Bodies(shipped_places(), self.agencies)
        seats = Seats(bodies, Titles(bodies), sources)
        found = drafts(
            ((f.name, group, seats.of(group, f.name)) for f in self.files for group in f.groups),
            self._same(base),
        )
        for draft in found:
            self._settle_shipped(draft, base)
        self.out.drafts, self.out.files = found, self.files
        self._write(found, base, seats, sources)
        self.out.sources = {uid: _source(row) for uid, row in sources.items() if uid not in known}
        self.out.sources |= central_sources(self.out.units, known)
        if self.apart:
            self._set_apart(self.apart)
        return self.out

    def _set_apart(self, name: str) -> None:
        """Rename what core or dataset hold otherwise; their sources stand as they have them."""
        sections = {
            "units": self.out.units, "persons": self.out.persons, "posts": self.out.posts,
            "documents": self.out.documents, "tenures": self.out.tenures,
        }  # fmt: skip
        groups = [group for level in self.out.groups.values() for group in level]
        levels = [level for level, rows in self.out.groups.items() for _ in rows]
        told = set_apart(sections | {"groups": groups}, name)
        self.out.groups = defaultdict(list)
        for level, group in zip(levels, groups, strict=True):
            self.out.groups[level].append(group)
        shared = {uid: row for uid, row in taken().sources.items() if uid in self.out.sources}
        self.out.sources |= {uid: _source(row) for uid, row in (told | shared).items()}

    def _same(self, base: Shipped) -> dict[str, str]:
        """By hand, and every entry that bears the name of a shipped group."""
        if self.apart:
            return self.same
        shipped_names = {name: parts.head.entry.uid for name, parts in base.groups.items()}
        named = {
            group.id: shipped_names[name_key(group.name)]
            for file in self.files for group in file.groups
            if name_key(group.name) in shipped_names
        }  # fmt: skip
        return named | self.same

    def _settle_shipped(self, draft: Draft, base: Shipped) -> None:
        known = {parts.head.entry.uid for parts in base.groups.values()} if not self.apart else ()
        draft.shipped = draft.shipped if draft.shipped in known else None

    def _write(
        self, found: list[Draft], base: Shipped, seats: Seats, sources: Mapping[str, SourceEntry]
    ) -> None:
        uids = {draft.key[0]: draft.uid for draft in found}
        taken = frozenset(row.entry.uid for row in base.entries.documents)
        documents = Documents(seats.bodies, uids, taken)
        self._meet(found, base)
        persons = self.people.uids()
        writer = GroupWriter(found, base, seats, self.posts, persons, documents, self.used)
        for draft in found:
            entry = writer.write(draft)
            if entry is None:
                continue
            if draft.shipped:
                self.out.additions.append(entry)
            else:
                self.out.groups[draft.main.level].append(entry)
        self.out.tenures = self._tenures(found, base, persons)
        self.used |= documents.agencies | self.posts.agencies
        self.out.documents = list(documents.entries.values())
        self.out.posts = list(self.posts.entries.values())
        self.out.units = self._units(found, documents)
        self.out.persons = self._persons(found, persons, base)

    def _meet(self, found: list[Draft], base: Shipped) -> None:
        """Tell persons apart: shipped ones first, then every statement."""
        bodies = base.bodies_of_people
        for row in base.entries.persons:
            refs = [_plain(ref) for ref in bodies.get(row.entry.uid, ())]
            self.people.enter_shipped(row.entry.uid, row.entry.name, refs)
        for draft in found:
            held = self._held(draft, base)
            for seat in draft.seats:
                if not seat.person:
                    continue
                refs = [_plain(ref) for ref in seat.named_with] or [_plain(seat.person_body)]
                known = held.get(seat.person)
                if known:
                    self.people.enter_shipped(known, seat.person, refs)
                self.people.meet(seat.person, refs)
                seat.person_body = refs[0]

    def _held(self, draft: Draft, base: Shipped) -> dict[str, str]:
        """Persons of a shipped group by name: in the same group one name is one person."""
        parts = base.groups.get(draft.key[0]) if draft.shipped else None
        if parts is None:
            return {}
        names = {row.entry.uid: row.entry.name for row in base.entries.persons}
        uids = [seat.entry.person for seat in parts.seats if seat.entry.person]
        once = Counter(names[uid] for uid in set(uids))
        return {names[uid]: uid for uid in uids if once[names[uid]] == 1}

    def _tenures(
        self, found: list[Draft], base: Shipped, persons: Mapping[tuple[str, str], str]
    ) -> list[Entry]:
        """The other posts of compound titles, one entry a person and post."""
        stated = {(row.entry.person, row.entry.post) for row in base.entries.tenures}
        entries: dict[tuple[str, str], Entry] = {}
        for seat in (seat for draft in found for seat in draft.seats):
            for post in seat.beside:
                person = persons[seat.person or "", seat.person_body]
                pair = (person, self.posts.uid(post))
                if pair not in stated and seat.role != "dropped":
                    _add_tenure(entries, pair, seat, post)
        return list(entries.values())

    def _units(self, found: list[Draft], documents: Documents) -> list[Entry]:
        """The agencies that anything refers to, with the sources that name them."""
        for draft in found:
            for seat in draft.seats:
                for body in [seat.unit, *(p.body for p in (seat.post, *seat.beside) if p)]:
                    if body and body.agency:
                        body.agency.sources |= dict.fromkeys(seat.sources)
        for entry in documents.entries.values():
            for ref in _texts(entry["issuers"]):
                if ref in documents.agencies:
                    documents.agencies[ref].sources |= dict.fromkeys(_texts(entry["source"]))
        wanted = dict(self.used)
        uppers = {agency.uid: agency for agency in self.agencies.found.values()}
        for agency in list(wanted.values()):
            with_uppers(agency, wanted, uppers)
        return [a.entry() for a in wanted.values() if not a.shipped]

    def _persons(
        self, found: list[Draft], persons: Mapping[tuple[str, str], str], base: Shipped
    ) -> list[Entry]:
        shipped_uids = {row.entry.uid for row in base.entries.persons}
        named: dict[str, str] = {}
        for seat in (seat for draft in found for seat in draft.seats if seat.person):
            named.setdefault(persons[seat.person or "", seat.person_body], seat.person or "")
        return [{"uid": u, "name": n} for u, n in named.items() if u not in shipped_uids]


def _add_tenure(
    entries: dict[tuple[str, str], Entry], pair: tuple[str, str], seat: Seat, post: Post
) -> None:
    start = known_by(seat.start) if seat.start else None
    known = entries.get(pair)
    if known is None:
        found = {
            "person": pair[0], "post": pair[1], "from": start, "source": list(seat.sources),
            "confidence": seat.confidence,
        }  # fmt: skip
        entries[pair] = {key: value for key, value in found.items() if value is not None}
        return
    known["source"] = list(dict.fromkeys((*_texts(known["source"]), *seat.sources)))
    starts = [str(text) for text in (known.get("from"), start) if text]
    if starts:
        known["from"] = min(starts, key=lambda text: start_bound(text).day)


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(text) for text in value]


def _source(row: SourceEntry) -> Entry:
    found = {
        "title": row.title, "url": row.url, "kind": row.kind, "date": row.date,
        "licence": row.licence or "facts only",
    }  # fmt: skip
    return {key: value for key, value in found.items() if value is not None or key == "url"}


def _plain(ref: str) -> str:
    """A reference without the name beside a code."""
    return ref if ref.startswith("agency:") else ref.partition(":")[0]
