"""A seat (席位) between its rows and its entry: unit and title are read, uids are not given yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.offices.bodies import Body
from graph.offices.divisions import Division
from graph.offices.post import Post, seat_of
from loaders.tables.read.raw import Row
from loaders.tables.understand.people import Person


@dataclass
class Seat:
    """A seat as its rows state it; `ids` are its sources, `beside` other posts that its title names."""

    rows: list[Row]
    role: str
    executive: bool
    person: Person | None
    ids: list[str]
    start: str | None
    end: str | None
    confidence: str | None
    note: str
    title: str | None = None
    post: Post | None = None
    unit: Body | None = None
    beside: tuple[Post, ...] = ()
    presided: bool = False

    @property
    def group(self) -> str:
        """Id of the group whose row names the seat first."""
        return self.rows[0].text("group")

    @property
    def government(self) -> Division | None:
        """The division that the seat is in; None for a post in an agency and for what is not known."""
        if self.post:
            return self.post.division
        return self.unit.division if self.unit else None

    def sit(self, posts: Sequence[Post], chair: Division | None) -> None:
        """Take the post that sits; of a person's title the others are held beside it."""
        if not posts:
            return
        held = seat_of(tuple(posts), chair)
        if held.stands_for_unit:
            self.unit = held.body
        else:
            self.post = held
        if self.person:
            self.beside = tuple(p for p in posts if p is not held and not p.stands_for_unit)

    def tell(self, text: str) -> None:
        """Add to the note."""
        self.note = "; ".join(filter(None, (self.note, text)))


def led(chairs: Sequence[Seat]) -> str:
    """co_chairs where one source names several together; else single, unknown without a chair."""
    pairs = combinations(chairs, 2)
    together = any(set(one.ids) & set(two.ids) and _at_once(one, two) for one, two in pairs)
    return "co_chairs" if together else "single" if chairs else "unknown"


def _at_once(one: Seat, other: Seat) -> bool:
    """Whether both start on one day, or are of two posts and dated by nothing: no holder follows there."""
    if one.start and one.start == other.start:
        return not one.start.startswith("[..") or not (one.end or other.end)
    undated = not any((one.start, one.end, other.start, other.end))
    posts = [seat.post.title for seat in (one, other) if seat.post]
    return undated and len(set(posts)) == 2
