"""Who chairs on a day, with what rank and what commands, under each basis.

DOMAIN.md section 3, "Command", "Gap" (the basis concerns the chair only) and "Leadership", and section 9,
"Who holds a post" and "A seat".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tests.reference.seats import chair_seats
from tests.reference.terms import FIRST_TERM, is_central, seats_at_the_centre
from tests.reference.world import BEGIN, Branch, Group, Post, Seat, World, on

Basis = Literal["person", "seat", "unit"]
COMMANDING = ("HEAD", "DEPUTY_HEAD", "DEPT_HEAD")


@dataclass(frozen=True)
class Command:
    """A commanding post: the unit it is IN and the branch it speaks for."""

    unit: str
    branch: Branch | None


@dataclass(frozen=True)
class Chair:
    """One chair; `post` is null for the derived head of a unit."""

    post: str | None
    rank: int | None
    commands: frozenset[Command]


NOBODY = Chair(post=None, rank=None, commands=frozenset())


def highest(ranks: Iterable[int | None]) -> int | None:
    """The highest known rank; null if none is known."""
    return max((rank for rank in ranks if rank is not None), default=None)


def head_of(world: World, unit: str) -> Chair:
    """The head of a unit, derived: the unit's rank, the unit's command, holder unknown."""
    its = world.unit(unit)
    return Chair(post=None, rank=its.rank, commands=frozenset({Command(unit, its.branch)}))


def sitters(world: World, seat: Seat) -> set[str]:
    """Who may sit there: the person named, else whoever has the post, where one has it at a time."""
    if seat.person is not None:
        return {seat.person}
    alone = seat.post is not None and world.post(seat.post).mode in ("HEAD", "DEPT_HEAD")
    return {t.person for t in world.tenures if alone and t.post == seat.post}


def holder(world: World, seat: Seat, day: date) -> str | None:
    """The one who holds the post on the day and is not only last shown in the seat."""
    if seat.held_to is not None and day >= seat.held_to:
        return None
    held = {t.person for t in world.tenures if t.post == seat.post and on(t, day)}
    found = held & sitters(world, seat)
    return found.pop() if len(found) == 1 else None


def last_shown(world: World, seat: Seat, day: date) -> bool:
    """Whether nobody holds it and one person is last shown in the post or, having it, in the seat."""
    over = seat.held_to is not None and day >= seat.held_to
    of_post = [t for t in world.tenures if t.post == seat.post and t.person in sitters(world, seat)]
    held = {t.person for t in of_post if on(t, day)}
    known = {
        t.person for t in of_post if t.valid_from <= day < max(t.valid_to, t.shown_to or BEGIN)
    }
    return (over or not held) and len(known) == 1


def posts_counted(world: World, seat: Seat, day: date, basis: Basis) -> list[Post]:
    """The chairing post and, on the person basis, every other post of its holder."""
    person = holder(world, seat, day) if basis == "person" else None
    others = {t.post for t in world.tenures if t.person == person and on(t, day)}
    return [post for post in world.posts if post.uid == seat.post or post.uid in others]


def sits_by_term(world: World, group: Group, seat: Seat, day: date) -> Post | None:
    """The seat in the Standing Committee by which a known holder chairs a body of the centre."""
    if holder(world, seat, day) is None or not is_central(world, group, day):
        return None
    own = seats_at_the_centre(world, posts_counted(world, seat, day, "person"))
    return next((post for post in own if post.rank == 10), None)


def chair_of(world: World, group: Group, seat: Seat, day: date, basis: Basis) -> Chair:
    """The chair in a seat; a unit in the chair is its head."""
    if seat.post is None:
        assert seat.unit is not None, "a chair needs a post or a unit"
        return head_of(world, seat.unit)
    posts = posts_counted(world, seat, day, basis)
    own_unit = world.unit(world.post(seat.post).unit)
    rank = own_unit.rank if basis == "unit" else highest(post.rank for post in posts)
    commands = frozenset(Command(p.unit, p.branch) for p in posts if p.mode in COMMANDING)
    term = sits_by_term(world, group, seat, day)
    if term is not None:
        rank, commands = 10, commands | {Command(term.unit, term.branch)}
    return Chair(seat.post, rank, commands)


def term_flags(world: World, group: Group, day: date) -> dict[str, bool]:
    """What a reader must know of terms at the centre: of chairs of its bodies whose holder is known."""
    found = is_central(world, group, day) and [
        posts_counted(world, seat, day, "person")
        for seat in chair_seats(world, group, day)
        if holder(world, seat, day) is not None
    ]
    return {
        "politburo_chair": any(is_of_politburo_alone(world, posts) for posts in found or []),
        "rank_not_covered": bool(found) and day < FIRST_TERM,
    }


def is_of_politburo_alone(world: World, posts: list[Post]) -> bool:
    """Whether the posts give a seat in the Politburo only, and no command of the centre."""
    own = seats_at_the_centre(world, posts)
    heads = (p for p in posts if p.mode in COMMANDING)
    commands = any(world.unit(post.unit).labels == "Country" for post in heads)
    return bool(own) and all(post.rank == 9 for post in own) and not commands


def documented_chairs(world: World, group: Group, day: date, basis: Basis) -> list[Chair]:
    """Every chair that a source names, once."""
    named = (chair_of(world, group, seat, day, basis) for seat in chair_seats(world, group, day))
    return list(dict.fromkeys(named))
