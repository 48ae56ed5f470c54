"""Seats of gathered entries turned into seats of the form: post or unit, person, tenures beside the seat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph.core.dates import end_bound, start_bound
from graph.offices.grammar import read_offices
from loaders.form.schema import SourceEntry
from loaders.form.seat_days import SeatDay
from loaders.form.source_kinds import confidence
from loaders.gathered.days import group_end, group_start, seat_start
from loaders.gathered.form import GatheredGroup, GatheredSeat
from loaders.units.agencies import NotThen
from loaders.units.bodies import Bodies, Body, Setting, Unresolved, on_first_day
from loaders.units.divisions import CENTRE, Division
from loaders.units.post import Post, seat_of
from loaders.units.titles import NotUnderstood, Titles

ROLES = {"executive_deputy": "deputy_chair"}
HONORARY = ("名誉", "honorary")
"""An honorary chair (名誉主任) leads nothing: the seat is kept as an observer's, the note says what it is."""


@dataclass
class Seat:
    """A seat before merging; `problem` says why neither post nor unit is known, `origin` where it stands."""

    role: str
    person: str | None
    title: str | None
    post: Post | None
    unit: Body | None
    beside: tuple[Post, ...]
    executive: bool
    start: str | None
    end: str | None
    sources: list[str]
    confidence: str
    note: str | None
    origin: list[tuple[str, str, int]]
    problem: str | None = None
    understood: bool = True
    former: bool = False
    person_body: str = ""
    rotating: bool = False
    as_of: str | None = None
    named_with: list[str] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """A name without a title: what stands beside it is the place, no post."""
        known = self.post or self.unit or self.problem or self.former
        return bool(self.person) and not known

    @property
    def key(self) -> tuple[str, ...]:
        """What two statements must share to be of one seat, dates apart."""
        held = self.post.title + self.post.body.ref if self.post else ""
        unit = self.unit.ref if self.unit else ""
        plain = "" if held or unit or self.bare else (self.title or "")
        return (self.role, self.person or "", held, unit, plain)


@dataclass(frozen=True)
class Seats:
    """Turns seats of one gathered file into seats of the form."""

    bodies: Bodies
    titles: Titles
    sources: Mapping[str, SourceEntry]

    def of(self, group: GatheredGroup, file: str) -> list[Seat]:
        """The seats of an entry in their order, chairs read first: a member's seat depends on theirs."""
        first = [s for s in group.seats if s.role == "chair"]
        chair = next((d for s in first if (d := self._government(s, group))), None)
        return [
            self._seat(seat, group, None if seat.role == "chair" else chair, (file, group.id, number))
            for number, seat in enumerate(group.seats)
        ]  # fmt: skip

    def _government(self, seat: GatheredSeat, group: GatheredGroup) -> Division | None:
        """The division that a chair's seat is in, None for an agency's or an unknown one."""
        found = self._seat(seat, group, None, ("", "", 0))
        return found.post.division if found.post else found.unit.division if found.unit else None

    def setting(self, seat: GatheredSeat | None, group: GatheredGroup) -> Setting:
        """The setting of a seat, or of the group itself."""
        start = seat_start(seat, group, dict(self.sources)) if seat else None
        text = start or (group.in_force.from_ if group.in_force else None)
        day = start_bound(text).day if text else None
        place = None
        if group.place:
            place = self.bodies.places.coded(group.place.code, group.place.name, day)
            place = place or self.bodies.places.named(group.place.name, day, group.place.code)
        return Setting(day, place, group.level)

    def _seat(
        self, seat: GatheredSeat, group: GatheredGroup, chair: Division | None,
        origin: tuple[str, str, int],
    ) -> Seat:  # fmt: skip
        start, end = self._dates(seat, group)
        found = Seat(
            _role(seat), seat.person, _title(seat), None, None, (),
            seat.role == "executive_deputy", start, end, list(seat.source),
            confidence(self.sources[uid].kind for uid in seat.source) or "low", seat.note, [origin],
        )  # fmt: skip
        day = SeatDay.of((start,), group_start(group.in_force), (end, group_end(group.ended)))
        setting = replace(self.setting(seat, group), until=day.until)
        self._hold(found, seat, chair, setting)
        return found

    def _dates(self, seat: GatheredSeat, group: GatheredGroup) -> tuple[str | None, str | None]:
        """Start and end as the form takes them: what the group's own end forbids is left unknown."""
        start = seat_start(seat, group, dict(self.sources))
        end = seat.to
        if start and end and end_bound(end).day <= start_bound(start).day:
            start = None
        return start, end

    def _hold(
        self, found: Seat, seat: GatheredSeat, chair: Division | None, setting: Setting
    ) -> None:
        """Fill in post or unit; what is not known stays so, with the reason."""
        beside = setting.place.ref if setting.place else CENTRE
        found.person_body = beside
        try:
            on_first_day(lambda then: self._read(found, seat, chair, then), setting)
        except NotUnderstood as reason:
            found.problem, found.understood = str(reason), False
        except (Unresolved, NotThen) as reason:
            found.problem = str(reason)

    def _read(
        self, found: Seat, seat: GatheredSeat, chair: Division | None, setting: Setting
    ) -> None:
        beside = (seat.code, seat.agency_of or seat.within)
        if seat.unit:
            found.unit = self.bodies.find(seat.unit, setting, *beside)
            return
        offices = read_offices(seat.title) if seat.title else ()
        if offices and all(office.former for office in offices):
            found.former = True
            found.note = "; ".join(filter(None, (found.note, "原: the post is a former one")))
            return
        own = self.bodies.find(seat.of, setting, *beside) if seat.of else None
        if own and own.agency and seat.of:
            own.agency.names.add(seat.of)
        if seat.title is None:
            found.person_body = own.ref if own else found.person_body
            return
        posts = self._posts(seat.title, own, setting)
        found.named_with = [post.body.ref for post in posts]
        self._sit(found, [post for post in posts if not post.former], chair)

    def _posts(self, title: str, own: Body | None, setting: Setting) -> tuple[Post, ...]:
        """The posts of a title; a body that it names and nobody knows makes the title not understood."""
        try:
            return self.titles.read(title, own, setting)
        except Unresolved as reason:
            if own is None or "township" not in str(reason):
                raise NotUnderstood(str(reason)) from None
            raise

    def _sit(self, found: Seat, posts: list[Post], chair: Division | None) -> None:
        if not posts:
            return
        held = seat_of(tuple(posts), chair)
        if held.stands_for_unit:
            found.unit = held.body
        else:
            found.post = held
        if found.person:
            found.beside = tuple(
                post for post in posts if post is not held and not post.stands_for_unit
            )


def _role(seat: GatheredSeat) -> str:
    if any(word in (seat.note or "") for word in HONORARY):
        return "observer"
    return ROLES.get(seat.role, seat.role)


def _title(seat: GatheredSeat) -> str | None:
    """The title as published, after the body beside it where the title does not name that."""
    if seat.unit or seat.title is None:
        return seat.unit or seat.of
    return f"{seat.of} {seat.title}" if seat.of and seat.of not in seat.title else seat.title
