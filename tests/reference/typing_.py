"""The type table, first match, with unknowns carried through (DOMAIN.md section 3, "Type")."""

from dataclasses import dataclass
from typing import Literal

from tests.reference.coverage import Coverage
from tests.reference.origin import Origin
from tests.reference.world import Leadership, Roster

Type = Literal["STRONG", "WEAK", "SELF_FORMING", "UNKNOWN", "VACANT", "UNCLASSIFIED", "NOT_A_GROUP"]


@dataclass(frozen=True)
class Facts:
    """What the table asks of a group on a day; members are those in scope."""

    only_own_seats: bool
    roster: Roster
    members: int
    member_lost: bool
    chaired: bool
    leadership: Leadership
    vacancy_stated: bool
    one_owns_all: bool
    own: int
    outside: int
    coverage: Coverage
    origin: Origin
    peer_chairs: bool


@dataclass(frozen=True)
class Verdict:
    """The type, the flags of the row that decided, and the types still possible."""

    type: Type
    flags: frozenset[str]
    possible: frozenset[Type] | None


def decided(type_: Type, *flags: str) -> Verdict:
    """A verdict that leaves no other type open."""
    return Verdict(type_, frozenset(flags), frozenset({type_}))


def undecided(*flags: str) -> Verdict:
    """UNKNOWN by rows 0 to 2: not even the possible types are known."""
    return Verdict("UNKNOWN", frozenset(flags), None)


def rows_0_to_2(facts: Facts) -> Verdict | None:
    """Is there a group, and does anyone lead it?"""
    complete = facts.roster == "complete"
    if facts.only_own_seats:
        own = "own_unit_only"
        return decided("UNCLASSIFIED", own) if complete else undecided(own, "roster_unknown")
    if facts.members < 2:
        if facts.member_lost:
            return decided("NOT_A_GROUP", "member_lost")
        return decided("NOT_A_GROUP") if complete else undecided("roster_unknown")
    if not facts.chaired and facts.leadership not in ("rotating", "collective"):
        return decided("VACANT") if facts.vacancy_stated else undecided("chair_unknown")
    return None


def row_3(facts: Facts) -> Verdict | None:
    """Nobody is left over whom authority could be judged."""
    if facts.one_owns_all:
        return decided("UNCLASSIFIED", "one_person_heads_all")
    if facts.outside and facts.own + facts.outside == facts.members:
        return decided("UNCLASSIFIED", "outside_only")
    return None


def rows_3_to_10(facts: Facts, line: int, size: int) -> Verdict:
    """The type where `line` of `size` members (neither OWN nor OUTSIDE) are in LINE."""
    if size == 0:
        return row_3(facts) or rows_4_and_5(facts)
    if line == size:
        return rows_6_and_7(facts)
    return rows_8_to_10(facts, line)


def rows_4_and_5(facts: Facts) -> Verdict:
    """Every member OWN by co-chairs, rotation or collective form."""
    if facts.origin in ("superior", "third_party"):
        return decided("WEAK", "mandated_peer")
    return decided("SELF_FORMING", *(["origin_inferred"] if facts.origin == "unknown" else []))


def rows_6_and_7(facts: Facts) -> Verdict:
    """LC = 1: the chair commands everyone."""
    lowest = facts.coverage.gap_min
    if lowest is None:
        return decided("STRONG", "rank_missing")
    if lowest <= 0:
        return decided("STRONG", "delegated")
    return decided("STRONG", *(["self_initiated"] if facts.origin == "members" else []))


def rows_8_to_10(facts: Facts, line: int) -> Verdict:
    """LC < 1: who founded it, and does the chair belong to a member?"""
    chair_among_members = facts.own > 0 or facts.leadership == "rotating"
    if facts.origin == "members":
        return decided("SELF_FORMING")
    if line == 0 and facts.origin == "unknown" and chair_among_members:
        return decided("SELF_FORMING", "origin_inferred")
    flags = {
        "mandated_peer": chair_among_members or facts.peer_chairs,
        "origin_unknown": facts.origin == "unknown",
        "third_party_origin": facts.origin == "third_party",
    }
    return decided("WEAK", *(flag for flag, holds in flags.items() if holds))


def verdict(facts: Facts) -> Verdict:
    """The type; UNKNOWN where members of unknown link would change it."""
    early = rows_0_to_2(facts)
    if early is not None:
        return early
    figures = facts.coverage
    chances = range(figures.line, figures.line + figures.unknown + 1)
    known = [rows_3_to_10(facts, line, figures.size) for line in chances]
    one_more = (
        []
        if facts.roster == "complete"
        else [rows_3_to_10(facts, line, figures.size + 1) for line in chances]
    )
    possible = frozenset(case.type for case in [*known, *one_more])
    if len({case.type for case in known}) > 1:
        return Verdict("UNKNOWN", frozenset({"link_unknown"}), possible)
    return Verdict(known[0].type, known[0].flags, possible)
