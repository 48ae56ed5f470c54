"""Every group of the graph on a day: its region, what it shares with others, its figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.errors import InputError, UnknownName
from graph.question import BASES, SCOPES
from graph.suggestions import near

LEVELS = ("Province", "Prefecture", "County", "Township")
ASKED = "asked"
"""The reading under the basis and scope that were asked for."""
SHIPPED = "groups"
"""The dataset of the shipped bodies: chosen as documented examples, no sample of anything."""


@dataclass(frozen=True)
class Selection:
    """Which groups are compared and how they are read.

    `field`, `kind` and `level` (Province, Prefecture, County or Township: the highest of the members)
    narrow; None takes all. `basis` and `scope` as of `graph.authority.Question`.
    """

    basis: str = "person"
    scope: str = "auto"
    field: str | None = None
    kind: str | None = None
    level: str | None = None

    def __post_init__(self) -> None:
        asked = (("basis", self.basis, BASES), ("scope", self.scope, SCOPES))
        for name, value, known in (*asked, ("level", self.level, (None, *LEVELS))):
            if value not in known:
                words = ", ".join(word for word in known if word)
                raise InputError(f"{value!r} is no {name}. There are: {words}.")

    def holds(self, group: GroupReading) -> bool:
        """Whether a group is among those asked for."""
        own = ((self.field, group.field), (self.kind, group.kind), (self.level, group.level))
        return all(asked is None or asked == found for asked, found in own)


@dataclass(frozen=True)
class Figures:
    """The figures of a group under one reading; `defined` is false where it has no gap by nature."""

    type: str
    possible: tuple[str, ...] | None
    defined: bool
    gap_min: int | None
    gap_min_at_most: int | None
    lc: float | None
    lc_min: float | None
    lc_max: float | None
    flags: tuple[str, ...]


@dataclass(frozen=True)
class GroupReading:
    """A group on a day. `readings` holds its figures by name of the reading, `asked` first of all.

    `region` is the uid of its province, null for a group of another `stratum`: cross_province,
    no_province, unknown. Groups that share one of `shares` (itself, a chair, a document) are not independent.
    """

    group: str
    name: str
    name_en: str | None
    as_of: dt.date
    region: str | None
    region_name: str | None
    stratum: str
    kind: str | None
    field: str | None
    level: str | None
    shares: frozenset[str]
    instruments: tuple[int, ...]
    hand_picked: bool
    readings: Mapping[str, Figures]

    @property
    def asked(self) -> Figures:
        """The figures under the basis and scope that were asked for."""
        return self.readings[ASKED]


def read_groups(
    database: Database, as_of: dt.date | None, selection: Selection
) -> list[GroupReading]:
    """The groups in force on the day (None: each on its last documented one) that the selection holds.

    Raises UnknownName where no group of the graph has the field or kind asked for.
    """
    figures: dict[str, dict[str, Figures]] = {}
    rows = queries.readings_by_group(
        as_of=as_of, basis=selection.basis, scope=selection.scope, database=database
    )
    for row in rows:
        figures.setdefault(row.group, {})[row.reading] = _figures(row)
    found = [
        _group(row, figures[row.group])
        for row in queries.groups_by_region(as_of=as_of, database=database)
    ]
    _check_words(found, selection)
    return [group for group in found if selection.holds(group)]


def _check_words(groups: list[GroupReading], selection: Selection) -> None:
    for name, asked in (("field", selection.field), ("kind", selection.kind)):
        known = sorted({getattr(group, name) or "" for group in groups} - {""})
        if asked is not None and asked not in known:
            raise UnknownName(f"{name} of a group on that day", asked, near(asked, known) or known)


def _figures(row: Row) -> Figures:
    possible = None if row.possible is None else tuple(row.possible)
    return Figures(
        row.type, possible, row.defined, row.gap_min, row.gap_min_at_most,
        row.lc, row.lc_min, row.lc_max, tuple(row.flags),
    )  # fmt: skip


def _group(row: Row, readings: Mapping[str, Figures]) -> GroupReading:
    return GroupReading(
        group=row.group,
        name=row.name,
        name_en=row.name_en,
        as_of=row.as_of,
        region=row.region,
        region_name=row.region_name,
        stratum=row.stratum,
        kind=row.kind,
        field=row.field,
        level=next((level for level in LEVELS if level in row.levels), None),
        shares=frozenset(_shares(row)),
        instruments=tuple(row.instruments),
        hand_picked=bool(row.in_paper) or row.dataset == SHIPPED,
        readings=readings,
    )


def _shares(row: Row) -> Iterator[str]:
    """The group itself too: on two days it is one group, not two."""
    yield row.group
    yield from row.chairs
    yield from row.documents
