"""Who founded the group, seen from its members (DOMAIN.md section 3, "Origin")."""

from collections.abc import Collection
from datetime import date
from typing import Literal

from tests.reference.leadership import Scope, governments
from tests.reference.superiors import OWN_GOVERNMENT, superiors, uppers
from tests.reference.terms import issuers
from tests.reference.world import Group, World

Origin = Literal["superior", "members", "third_party", "unknown"]


def commands_all(world: World, day: date, issuer: str, units: Collection[str]) -> bool:
    """Whether there are such units and the issuer properly commands each."""
    return bool(units) and all(issuer in superiors(world, unit, day) for unit in units)


def is_superior(
    world: World, day: date, issuer: str, members: Collection[str], scope: Scope
) -> bool:
    """Over every other member government or, in scope `all`, every DEPARTMENT_OF member."""
    others = governments(world, members) - {issuer}
    departments = [uid for uid in members if uppers(world, uid, day, OWN_GOVERNMENT)]
    return commands_all(world, day, issuer, others) or (
        scope == "all" and commands_all(world, day, issuer, departments)
    )


def is_of_members(world: World, day: date, issuer: str, members: Collection[str]) -> bool:
    """Whether the issuer is a member, a member's department or a member's government."""
    departments_of = uppers(world, issuer, day, OWN_GOVERNMENT)
    return (
        issuer in members
        or not departments_of.isdisjoint(members)
        or any(issuer in uppers(world, member, day, OWN_GOVERNMENT) for member in members)
    )


def commanded_together(
    world: World, day: date, issued: Collection[str], members: Collection[str], scope: Scope
) -> bool:
    """Whether each member government (in scope `all` each department) is under one of the issuers."""
    departments = [uid for uid in members if uppers(world, uid, day, OWN_GOVERNMENT)]
    asked = [governments(world, members), departments if scope == "all" else []]
    return any(
        units and all(superiors(world, uid, day) & set(issued) for uid in units) for units in asked
    )


def origin(
    world: World,
    group: Group,
    day: date,
    sitting: Collection[str],
    members: Collection[str],
    scope: Scope,
) -> Origin:
    """The first that matches; nobody is a third party to nobody.

    `members` are those in scope, `sitting` all members: whether an issuer sits is asked of all.
    """
    issued = issuers(world, group, day)
    if not issued or not members:
        return "unknown"
    if any(is_superior(world, day, issuer, members, scope) for issuer in issued):
        return "superior"
    sits = [is_of_members(world, day, issuer, sitting) for issuer in issued]
    if all(sits):
        return "members"
    if not any(sits) and commanded_together(world, day, issued, members, scope):
        return "superior"
    return "third_party"
