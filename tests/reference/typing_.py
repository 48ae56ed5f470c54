"""The type table, first match, over every completion of what is not known (DOMAIN.md sections 3 and 9)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from tests.reference.origin import Origin
from tests.reference.relation import Relation
from tests.reference.world import Leadership, Roster

Type = Literal["STRONG", "WEAK", "SELF_FORMING", "UNKNOWN", "VACANT", "UNCLASSIFIED", "NOT_A_GROUP"]
Certainty = Literal["identified", "by_convention", "open"]
Convention = Literal[
    "collective_form", "origin_inferred", "post_kept", "roster_below_host", "sar_line"
]
Known = tuple[Relation, bool]
"""What the chairs are to a member, and whether the member is a special administrative region."""


@dataclass(frozen=True)
class Facts:
    """What the table asks of a group on a day; members are those in scope.

    `line_may_join` and `others_may_join`: whether one more member with LINE, or without, is
    possible; `below_host_is_line`: whether below the host that runs the group all is LINE.
    """

    only_own_seats: bool
    roster: Roster
    members: tuple[Known, ...]
    member_lost: bool
    chaired: bool
    leadership: Leadership
    form_is_derived: bool
    post_kept: bool
    vacancy_stated: bool
    one_owns_all: bool
    gap_min: int | None
    origin: Origin
    peer_chairs: bool
    line_may_join: bool
    others_may_join: bool
    below_host_is_line: bool
    undated: bool

    @property
    def led(self) -> bool:
        """Whether anybody leads."""
        return self.chaired or self.leadership in ("rotating", "collective")


@dataclass(frozen=True)
class Completion:
    """What the group may be: relations of all members, founders, a lead; `against` which conventions."""

    relations: tuple[Relation, ...]
    origin: Origin
    led: bool
    against: frozenset[Convention]

    def left(self) -> list[Relation]:
        """The relations that are neither OWN nor OUTSIDE."""
        return [r for r in self.relations if r not in ("OWN", "OUTSIDE")]


@dataclass(frozen=True)
class Verdict:
    """How sure the type is, and the flags of the row that decides on what is known alone."""

    type: Type
    flags: frozenset[str]
    certainty: Certainty | None
    possible: frozenset[Type] | None
    rests_on: frozenset[Convention]
    known_only: Type | None


def row_and_type(facts: Facts, case: Completion) -> tuple[int, Type]:
    """The first row that matches, and its type."""
    complete, left = facts.roster == "complete", case.left()
    mixed = "OWN" in case.relations or facts.leadership == "rotating"
    founded_from_outside = case.origin in ("superior", "third_party")
    if facts.only_own_seats:
        return 0, "UNCLASSIFIED" if complete else "UNKNOWN"
    if len(facts.members) < 2:
        return 1, "NOT_A_GROUP" if complete or facts.member_lost else "UNKNOWN"
    if not case.led:
        return 2, "VACANT" if facts.vacancy_stated else "UNKNOWN"
    if not left and (facts.one_owns_all or "OUTSIDE" in case.relations):
        return 3, "UNCLASSIFIED"
    if not left:
        return (4, "WEAK") if founded_from_outside else (5, "SELF_FORMING")
    if set(left) == {"LINE"}:
        return (6 if facts.gap_min is not None and facts.gap_min >= 1 else 7), "STRONG"
    if case.origin == "members":
        return 8, "SELF_FORMING"
    if "LINE" not in left and case.origin == "unknown" and mixed:
        return 9, "SELF_FORMING"
    return 10, "WEAK"


def flags_of(facts: Facts, row: int, type_: Type) -> frozenset[str]:
    """The flags that a row sets."""
    owned = "OWN" in [relation for relation, _ in facts.members]
    rotating, unknown = facts.leadership == "rotating", facts.origin == "unknown"
    holds = {
        "own_unit_only": row == 0,
        "roster_unknown": row < 2 and type_ == "UNKNOWN",
        "member_lost": row == 1 and facts.member_lost,
        "chair_unknown": row == 2 and type_ == "UNKNOWN",
        "one_person_heads_all": row == 3 and facts.one_owns_all,
        "outside_only": row == 3 and not facts.one_owns_all,
        "mandated_peer": row == 4 or (row == 10 and (owned or rotating or facts.peer_chairs)),
        "origin_inferred": row == 9 or (row == 5 and unknown),
        "self_initiated": row == 6 and facts.origin == "members",
        "delegated": row == 7 and facts.gap_min is not None,
        "rank_missing": row == 7 and facts.gap_min is None,
        "origin_unknown": row == 10 and unknown,
        "third_party_origin": row == 10 and facts.origin == "third_party",
    }
    return frozenset(flag for flag, set_ in holds.items() if set_)


Choice = tuple[Sequence[Relation], frozenset[Convention]]


def links(facts: Facts, sars: bool) -> Iterator[Choice]:
    """Each UNKNOWN link may be LINE; that the centre commands a region of its own is a convention."""
    nothing: frozenset[Convention] = frozenset()
    against: frozenset[Convention] = frozenset({"sar_line"})
    each: list[list[tuple[Relation, frozenset[Convention]]]] = []
    for relation, sar in facts.members:
        other: list[tuple[Relation, frozenset[Convention]]] = []
        if relation == "UNKNOWN":
            other = [("LINE", nothing)]
        elif relation == "LINE" and sar and sars:
            other = [("UNRANKED", against)]
        each.append([(relation, nothing), *other])
    for chosen in product(*each):
        yield [r for r, _ in chosen], frozenset[Convention]().union(*(a for _, a in chosen))


def joining(facts: Facts) -> Iterator[Choice]:
    """Nobody more; where the roster is not complete one with LINE, one without, or both."""
    outside: frozenset[Convention] = frozenset(
        {"roster_below_host"} if facts.below_host_is_line else ()
    )
    yield [], frozenset()
    if facts.roster == "complete":
        return
    if facts.line_may_join:
        yield ["LINE"], frozenset()
    if facts.others_may_join:
        yield ["PEER"], outside
    if facts.line_may_join and facts.others_may_join:
        yield ["LINE", "PEER"], outside


def completions(facts: Facts) -> Iterator[Completion]:
    """All that the group may be."""
    for (linked, broken), (joined, below) in product(links(facts, sars=True), joining(facts)):
        for led, form in leads(facts):
            relations, against = (*linked, *joined), broken | below | form
            if facts.origin != "unknown":
                yield Completion(relations, facts.origin, led, against)
                continue
            bare = Completion(relations, "unknown", True, against)
            left = bare.left()
            mixed = "OWN" in relations or facts.leadership == "rotating"
            inferred = not left or ("LINE" not in left and mixed)
            doubt: frozenset[Convention] = frozenset({"origin_inferred"} if inferred else ())
            yield Completion(relations, "members", led, against)
            yield Completion(relations, "superior", led, against | doubt)
            yield Completion(relations, "third_party", led, against | doubt)


def leads(facts: Facts) -> Iterator[tuple[bool, frozenset[Convention]]]:
    """Led as derived; nobody where only the form says that all lead, or a post that was left stays."""
    yield facts.led, frozenset()
    if facts.leadership == "collective" and facts.form_is_derived:
        yield False, frozenset({"collective_form"})
    elif facts.post_kept and facts.leadership not in ("rotating", "collective"):
        yield False, frozenset({"post_kept"})


def verdict(facts: Facts) -> Verdict:
    """The type and how sure it is."""
    nobody: frozenset[Convention] = frozenset()
    if facts.undated:
        return Verdict("UNKNOWN", frozenset(), None, None, nobody, None)
    known = [
        row_and_type(facts, Completion(tuple(linked), facts.origin, facts.led, nobody))
        for linked, _ in links(facts, sars=False)
    ]
    given, (row, type_) = {told for _, told in known}, known[0]
    known_only: Type = type_ if len(given) == 1 else "UNKNOWN"
    flags = flags_of(facts, row, type_) if len(given) == 1 else frozenset({"link_unknown"})
    if given == {"UNKNOWN"}:
        return Verdict("UNKNOWN", flags, None, None, nobody, "UNKNOWN")
    cases = [(case, row_and_type(facts, case)[1]) for case in completions(facts)]
    admitted = frozenset(told for case, told in cases if not case.against)
    if len({told for _, told in cases}) == 1:
        return Verdict(known_only, flags, "identified", admitted, nobody, known_only)
    if len(admitted) > 1:
        return Verdict("UNKNOWN", flags, "open", admitted, nobody, known_only)
    (only,) = admitted
    rests_on = frozenset(
        convention
        for case, told in cases
        for convention in case.against
        if told != only and len(case.against) == 1
    )
    return Verdict(only, flags, "by_convention", admitted, rests_on, known_only)
