"""The area of a named region in the graph, and how a group lies to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.named.definitions import Definition

Reach = Literal["province", "across", "beyond", "partly"]
"""How a group lies to a region: in one province of it, across them, over all of it and beyond, in part."""
NOWHERE = ("inter_agency", "unknown")
"""Strata of groups that lie in no region."""


@dataclass(frozen=True, slots=True)
class UnitLocation:
    """Where a unit lies on a day: its provinces (uid and name), its level, whether a superior is missing.

    `within` are the uids of those divisions of a named region that it is or lies in.
    """

    provinces: tuple[tuple[str, str], ...]
    level: str | None
    broken: bool
    within: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Area:
    """The divisions of a region as uids, of all times; `names` are the members as the definition has them.

    `without` are divisions left out of the members. `provinces` are the provinces that it touches, each as
    the uids that it had. `definition` is None for a region that the user put together.
    """

    definition: Definition | None
    names: tuple[str, ...]
    units: frozenset[str]
    without: frozenset[str]
    provinces: tuple[frozenset[str], ...]

    @property
    def asked(self) -> frozenset[str]:
        """The divisions of which a reading must tell whether members lie in them."""
        return self.units | self.without

    @property
    def marked(self) -> list[str]:
        """All of them as a query takes them: a `-` stands before what is left out."""
        return [*sorted(self.units), *(f"-{uid}" for uid in sorted(self.without))]

    def row(self) -> dict[str, Any]:
        """Return plain values for JSON: the definition, or the members that the user named."""
        return self.definition.row() if self.definition else {"members": list(self.names)}

    def holds(self, place: UnitLocation) -> bool:
        """Tell whether a place lies inside."""
        return bool(place.within & self.units) and not place.within & self.without

    def encloses(self, stratum: str, places: Sequence[UnitLocation]) -> bool:
        """Tell whether all places of a group lie inside; they do not where nobody knows them."""
        return bool(places) and stratum not in NOWHERE and all(map(self.holds, places))

    def reach(self, stratum: str, places: Sequence[UnitLocation]) -> Reach | None:
        """How a group lies to the region; None where it lies outside, or nobody knows where.

        A group covers the region if each province of it has a member inside, or is one itself.
        """
        if not places or stratum in NOWHERE:
            return None
        if self.encloses(stratum, places):
            return "province" if stratum == "province" else "across"
        inside = [place for place in places if self.holds(place)]
        touched = [p for p in places if p in inside or p.level == "Province"]
        uids = {uid for place in touched for uid, _ in place.provinces}
        if all(province & uids for province in self.provinces):
            return "beyond"
        return "partly" if inside else None


def area_of(database: Database, definition: Definition) -> Area:
    """Return the area of a shipped definition. Raises InputError where the graph lacks a member."""
    members = {**definition.members, **definition.partly, **definition.later}
    return _area(database, members, definition.without, definition)


def custom_area(database: Database, members: Sequence[tuple[str, str]]) -> Area:
    """Return the area of divisions that the user names, as code and name each."""
    return _area(database, dict(members), {}, None)


def _area(
    database: Database,
    members: Mapping[str, str],
    without: Mapping[str, str],
    definition: Definition | None,
) -> Area:
    provinces = dict.fromkeys(f"{code[:2]}0000" for code in members)
    codes = list({*members, *without, *provinces})
    uids: dict[str, set[str]] = {code: set() for code in codes}
    for row in queries.divisions_of_codes(codes=codes, database=database):
        uids[row["asked"]].add(row["uid"])
    missing = [f"{code} {name}" for code, name in members.items() if not uids[code]]
    if missing:
        raise InputError(
            Words(
                f"The graph lacks {', '.join(missing[:6])}. Load the divisions (lsgraph load"
                " divisions) and ask"
                " again.",
                f"图谱中缺少 {'、'.join(missing[:6])}。请载入区划（lsgraph load divisions）后再问。",
            )
        )
    return Area(
        definition,
        tuple(members.values()),
        frozenset().union(*(uids[code] for code in members)),
        frozenset().union(*(uids[code] for code in without)),
        tuple(frozenset(uids[code]) for code in provinces if uids[code]),
    )
