"""Matrices (矩阵) of groups × members and groups × persons, from what was read of the groups of one day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.terms import CONFIDENCES, FIELDS, MEANINGS, term
from graph.core.words import Words
from graph.pictures.contract import Fact, Matrix, MatrixCell, MatrixLine, PictureNode
from graph.pictures.parts import (
    Readings,
    Sources,
    ranked,
    seat_place,
    unit_box,
    unit_facts,
)
from graph.pictures.words import fact, said, seat_words

MEMBERS = Words("Members", "成员")
PERSONS = Words("Persons in several groups", "参加多个小组的人物")
CENTRE = Words("the centre", "中央")
SEVERAL = Words("several provinces", "跨省")

Key = tuple[str, str]
"""Uids of a group and of a member."""


@dataclass(frozen=True)
class Families:
    """The provinces of units on a day, and their names by uid."""

    provinces: Mapping[str, Sequence[str]]
    names: Mapping[str, Words]

    def words(self, unit: str | None) -> Words:
        """Return the province of a unit; of one above all provinces the centre."""
        found = self.provinces.get(unit or "", ())
        return SEVERAL if len(found) > 1 else self.names[found[0]] if found else CENTRE

    def place(self, unit: str | None, home: str | None) -> tuple[bool, bool, str]:
        """Order of families: that of a unit `home`, other provinces by code, the centre."""
        found = "".join(self.provinces.get(unit or "", ()))
        return found != "".join(self.provinces.get(home or "", ())), not found, found


def families(database: Database, units: Iterable[str | None], day: dt.date) -> Families:
    """Ask in which provinces units lie on a day."""
    asked = [{"day": str(day), "units": sorted({unit for unit in units if unit})}]
    rows = queries.regions_of_units(days=asked, database=database)
    provinces = {unit: tuple(row.provinces) for row in rows for unit in row.units}
    found = sorted({uid for own in provinces.values() for uid in own})
    named = queries.things_by_uid(found, database=database)
    return Families(provinces, {r.uid: Words(r.name_en or r.name, r.name) for r in named})


def group_lines(readings: Readings, boxes: Iterable[PictureNode]) -> tuple[MatrixLine, ...]:
    """Groups by the rank of the chair, those that stand in no count and unknown ranks last."""
    order = sorted(boxes, key=lambda box: (-(box.rank or 0), box.faded, box.label))
    things = readings.things
    return tuple(
        MatrixLine(box, term(FIELDS, things[box.uid].field), things[box.uid].since) for box in order
    )


@dataclass(frozen=True)
class Sitting:
    """Who sits in groups on a day: `rows` of authority_by_member, `seats` of roster_of_group."""

    database: Database
    day: dt.date
    readings: Readings
    rows: Sequence[Row]
    seats: Sequence[Row]
    sources: Sources

    @cached_property
    def by_unit(self) -> Mapping[Key, Sequence[Row]]:
        """The seats of each unit in each group."""
        found: dict[Key, list[Row]] = defaultdict(list)
        for seat in self.seats:
            if seat.unit:
                found[seat.group, seat.unit].append(seat)
        return found

    @cached_property
    def chairs(self) -> Mapping[Key, Sequence[Mapping[str, Any]]]:
        """Who chairs by a seat of which unit; of collective bodies the heads of the members do."""
        found: dict[Key, list[Mapping[str, Any]]] = defaultdict(list)
        for group, row in self.readings.types.items():
            for chair in row.chairs:
                for unit in chair["units"]:
                    seats = self.by_unit.get((group, unit), ())
                    if chair["post"] is None or any(s.role == "chair" for s in seats):
                        found[group, unit].append(chair)
        return found


def sitting(database: Database, readings: Readings, rows: Sequence[Row], day: dt.date) -> Sitting:
    """Ask for the seats of the groups that were read."""
    seats = queries.roster_of_group(groups=sorted(readings.things), as_of=day, database=database)
    cited = [*(row.source for row in rows), *(seat.source for seat in seats), *readings.sources()]
    return Sitting(database, day, readings, rows, list(seats), Sources(database, cited))


def members_matrix(
    found: Sitting, groups: tuple[MatrixLine, ...], home: str, near: Iterable[str]
) -> Matrix:
    """Return groups × members, with the units of chairs; those of the province of `home` stand first."""
    cells = list(_member_cells(found))
    units = sorted({cell.member for cell in cells})
    rows = queries.things_by_uid(units, database=found.database)
    lie = families(found.database, [*units, home], found.day)
    kept = frozenset(near)
    sources = Sources(found.database, (uid for row in rows for uid in row.sources))

    def order(row: Row) -> tuple[object, ...]:
        return *lie.place(row.uid, home), not row.code, -(row.rank or 0), row.code or "", row.name

    lines = tuple(
        MatrixLine(
            unit_box(row, "member", unit_facts(row), sources.refs(*row.sources)),
            lie.words(row.uid), row.since, row.uid in kept,
        )
        for row in sorted(rows, key=order)
    )  # fmt: skip
    return Matrix(MEMBERS, groups, lines, tuple(cells))


def _member_cells(found: Sitting) -> Iterator[MatrixCell]:
    """Yield a cell for each member, and for each unit of a chair that is no member."""
    members = {(row.group, row.member) for row in found.rows}
    for row in found.rows:
        key = (row.group, row.member)
        leads = key in found.chairs
        seats = found.by_unit.get(key, ())
        yield MatrixCell(
            *key, "chair" if leads else row.role, row.relation, row.gap, row.supposed,
            (*member_facts(row), *_seat_facts(seats)),
            found.sources.refs(row.source, *(seat.source for seat in seats)),
        )  # fmt: skip
    for key, chairs in found.chairs.items():
        if key not in members:
            seats = [seat for seat in found.by_unit.get(key, ()) if seat.role == "chair"]
            own = [seat.source for seat in seats] or found.readings.things[key[0]].sources
            yield MatrixCell(
                *key, "chair", facts=tuple(_chair_facts(chairs)), sources=found.sources.refs(*own),
                is_member=False,
            )  # fmt: skip


def member_facts(row: Row) -> Iterator[Fact]:
    """What the chair is to a member, a row of authority_by_member, and by which chair."""
    if row.relation:
        yield fact("That is", "即", MEANINGS[row.relation])
    yield fact("By the chair", "所据组长", _who(row.chair_name, row.chair))
    yield fact("Rank in the group", "组内级别", said(row.rank))
    yield fact("Confidence", "可信度", term(CONFIDENCES, row.confidence))


def _seat_facts(seats: Iterable[Row]) -> Iterator[Fact]:
    for seat in seats:
        yield fact("Seat", "席位", seat_words(seat))


def _chair_facts(chairs: Iterable[Mapping[str, Any]]) -> Iterator[Fact]:
    for chair in chairs:
        yield fact("Chair", "组长", _who(chair["name"], chair["title"]))
        yield fact("Rank", "级别", said(chair["rank"]))


def _who(name: str | None, title: str | None) -> Words:
    return said(" ".join(filter(None, (name, title))) or None)


def persons_matrix(found: Sitting, groups: tuple[MatrixLine, ...], home: str) -> Matrix | None:
    """Return groups × persons who have seats in several of them; None where nobody has."""
    held: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for seat in found.seats:
        if seat.person:
            held[seat.person][seat.group].append(seat)
    several = {person: own for person, own in held.items() if len(own) > 1}
    if not several:
        return None
    best = {person: _best([s for own in held[person].values() for s in own]) for person in several}
    lie = families(found.database, [home, *(seat.unit for seat in best.values())], found.day)

    def order(person: str) -> tuple[object, ...]:
        seat = best[person]
        return *lie.place(seat.unit, home), -(seat.rank or 0), seat.name

    lines = (
        MatrixLine(_person(best[one]), lie.words(best[one].unit))
        for one in sorted(several, key=order)
    )
    cells = (
        MatrixCell(
            group, person, min((s.role for s in own), key=seat_place),
            facts=tuple(_seat_facts(own)), sources=found.sources.refs(*(s.source for s in own)),
        )
        for person, groups_of in several.items() for group, own in groups_of.items()
    )  # fmt: skip
    return Matrix(PERSONS, groups, tuple(lines), tuple(cells))


def _best(seats: Sequence[Row]) -> Row:
    return max(seats, key=lambda seat: seat.rank or 0)


def _person(seat: Row) -> PictureNode:
    rank = fact("Rank of the seat", "席位级别", ranked(seat))
    return PictureNode(
        seat.person, seat.name, seat.name, "person", "held", seat.rank,
        facts=(rank, fact("Seat", "席位", seat_words(seat))),
    )  # fmt: skip
