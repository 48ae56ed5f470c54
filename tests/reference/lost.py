"""Members that have ceased to exist (DOMAIN.md section 3, "Type", row 1)."""

from datetime import date, timedelta

from tests.reference.host import hosts
from tests.reference.leadership import Scope
from tests.reference.memberships import chaired_jointly, memberships
from tests.reference.world import Group, Unit, World


def sat_to_its_end(world: World, group: Group, unit: Unit, day: date) -> bool:
    """Whether the unit was a member on its own last day, host and chairs read on the day asked."""
    last = unit.valid_to - timedelta(days=1)
    hosting, jointly = hosts(world, group, day), chaired_jointly(world, group, day)
    return unit.uid in memberships(world, group, last, hosting, jointly)


def member_lost(world: World, group: Group, day: date, scope: Scope) -> bool:
    """Whether a documented member in scope has ceased to exist by the day.

    A member that left before its end is no member lost: it had gone already.
    """
    ended = [unit for unit in world.units if unit.valid_to <= day]
    judged = [unit for unit in ended if scope == "all" or unit.is_division]
    return any(sat_to_its_end(world, group, unit, day) for unit in judged)
