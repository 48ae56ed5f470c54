"""Leadership and scope on a day (DOMAIN.md section 3, "Leadership" and "Scope")."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Literal

from tests.reference.chairs import Basis, Chair, documented_chairs, head_of
from tests.reference.host import hosts
from tests.reference.memberships import chaired_jointly, memberships
from tests.reference.seats import chair_seats, presiders, several
from tests.reference.superiors import divisions_of, superiors
from tests.reference.world import Group, Lasting, Leadership, World

Scope = Literal["governments", "all"]
AskedScope = Literal["auto", "governments", "all"]
MEETINGS = ("联席会", "会商会", "座谈会", "协调会", "峰会", "联盟", "市长会议")
NEVER_COLLECTIVE = ("领导小组", "委员会", "指挥部")


def governments(world: World, units: Iterable[str]) -> frozenset[str]:
    """The divisions among the units."""
    return frozenset(uid for uid in units if world.unit(uid).is_division)


def has_collective_form(group: Group) -> bool:
    """Whether the form is a meeting of equals, by its kind or by what is stored."""
    if any(form in group.kind for form in NEVER_COLLECTIVE):
        return False
    meets = any(form in group.kind for form in MEETINGS)
    return group.leadership == "collective" or (group.leadership == "unknown" and meets)


def is_collective(world: World, group: Group, day: date, members: Collection[str]) -> bool:
    """No chair stated, two member governments or more, none commands another."""
    sitting = governments(world, members)
    commanded = any(superiors(world, uid, day) & sitting for uid in sitting)
    of_equals = not commanded and not presided_from_above(world, group, day, sitting)
    return has_collective_form(group) and len(sitting) >= 2 and of_equals


def presided_from_above(world: World, group: Group, day: date, sitting: Collection[str]) -> bool:
    """Whether a unit that presided is the host's or commands a member government."""
    hosting = hosts(world, group, day)
    return any(
        divisions_of(world, unit, day) & hosting
        or any(unit in superiors(world, member, day) for member in sitting)
        for unit in presiders(world, group, day)
    )


def leadership(world: World, group: Group, day: date, members: Collection[str]) -> Leadership:
    """How the group is led on the day."""
    seats = chair_seats(world, group, day)
    if group.leadership == "rotating" or any(seat.rotating for seat in seats):
        return "rotating"
    if several(seats) or group.leadership == "co_chairs":
        return "co_chairs"
    if seats or group.leadership == "single":
        return "single"
    return "collective" if is_collective(world, group, day, members) else "unknown"


def chairs(
    world: World, group: Group, day: date, basis: Basis, members: Collection[str]
) -> list[Chair]:
    """Those who chair; in rotation and collective form each member government's head too."""
    named = documented_chairs(world, group, day, basis)
    if leadership(world, group, day, members) not in ("rotating", "collective"):
        return named
    return [*named, *(head_of(world, uid) for uid in sorted(governments(world, members)))]


def turning_days(world: World, day: date) -> set[date]:
    """The day itself and every earlier day on which something began or ended."""
    lasting: list[Lasting] = [*world.units, *world.ties, *world.tenures, *world.seats]
    turns = {turn for thing in lasting for turn in (thing.valid_from, thing.valid_to)}
    return {turn for turn in turns if turn < day} | {day}


def is_intergovernmental(world: World, group: Group, day: date) -> bool:
    """Whether the group has, or had by the day, two member governments at once.

    Who is host, and whether the chair is shared, is read on the day of the question, for the
    earlier days too.
    """
    hosting, jointly = hosts(world, group, day), chaired_jointly(world, group, day)
    return any(
        len(governments(world, memberships(world, group, then, hosting, jointly))) >= 2
        for then in turning_days(world, day)
    )


def effective_scope(world: World, group: Group, day: date, asked: AskedScope) -> Scope:
    """What the group is judged over: its governments, or all its members."""
    if asked != "auto":
        return asked
    return "governments" if is_intergovernmental(world, group, day) else "all"
