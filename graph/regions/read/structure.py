"""A region's hierarchy with the groups in it: what the picture of a structure shows."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.words import Words
from graph.regions.read.places import Region
from graph.regions.read.reading import GroupReading, Selection
from graph.regions.read.readings import days_of

MOST_GROUPS = 12
"""Groups drawn in one picture; of more the first by name, and it is said how many are left out."""


@dataclass(frozen=True)
class StructureUnit:
    """A division of the region: its superior within it (None: the region itself) and its rank."""

    uid: str
    name: Words
    level: str
    rank: int | None
    parent: str | None


@dataclass(frozen=True)
class StructureTie:
    """A member of a drawn group that is a division of the region, and what the chair is to it."""

    unit: str
    relation: str | None


@dataclass(frozen=True)
class StructureGroup:
    """A group: its type, its chair with rank (None: not known), its ties, and members not drawn."""

    uid: str
    name: Words
    type: str
    gap_min: int | None
    chair: str | None
    rank: int | None
    ties: tuple[StructureTie, ...]
    others: int


@dataclass(frozen=True)
class Structure:
    """The divisions of a region on a day with its groups; `left_out` groups are not drawn."""

    label: str
    units: tuple[StructureUnit, ...]
    groups: tuple[StructureGroup, ...]
    left_out: int


def structure(
    database: Database, region: Region, groups: Sequence[GroupReading], selection: Selection
) -> Structure | None:
    """The structure on the region's day, else today's; None for the stratum across provinces.

    Without a day each group is drawn as it was on its last documented one.
    """
    if region.uid is None:
        return None
    day = region.as_of or dt.date.today()
    rows = queries.region_hierarchy(unit=region.uid, as_of=day, database=database)
    units = tuple(_unit(row) for row in rows)
    drawn = sorted(groups, key=lambda group: group.name)[:MOST_GROUPS]
    members = _members(database, region, drawn, selection)
    inside = {unit.uid for unit in units}
    return Structure(
        region.label,
        units,
        tuple(_group(group, members[group.group], inside) for group in drawn),
        len(groups) - len(drawn),
    )


def _unit(row: Row) -> StructureUnit:
    name = Words(row["name_en"] or row["name"], row["name"])
    return StructureUnit(row["uid"], name, row["level"], row["rank"], row["parent"])


def _members(
    database: Database, region: Region, drawn: Sequence[GroupReading], selection: Selection
) -> dict[str, list[Row]]:
    members: dict[str, list[Row]] = defaultdict(list)
    for uids, day in days_of(database, region.when, [group.group for group in drawn], selection):
        if uids:
            rows = queries.authority_by_member(
                groups=uids, as_of=day, basis=selection.basis, scope="all", database=database
            )
            for row in rows:
                members[row["group"]].append(row)
    return members


def _group(group: GroupReading, members: Sequence[Row], inside: set[str]) -> StructureGroup:
    chairs = list(dict.fromkeys(_chair(members)))
    ties = tuple(
        StructureTie(row["member"], row["relation"]) for row in members if row["member"] in inside
    )
    return StructureGroup(
        group.group,
        Words(group.name_en or group.name, group.name),
        group.asked.type,
        group.asked.gap_min,
        "、".join(chairs) or None,
        max(_ranks(members), default=None),
        ties,
        len(members) - len(ties),
    )


def _chair(members: Sequence[Row]) -> Iterator[str]:
    for row in members:
        if row["chair"]:
            yield " ".join(filter(None, (row["chair_name"], row["chair"])))


def _ranks(members: Sequence[Row]) -> Iterator[int]:
    """Yield the chair's rank: the rank of a member and the gap to it."""
    for row in members:
        if row["rank"] is not None and row["gap"] is not None:
            yield row["rank"] + row["gap"]
