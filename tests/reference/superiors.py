"""Command upward: who stands above a unit, whether that is known, the lowest common superior.

DOMAIN.md section 3, "Command", "Relation" (UNKNOWN) and "Lowest common superior".
"""

from collections.abc import Iterable
from datetime import date

from tests.reference.world import TieKind, World, on

COMMAND: frozenset[TieKind] = frozenset({"PART_OF", "DEPARTMENT_OF", "LED_BY"})
OWN_GOVERNMENT: frozenset[TieKind] = frozenset({"DEPARTMENT_OF"})
SYSTEM: frozenset[TieKind] = frozenset({"LED_BY"})


def uppers(
    world: World, unit: str, day: date, kinds: frozenset[TieKind] = COMMAND
) -> frozenset[str]:
    """The units directly above, by ties of those kinds on the day."""
    return frozenset(
        tie.upper for tie in world.ties if tie.lower == unit and tie.kind in kinds and on(tie, day)
    )


def superiors(world: World, unit: str, day: date) -> frozenset[str]:
    """All proper command-ancestors: by PART_OF, DEPARTMENT_OF and LED_BY, never by GUIDED_BY."""
    found: set[str] = set()
    frontier = uppers(world, unit, day)
    while frontier:
        found |= frontier
        frontier = frozenset(u for f in frontier for u in uppers(world, f, day)) - found
    return frozenset(found)


def superiors_known(world: World, unit: str, day: date) -> bool:
    """Whether no chain of command breaks off below the centre."""
    return all(
        world.unit(uid).labels == "Country" or uppers(world, uid, day)
        for uid in superiors(world, unit, day) | {unit}
    )


def divisions_of(world: World, unit: str, day: date) -> frozenset[str]:
    """The division a unit belongs to: itself, or the nearest above an agency."""
    if world.unit(unit).is_division:
        return frozenset({unit})
    above = uppers(world, unit, day)
    return frozenset(d for upper in above for d in divisions_of(world, upper, day))


def general_offices(world: World, unit: str, day: date) -> frozenset[str]:
    """The general offices (办公厅, 办公室) of a government."""
    return frozenset(
        office.uid
        for office in world.units
        if office.general_office and unit in uppers(world, office.uid, day, OWN_GOVERNMENT)
    )


def depth(world: World, unit: str, day: date) -> int | None:
    """Command ties on the longest way up to the centre; None where no way leads there."""
    if world.unit(unit).labels == "Country":
        return 0
    ways = (depth(world, upper, day) for upper in uppers(world, unit, day))
    return max((1 + way for way in ways if way is not None), default=None)


def lowest_common(world: World, units: Iterable[str], day: date) -> frozenset[str] | None:
    """The minimal proper command-ancestors of all the units; null if a chain is broken."""
    members = list(units)
    if not members or not all(superiors_known(world, m, day) for m in members):
        return None
    common = frozenset.intersection(*(superiors(world, m, day) for m in members))
    return common - {above for c in common for above in superiors(world, c, day)}
