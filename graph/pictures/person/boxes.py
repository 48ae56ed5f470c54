"""Boxes and ties of a person's picture: posts with their periods, groups, and a tie for each seat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.ask.remarks import remark
from graph.catalogue import Result, Row
from graph.core.terms import last_shown
from graph.core.words import Words
from graph.pictures import parts
from graph.pictures.contract import Fact, PictureNode, PictureTie
from graph.pictures.words import fact, said, short_span, span_words


@dataclass(frozen=True)
class PersonSeats:
    """What the queries say of one person, at any time or on a day; `dated` are the posts of all tenures."""

    person: Row
    posts: Sequence[Row]
    dated: frozenset[str]
    seats: Sequence[Row]
    things: Mapping[str, Row]
    readings: parts.Readings
    counted: Result
    sources: parts.Sources

    def groups(self) -> list[str]:
        """Return the groups by the best seat in them, then as the seats began."""
        uids = list(dict.fromkeys(seat.group for seat in self.seats))
        best = {
            uid: min(parts.seat_place(s.role) for s in self.seats if s.group == uid) for uid in uids
        }
        return sorted(uids, key=lambda uid: best[uid])


def person_box(career: PersonSeats) -> PictureNode:
    """Return the person, on the tier of the highest post."""
    held = (row for row in career.posts if row.tenure_status != "last_shown")
    rows = [*held, *(career.things[seat.post] for seat in _only_named(career))]
    rank = max((row.rank for row in rows if row.rank is not None), default=None)
    sources = career.sources.refs(*(row.source for row in career.posts))
    facts = [fact("Highest rank of the posts", "职务最高级别", said(rank))]
    if career.person.note:
        facts.append(fact("Told apart by", "同名之别", remark(career.person.note)))
    name = career.person.name
    uid = career.person.uid
    return PictureNode(
        uid, name, name, "person", "focus", rank, facts=tuple(facts), sources=sources
    )


def post_boxes(career: PersonSeats) -> Iterator[PictureNode]:
    """Posts of tenures, then those that only a seat names; several tenures of a post are one box."""
    for uid in dict.fromkeys(row.post for row in career.posts):
        rows = [row for row in career.posts if row.post == uid]
        title = rows[0].title or f"{rows[0].unit_name or ''}（职务不明）"
        left = all(row.tenure_status == "last_shown" for row in rows)
        seen = last_shown(rows[-1].tenure_status if left else None, rows[-1].last_evidence)
        label = Words.joined((Words.same(title), seen), ", ", "，")
        yield PictureNode(
            uid, label.zh, label.en, "post", "held", rows[0].rank,
            unknown=rows[0].title is None, last_shown=left,
            facts=(fact("Rank", "级别", parts.ranked(rows[0])), fact("Unit", "单位", said(rows[0].unit_name)),
             *(fact("Held", "任期", _span(row)) for row in rows)),
            sources=career.sources.refs(*(row.source for row in rows)),
        )  # fmt: skip
    for seat in _only_named(career):
        thing = career.things[seat.post]
        title = seat.title or thing.name
        yield PictureNode(
            seat.post, title, title, "post", "held", thing.rank,
            facts=(fact("Rank", "级别", parts.ranked(thing)), fact("Held", "任期", said(None))),
            sources=career.sources.refs(seat.source),
        )  # fmt: skip


def _only_named(career: PersonSeats) -> list[Row]:
    """For each post that no tenure dates, but a seat of the person names: one such seat.

    A post whose tenures all lie before or after the day is not held on it, however long the seat goes on.
    """
    return list({s.post: s for s in career.seats if s.post and s.post not in career.dated}.values())


def _span(row: Row) -> Words:
    span = span_words(row.since, row.until)
    if row.last_evidence is None:
        return span
    return Words(
        f"{span.en}, last shown {row.last_evidence}", f"{span.zh}，最后见于 {row.last_evidence}"
    )


def tenure_ties(career: PersonSeats) -> Iterator[PictureTie]:
    """Yield one tie to each post; a post that only a seat names is held as that seat says."""
    for uid in dict.fromkeys(row.post for row in career.posts):
        rows = [row for row in career.posts if row.post == uid]
        label = Words.same("; ".join(short_span(row.since, row.until) for row in rows))
        facts = tuple(fact("Held", "任期", _span(row)) for row in rows)
        yield _held(career, uid, label, rows, facts)
    for seat in _only_named(career):
        yield _held(career, seat.post, Words.same("?–?"), [seat])


def _held(
    career: PersonSeats, post: str, label: Words, rows: Sequence[Row], facts: tuple[Fact, ...] = ()
) -> PictureTie:
    refs = career.sources.refs(*(row.source for row in rows))
    return PictureTie(career.person.uid, post, "HOLDS", label=label, facts=facts, sources=refs)


def group_of_person(career: PersonSeats, uid: str) -> PictureNode:
    """Return a group with the day on which it is read and the person's seats in it."""
    seats = [seat for seat in career.seats if seat.group == uid]
    facts = [fact("Read on", "判读日", said(career.readings.day(uid)))]
    facts += [
        Fact(parts.seat_label(seat.role), span_words(seat.since, seat.until)) for seat in seats
    ]
    cited = [*career.readings.things[uid].sources, *(seat.source for seat in seats)]
    return parts.group_box(career.readings, uid, facts, career.sources.refs(*cited))


def seat_ties(career: PersonSeats, posts: dict[str, PictureNode]) -> Iterator[PictureTie]:
    """Yield a tie for each seat, from the post that sits where it is drawn, else from the person."""
    for seat in career.seats:
        start = seat.post if seat.post in posts else career.person.uid
        span = span_words(seat.since, seat.until)
        role = parts.seat_label(seat.role)
        label = Words(f"{role.en}, {span.en}", f"{role.zh}，{span.zh}")
        yield PictureTie(
            start, seat.group, parts.SEAT_TIES.get(seat.role, "SITS_IN"), label=label,
            facts=tuple(_seat_facts(seat)), sources=career.sources.refs(seat.source),
        )  # fmt: skip


def _seat_facts(seat: Row) -> Iterator[Fact]:
    yield fact("Title as published", "所载职务", said(seat.title))
    if seat.executive:
        yield fact("Executive deputy", "常务副组长", Words("yes", "是"))
    if not seat.named:
        post_only = Words(
            "no: the source names the post, which this person held",
            "否：来源只载职务，当时由此人担任",
        )
        yield fact("Named", "是否具名", post_only)
    yield from parts.evidence(seat)
