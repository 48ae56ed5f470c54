"""The tables `seats` and `members` as entries: who sits, with which post of which unit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from graph.core.dates import end_bound, start_bound
from graph.core.words import NOTHING, Words
from graph.offices.bodies import Body, Setting
from graph.offices.divisions import Division
from graph.offices.grammar import read_offices
from loaders.form.seat_days import SeatDay, before_its_end
from loaders.form.source_kinds import shown_by, tells_founding
from loaders.tables.read.raw import Row
from loaders.tables.schema import MEMBERS, SEATS, Table
from loaders.tables.understand.book import Book, Group
from loaders.tables.understand.holding import Holding
from loaders.tables.understand.people import People
from loaders.tables.understand.seat import Seat
from loaders.tables.understand.tree import Entry
from loaders.tables.understand.units import is_township
from loaders.tables.vocabulary import CONFIDENCES, ROLES

EXECUTIVE = "executive_deputy"
PRESIDER = "presider"
FORMER = "原: the post is a former one"


@dataclass
class Seats:
    """Reads seats and adds them to their groups; `chairs` are the governments that groups are chaired by."""

    book: Book
    people: People
    holding: Holding
    chairs: dict[str, Division] = field(default_factory=dict)

    def read(self) -> list[Seat]:
        """The seats of both tables, group by group: its chairs first, since the others depend on theirs."""
        rows = [
            (row, table) for table in (SEATS, MEMBERS) for row in self.book.raw.rows(table.name)
        ]
        groups = defaultdict(list)
        for number, (row, _) in enumerate(rows):
            chair = ROLES.read(row.text("role")) == "chair"
            groups[row.text("group")].append((not chair, number))
        found = {n: self._seat(*rows[n]) for group in groups.values() for _, n in sorted(group)}
        return [seat for _, seat in sorted(found.items()) if seat is not None]

    def enter(self, seat: Seat) -> None:
        """Add a seat to its group, and the posts held beside it to the tenures."""
        entry, row = self.entry(seat), seat.rows[0]
        self.hold_beside(seat)
        if seat.person is not None and seat.post is not None:
            self.holding.check_in_post(seat.person, seat.post.title, entry, row)
        steps = ("groups", self.book.groups[seat.group].position)
        self.book.tree.below(steps, "seats", entry, row, {"post": "title", "note": "notes"})

    def entry(self, seat: Seat) -> Entry:
        """The seat as the form holds it; its post and unit are entered."""
        self.book.use(seat.unit, seat.ids)
        return {
            "role": seat.role, "post": self.holding.post(seat.post, seat.ids) if seat.post else None,
            "unit": seat.unit.ref if seat.unit else None,
            "person": seat.person.uid if seat.person else None, "title": seat.title,
            "executive": seat.executive or None, "presided": seat.presided or None,
            "from": seat.start, "to": seat.end, "source": self.book.source_uids(seat.ids),
            "confidence": seat.confidence, "note": seat.note,
        }  # fmt: skip

    def hold_beside(self, seat: Seat) -> None:
        """Enter the other posts of a person's title."""
        for post in seat.beside:
            self.holding.hold_beside(post, seat)

    def _seat(self, row: Row, table: Table) -> Seat | None:
        group, role = self.book.group(row), self._role(row, table)
        if not (row.text("title") or row.text("unit") or row.text("person")):
            text = Words(
                "The seat needs a title, a unit or a person.", "席位须有职务、单位或任职者。"
            )
            text = (
                Words("The member has no unit (单位).", "该成员没有写明单位。")
                if table is MEMBERS
                else text
            )
            self.book.problems.add(row.at("unit" if table is MEMBERS else None), text)
            return None
        person, ids = self.people.find(row), self.book.source_ids(row)
        seat = Seat(
            [row], role or "", role == EXECUTIVE, person, ids, self.book.reader.date(row, "from"),
            self.book.reader.date(row, "to"), self.book.confidence(row, table, ids),
            row.text("notes"),
        )  # fmt: skip
        if group is None or role is None or not self._understand(seat, row, self._on(group, seat)):
            return None
        if role == EXECUTIVE:
            seat.role = "deputy_chair"
        if role == PRESIDER:
            seat.role, seat.presided = "member", True
        if role == "chair" and seat.government is not None:
            self.chairs.setdefault(seat.group, seat.government)
        self.people.born_before(person, seat.start, row.at("from"))
        self._tell_certainty(row)
        return seat

    def _role(self, row: Row, table: Table) -> str | None:
        if table is MEMBERS and not row.text("role"):
            return "member"
        if not row.text("role"):
            text = Words(
                "The seat has no role (角色): chair 组长, member 成员 ...",
                "该席位没有角色：组长（chair）、成员（member）等。",
            )
            self.book.problems.add(row.at("role"), text)
        return self.book.reader.word(row, table, "role")

    def _on(self, group: Group, seat: Seat) -> Setting:
        """Give the seat the start that its sources show; the setting of its group on its day."""
        shown = seat.start or before_its_end(seat.end, self._shown(group, seat))
        ends = shown and seat.end and end_bound(seat.end).day <= start_bound(shown).day
        seat.start = seat.start if ends else shown
        day = SeatDay.of((seat.start,), group.start, (seat.end, group.end))
        return replace(group.setting, day=day.day, until=day.until)

    def _shown(self, group: Group, seat: Seat) -> str | None:
        """The group's start where its founding act names the seat, else the day of the seat's source.

        Where the founding is known only by a day that the seat's source speaks of, by that day.
        """
        sources = [self.book.sources[one] for one in seat.ids]
        acts = [self.book.sources[one] for one in seat.ids if one in group.founding]
        start = group.start
        by = acts and start and start.startswith("[..")
        if start and (by or any(tells_founding(one.kind, one.date, start) for one in acts)):
            return start
        return shown_by((one.kind, one.date) for one in sources)

    def _understand(self, seat: Seat, row: Row, setting: Setting) -> bool:
        """Read unit and title of a seat; False where a fault is noted."""
        unit, lost = row.text("unit"), is_township(row.text("unit"))
        own = self.book.units.find(unit, setting, row.at("unit")) if unit and not lost else None
        if unit and own is None and not lost:
            return False
        seat.title = shown_title(row, own)
        if lost:
            text = Words(
                f"{unit!r} is a township, which no table holds; the seat is kept by name.",
                f"“{unit}”是乡级区划，区划表中没有；席位只保留名称。",
            )
            self.book.reader.doubt(row.at("unit"), text)
        elif not row.text("title"):
            self._list(seat, row, own)
        elif is_former(row):
            seat.tell(FORMER)
        else:
            self._hold(seat, row, own, setting)
        return True

    def _list(self, seat: Seat, row: Row, own: Body | None) -> None:
        """A seat without a title: the unit itself, or a name whose post is not known."""
        self.book.use(own, seat.ids)
        if own is None:
            text = Words(
                "The seat has a name only; its post is not known.", "席位只有姓名，职务不明。"
            )
            self.book.reader.doubt(row.at("person"), text)
        elif seat.person is None:
            seat.unit = own
        else:
            text = Words(
                f"Which post {seat.person.name} has in {own.name} is not told;"
                " the seat is kept by name.",
                f"未载明{seat.person.name}在{own.name}任何职务；席位只保留名称。",
            )
            self.book.reader.doubt(row.at("title"), text)

    def _hold(self, seat: Seat, row: Row, own: Body | None, setting: Setting) -> None:
        """A seat with a title: the post that sits, the others as tenures beside it."""
        read = self.book.titles.read(row, own, setting)
        if read is None:
            return
        if read.why is not None:
            seat.tell(f"not understood: {read.why.en}")
        posts = [post for post in read.posts if not post.former]
        seat.sit(posts, self.chair(seat))
        for post in posts:
            self.people.meet(seat.person, post.body.ref, row.at("person"))

    def chair(self, seat: Seat) -> Division | None:
        """The government that chairs the seat's group; None for a chair's own seat."""
        return None if seat.role == "chair" else self.chairs.get(seat.group)

    def _tell_certainty(self, row: Row) -> None:
        if CONFIDENCES.read(row.text("certainty")) == "low":
            line = (
                Words(
                    f" (line {row.text('line')} of the notice)", f"（通知第 {row.text('line')} 行）"
                )
                if row.text("line")
                else NOTHING
            )
            told = (row.text(column) for column in ("person", "title", "unit"))
            text = Words(
                f"{' '.join(filter(None, told))}{line.en}: the draft is not certain of this seat.",
                f"{' '.join(filter(None, told))}{line.zh}：草稿对该席位没有把握。",
            )
            self.book.reader.doubt(row.at(), text)


def is_former(row: Row) -> bool:
    """Whether the title names former posts only: 原副市长."""
    offices = read_offices(row.text("title")) or ()
    return bool(offices) and all(office.former for office in offices)


def shown_title(row: Row, own: Body | None) -> str | None:
    """The title as published, after the body beside it where the title does not name that."""
    unit, title = row.text("unit"), row.text("title")
    if not title:
        return unit or None
    named = own.name if own is not None and unit[:1].isdigit() else unit
    return f"{named} {title}" if named and named not in title else title
