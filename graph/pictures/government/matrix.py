"""The matrices of a government: its groups × its seats, × all their members, × persons in several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.catalogue import Row
from graph.connection import Database
from graph.core.words import Words
from graph.pictures.contract import Fact, Matrix, MatrixCell, MatrixLine, PictureNode
from graph.pictures.government.boxes import (
    GovernmentSeats,
    department,
    government_box,
    group_of_government,
    official_uid,
    officials,
)
from graph.pictures.lines import (
    group_lines,
    member_facts,
    members_matrix,
    persons_matrix,
    sitting,
)
from graph.pictures.parts import evidence, seat_place
from graph.pictures.words import fact, seat_words, span_words

SEATS = Words("Its seats", "本机关的席位")
ITSELF = Words("itself", "本机关")
OFFICIALS = Words("officials", "官员")
DEPARTMENTS = Words("departments", "所属部门")


def government_matrices(database: Database, own: GovernmentSeats) -> Iterator[Matrix]:
    """Yield what the government, its officials and its departments are in each group, then all members."""
    boxes = (group_of_government(own, uid) for uid in own.readings.things)
    lines, home = group_lines(own.readings, boxes), str(own.unit.uid)
    yield _seats(own, lines)
    found = sitting(database, own.readings, own.members, own.day)
    yield members_matrix(found, lines, home, [home])
    if persons := persons_matrix(found, lines, home):
        yield persons


def _seats(own: GovernmentSeats, groups: tuple[MatrixLine, ...]) -> Matrix:
    lines = [MatrixLine(government_box(own), ITSELF)]
    posts: dict[str, PictureNode] = {}
    units: dict[str, PictureNode] = {}
    cells: list[MatrixCell] = []
    for line in groups:
        uid = line.node.uid
        seats = [*own.seats.get(uid, ()), *own.departments.get(uid, ())]
        posts |= {n.uid: n for n, _ in officials(own, uid) if n.role == "official"}
        units |= {
            s.unit: department(own, s, own.sources.refs(s.source))[0] for s in seats if not s.own
        }
        cells += _cells(own, uid, seats)
    for family, nodes in ((OFFICIALS, posts), (DEPARTMENTS, units)):
        order = sorted(nodes.values(), key=lambda node: (-(node.rank or 0), node.label))
        lines += (MatrixLine(node, family) for node in order)
    return Matrix(SEATS, groups, tuple(lines), tuple(cells))


def _cells(own: GovernmentSeats, group: str, seats: Sequence[Row]) -> Iterator[MatrixCell]:
    """The cell of the government itself, of each of its posts, and of each of its departments."""
    relations = {row.member: row for row in own.members if row.group == group}
    mine = [seat for seat in seats if seat.own]
    if mine or group in own.hosted:
        yield _cell(own, group, own.unit.uid, mine, relations.get(own.unit.uid))
    by_post: dict[str, list[Row]] = {}
    for seat in mine:
        if seat.post is not None:
            by_post.setdefault(official_uid(seat), []).append(seat)
    for uid, held in by_post.items():
        yield _cell(own, group, uid, held, None)
    for unit in dict.fromkeys(seat.unit for seat in seats if not seat.own):
        held = [seat for seat in seats if seat.unit == unit]
        yield _cell(own, group, unit, held, relations.get(unit))


def _cell(
    own: GovernmentSeats, group: str, member: str, seats: Sequence[Row], told: Row | None
) -> MatrixCell:
    """One cell of the highest of some seats; without any it is the host's. The chair has no chair over it."""
    role = min((seat.role for seat in seats), key=seat_place, default="host")
    over = told if role != "chair" else None
    cell = MatrixCell(
        group, member, role, facts=tuple(_facts(seats, over)),
        sources=own.sources.refs(*(seat.source for seat in seats)),
    )  # fmt: skip
    return replace(cell, relation=over.relation, gap=over.gap) if over else cell


def _facts(seats: Sequence[Row], told: Row | None) -> Iterator[Fact]:
    if told is not None:
        yield from member_facts(told)
    for seat in seats:
        yield fact("Seat", "席位", seat_words(seat))
        yield fact("In force", "存续", span_words(seat.since, seat.until))
        yield from evidence(seat)
