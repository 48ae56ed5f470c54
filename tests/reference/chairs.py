"""Who chairs on a day, with what rank and what commands, under each basis.

DOMAIN.md section 3, "Command", "Gap" (the basis concerns the chair only) and "Leadership".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tests.reference.seats import chair_seats
from tests.reference.world import Branch, Group, Post, Seat, World, on

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


def holder(world: World, seat: Seat, day: date) -> str | None:
    """The person named while that person has the post, else the one known holder of a head's post."""
    held = {t.person for t in world.tenures if t.post == seat.post and on(t, day)}
    if seat.person in held:
        return seat.person
    heads = seat.post is not None and world.post(seat.post).mode in ("HEAD", "DEPT_HEAD")
    return held.pop() if heads and len(held) == 1 else None


def posts_counted(world: World, seat: Seat, day: date, basis: Basis) -> list[Post]:
    """The chairing post and, on the person basis, every other post of its holder."""
    person = holder(world, seat, day) if basis == "person" else None
    others = {t.post for t in world.tenures if t.person == person and on(t, day)}
    return [post for post in world.posts if post.uid == seat.post or post.uid in others]


def chair_of(world: World, seat: Seat, day: date, basis: Basis) -> Chair:
    """The chair in a seat; a unit in the chair is its head."""
    if seat.post is None:
        assert seat.unit is not None, "a chair needs a post or a unit"
        return head_of(world, seat.unit)
    posts = posts_counted(world, seat, day, basis)
    own_unit = world.unit(world.post(seat.post).unit)
    return Chair(
        post=seat.post,
        rank=own_unit.rank if basis == "unit" else highest(post.rank for post in posts),
        commands=frozenset(Command(p.unit, p.branch) for p in posts if p.mode in COMMANDING),
    )


def documented_chairs(world: World, group: Group, day: date, basis: Basis) -> list[Chair]:
    """Every chair that a source names, once."""
    named = (chair_of(world, seat, day, basis) for seat in chair_seats(world, group, day))
    return list(dict.fromkeys(named))
