"""Boxes and ties of a government's picture: officials, departments, groups, and a tie for each seat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.catalogue import Row
from graph.core.terms import last_shown
from graph.core.words import Words
from graph.pictures import parts
from graph.pictures.contract import Fact, PictureNode, PictureTie, SourceRef
from graph.pictures.words import counted, fact, said, span_words


@dataclass(frozen=True)
class GovernmentSeats:
    """What the queries say of one government on one day; `seats` hold those that are drawn."""

    unit: Row
    day: dt.date
    seats: Mapping[str, Sequence[Row]]
    departments: Mapping[str, Sequence[Row]]
    readings: parts.Readings
    relations: Mapping[str, Row]
    hosted: frozenset[str]
    members: Sequence[Row]
    sources: parts.Sources

    def order(self) -> list[str]:
        """Groups by the government's best seat in them, then by the rank of the chair, then by name."""

        def key(uid: str) -> tuple[int, int, str]:
            best = min((parts.seat_place(s.role) for s in self.seats.get(uid, ())), default=9)
            return best, -(self.readings.chair_rank(uid) or 0), self.readings.name(uid)

        return sorted(self.readings.things, key=key)


def government_box(sitting: GovernmentSeats) -> PictureNode:
    """Return the government (政府) or agency itself."""
    unit = sitting.unit
    return parts.unit_box(
        unit, "focus", parts.unit_facts(unit), sitting.sources.refs(*unit.sources)
    )


def official_uid(seat: Row) -> str:
    """Return a post may have several holders at once (国务院副总理): each is a box of its own."""
    return f"{seat.post}|{seat.person}" if seat.person else str(seat.post)


def officials(sitting: GovernmentSeats, group: str) -> Iterator[tuple[PictureNode, PictureTie]]:
    """The posts of the seats with the tie to their unit, and departments with that to the government."""
    for seat in sitting.seats.get(group, ()):
        sources = sitting.sources.refs(seat.source)
        if not seat.own:
            yield department(sitting, seat, sources)
        if seat.post is None:
            continue
        label = _official_name(seat)
        unknown = seat.title is None and seat.name is None
        node = PictureNode(
            official_uid(seat), label.zh, label.en, "post", "official", seat.rank, unknown=unknown,
            last_shown=seat.tenure_status == "last_shown",
            facts=(
                fact("Rank", "级别", parts.ranked(seat)),
                fact("Holder", "任职者", said(seat.name)),
                fact("Last evidence", "最后记载", said(seat.last_evidence)),
            ),
            sources=sources,
        )  # fmt: skip
        yield node, PictureTie(node.uid, seat.unit, "IN", label=parts.POST_IN, sources=sources)


def _official_name(seat: Row) -> Words:
    """Holder and title as published; of a seat without either that it is not known who sits."""
    if title := " ".join(filter(None, (seat.name, seat.title))):
        seen = last_shown(seat.tenure_status, seat.last_evidence)
        return Words.joined((Words.same(title), seen), ", ", "，")
    return Words(f"{seat.unit_name} (post not known)", f"{seat.unit_name}（职务不明）")


def department(
    sitting: GovernmentSeats, seat: Row, sources: tuple[SourceRef, ...]
) -> tuple[PictureNode, PictureTie]:
    """Return the box of a department that has a seat, and its tie to the government."""
    rank = Row(rank=seat.unit_rank, rank_basis=None)
    node = PictureNode(
        seat.unit, seat.unit_name, seat.unit_name, "agency", "department", seat.unit_rank,
        facts=(fact("Rank", "级别", parts.ranked(rank)),), sources=sources,
    )  # fmt: skip
    own = sitting.sources.refs(*sitting.unit.sources)
    words = Words("department of", "所属部门")
    return node, PictureTie(sitting.unit.uid, seat.unit, "COMMAND", label=words, sources=own)


def group_of_government(sitting: GovernmentSeats, uid: str) -> PictureNode:
    rows = [*sitting.seats.get(uid, ()), *sitting.departments.get(uid, ())]
    sources = sitting.sources.refs(*sitting.readings.things[uid].sources, *(r.source for r in rows))
    return parts.group_box(sitting.readings, uid, _standing(sitting, uid), sources)


def _standing(sitting: GovernmentSeats, uid: str) -> Iterator[Fact]:
    """Say what the government is in a group, and what the chair is to it."""
    roles = dict.fromkeys(seat.role for seat in sitting.seats.get(uid, ()) if seat.own)
    words = [parts.seat_label(role) for role in roles]
    if uid in sitting.hosted:
        words.append(Words("host", "东道政府"))
    yield fact(
        "Role of the government", "本政府的角色",
        Words.joined(words or [Words("none of its own", "无")]),
    )  # fmt: skip
    if uid in sitting.relations:
        row = sitting.relations[uid]
        yield fact(
            "Chair to the government", "组长与本政府", parts.relation_label(row.relation, row.gap)
        )
    below = list(dict.fromkeys(row.unit_name for row in sitting.departments.get(uid, ())))
    if below:
        yield fact(
            f"Departments in it: {len(below)}", f"所属部门 {len(below)} 个", parts.listed(below)
        )


def seat_ties(sitting: GovernmentSeats, uid: str) -> Iterator[PictureTie]:
    """Yield a tie for each seat; what the chair is to the government stands on its best seat alone."""
    seats = sorted(sitting.seats.get(uid, ()), key=lambda seat: parts.seat_place(seat.role))
    relation = sitting.relations.get(uid)
    for seat in seats:
        said_here = relation is not None and seat.own and seat.role != "chair"
        yield _seat_tie(sitting, uid, seat, relation if said_here else None)
        relation = None if said_here else relation
    if uid in sitting.departments or (uid in sitting.hosted and not seats):
        yield _loose_tie(sitting, uid)


def _seat_tie(sitting: GovernmentSeats, group: str, seat: Row, relation: Row | None) -> PictureTie:
    start = seat.unit if seat.post is None else official_uid(seat)
    facts = [
        fact("Seat", "席位", parts.seat_label(seat.role)),
        fact("In force", "存续", span_words(seat.since, seat.until)),
        *parts.evidence(seat),
    ]
    if relation is not None:
        label = parts.relation_label(relation.relation, relation.gap)
        facts.insert(1, fact("Chair to the government", "组长与本政府", label))
    return PictureTie(
        start, group, parts.SEAT_TIES.get(seat.role, "SITS_IN"),
        relation.relation if relation is not None else None,
        relation.gap if relation is not None else None,
        parts.seat_label(seat.role), tuple(facts),
        sitting.sources.refs(seat.source, relation.source if relation is not None else None),
    )  # fmt: skip


def _loose_tie(sitting: GovernmentSeats, uid: str) -> PictureTie:
    """Return a group in which the government is host or only its departments sit."""
    rows = sitting.departments.get(uid, ())
    if not rows:
        return PictureTie(
            sitting.unit.uid, uid, "HOSTS", label=Words("host of the group", "东道政府")
        )
    number = len({row.unit for row in rows})
    label = Words(f"{counted(number, 'department')} in it", f"所属部门 {number} 个")
    names = parts.listed(dict.fromkeys(row.unit_name for row in rows))
    return PictureTie(
        sitting.unit.uid, uid, "DEPARTMENTS", label=label, facts=(fact("Departments", "部门", names),),
        sources=sitting.sources.refs(*(row.source for row in rows)),
    )  # fmt: skip
