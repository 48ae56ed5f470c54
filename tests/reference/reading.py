"""The whole reading of one group on one day, from DOMAIN.md section 3 alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tests.reference.chairs import Basis
from tests.reference.coverage import Coverage, chair_distance, coverage
from tests.reference.leadership import AskedScope, Scope
from tests.reference.memberships import Role
from tests.reference.origin import Origin
from tests.reference.relation import Relation, Standing, judged
from tests.reference.sitting import Sitting, facts, sitting, standing_flags
from tests.reference.superiors import lowest_common
from tests.reference.typing_ import Certainty, Convention, Type, Verdict, verdict
from tests.reference.world import Leadership, World, on


@dataclass(frozen=True)
class MemberReading:
    """One member: relation and gap are null where no chair is known.

    `by` is the chairing post that gives the relation, null for the derived head of a unit.
    """

    rank: int | None
    role: Role
    relation: Relation | None
    gap: int | None
    by: str | None
    in_scope: bool


@dataclass(frozen=True)
class GroupReading:
    """One group on one day. Gaps are ordinal steps of rank, coverages shares from 0 to 1."""

    scope: Scope
    leadership: Leadership
    chairs: frozenset[str]
    hosts: frozenset[str]
    members: dict[str, MemberReading]
    origin: Origin
    gap_min: int | None
    gap_median: int | None
    gap_max: int | None
    gap_min_at_most: int | None
    lc: float | None
    lc_min: float | None
    lc_max: float | None
    unbound: int | None
    veto: int | None
    lcs: frozenset[str] | None
    chair_distance: int | None
    type: Type
    type_certainty: Certainty | None
    possible: frozenset[Type] | None
    rests_on: frozenset[Convention]
    type_if_known_only: Type | None
    flags: frozenset[str]


def member_readings(at: Sitting, standings: Mapping[str, Standing]) -> dict[str, MemberReading]:
    """Every member of the group, in scope or not."""
    return {
        uid: MemberReading(
            rank=member.rank,
            role=member.role,
            relation=standings[uid].relation if at.led else None,
            gap=standings[uid].gap if at.led else None,
            by=standings[uid].chair.post if at.led else None,
            in_scope=uid in at.in_scope,
        )
        for uid, member in at.members.items()
    }


def distance(at: Sitting, standings: Mapping[str, Standing]) -> int | None:
    """`chair_distance`, over the members in scope that are not OWN."""
    left = [u for u in at.in_scope if standings[u].relation != "OWN"]
    return chair_distance(at.world, at.day, at.chairs, left)


def assembled(
    at: Sitting, standings: Mapping[str, Standing], figures: Coverage, says: Verdict
) -> GroupReading:
    """Everything in one value; without anybody in the lead the figures stay null."""
    led = at.led
    flags = standing_flags(at, standings) if led else standing_flags(at, {})
    return GroupReading(
        scope=at.scope,
        leadership=at.leadership,
        chairs=frozenset(c.post for c in at.chairs if led and c.post is not None),
        hosts=at.hosts,
        members=member_readings(at, standings),
        origin=at.origin,
        gap_min=figures.gap_min if led else None,
        gap_median=figures.gap_median if led else None,
        gap_max=figures.gap_max if led else None,
        gap_min_at_most=figures.gap_min_at_most if led else None,
        lc=figures.share(figures.line) if led else None,
        lc_min=figures.share(figures.line) if led else None,
        lc_max=figures.share(figures.line + figures.unknown) if led else None,
        unbound=figures.unbound if led else None,
        veto=figures.veto if led else None,
        lcs=lowest_common(at.world, at.in_scope, at.day),
        chair_distance=distance(at, standings) if led else None,
        type=says.type,
        type_certainty=says.certainty,
        possible=says.possible,
        rests_on=says.rests_on,
        type_if_known_only=says.known_only,
        flags=says.flags | flags,
    )


def read(
    world: World,
    group_uid: str,
    day: date,
    basis: Basis = "person",
    scope: AskedScope = "auto",
) -> GroupReading:
    """Read the definitions for a group as of a day.

    Raises `ValueError` where the group does not exist on the day (an undated group always does).
    """
    group = world.group(group_uid)
    if not group.undated and not on(group, day):
        raise ValueError(f"{group_uid} does not exist on {day}")
    at = sitting(world, group, day, basis, scope)
    standings = judged(world, day, at.chairs, at.members, at.in_scope)
    figures = coverage(s for uid, s in standings.items() if uid in at.in_scope)
    return assembled(at, standings, figures, verdict(facts(at, standings, figures)))
