"""The seats of a group on a day, and which of them are the host's own.

DOMAIN.md section 1 ("Time": an undated group is computed over all its seats) and section 3, "Host".
"""

from collections.abc import Collection
from datetime import date

from tests.reference.superiors import general_offices
from tests.reference.world import Group, Seat, World, on


def unit_of(world: World, seat: Seat) -> str | None:
    """The unit a seat belongs to: the one listed, else the one its post is IN."""
    if seat.unit is not None:
        return seat.unit
    return None if seat.post is None else world.post(seat.post).unit


def taken_on(world: World, group: Group, seat: Seat, day: date) -> bool:
    """Whether the seat counts on the day; a seat never outlives its unit."""
    unit = unit_of(world, seat)
    alive = unit is None or on(world.unit(unit), day)
    return alive and (group.undated or on(seat, day))


def seats_on(world: World, group: Group, day: date) -> list[Seat]:
    """All seats of the group on the day, whatever their role."""
    mine = (seat for seat in world.seats if seat.group == group.uid)
    return [seat for seat in mine if taken_on(world, group, seat, day)]


def presiders(world: World, group: Group, day: date) -> frozenset[str]:
    """The units of those who presided over a session (主持), which is no chair."""
    units = (unit_of(world, s) for s in seats_on(world, group, day) if s.presided)
    return frozenset(unit for unit in units if unit is not None)


def chair_seats(world: World, group: Group, day: date) -> list[Seat]:
    """The chairs named by a source with a post or a unit; a bare name is no known chair.

    An undated group has none.
    """
    return [] if group.undated else seats_of_chairs(world, group, day)


def seats_of_chairs(world: World, group: Group, day: date) -> list[Seat]:
    """The seats in the chair that name a post or a unit, also of an undated group."""
    seats = (seat for seat in seats_on(world, group, day) if seat.role == "chair")
    return [seat for seat in seats if unit_of(world, seat) is not None]


def several(seats: list[Seat]) -> bool:
    """Whether the seats are of more than one post or unit."""
    return len({(seat.post, seat.unit) for seat in seats}) > 1


def own_units(world: World, hosts: Collection[str], day: date) -> frozenset[str]:
    """The hosts with their general offices: the places the host's own officials sit in."""
    return frozenset(hosts).union(*(general_offices(world, host, day) for host in hosts))


def all_own(world: World, group: Group, hosts: Collection[str], day: date) -> bool:
    """Whether there are seats and each is a post of the host's own officials.

    A listing of the government itself is a membership and no seat of an official.
    """
    seats, own = seats_on(world, group, day), own_units(world, hosts, day)
    return bool(seats) and all(seat.unit is None and unit_of(world, seat) in own for seat in seats)
