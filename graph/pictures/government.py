"""The picture of a government: its officials, and the groups in which they chair, vice-chair or sit."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.errors import InputError
from graph.lookup import find_unit
from graph.pictures.contract import Fact, Picture, PictureNode, PictureTie, SourceRef, Words
from graph.pictures.government_words import caption, counts, notes
from graph.pictures.parts import (
    MOST_BOXES,
    SEAT_TIES,
    Readings,
    Sources,
    group_box,
    listed,
    ranked,
    read_groups,
    relation_label,
    seat_label,
    seat_place,
    unit_facts,
    unit_kind,
)
from graph.pictures.words import fact, said, span_words

_LEADING = ("chair", "deputy_chair")
CROWDED = 120
"""Boxes from which on departments are counted on the group and no longer drawn."""


@dataclass(frozen=True)
class _Found:
    """What the queries say of one government on one day; `seats` hold those that are drawn."""

    unit: Row
    day: dt.date
    seats: Mapping[str, Sequence[Row]]
    departments: Mapping[str, Sequence[Row]]
    readings: Readings
    relations: Mapping[str, Row]
    hosted: frozenset[str]
    sources: Sources

    def order(self) -> list[str]:
        """Groups by the government's best seat in them, then by the rank of the chair, then by name."""

        def key(uid: str) -> tuple[int, int, str]:
            best = min((seat_place(s.role) for s in self.seats.get(uid, ())), default=9)
            return best, -(self.readings.chair_rank(uid) or 0), self.readings.name(uid)

        return sorted(self.readings.things, key=key)


def government_picture(
    database: Database, government: str, as_of: dt.date | None = None, most: int = MOST_BOXES
) -> Picture:
    """A government or agency with all its groups on a day (default: today).

    Drawn are its posts and those departments that chair or vice-chair; departments that merely sit are
    counted on the group. Raises UnknownName or AmbiguousName for the government, InputError where it has
    no group on the day.
    """
    day = as_of or dt.date.today()
    unit = find_unit(database, government, day)
    found = _find(database, unit, day)
    nodes, ties, total = _drawn(found, most)
    english = unit.name_en or unit.name
    return Picture(
        title=Words(f"{english} in its groups", f"{unit.name}所在的小组"),
        caption=caption(Words(english, unit.name), day, _best_roles(found), found.relations),
        as_of=str(day),
        layout="tiers",
        facts=tuple(counts(len(found.readings.things), found.readings)),
        notes=tuple(notes()),
        nodes=tuple(nodes),
        ties=tuple(ties),
        total=total,
    )


def _find(database: Database, named: Row, day: dt.date) -> _Found:
    rows = list(queries.seats_of_government(named.uid, day, database=database))
    unit = queries.things_by_uid([named.uid], database=database)[0]
    hosted = _hosted(database, named.uid, day)
    groups = {row.group for row in rows} | hosted
    if not groups:
        raise _no_groups(database, named, day)
    seats, departments = _split(rows, len(groups))
    readings = read_groups(database, groups, day)
    members = queries.authority_by_member(
        groups=sorted(groups), as_of=day, scope="all", database=database
    )
    relations = {row.group: row for row in members if row.member == named.uid}
    cited = [*(row.source for row in rows), *readings.sources(), *unit.sources]
    cited += [row.source for row in relations.values()]
    return _Found(
        unit, day, seats, departments, readings, relations, frozenset(hosted),
        Sources(database, cited),
    )  # fmt: skip


def _split(
    rows: Sequence[Row], groups: int
) -> tuple[Mapping[str, Sequence[Row]], Mapping[str, Sequence[Row]]]:
    """Seats that are drawn, and those of departments that are counted on their group, by group."""
    boxes = {(row.unit, row.post, row.person) for row in rows if row.own or row.role in _LEADING}
    crowded = len(boxes) + groups > CROWDED
    seats: dict[str, list[Row]] = defaultdict(list)
    departments: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        drawn = row.own or (row.role in _LEADING and not crowded)
        (seats if drawn else departments)[row.group].append(row)
    return seats, departments


def _hosted(database: Database, uid: str, day: dt.date) -> set[str]:
    rows = queries.groups_of_government([uid], as_of=day, database=database)
    return {row.group for row in rows if row.role == "host"}


def _no_groups(database: Database, unit: Row, day: dt.date) -> InputError:
    rows = queries.groups_of_government([unit.uid], database=database)
    days = sorted({row.as_of for row in rows}, reverse=True)[:5]
    known = (
        f" It has some on: {', '.join(map(str, days))} (--as-of)."
        if days
        else " No source in the graph shows any; load groups first or ask for its superior."
    )
    return InputError(
        f"{unit.name} ({unit.uid}) and its officials neither chair, vice-chair nor sit in a group in force"
        f" on {day}.{known}"
    )


def _best_roles(found: _Found) -> dict[str, str]:
    """The role of the government in each group: its best seat, host, or its departments'."""
    roles = {}
    for uid in found.readings.things:
        own = sorted((s.role for s in found.seats.get(uid, ()) if s.own), key=seat_place)
        roles[uid] = own[0] if own else "host" if uid in found.hosted else "departments"
    return roles


def _drawn(found: _Found, most: int) -> tuple[list[PictureNode], list[PictureTie], int | None]:
    """The boxes and ties, groups in order until the picture is full, and how many there would be."""
    nodes = {found.unit.uid: _government(found)}
    ties: list[PictureTie] = []
    left_out = 0
    for uid in found.order():
        officials = {node.uid: node for node, _ in _officials(found, uid)}
        fresh = {u: node for u, node in officials.items() if u not in nodes}
        if left_out or len(nodes) + len(fresh) + 1 > most:
            left_out += 1
            continue
        nodes |= fresh
        nodes[uid] = _group(found, uid)
        ties += [tie for _, tie in _officials(found, uid) if tie.start in fresh or tie.end in fresh]
        ties += _seat_ties(found, uid)
    unique = {(tie.start, tie.end, tie.kind, tie.label): tie for tie in ties}
    return list(nodes.values()), list(unique.values()), len(nodes) + left_out if left_out else None


def _government(found: _Found) -> PictureNode:
    unit = found.unit
    return PictureNode(
        unit.uid, unit.name, unit.name_en or unit.name, unit_kind(unit.level), "focus", unit.rank,
        False, False, tuple(unit_facts(unit)), found.sources.refs(*unit.sources),
    )  # fmt: skip


def _official_uid(seat: Row) -> str:
    """A post may have several holders at once (国务院副总理): each is a box of its own."""
    return f"{seat.post}|{seat.person}" if seat.person else str(seat.post)


def _officials(found: _Found, group: str) -> Iterator[tuple[PictureNode, PictureTie]]:
    """The posts of the seats with the tie to their unit, and departments with that to the government."""
    for seat in found.seats.get(group, ()):
        sources = found.sources.refs(seat.source)
        if not seat.own:
            yield _department(found, seat, sources)
        if seat.post is None:
            continue
        label = _official_name(seat)
        unknown = seat.title is None and seat.name is None
        node = PictureNode(
            _official_uid(seat), label.zh, label.en, "post", "official", seat.rank, False, unknown,
            (
                fact("Rank", "级别", ranked(seat)),
                fact("Holder", "任职者", said(seat.name)),
                fact("Last evidence", "最后记载", said(seat.last_evidence)),
            ),
            sources,
        )  # fmt: skip
        words = Words("post in", "任职于")
        yield node, PictureTie(node.uid, seat.unit, "IN", None, None, words, (), sources)


def _official_name(seat: Row) -> Words:
    """Holder and title as published; of a seat without either that it is not known who sits."""
    if title := " ".join(filter(None, (seat.name, seat.title))):
        return Words(title, title)
    return Words(f"{seat.unit_name} (post not known)", f"{seat.unit_name}（职务不明）")


def _department(
    found: _Found, seat: Row, sources: tuple[SourceRef, ...]
) -> tuple[PictureNode, PictureTie]:
    rank = Row(rank=seat.unit_rank, rank_basis=None)
    node = PictureNode(
        seat.unit, seat.unit_name, seat.unit_name, "agency", "department", seat.unit_rank,
        False, False, (fact("Rank", "级别", ranked(rank)),), sources,
    )  # fmt: skip
    words = Words("department of", "所属部门")
    return node, PictureTie(
        found.unit.uid,
        seat.unit,
        "COMMAND",
        None,
        None,
        words,
        (),
        found.sources.refs(*found.unit.sources),
    )


def _group(found: _Found, uid: str) -> PictureNode:
    rows = [*found.seats.get(uid, ()), *found.departments.get(uid, ())]
    sources = found.sources.refs(*found.readings.things[uid].sources, *(r.source for r in rows))
    return group_box(found.readings, uid, _standing(found, uid), sources)


def _standing(found: _Found, uid: str) -> Iterator[Fact]:
    """What the government is in a group, and what the chair is to it."""
    roles = dict.fromkeys(seat.role for seat in found.seats.get(uid, ()) if seat.own)
    words = [seat_label(role) for role in roles]
    if uid in found.hosted:
        words.append(Words("host", "牵头"))
    yield fact(
        "Role of the government", "本政府的角色",
        Words(", ".join(w.en for w in words) or "none of its own", "、".join(w.zh for w in words) or "无"),
    )  # fmt: skip
    if uid in found.relations:
        row = found.relations[uid]
        yield fact("Chair to the government", "组长与本政府", relation_label(row.relation, row.gap))
    below = list(dict.fromkeys(row.unit_name for row in found.departments.get(uid, ())))
    if below:
        yield fact(f"Departments in it: {len(below)}", f"所属部门 {len(below)} 个", listed(below))


def _seat_ties(found: _Found, uid: str) -> Iterator[PictureTie]:
    """A tie for each seat; what the chair is to the government stands on its best seat alone."""
    seats = sorted(found.seats.get(uid, ()), key=lambda seat: seat_place(seat.role))
    relation = found.relations.get(uid)
    for seat in seats:
        said_here = relation is not None and seat.own and seat.role != "chair"
        yield _seat_tie(found, uid, seat, relation if said_here else None)
        relation = None if said_here else relation
    if uid in found.departments or (uid in found.hosted and not seats):
        yield _loose_tie(found, uid)


def _seat_tie(found: _Found, group: str, seat: Row, relation: Row | None) -> PictureTie:
    start = seat.unit if seat.post is None else _official_uid(seat)
    facts = [
        fact("Seat", "席位", seat_label(seat.role)),
        fact("In force", "存续", span_words(seat.since, seat.until)),
        fact("Last evidence", "最后记载", said(seat.last_evidence)),
        fact("Confidence", "可信度", said(seat.confidence)),
    ]
    if relation is not None:
        label = relation_label(relation.relation, relation.gap)
        facts.insert(1, fact("Chair to the government", "组长与本政府", label))
    return PictureTie(
        start, group, SEAT_TIES.get(seat.role, "SITS_IN"),
        relation.relation if relation is not None else None,
        relation.gap if relation is not None else None,
        seat_label(seat.role), tuple(facts),
        found.sources.refs(seat.source, relation.source if relation is not None else None),
    )  # fmt: skip


def _loose_tie(found: _Found, uid: str) -> PictureTie:
    """A group in which the government is host or only its departments sit."""
    rows = found.departments.get(uid, ())
    number = len({row.unit for row in rows})
    label = (
        Words(
            f"{number} {'department' if number == 1 else 'departments'} in it",
            f"所属部门 {number} 个",
        )
        if rows
        else Words("host of the group", "牵头")
    )
    names = listed(dict.fromkeys(row.unit_name for row in rows))
    return PictureTie(
        found.unit.uid, uid, "DEPARTMENTS" if rows else "HOSTS", None, None, label,
        (fact("Departments", "部门", names),) if rows else (),
        found.sources.refs(*(row.source for row in rows)),
    )  # fmt: skip
