"""What a network is narrowed to, and which groups that are."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.ask.lookup import find_group, find_unit
from graph.catalogue import queries
from graph.core.errors import InputError, UnknownName
from graph.core.words import Words
from graph.export.elements import Elements
from graph.export.formats import Projection
from graph.places.suggestions import near
from graph.regions.groups import places_of
from graph.regions.named.area import Area, custom_area
from graph.regions.places import CROSS, asked_region, find_region, has_time

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows of the tables `groups`, `sits_in`, `member_of` and `in`, by name of table."""


@dataclass(frozen=True)
class Wanted:
    """What a network is narrowed to; each part that is given narrows further, several of one part add up.

    `regions` are divisions or named regions, `groups` names or uids, `fields` fields of groups. Of a region
    `complete` takes all days where none is asked, and all nodes however many they are.
    """

    regions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    projection: Projection | None = None
    complete: bool = False

    @property
    def small(self) -> bool:
        """Whether it is kept to one day and to what can be looked at."""
        return bool(self.regions) and not self.groups and not self.complete

    def __bool__(self) -> bool:
        return bool(self.regions or self.groups or self.fields or self.projection)

    def facts(self) -> tuple[tuple[Words, Words], ...]:
        """Return what was asked, for the codebook."""
        told = {
            Words("regions", "地区"): self.regions, Words("groups", "小组"): self.groups,
            Words("fields", "领域"): self.fields,
            Words("projection", "投影"): (self.projection,) if self.projection else (),
        }  # fmt: skip
        return tuple(
            (name, Words.joined(map(Words.same, given))) for name, given in told.items() if given
        )


EVERYTHING = Wanted()


def wanted_groups(elements: Elements, wanted: Wanted, rows: Rows) -> set[str]:
    """Return the uids of the groups that are wanted. Raises UnknownName for a name that is not there."""
    found = {row["uid"]: row for row in rows["groups"]}
    if wanted.groups:
        named = {find_group(elements.database, text).uid for text in wanted.groups}
        found = {uid: row for uid, row in found.items() if uid in named}
    elif elements.as_of:
        counted = queries.groups_in_force(as_of=elements.as_of, database=elements.database)
        found = {row.uid: found[row.uid] for row in counted if row.uid in found}
    fields = {str(row["field"]) for row in rows["groups"]}
    for field in wanted.fields:
        if field not in fields:
            raise UnknownName(
                Words("field of a group", "小组领域"), field, near(field, fields) or sorted(fields)
            )
    if wanted.fields:
        found = {uid: row for uid, row in found.items() if row["field"] in wanted.fields}
    return _within(elements, wanted.regions, found, rows) if wanted.regions else set(found)


def _within(
    elements: Elements, regions: Sequence[str], found: Mapping[str, Mapping[str, Any]],
    rows: Rows,
) -> set[str]:  # fmt: skip
    """Return those of the groups that a region runs, or in which it or a unit below it has a seat."""
    areas = [_area(elements, text) for text in regions]
    bodies = {row["start"]: row["end"] for row in rows["in"]}
    seated: dict[str, set[str]] = defaultdict(set)
    for group, row in found.items():
        seated[group] |= {row["place"]} if row.get("place") else set()
    for row in rows["member_of"]:
        seated[row["end"]].add(row["start"])
    for row in rows["sits_in"]:
        if row["start"] in bodies:
            seated[row["end"]].add(bodies[row["start"]])
    today = dt.date.today()
    days = {uid: elements.as_of or row.get("read_on") or today for uid, row in found.items()}
    asked = sorted({uid for area in areas for uid in area.asked})
    pairs = [(sorted(seated[uid]), day) for uid, day in days.items()]
    places = places_of(elements.database, pairs, asked)
    return {
        group for group, day in days.items()
        if any(
            area.holds(places[unit, day])
            for unit in seated[group] if (unit, day) in places for area in areas
        )
    }  # fmt: skip


def _area(elements: Elements, text: str) -> Area:
    """Return the divisions of a region, with all the uids that they had."""
    if has_time(text) or text in CROSS:
        raise InputError(
            Words(
                f"{text} cannot be exported. Name a place, and the day with --as-of.",
                f"{text} 不能导出。请写地名，日期用 --as-of 指明。",
            )
        )
    if asked_region(text, elements.as_of).area:
        area = find_region(elements.database, text, elements.as_of).area
        assert area is not None
        return area
    unit = find_unit(elements.database, text, elements.as_of)
    if not unit.level:
        raise InputError(
            Words(
                f"{unit.name} is not a division. Only a division is a region.",
                f"{unit.name} 不是区划；只有区划才是地区。",
            )
        )
    return custom_area(elements.database, [(unit.code, unit.name)])
