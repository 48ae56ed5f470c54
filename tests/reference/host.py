"""The host: the division in whose house the group sits (DOMAIN.md section 3, "Host").

A host's officials make it no member, and a host is a division that commands every other member:
each is defined by the other, so the reading repeats until nothing changes.
"""

from collections.abc import Iterator
from datetime import date

from tests.reference.chairs import documented_chairs
from tests.reference.memberships import memberships
from tests.reference.seats import all_own, own_units, presiders
from tests.reference.superiors import divisions_of, superiors
from tests.reference.world import Group, World, on


def named_units(world: World, group: Group, day: date) -> Iterator[str]:
    """Issuers, place, who presided, and the units of the chair's commanding posts."""
    yield from group.issuers
    if group.place is not None:
        yield group.place
    yield from presiders(world, group, day)
    for chair in documented_chairs(world, group, day, "person"):
        yield from (command.unit for command in chair.commands)


def named_divisions(world: World, group: Group, day: date) -> frozenset[str]:
    """The divisions of the units that are named."""
    return frozenset(
        division
        for unit in named_units(world, group, day)
        for division in divisions_of(world, unit, day)
    )


def candidates(world: World, group: Group, day: date) -> frozenset[str]:
    """The divisions that may be host, alive on the day: those named, and the centre."""
    centre = {unit.uid for unit in world.units if unit.labels == "Country"}
    divisions = named_divisions(world, group, day) | centre
    return frozenset(uid for uid in divisions if on(world.unit(uid), day))


def is_host(world: World, group: Group, day: date, division: str, hosts: frozenset[str]) -> bool:
    """Whether the division properly commands every other member government.

    Without other member governments: a member agency, or nobody else sits, or every seat is its
    own. General offices do not count.
    """
    hosting = hosts | {division}
    offices = own_units(world, hosting, day) - hosting
    others = set(memberships(world, group, day, hosting)) - {division} - offices
    below = {uid for uid in others if division in superiors(world, uid, day)}
    governments = {uid for uid in others if world.unit(uid).is_division}
    if governments:
        return governments <= below
    agencies = {uid for uid in below if not world.unit(uid).general_office}
    return bool(agencies) or (
        in_its_own_body(world, group, day, division, others)
        or all_own(world, group, {division}, day)
    )


def in_its_own_body(world: World, group: Group, day: date, division: str, others: set[str]) -> bool:
    """Whether the division, or its general office, sits below the chair, and it runs the group.

    It does too where nobody else sits.
    """
    own = own_units(world, {division}, day)
    sits = not own.isdisjoint(memberships(world, group, day, frozenset()))
    return sits and (division == group.place or not others)


def run_by(world: World, group: Group, day: date) -> frozenset[str]:
    """The hosts that are named: not the centre for standing above everybody."""
    return hosts(world, group, day) & named_divisions(world, group, day)


def hosts(world: World, group: Group, day: date) -> frozenset[str]:
    """All hosts of the group on the day."""
    possible = candidates(world, group, day)
    found: frozenset[str] = frozenset()
    for _ in range(len(possible) + 2):
        again = frozenset(d for d in possible if is_host(world, group, day, d, found))
        if again == found:
            return found
        found = again
    raise AssertionError(f"{group.uid}: hosts do not settle on {day}: {sorted(found)}")
