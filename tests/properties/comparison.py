"""Hold what the queries say of a world against what the plain reading of the definitions says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.catalogue import Row, queries
from graph.connection import Database
from tests.reference.chairs import Basis
from tests.reference.leadership import AskedScope
from tests.reference.reading import GroupReading, read
from tests.reference.world import World, on

Reading = tuple[date, Basis, AskedScope]
BASES: tuple[Basis, ...] = ("person", "seat", "unit")
SCOPES: tuple[AskedScope, ...] = ("auto", "governments", "all")

ALIKE = (
    "scope", "leadership", "origin", "type", "type_certainty", "type_if_known_only", "gap_min",
    "gap_median", "gap_max", "gap_min_at_most", "lc_min", "lc_max", "unbound", "veto", "chair_distance",
)  # fmt: skip
"""Fields of a group that both sides call by the same name."""


IN_LINE = (*(name for name in ALIKE if name not in ("leadership", "chair_distance")), "lc",
           "n_members", "flags", "possible", "rests_on", "row")  # fmt: skip
"""Fields that types_of_groups gives, by the same names as authority_by_group."""

HEAD = "post:head:"
"""How the uid of a derived head begins."""


@dataclass(frozen=True)
class Difference:
    """One field of one group, or of one of its members, on which the two sides do not agree."""

    group: str
    reading: Reading
    what: str
    expected: object
    found: object


def readings(days: tuple[date, ...]) -> Iterator[Reading]:
    """Every day under every basis, and under every scope."""
    for day in days:
        yield from ((day, basis, SCOPES[0]) for basis in BASES)
        yield from ((day, BASES[0], scope) for scope in SCOPES[1:])


@dataclass(frozen=True)
class Answers:
    """What the queries say of a whole graph under one reading, by the uid of the group."""

    reading: Reading
    groups: dict[str, Row]
    members: dict[str, list[Row]]
    lines: dict[str, Row]
    """What types_of_groups says."""


def answers(database: Database, reading: Reading) -> Answers:
    """Ask the server once for all groups and all members."""
    day, basis, scope = reading
    asked: dict[str, Any] = {
        "as_of": day,
        "basis": basis,
        "scope": scope,
        "stale": True,
        "database": database,
    }
    told = queries.authority_by_group(sensitivity=False, with_members=True, **asked)
    groups = {row.group: row for row in told}
    members: dict[str, list[Row]] = {uid: [] for uid in groups}
    for row in queries.authority_by_member(**asked):
        members[row.group].append(row)
    lines = {row.group: row for row in queries.types_of_groups(**asked)}
    return Answers(reading, groups, members, lines)


def differences(world: World, database: Database, reading: Reading) -> list[Difference]:
    """Where the graph of a world is read otherwise than the world itself."""
    said = answers(database, reading)
    alive = {group.uid for group in world.groups if on(group, reading[0])}
    ours = set(said.groups)
    found = [Difference("", reading, "groups", alive, ours)] if alive != ours else []
    return found + disagreements(world, said)


def disagreements(world: World, said: Answers) -> list[Difference]:
    """Where the answers about the groups of one world differ from its plain reading."""
    found: list[Difference] = []
    for group in world.groups:
        if not on(group, said.reading[0]) or group.uid not in said.groups:
            continue
        theirs = _expected(world, read(world, group.uid, *said.reading))
        ours = _found(said.groups[group.uid], said.members[group.uid])
        found += [
            Difference(group.uid, said.reading, what, theirs[what], ours[what])
            for what in theirs
            if theirs[what] != ours[what]
        ]
        whole, line = said.groups[group.uid], said.lines[group.uid]
        found += [
            Difference(group.uid, said.reading, f"{what} in a line", whole[what], line[what])
            for what in IN_LINE
            if whole[what] != line[what]
        ]
        if whole.members != [dict(row) for row in said.members[group.uid]]:
            alone = said.members[group.uid]
            found.append(Difference(group.uid, said.reading, "members alone", whole.members, alone))
    return found


def _expected(world: World, said: GroupReading) -> dict[str, Any]:
    in_scope = {uid: m for uid, m in said.members.items() if m.in_scope}
    # A share is stated only where no link is unknown.
    known = said.lc_min == said.lc_max
    return {
        **{name: getattr(said, name) for name in ALIKE},
        "lc": said.lc if known else None,
        "lcs_uids": said.lcs,
        "flags": said.flags,
        "possible": said.possible,
        "rests_on": said.rests_on,
        "n_members": len(in_scope),
        "chairs": set(said.chairs),
        "members": {u: (m.rank, m.role, m.relation, m.gap) for u, m in in_scope.items()},
    }


def _found(group: Row, members: list[Row]) -> dict[str, Any]:
    return {
        **{name: group[name] for name in ALIKE},
        "lc": group.lc,
        "lcs_uids": None if group.lcs_uids is None else frozenset(group.lcs_uids),
        "flags": frozenset(group.flags),
        "possible": None if group.possible is None else frozenset(group.possible),
        "rests_on": frozenset(group.rests_on),
        "n_members": group.n_members,
        # The head of a unit in the chair is derived: the reading gives it no post.
        "chairs": {c["post"] for c in group.chairs if not (c["post"] or HEAD).startswith(HEAD)},
        "members": {m.member: (m.rank, m.role, m.relation, m.gap) for m in members},
    }
