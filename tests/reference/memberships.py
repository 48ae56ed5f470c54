"""Members derived from seats: one a unit, its rank the highest among its seats.

DOMAIN.md section 1 (MEMBER_OF) and section 3, "Members" and "Host".
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tests.reference.chairs import highest
from tests.reference.seats import (
    chair_seats,
    own_units,
    seats_of_chairs,
    seats_on,
    several,
    unit_of,
)
from tests.reference.world import Group, Seat, World

Role = Literal["deputy_chair", "member"]


@dataclass(frozen=True)
class Membership:
    """A unit is a member: with the rank and the role of its best seat."""

    unit: str
    rank: int | None
    role: Role


@dataclass(frozen=True)
class Claim:
    """One seat as a reason to count its unit; `listed` where the unit itself is named."""

    unit: str
    rank: int | None
    role: Role
    listed: bool
    chairs: bool = False


def chaired_jointly(world: World, group: Group, day: date) -> bool:
    """Whether the chairs are co-chairs (双组长) or rotating chairs (轮值)."""
    seats = chair_seats(world, group, day)
    shared = group.leadership in ("co_chairs", "rotating") or any(s.rotating for s in seats)
    return shared or several(seats)


def rank_of(world: World, seat: Seat) -> int | None:
    """The rank of the seat's post; a listing counts as a seat of the unit's rank."""
    if seat.post is not None:
        return world.post(seat.post).rank
    return None if seat.unit is None else world.unit(seat.unit).rank


def claims_below(world: World, group: Group, day: date) -> Iterator[Claim]:
    """Those who sit below the chair; observers, secretaries and office directors do not."""
    for seat in seats_on(world, group, day):
        unit = unit_of(world, seat)
        if unit is not None and (seat.role == "deputy_chair" or seat.role == "member"):
            yield Claim(unit, rank_of(world, seat), seat.role, listed=seat.unit is not None)


def claims_of_chairs(world: World, group: Group, day: date) -> Iterator[Claim]:
    """The governments in the chair; of co-chairs and of rotating chairs they are members."""
    for seat in seats_of_chairs(world, group, day):
        unit = unit_of(world, seat)
        if unit is not None and world.unit(unit).is_division:
            yield Claim(unit, rank_of(world, seat), "member", listed=False, chairs=True)


def claims(world: World, group: Group, day: date, jointly: bool) -> list[Claim]:
    """Every reason to count a unit as a member, before hosts are set apart."""
    chairs = claims_of_chairs(world, group, day) if jointly else ()
    return [*claims_below(world, group, day), *chairs]


def folded(unit: str, reasons: list[Claim]) -> Membership:
    """A government or agency with several seats counts once.

    Members sit below the chair: a chair's own seat gives its rank only where the unit has no other.
    """
    deputy = any(claim.role == "deputy_chair" for claim in reasons)
    below = [claim for claim in reasons if not claim.chairs] or reasons
    rank = highest(claim.rank for claim in below)
    return Membership(unit, rank, "deputy_chair" if deputy else "member")


def memberships(
    world: World,
    group: Group,
    day: date,
    hosts: Collection[str],
    jointly: bool | None = None,
) -> dict[str, Membership]:
    """The members on the day; a host and its general office only where listed themselves.

    `jointly` says for an earlier day what the day of the question says of the chairs.
    """
    shared = chaired_jointly(world, group, day) if jointly is None else jointly
    own = own_units(world, hosts, day)
    reasons: dict[str, list[Claim]] = {}
    for claim in claims(world, group, day, shared):
        reasons.setdefault(claim.unit, []).append(claim)
    return {
        unit: folded(unit, given)
        for unit, given in reasons.items()
        if unit not in own or any(claim.listed for claim in given)
    }
