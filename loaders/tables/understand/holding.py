"""Posts that rows give to persons: the table `tenures`, posts beside a seat, and whether both agree."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from graph.core.dates import Precision, end_bound, known_by, start_bound
from graph.core.words import Words
from graph.offices.bodies import Setting
from graph.offices.post import Post
from loaders.tables.read.raw import Row
from loaders.tables.schema import TENURES
from loaders.tables.understand.book import Book, first_day
from loaders.tables.understand.people import People, Person
from loaders.tables.understand.seat import Seat
from loaders.tables.understand.titles import plain
from loaders.tables.understand.tree import Entry


@dataclass
class Holding:
    """Posts and tenures of one file; `beside` are tenures read off the titles of seats."""

    book: Book
    people: People
    beside: dict[tuple[str, str], tuple[Entry, Row]] = field(default_factory=dict)
    stated: dict[tuple[str, str], list[Entry]] = field(default_factory=lambda: defaultdict(list))

    def read(self) -> None:
        """Enter the table `tenures`."""
        for row in self.book.raw.rows("tenures"):
            self._tenure(row)

    def enter_beside(self) -> None:
        """Enter the tenures that the titles of seats show and no row states."""
        for entry, row in self.beside.values():
            self.book.tree.add("tenures", entry, row, {"post": "title"})

    def post(self, post: Post, ids: list[str]) -> str:
        """uid of a post; one that the table `posts` overrides is the file's own."""
        self.book.use(post.body, ids)
        over = self.book.titles.stated.get((post.body.ref, post.title))
        if over is None:
            return self.book.posts.uid(post)
        uid = f"post:{plain(post.title)}@{self.book.name}"
        if uid not in self.book.posts.entries:
            entry = {
                "uid": uid, "title": post.title, "unit": post.body.ref, "mode": str(post.mode),
                "branch": post.branch, "rank": post.rank, "rank_basis": post.rank_basis,
            }  # fmt: skip
            self.book.posts.entries[uid] = {k: v for k, v in entry.items() if v is not None}
        return uid

    def hold_beside(self, post: Post, seat: Seat) -> None:
        """Another post that the title of a seat names: its person holds it by the seat's start.

        Several seats that show it make one tenure, by the earliest start, with the main source of each.
        """
        assert seat.person is not None
        pair = (seat.person.uid, self.post(post, seat.ids))
        if pair in self.stated:
            return
        fresh: Entry = {
            "person": pair[0], "post": pair[1], "from": None, "source": [],
            "confidence": seat.confidence,
        }  # fmt: skip
        entry, _ = self.beside.setdefault(pair, (fresh, seat.rows[0]))
        starts = [start for start in (entry["from"], seat.start and known_by(seat.start)) if start]
        first = min(starts, key=lambda start: start_bound(start).day, default=None)
        entry["from"] = first
        shown = (*entry["source"], *self.book.source_uids(seat.ids[:1]))
        entry["source"] = list(dict.fromkeys(shown))

    def check_in_post(self, person: Person, title: str, seat: Entry, row: Row) -> None:
        """A doubt where tenures of the seat's post are stated and none holds on the seat's day."""
        tenures = self.stated.get((person.uid, seat["post"]), ())
        if not seat["from"] or not tenures:
            return
        day = start_bound(seat["from"]).day
        if not any(_holds(tenure, day) for tenure in tenures):
            spans = Words.joined(map(_span, tenures), " and ")
            text = Words(
                f"{person.name} sits as {title} on {day}, but the tenures give that post from {spans.en}.",
                f"{person.name}于 {day} 以{title}身份入席，而所载任期为 {spans.zh}。",
            )
            self.book.reader.doubt(row.at("from"), text)

    def _tenure(self, row: Row) -> None:
        person = self.people.find(row)
        if not row.text("person"):
            self.book.problems.add(
                row.at("person"), Words("The tenure names no person.", "该任期没有写明任职者。")
            )
        start, end = self.book.reader.date(row, "from"), self.book.reader.date(row, "to")
        ids = self.book.source_ids(row)
        setting = Setting(first_day(start) or self._shown_on(ids), None, "central")
        unit = row.text("unit")
        own = self.book.units.find(unit, setting, row.at("unit")) if unit else None
        if not row.text("title"):
            self.book.problems.add(
                row.at("title"),
                Words("The tenure has no title (职务).", "该任期没有职务名称（职务）。"),
            )
            return
        read = self.book.titles.read(row, own, setting)
        if person is None or read is None:
            return
        if not read.posts:
            text = Words(
                "A tenure needs a post: give the body in the column unit, or the table posts a row.",
                "任期须有职务：请在“单位”列写出所在机构，或在“职务”表中补一行。",
            )
            self.book.problems.add(row.at("title"), text)
        self.people.born_before(person, start, row.at("from"))
        for post in read.posts:
            self._hold(person, post, row, ids, start, end)

    def _hold(
        self, person: Person, post: Post, row: Row, ids: list[str], start: str | None,
        end: str | None,
    ) -> None:  # fmt: skip
        self.people.meet(person, post.body.ref, row.at("person"))
        entry: Entry = {
            "person": person.uid, "post": self.post(post, ids), "from": start, "to": end,
            "source": self.book.source_uids(ids),
            "confidence": self.book.confidence(row, TENURES, ids),
        }  # fmt: skip
        self.stated[person.uid, entry["post"]].append(entry)
        self.book.tree.add("tenures", entry, row, {"post": "title"})

    def _shown_on(self, ids: list[str]) -> dt.date | None:
        dates = (self.book.sources[one].date for one in ids)
        return first_day(next((date for date in dates if date), None))


def _holds(tenure: Entry, day: dt.date) -> bool:
    start, end = start_bound(tenure["from"]), end_bound(tenure["to"])
    begun = start.day <= day or start.precision is Precision.BY
    return begun and day < end.day


def _span(tenure: Entry) -> Words:
    start, end = tenure["from"] or "?", tenure["to"] or "?"
    return Words(f"{start} to {end}", f"{start} 至 {end}")
