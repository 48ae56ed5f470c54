"""Gap and coverage of a group, cross-branch lines, distance (DOMAIN.md section 3)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tests.reference.chairs import Chair, Command
from tests.reference.relation import Relation, Standing, lines
from tests.reference.superiors import depth, lowest_common, superiors
from tests.reference.world import Unit, World


@dataclass(frozen=True)
class Coverage:
    """Figures over the members that are neither OWN nor OUTSIDE; gaps in ordinal steps."""

    size: int
    line: int
    unknown: int
    veto: int
    gap_min: int | None
    gap_median: int | None
    gap_max: int | None
    gap_min_at_most: int | None

    def share(self, line: int) -> float | None:
        """Line coverage with so many members in LINE; null if nothing is left."""
        return line / self.size if self.size else None

    @property
    def unbound(self) -> int:
        """The rest without LINE."""
        return self.size - self.line


def counted(standings: Iterable[Standing], *relations: Relation) -> int:
    """How many members stand in one of the relations."""
    return sum(standing.relation in relations for standing in standings)


def coverage(standings: Iterable[Standing]) -> Coverage:
    """The figures of the group."""
    left = [s for s in standings if s.relation not in ("OWN", "OUTSIDE")]
    known = sorted(s.gap for s in left if s.gap is not None)
    lowest = known[0] if known else None
    complete = len(known) == len(left)
    return Coverage(
        size=len(left),
        line=counted(left, "LINE"),
        unknown=counted(left, "UNKNOWN"),
        veto=counted(left, "PEER", "OUTRANKED"),
        gap_min=lowest if complete else None,
        gap_median=known[(len(known) - 1) // 2] if known else None,
        gap_max=known[-1] if known else None,
        gap_min_at_most=None if complete else lowest,
    )


def crosses(command: Command, unit: Unit) -> bool:
    """Whether the line runs from a government post to a party agency or back."""
    return not unit.is_division and {command.branch, unit.branch} == {"party", "government"}


def is_cross_branch(world: World, day: date, chairs: Sequence[Chair], unit: str) -> bool:
    """Whether every line of command to the member crosses the branches."""
    above = {command for chair in chairs for command in lines(world, day, chair, unit)}
    return bool(above) and all(crosses(command, world.unit(unit)) for command in above)


def chair_distance(
    world: World, day: date, chairs: Sequence[Chair], members: Collection[str]
) -> int | None:
    """Steps from the chair's deepest unit in line with the LCS down to the LCS.

    `members` are those not OWN. Null without exactly one LCS, or without a unit in line with it.
    """
    common = lowest_common(world, members, day)
    if common is None or len(common) != 1:
        return None
    (lcs,) = common
    held = {command.unit for chair in chairs for command in chair.commands}
    above = superiors(world, lcs, day) | {lcs}
    in_line = {unit for unit in held if unit in above or lcs in superiors(world, unit, day)}
    depths = (depth(world, unit, day) for unit in in_line)
    deepest = max((known for known in depths if known is not None), default=None)
    at = depth(world, lcs, day)
    return None if deepest is None or at is None else at - deepest
