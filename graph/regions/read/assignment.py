"""To which region a group belongs: the province of all its member governments."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.catalogue import queries
from graph.connection import Database
from graph.core.model import Level

LEVELS = tuple(str(level) for level in Level if level is not Level.COUNTRY)
"""Levels of members, the highest first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit lies on a day: its provinces (uid and name), its level, whether a superior is missing."""

    provinces: tuple[tuple[str, str], ...]
    level: str | None
    broken: bool


@dataclass(frozen=True, slots=True)
class Assigned:
    """The region of a group: a province, or the stratum of a group that has none."""

    uid: str | None
    name: str | None
    stratum: str
    level: str | None


def places_of(
    database: Database, groups: Iterable[tuple[Sequence[str], dt.date]]
) -> dict[tuple[str, dt.date], Place]:
    """Where the members of groups lie, each unit and day asked for once."""
    asked: dict[dt.date, set[str]] = defaultdict(set)
    for uids, day in groups:
        asked[day].update(uids)
    days = [{"day": day, "units": sorted(uids)} for day, uids in sorted(asked.items())]
    found: dict[tuple[str, dt.date], Place] = {}
    for row in queries.regions_of_units(days=days, database=database):
        provinces = tuple(zip(row["provinces"], row["names"], strict=True))
        place = Place(provinces, row["level"], row["broken"])
        found.update(dict.fromkeys(((uid, row["day"]) for uid in row["units"]), place))
    return found


def region_of(members: Sequence[Place]) -> Assigned:
    """The province that is ancestor-or-self of every member that decides; else why there is none.

    `unknown`: no member is known, or the superiors of one are not; `cross_province`: they lie in several
    provinces, or in one and elsewhere; `no_province`: none lies in a province. `level` is the highest.
    """
    # `places_of` gives all units of one place the same value: a group of ten has one or two of them.
    members = list({id(place): place for place in members}.values())
    levels = {place.level for place in members}
    level = next((name for name in LEVELS if name in levels), None)
    if not members:
        return Assigned(None, None, "unknown", level)
    shared = [one for one in members[0].provinces if all(one in m.provinces for m in members)]
    if shared:
        return Assigned(*shared[0], "province", level)
    if any(place.broken for place in members):
        return Assigned(None, None, "unknown", level)
    lies = any(place.provinces for place in members)
    return Assigned(None, None, "cross_province" if lies else "no_province", level)
