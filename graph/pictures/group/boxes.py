"""Boxes of a group's picture: chairs, members, and what stands above them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.ask.reasons import last_in_chair
from graph.catalogue import Row
from graph.core.terms import MEANINGS
from graph.core.words import Words
from graph.pictures import Fact, PictureNode
from graph.pictures.contract import RANK
from graph.pictures.group.known import Known
from graph.pictures.parts import ranked, unit_box
from graph.pictures.words import fact, said, seat_words

UNKNOWN_CHAIR = "chair:unknown"
RANK_OF_POST = Words("Rank of the post", "职务级别")
"""Of a chair who is last shown: his other posts give him no rank."""
RANK_IN_GROUP = Words("Rank in the group", "组内级别")
"""Of a member: the highest among its seats, which may be below the unit's own."""
LISTED = Words("the unit itself is listed", "单位本身列入名单")


def chairs(known: Known) -> Iterable[PictureNode]:
    """Yield the chairs; one that is unknown where no source names any, or none is anything to a member."""
    for uid, chair in known.chairs.items():
        yield _chair(known, uid, chair)
    if not known.chairs or any(giver(known, row) == UNKNOWN_CHAIR for row in known.answer.members):
        unknown = Words("no source names the chair", "无资料载明组长")
        yield PictureNode(
            UNKNOWN_CHAIR, "组长不明", "chair unknown", "post", "chair", None, unknown=True,
            facts=(fact("Chair", "组长", unknown),),
        )  # fmt: skip


def _chair(known: Known, uid: str, chair: Mapping[str, Any]) -> PictureNode:
    seats = known.seats_of(chair)
    homes = (known.units[unit].name for unit in chair["units"] if unit in known.units)
    title = chair["title"] or "、".join(homes)
    called = Words.same(f"{chair['name']} {title}" if chair["name"] else title)
    left = [] if chair["name"] else known.last_shown(chair["post"])
    label = Words.joined((called, *map(last_in_chair, left)), ", ", "，")
    rank = chair["rank"]
    return PictureNode(
        uid=uid,
        label=label.zh,
        label_en=label.en,
        kind="post",
        role="chair",
        rank=rank,
        supposed=known.supposed(chair),
        last_shown=bool(left),
        rank_of=RANK_OF_POST if left else RANK,
        facts=(
            fact("Rank", "级别", said(rank)),
            *(fact("Last evidence", "最后记载", said(s.last_evidence)) for s in seats),
        ),
        sources=known.sources.refs(*(s.source for s in seats)),
    )


def members(known: Known) -> Iterable[PictureNode]:
    """Yield the members, each with its own rank and those of its seats."""
    for row in known.answer.members:
        seats = [s for s in known.seats if s.unit == row.member and s.role != "chair"]
        yield PictureNode(
            uid=row.member,
            label=row.member_name,
            label_en=known.english(row.member, row.member_name),
            kind=known.kind(row.member),
            role=row.role,
            rank=row.rank,
            supposed=row.supposed and row.source is None,
            rank_of=RANK_IN_GROUP,
            facts=tuple(_member_facts(known, row, seats)),
            sources=known.sources.refs(row.source, *(s.source for s in seats)),
        )


def _member_facts(known: Known, row: Row, seats: Iterable[Row]) -> Iterable[Fact]:
    yield fact("Rank of the unit", "单位级别", ranked(known.units[row.member]))
    if row.relation:
        yield fact("Relation of the chair", "与组长的关系", MEANINGS[row.relation])
    yield fact("Gap", "级差", said(row.gap))
    for seat in seats:
        yield fact("Seat", "席位", LISTED if seat.post is None else seat_words(seat))
        yield fact("Rank of the seat", "席位级别", ranked(seat))


def superiors(known: Known) -> Iterable[PictureNode]:
    """Yield the units above the members in the chain of command."""
    members = {row.member for row in known.answer.members}
    for uid, unit in known.units.items():
        if uid not in members:
            facts = (fact("Rank", "级别", said(unit.rank)), fact("Code", "代码", said(unit.code)))
            yield unit_box(unit, "superior", facts, known.sources.refs(*unit.sources))


def giver(known: Known, row: Row) -> str:
    """Return the uid of the box of the chair who gives a member its relation and gap."""
    if row.relation is None or not row.chair_units:
        return UNKNOWN_CHAIR
    return known.chair_uid(row.chair_post, row.chair_name, row.chair_units)
