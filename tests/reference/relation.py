"""The relation of one chair, or of several, to a member (DOMAIN.md section 3, "Relation")."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tests.reference.chairs import NOBODY, Chair, Command
from tests.reference.memberships import Membership
from tests.reference.superiors import SYSTEM, superiors, superiors_known, uppers
from tests.reference.world import Unit, World

Relation = Literal[
    "OWN", "LINE", "OUTSIDE", "UNKNOWN", "UNRANKED", "OUTRANK_ONLY", "PEER", "OUTRANKED"
]
BEST: tuple[Relation, ...] = (
    "OWN",
    "LINE",
    "OUTSIDE",
    "UNKNOWN",
    "UNRANKED",
    "OUTRANK_ONLY",
    "PEER",
    "OUTRANKED",
)
NEVER_COMMANDED = ("congress", "cppcc", "court", "procuratorate", "military")


@dataclass(frozen=True)
class Standing:
    """What one chair is to one member."""

    relation: Relation
    gap: int | None
    chair: Chair


def gap(chair: Chair, rank: int | None) -> int | None:
    """rank(chair) - rank(member), in ordinal steps; null if a rank is missing."""
    return None if chair.rank is None or rank is None else chair.rank - rank


def owns(chair: Chair, unit: str) -> bool:
    """Whether a commanding post of the chair is IN the unit."""
    return any(command.unit == unit for command in chair.commands)


def lines(world: World, day: date, chair: Chair, unit: str) -> set[Command]:
    """The commanding posts of the chair from which command runs down to the unit."""
    above = superiors(world, unit, day)
    return {command for command in chair.commands if command.unit in above}


def is_outside(world: World, day: date, chair: Chair, unit: Unit) -> bool:
    """Whether the member stands outside what such a chair can command."""
    if unit.branch in NEVER_COMMANDED:
        return True
    above = lines(world, day, chair, unit.uid)
    if unit.branch == "mass_organisation" and not any(c.branch == "party" for c in above):
        return True
    systems = uppers(world, unit.uid, day, SYSTEM)
    reach = systems.union(*(superiors(world, system, day) for system in systems))
    return bool(systems) and not any(command.unit in reach for command in chair.commands)


def by_rank(difference: int | None) -> Relation:
    """What rank alone says."""
    if difference is None:
        return "UNRANKED"
    if difference == 0:
        return "PEER"
    return "OUTRANK_ONLY" if difference > 0 else "OUTRANKED"


def relation(world: World, day: date, chair: Chair, member: Membership) -> Relation:
    """The first that matches, for one chair."""
    if owns(chair, member.unit):
        return "OWN"
    if is_outside(world, day, chair, world.unit(member.unit)):
        return "OUTSIDE"
    if lines(world, day, chair, member.unit):
        return "LINE"
    taiwan = world.unit(member.unit).standing == "taiwan"
    if not taiwan and not superiors_known(world, member.unit, day):
        return "UNKNOWN"
    return by_rank(gap(chair, member.rank))


def best(world: World, day: date, chairs: Sequence[Chair], member: Membership) -> Standing:
    """The best relation of any chair, its gap that of the highest in rank among equals."""
    standings = [
        Standing(relation(world, day, chair, member), gap(chair, member.rank), chair)
        for chair in chairs or (NOBODY,)
    ]
    return min(standings, key=precedence)


def precedence(standing: Standing) -> tuple[int, int, str]:
    """Better relation first, then higher rank of the chair (missing last), then uid."""
    rank = standing.chair.rank
    return BEST.index(standing.relation), 99 if rank is None else -rank, standing.chair.post or "~"


def leads_all(world: World, day: date, chair: Chair, members: Collection[Membership]) -> bool:
    """Whether the one chair owns or commands every one of the members."""
    return all(relation(world, day, chair, member) in ("OWN", "LINE") for member in members)


def judged(
    world: World,
    day: date,
    chairs: Sequence[Chair],
    members: Mapping[str, Membership],
    scope: Collection[str],
) -> dict[str, Standing]:
    """Every member's standing; without one chair over all, each chair has its own side."""
    standings = {uid: best(world, day, chairs, member) for uid, member in members.items()}
    if not has_sides(world, day, chairs, [members[uid] for uid in scope]):
        return standings
    return {uid: own_side(standing) for uid, standing in standings.items()}


def has_sides(
    world: World, day: date, chairs: Sequence[Chair], members: Collection[Membership]
) -> bool:
    """Whether several chairs share the members in scope, none of them over all."""
    inside = [m for m in members if best(world, day, chairs, m).relation != "OUTSIDE"]
    return len(chairs) > 1 and not any(leads_all(world, day, chair, inside) for chair in chairs)


def own_side(standing: Standing) -> Standing:
    """A member commanded by one of several chairs counts as OWN."""
    if standing.relation != "LINE":
        return standing
    return Standing("OWN", standing.gap, standing.chair)
