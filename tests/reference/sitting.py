"""The group as it sits on a day: host, members, scope, leadership, chairs and origin.

What the type table asks of it, and the flags that are set whatever the row decides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tests.reference.chairs import Basis, Chair, holder, last_shown, term_flags
from tests.reference.coverage import Coverage, is_cross_branch
from tests.reference.host import hosts, run_by
from tests.reference.leadership import AskedScope, Scope, chairs, effective_scope, leadership
from tests.reference.lost import member_lost
from tests.reference.memberships import Membership, memberships
from tests.reference.origin import Origin, origin
from tests.reference.relation import Standing, has_sides, owns
from tests.reference.seats import all_own, chair_seats, unit_of
from tests.reference.superiors import divisions_of, superiors
from tests.reference.typing_ import Facts
from tests.reference.world import Group, Leadership, Seat, World


@dataclass(frozen=True)
class Sitting:
    """The group as it sits on the day, before it is judged."""

    world: World
    group: Group
    day: date
    hosts: frozenset[str]
    members: Mapping[str, Membership]
    scope: Scope
    in_scope: frozenset[str]
    leadership: Leadership
    chairs: Sequence[Chair]
    origin: Origin

    @property
    def led(self) -> bool:
        """Whether there is anybody whose relation to the members can be asked, on a day."""
        leads = bool(self.chairs) or self.leadership in ("rotating", "collective")
        return leads and not self.group.undated


def sitting(world: World, group: Group, day: date, basis: Basis, asked: AskedScope) -> Sitting:
    """Hosts first, then members, then scope, leadership and origin."""
    hosting = hosts(world, group, day)
    members = memberships(world, group, day, hosting)
    scope = effective_scope(world, group, day, asked)
    inside = frozenset(u for u in members if scope == "all" or world.unit(u).is_division)
    return Sitting(
        world=world,
        group=group,
        day=day,
        hosts=hosting,
        members=members,
        scope=scope,
        in_scope=inside,
        leadership=leadership(world, group, day, members),
        chairs=chairs(world, group, day, basis, members),
        origin=origin(world, group, day, members, inside, scope),
    )


def facts(at: Sitting, standings: Mapping[str, Standing], figures: Coverage) -> Facts:
    """What the type table asks."""
    return Facts(
        only_own_seats=all_own(at.world, at.group, at.hosts, at.day),
        roster=at.group.roster,
        members=tuple(
            (standings[uid].relation, at.world.unit(uid).standing == "sar")
            for uid in sorted(at.in_scope)
        ),
        member_lost=member_lost(at.world, at.group, at.day, at.scope),
        chaired=bool(at.chairs),
        leadership=at.leadership,
        form_is_derived=at.group.leadership != "collective",
        post_kept=is_post_kept(at),
        vacancy_stated=at.group.vacancy_stated,
        one_owns_all=any(all(owns(c, uid) for uid in at.in_scope) for c in at.chairs),
        gap_min=figures.gap_min,
        origin=at.origin,
        peer_chairs=any(is_peer(at, seat) for seat in chair_seats(at.world, at.group, at.day)),
        line_may_join=line_may_join(at),
        others_may_join=not heads_join(at)
        and not any(at.world.unit(unit).labels == "Country" for unit in commanded(at)),
        below_host_is_line=not commanded(at).isdisjoint(run_by(at.world, at.group, at.day)),
        undated=at.group.undated,
    )


def commanded(at: Sitting) -> frozenset[str]:
    """The units that the chairs' commanding posts are in."""
    return frozenset(command.unit for chair in at.chairs for command in chair.commands)


def heads_join(at: Sitting) -> bool:
    """Whether the head of whichever government joins is a chair at once."""
    return at.scope == "governments" and at.leadership in ("rotating", "collective")


def line_may_join(at: Sitting) -> bool:
    """Whether a chair could command one more member: of several chairs one who is over all."""
    able = {uid for uid in commanded(at) if at.scope == "all" or at.world.unit(uid).is_division}
    inside = [at.members[uid] for uid in at.in_scope]
    return bool(able) and not heads_join(at) and not has_sides(at.world, at.day, at.chairs, inside)


def is_post_kept(at: Sitting) -> bool:
    """Whether nobody holds or was last shown in the post by which somebody is named in the chair."""
    return any(
        seat.person is not None
        and holder(at.world, seat, at.day) is None
        and not last_shown(at.world, seat, at.day)
        for seat in chair_seats(at.world, at.group, at.day)
    )


def is_peer(at: Sitting, seat: Seat) -> bool:
    """Whether the government of a chair ranks as a member government; neither commands the other."""
    world, day, unit = at.world, at.day, unit_of(at.world, seat)
    assert unit is not None, "a chair has a unit"
    above = superiors(world, unit, day) | {unit}
    homes = {uid: world.unit(uid).rank for uid in divisions_of(world, unit, day)}
    return any(
        rank is not None and rank == world.unit(member).rank
        for member in at.in_scope
        if world.unit(member).is_division and member not in above
        for home, rank in homes.items()
        if home not in superiors(world, member, day)
    )


def standing_flags(at: Sitting, standings: Mapping[str, Standing]) -> frozenset[str]:
    """The flags that are set whatever the row."""
    inside = {uid: s.relation for uid, s in standings.items() if uid in at.in_scope}
    line = [uid for uid, relation in inside.items() if relation == "LINE"]
    holds = {
        "outside_command": "OUTSIDE" in inside.values(),
        "cross_branch": any(is_cross_branch(at.world, at.day, at.chairs, uid) for uid in line),
        "partial_roster": at.group.roster != "complete" and len(at.in_scope) >= 2,
        "undated": at.group.undated,
        "chair_last_shown": any(
            last_shown(at.world, seat, at.day) for seat in chair_seats(at.world, at.group, at.day)
        ),
        "petitioned": bool(at.group.petitioners),
        **term_flags(at.world, at.group, at.day),
    }
    return frozenset(flag for flag, set_ in holds.items() if set_)
