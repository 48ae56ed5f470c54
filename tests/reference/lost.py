"""Members that have ceased to exist (DOMAIN.md section 3, "Type", row 1)."""

from datetime import date, timedelta

from tests.reference.host import hosts
from tests.reference.leadership import Scope
from tests.reference.memberships import memberships
from tests.reference.world import Group, Unit, World


def sat_to_its_end(world: World, group: Group, unit: Unit) -> bool:
    """Whether the unit was a member on its own last day."""
    last = unit.valid_to - timedelta(days=1)
    return unit.uid in memberships(world, group, last, hosts(world, group, last))


def member_lost(world: World, group: Group, day: date, scope: Scope) -> bool:
    """Whether a documented member in scope has ceased to exist by the day.

    A member that left before its end is no member lost: it had gone already.
    """
    ended = [unit for unit in world.units if unit.valid_to <= day]
    judged = [unit for unit in ended if scope == "all" or unit.is_division]
    return any(sat_to_its_end(world, group, unit) for unit in judged)
