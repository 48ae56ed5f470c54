"""The tables `seats` and `members` as entries: who sits, with which post of which unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial

from loaders.form.seat_days import SeatDay
from loaders.form.source_kinds import shown_by
from loaders.tables.read.raw import Row
from loaders.tables.schema import MEMBERS, SEATS
from loaders.tables.understand.book import Book, Group
from loaders.tables.understand.holding import Holding
from loaders.tables.understand.people import People, Person
from loaders.tables.understand.titles import plain
from loaders.tables.understand.tree import Entry
from loaders.tables.understand.units import is_township
from loaders.tables.vocabulary import CONFIDENCES, ROLES
from loaders.units.agencies import NotThen
from loaders.units.bodies import Body, Setting, Unresolved, on_first_day
from loaders.units.divisions import Division
from loaders.units.post import Post, seat_of
from loaders.units.titles import NotUnderstood

_FORMER = re.compile(r"^原(?!则)")
EXECUTIVE = "executive_deputy"
FORMER = "原: the post is a former one"


@dataclass
class Seats:
    """Adds seats to their groups."""

    book: Book
    people: People
    holding: Holding
    chairs: dict[str, Division | None] = field(default_factory=dict)

    def read(self) -> None:
        """Both tables; chairs are looked at first, since the seats of others depend on theirs."""
        rows = list(self.book.raw.rows("seats"))
        for row in rows:
            if ROLES.read(row.text("role")) == "chair":
                self._note_chair(row)
        for row in rows:
            self._seat(row)
        for row in self.book.raw.rows("members"):
            self._member(row)

    def _note_chair(self, row: Row) -> None:
        """The government that the first chair of a group is of; faults are told with the seat."""
        group = self.book.groups.get(row.text("group"))
        if group is None or group.uid in self.chairs or not row.text("title"):
            return
        try:
            posts = on_first_day(partial(self._posts, row), _on(group, {}))
        except (NotUnderstood, Unresolved, NotThen):
            return
        self.chairs[group.uid] = seat_of(posts, None).division

    def _posts(self, row: Row, setting: Setting) -> tuple[Post, ...]:
        unit = row.text("unit")
        own = self.book.units.bodies.find(unit, setting) if unit else None
        beside = own or (Body(setting.place) if setting.place else None)
        return self.book.titles.titles.read(plain(row.text("title")), beside, setting)

    def _seat(self, row: Row) -> None:
        group = self.book.group(row)
        role = self.book.reader.word(row, SEATS, "role")
        if not row.text("role"):
            text = "The seat has no role (角色): chair 组长, member 成员 ..."
            self.book.problems.add(row.at("role"), text)
        if not (row.text("title") or row.text("unit") or row.text("person")):
            self.book.problems.add(row.at(), "The seat needs a title, a unit or a person.")
            return
        person = self.people.find(row)
        ids = self.book.source_ids(row)
        entry: Entry = {
            "from": self.book.reader.date(row, "from"), "to": self.book.reader.date(row, "to"),
            "role": "deputy_chair" if role == EXECUTIVE else role,
            "executive": role == EXECUTIVE or None, "person": person.uid if person else None,
            "source": self.book.source_uids(ids),
            "confidence": self.book.confidence(row, SEATS, ids), "note": row.text("notes"),
        }  # fmt: skip
        if group is not None and role is not None:
            self._place(entry, row, group, person, ids)

    def _place(
        self, entry: Entry, row: Row, group: Group, person: Person | None, ids: list[str]
    ) -> None:
        """Resolve unit and title of a seat and add it to its group."""
        entry["from"] = entry["from"] or self._shown(group, ids)
        setting = _on(group, entry)
        unit = row.text("unit")
        lost = is_township(unit)
        own = self.book.units.find(unit, setting, row.at("unit")) if unit and not lost else None
        if unit and own is None and not lost:
            return
        entry["title"] = _shown_title(row, own)
        if lost:
            self._tell_township(row)
        elif not row.text("title"):
            self._list(entry, row, own, person, ids)
        elif _FORMER.match(row.text("title")):
            entry["note"] = _joined(entry["note"], FORMER)
        else:
            self._hold(entry, row, own, group, setting, person, ids)
        self.people.born_before(person, entry["from"], row.at("from"))
        self._tell_certainty(row)
        self._add(group, entry, row)

    def _list(
        self, entry: Entry, row: Row, own: Body | None, person: Person | None, ids: list[str]
    ) -> None:
        """A seat without a title: the unit itself, or a name whose post is not known."""
        self.book.use(own, ids)
        if own is None:
            text = "The seat has a name only; its post is not known."
            self.book.reader.doubt(row.at("person"), text)
        elif person is None:
            entry["unit"] = own.ref
        else:
            text = (
                f"Which post {person.name} has in {own.name} is not told; the seat is kept by name."
            )
            self.book.reader.doubt(row.at("title"), text)

    def _hold(
        self, entry: Entry, row: Row, own: Body | None, group: Group, setting: Setting,
        person: Person | None, ids: list[str],
    ) -> None:  # fmt: skip
        """A seat with a title: the post that sits, the others as tenures beside it."""
        read = self.book.titles.read(row, own, setting)
        if read is None:
            return
        if read.why is not None:
            entry["note"] = _joined(entry["note"], f"not understood: {read.why}")
        posts = [post for post in read.posts if not post.former]
        if not posts:
            return
        chair = None if entry["role"] == "chair" else self.chairs.get(group.uid)
        held = seat_of(tuple(posts), chair)
        if held.stands_for_unit:
            self.book.use(held.body, ids)
            entry["unit"] = held.body.ref
        else:
            entry["post"] = self.holding.post(held, ids)
        if person is not None:
            self._beside(entry, row, held, posts, person, ids)

    def _beside(
        self, entry: Entry, row: Row, held: Post, posts: list[Post], person: Person,
        ids: list[str],
    ) -> None:  # fmt: skip
        for post in posts:
            self.people.meet(person, post.body.ref, row.at("person"))
            if post is not held and not post.stands_for_unit:
                self.holding.hold_beside(person, post, row, entry, ids)
        if "post" in entry:
            self.holding.check_in_post(person, held.title, entry, row)

    def _member(self, row: Row) -> None:
        group = self.book.group(row)
        role = self.book.reader.word(row, MEMBERS, "role") or "member"
        ids = self.book.source_ids(row)
        entry: Entry = {
            "role": role, "title": row.text("unit"), "from": self.book.reader.date(row, "from"),
            "to": self.book.reader.date(row, "to"), "source": self.book.source_uids(ids),
            "confidence": self.book.confidence(row, MEMBERS, ids),
        }  # fmt: skip
        if not row.text("unit"):
            self.book.problems.add(row.at("unit"), "The member has no unit (单位).")
        if group is None or not row.text("unit"):
            return
        entry["from"] = entry["from"] or self._shown(group, ids)
        if is_township(row.text("unit")):
            self._tell_township(row)
            self._add(group, entry, row)
            return
        body = self.book.units.find(row.text("unit"), _on(group, entry), row.at("unit"))
        if body is not None:
            self.book.use(body, ids)
            self._add(group, entry | {"unit": body.ref}, row)

    def _add(self, group: Group, entry: Entry, row: Row) -> None:
        columns = {"post": "title", "note": "notes"}
        self.book.tree.below(("groups", group.position), "seats", entry, row, columns)

    def _shown(self, group: Group, ids: list[str]) -> str | None:
        """Start of a seat without one: the group's where its founding act names it, else its source's day."""
        if set(ids) & group.founding and group.start:
            return group.start
        shown = (self.book.sources[one] for one in ids)
        return shown_by((one.kind, one.date) for one in shown)

    def _tell_township(self, row: Row) -> None:
        text = (
            f"{row.text('unit')!r} is a township, which no table holds; the seat is kept by name."
        )
        self.book.reader.doubt(row.at("unit"), text)

    def _tell_certainty(self, row: Row) -> None:
        if CONFIDENCES.read(row.text("certainty")) == "low":
            line = f" (line {row.text('line')} of the notice)" if row.text("line") else ""
            told = (row.text(column) for column in ("person", "title", "unit"))
            text = f"{' '.join(filter(None, told))}{line}: the draft is not certain of this seat."
            self.book.reader.doubt(row.at(), text)


def _on(group: Group, entry: Entry) -> Setting:
    """The setting of a group on the day of a seat; without an entry of the seat on the group's own."""
    day = SeatDay.of((entry.get("from"),), group.start, (entry.get("to"), group.end))
    return replace(group.setting, day=day.day, until=day.until)


def _shown_title(row: Row, own: Body | None) -> str | None:
    """The title as published, after the body beside it where the title does not name that."""
    unit, title = row.text("unit"), row.text("title")
    if not title:
        return unit or None
    named = own.name if own is not None and unit[:1].isdigit() else unit
    return f"{named} {title}" if named and named not in title else title


def _joined(note: str, text: str) -> str:
    return "; ".join(filter(None, (note, text)))
