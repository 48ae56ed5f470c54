"""Everything that the queries say of one group on one day, before it becomes a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.ask.authority import Authority
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.words import Words
from graph.pictures.group.chain import Chain, chains
from graph.pictures.parts import Sources, unit_kind


@dataclass(frozen=True)
class Known:
    """The answer of a group, its seats, the steps of command to its members, and their units by uid."""

    answer: Authority
    profile: Row
    seats: list[Row]
    steps: list[Row]
    units: Mapping[str, Row]
    sources: Sources
    chains: Mapping[str, Chain]

    @cached_property
    def chairs(self) -> dict[str, Mapping[str, Any]]:
        """The chairs by the uid of their box, each once."""
        found = self.answer.group.chairs
        return {self.chair_uid(c["post"], c["name"], c["units"]): c for c in found}

    def chair_uid(self, post: str | None, name: str | None, units: Sequence[str]) -> str:
        """Return the uid of a chair's box; with the name where several hold one post (国务院副总理)."""
        if post is None:
            return f"chair:{(units or ['?'])[0]}"
        holders = {c["name"] for c in self.answer.group.chairs if c["post"] == post}
        return f"chair:{post}|{name}" if len(holders) > 1 else f"chair:{post}"

    def seats_of(self, chair: Mapping[str, Any]) -> list[Row]:
        """Return the documented seats of a chair; none of one who is supposed."""
        if chair["post"] is None or self.supposed(chair):
            return []
        seats = (s for s in self.seats if s.role == "chair" and s.post == chair["post"])
        return [
            s for s in seats if None in (s.person, chair["person"]) or s.person == chair["person"]
        ]

    def last_shown(self, post: str | None) -> list[Mapping[str, Any]]:
        """Return who was last shown in the chair as holder of a post: maps of `chairs_last_shown`."""
        return [one for one in self.answer.group.chairs_last_shown if one["post"] == post]

    def supposed(self, chair: Mapping[str, Any]) -> bool:
        """Whether a chair is supposed: it takes the place of all that are documented, post or not."""
        return bool(self.answer.asked["suppose_chair"]) and chair["title"] is not None

    def names(self) -> dict[str, Words]:
        """Units of the picture in both languages; a member as the answer calls it."""
        names = {uid: str(unit.name) for uid, unit in self.units.items()}
        names |= {row.member: row.member_name for row in self.answer.members}
        return {uid: Words(self.english(uid, name), name) for uid, name in names.items()}

    def english(self, uid: str, name: str) -> str:
        """Return the English name of a unit, else the name given."""
        unit = self.units.get(uid)
        return (unit.name_en if unit is not None else None) or name

    def kind(self, uid: str) -> str:
        """Return the kind of a unit's box."""
        unit = self.units.get(uid)
        return unit_kind(unit.level if unit is not None else None)


def find(database: Database, answer: Authority) -> Known:
    """Ask for all that the picture of an answer of `authority` needs."""
    group, day = answer.group, answer.group.as_of
    profile = queries.group_profile(group.group, database=database)[0]
    roster = queries.roster_of_group
    asked = {parameter.name: answer.asked[parameter.name] for parameter in roster.parameters}
    seats = list(roster(**asked, database=database))
    members = [row.member for row in answer.members]
    homes = [unit for chair in group.chairs for unit in chair["units"]]
    tops = sorted({*homes, *(group.lcs_uids or [])})
    steps = list(queries.command_between([*members, *homes], tops, day, database=database))
    shown = {*members, *homes, *(s.start for s in steps), *(s.end for s in steps)}
    units = {u.uid: u for u in queries.units_by_uid(sorted(shown), database=database)}
    cited = [row.source for row in (*answer.members, *seats, *steps)]
    cited += [source for row in (profile, *units.values()) for source in row.sources]
    sources = Sources(database, cited)
    return Known(answer, profile, seats, steps, units, sources, chains(steps, answer.members))
