"""What a network is narrowed to, and which groups that are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.ask.lookup import find_group
from graph.ask.uids import with_uids
from graph.catalogue import queries
from graph.core.errors import InputError, UnknownName
from graph.core.words import Words
from graph.export.elements import Elements
from graph.export.formats import Projection
from graph.places.suggestions import near
from graph.regions.places import CROSS, has_time

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
    return set(found) & _of_regions(elements, wanted.regions) if wanted.regions else set(found)


def _of_regions(elements: Elements, regions: Sequence[str]) -> set[str]:
    """Return the groups that the regions run, sit in or hold within them (`groups_of_place`)."""
    for text in regions:
        if has_time(text) or text in CROSS:
            raise InputError(
                Words(
                    f"{text} cannot be exported. Name a place, and the day with --as-of.",
                    f"{text} 不能导出。请写地名，日期用 --as-of 指明。",
                )
            )
    query = queries.groups_of_place
    asked = query.values({"region": list(regions), "as_of": elements.as_of})
    values, _ = with_uids(elements.database, query, asked)
    return {row.group for row in query(**values, database=elements.database)}
