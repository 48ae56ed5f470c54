"""How a seat of a gathered entry is understood: what is not known becomes a note and refuses nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from graph.core.dates import Period, known_by, start_bound
from graph.offices.bodies import Body, Setting, on_first_day
from graph.offices.divisions import CENTRE
from graph.offices.errors import NotRead, NotUnderstood, Unresolved
from graph.offices.post import Post
from graph.offices.words import WORKING_GROUP
from loaders.form.seat_days import shared_day
from loaders.quality.careers import Held, plain_ref
from loaders.tables.read.raw import Row
from loaders.tables.understand.seat import Seat
from loaders.tables.understand.seats import FORMER, Seats, is_former, shown_title


@dataclass
class GatheredSeats(Seats):
    """The seats of the tables, leniently read: a body is looked for beside the codes that are printed."""

    def _understand(self, seat: Seat, row: Row, setting: Setting) -> bool:
        seat.title = shown_title(row, None)
        ends = self.book.reader.ids(row, "to_source", self.book.sources, "sources")
        seat.start_ids = self.book.reader.ids(row, "from_source", self.book.sources, "sources")
        seat.end_ids = ends or (list(seat.ids) if seat.end else [])
        if seat.person:
            nowhere = CENTRE if setting.level == "central" else f"group:{seat.group}"
            seat.person.beside = setting.place.ref if setting.place else nowhere
        try:
            on_first_day(partial(self._read, seat, row), setting)
        except NotUnderstood as reason:
            seat.problem, seat.understood = reason.words.en, False
        except NotRead as reason:
            seat.problem = reason.words.en
        return True

    def _read(self, seat: Seat, row: Row, setting: Setting) -> None:
        """Fill in post or unit as of the setting's day."""
        unit, title = row.text("unit"), row.text("title")
        if is_former(row):
            seat.tell(FORMER)
            return
        near = (row.text("code") or None, row.text("unit_of") or None)
        own = self.book.units.bodies.find(unit, setting, *near) if unit else None
        if own and own.agency and (title or seat.person):
            own.agency.names.add(unit)
        if own and not own.agency and seat.person:
            seat.person.beside = own.ref
        if title:
            self._sit(seat, row, self._posts(title, own, setting))
        elif own:
            # Somebody of a government does not make that a member: a leader (市领导) of the host's.
            seat.unit = own if own.agency or not seat.person else None
            if seat.person:
                seat.person.beside = own.ref

    def _sit(self, seat: Seat, row: Row, posts: tuple[Post, ...]) -> None:
        for post in posts:
            self.people.meet(seat.person, post.body.ref, row.at("person"))
        seat.sit([post for post in posts if not post.former], self.chair(seat))

    def _posts(self, title: str, own: Body | None, setting: Setting) -> tuple[Post, ...]:
        """The posts of a title; a body that it names and nobody knows makes the title not understood."""
        try:
            posts = self.book.titles.titles.read(title, own, setting)
            beside = (post for post in posts[1:] if not WORKING_GROUP.search(post.title))
            return (*posts[:1], *beside)
        except Unresolved as reason:
            if own is None or "township" not in reason.words.en:
                raise NotUnderstood(reason.words) from None
            raise


def told_of(seat: Seat, group: str) -> list[Held]:
    """What a seat tells of its person, a body each: its posts, else the body beside the name."""
    assert seat.person is not None
    titles = {plain_ref(post.body.ref): post.title for post in (seat.post, *seat.beside) if post}
    day = start_bound(seat.start).day if seat.start else None
    return [
        Held(body, titles.get(body), day, group, seat.role, frozenset(seat.ids))
        for body in dict.fromkeys(map(plain_ref, seat.person.seen or [seat.person.beside]))
    ]


def share_days(seats: Iterable[Seat]) -> None:
    """Bring the seats that one source dates by one year to one day, on which their bodies are there."""
    dated = defaultdict(list)
    for seat in seats:
        if seat.start and body_of(seat):
            dated[seat.ids[0], seat.start].append(seat)
    for (_, text), alike in dated.items():
        day = shared_day(text, [life_of(body) for body in map(body_of, alike) if body])
        if day != start_bound(text).day:
            for seat in alike:
                seat.start = known_by(day.isoformat())


def body_of(seat: Seat) -> Body | None:
    """The body of a seat, listed itself or by its post."""
    return seat.unit or (seat.post.body if seat.post else None)


def life_of(body: Body) -> Period:
    """When a body is there."""
    return body.agency.period if body.agency else body.division.period
