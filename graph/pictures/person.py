"""The picture of a person: the posts held, and the groups chaired, vice-chaired or sat in by each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.catalogue import Result, Row, queries
from graph.chairs.persons import groups_of_person
from graph.connection import Database
from graph.errors import InputError
from graph.pictures.contract import Fact, Picture, PictureNode, PictureTie, Words
from graph.pictures.parts import (
    MOST_BOXES,
    SEAT_TIES,
    Readings,
    Sources,
    group_box,
    ranked,
    read_groups,
    seat_label,
    seat_place,
)
from graph.pictures.words import fact, said, short_span, span_words

_ROLES = (
    ("chair", "chaired", "任组长"),
    ("deputy_chair", "vice-chaired", "任副组长"),
    ("member", "sat in as a member", "任成员"),
    ("", "was otherwise in", "任其他职"),
)


@dataclass(frozen=True)
class _Found:
    """What the queries say of one person, at any time or on a day."""

    person: Row
    posts: Sequence[Row]
    seats: Sequence[Row]
    things: Mapping[str, Row]
    readings: Readings
    counted: Result
    sources: Sources

    def groups(self) -> list[str]:
        """The groups by the best seat in them, then as the seats began."""
        uids = list(dict.fromkeys(seat.group for seat in self.seats))
        best = {uid: min(seat_place(s.role) for s in self.seats if s.group == uid) for uid in uids}
        return sorted(uids, key=lambda uid: best[uid])


def person_picture(
    database: Database, person: str, as_of: dt.date | None = None, most: int = MOST_BOXES
) -> Picture:
    """A person (任职者) with all posts and groups that sources show, at any time or on a day.

    `person` is a name or uid. Without a day each group is read on its last documented day. Raises
    AmbiguousName with what tells apart those who share a name, UnknownName for one that nobody bears,
    InputError where nothing is known of the person on the day.
    """
    found = _find(database, person, as_of)
    groups = found.groups()
    posts = {node.uid: node for node in _posts(found)}
    drawn = groups[: max(0, most - 1 - len(posts))]
    nodes = (_who(found), *posts.values(), *(_group(found, uid) for uid in drawn))
    kept = set(drawn)
    name = found.person.name
    return Picture(
        title=Words(f"{name}: posts and groups", f"{name}：职务与小组"),
        caption=_caption(found, as_of, len(posts)),
        as_of="" if as_of is None else str(as_of),
        layout="tiers",
        facts=tuple(_counts(found, len(posts))),
        notes=tuple(_notes(found, as_of)),
        nodes=nodes,
        ties=(*_tenures(found), *(t for t in _seat_ties(found, posts) if t.end in kept)),
        total=None if len(drawn) == len(groups) else len(nodes) + len(groups) - len(drawn),
    )


def _find(database: Database, text: str, as_of: dt.date | None) -> _Found:
    answer = groups_of_person(database, text, as_of)
    posts = list(queries.posts_of_person(answer.person.uid, as_of, database=database))
    seats = list(answer.seats)
    if not posts and not seats:
        raise _nothing(answer.person, as_of)
    readings = read_groups(database, [seat.group for seat in seats], as_of)
    named = sorted({seat.post for seat in seats if seat.post})
    things = {row.uid: row for row in queries.things_by_uid(named, database=database)}
    cited = [*(row.source for row in posts), *(row.source for row in seats), *readings.sources()]
    return _Found(
        answer.person, posts, seats, things, readings, answer.counted, Sources(database, cited)
    )  # fmt: skip


def _nothing(person: Row, as_of: dt.date | None) -> InputError:
    when = f" on {as_of}. Leave out --as-of for all that is known" if as_of else ""
    return InputError(
        f"No source shows {person.name} ({person.uid}) in a post or a group{when}."
    )  # fmt: skip


def _who(found: _Found) -> PictureNode:
    """The person, on the tier of the highest post."""
    rows = [*found.posts, *(found.things[seat.post] for seat in _only_named(found))]
    rank = max((row.rank for row in rows if row.rank is not None), default=None)
    sources = found.sources.refs(*(row.source for row in found.posts))
    facts = [fact("Highest rank of the posts", "职务最高级别", said(rank))]
    if found.person.note:
        facts.append(fact("Told apart by", "同名之别", said(found.person.note)))
    name = found.person.name
    return PictureNode(
        found.person.uid, name, name, "person", "focus", rank, False, False, tuple(facts), sources
    )


def _posts(found: _Found) -> Iterator[PictureNode]:
    """Posts of tenures, then those that only a seat names; several tenures of a post are one box."""
    for uid in dict.fromkeys(row.post for row in found.posts):
        rows = [row for row in found.posts if row.post == uid]
        title = rows[0].title or f"{rows[0].unit_name or ''}（职务不明）"
        yield PictureNode(
            uid, title, title, "post", "held", rows[0].rank, False, rows[0].title is None,
            (fact("Rank", "级别", ranked(rows[0])), fact("Unit", "单位", said(rows[0].unit_name)),
             *(fact("Held", "任期", _span(row)) for row in rows)),
            found.sources.refs(*(row.source for row in rows)),
        )  # fmt: skip
    for seat in _only_named(found):
        thing = found.things[seat.post]
        title = seat.title or thing.name
        yield PictureNode(
            seat.post, title, title, "post", "held", thing.rank, False, False,
            (fact("Rank", "级别", ranked(thing)), fact("Held", "任期", said(None))),
            found.sources.refs(seat.source),
        )  # fmt: skip


def _only_named(found: _Found) -> list[Row]:
    """For each post that no tenure shows on the day, but a seat of the person names: one such seat."""
    held = {row.post for row in found.posts}
    return list({s.post: s for s in found.seats if s.post and s.post not in held}.values())


def _span(row: Row) -> Words:
    span = span_words(row.since, row.until)
    if row.last_evidence is None:
        return span
    return Words(
        f"{span.en}, last shown {row.last_evidence}", f"{span.zh}，最后见于 {row.last_evidence}"
    )


def _tenures(found: _Found) -> Iterator[PictureTie]:
    """One tie to each post; a post that only a seat names is held as that seat says."""
    for uid in dict.fromkeys(row.post for row in found.posts):
        rows = [row for row in found.posts if row.post == uid]
        spans = [_span(row) for row in rows]
        held = "; ".join(short_span(row.since, row.until) for row in rows)
        label = Words(held, held)
        facts = tuple(fact("Held", "任期", span) for span in spans)
        refs = found.sources.refs(*(row.source for row in rows))
        yield PictureTie(found.person.uid, uid, "HOLDS", None, None, label, facts, refs)
    for seat in _only_named(found):
        label, refs = Words("?–?", "?–?"), found.sources.refs(seat.source)
        yield PictureTie(found.person.uid, seat.post, "HOLDS", None, None, label, (), refs)


def _group(found: _Found, uid: str) -> PictureNode:
    seats = [seat for seat in found.seats if seat.group == uid]
    facts = [fact("Read on", "判读日", said(found.readings.day(uid)))]
    facts += [Fact(seat_label(seat.role), span_words(seat.since, seat.until)) for seat in seats]
    cited = [*found.readings.things[uid].sources, *(seat.source for seat in seats)]
    return group_box(found.readings, uid, facts, found.sources.refs(*cited))


def _seat_ties(found: _Found, posts: dict[str, PictureNode]) -> Iterator[PictureTie]:
    for seat in found.seats:
        start = seat.post if seat.post in posts else found.person.uid
        span = span_words(seat.since, seat.until)
        role = seat_label(seat.role)
        label = Words(f"{role.en}, {span.en}", f"{role.zh}，{span.zh}")
        yield PictureTie(
            start, seat.group, SEAT_TIES.get(seat.role, "SITS_IN"), None, None, label,
            tuple(_seat_facts(seat)), found.sources.refs(seat.source),
        )  # fmt: skip


def _seat_facts(seat: Row) -> Iterator[Fact]:
    yield fact("Title as published", "所载职务", said(seat.title))
    if seat.executive:
        yield fact("Executive deputy", "常务副组长", Words("yes", "是"))
    if not seat.named:
        yield fact(
            "Named", "是否具名",
            Words(
                "no: the source names the post, which this person held",
                "否：来源只载职务，当时由此人担任",
            ),
        )  # fmt: skip
    yield fact("Last evidence", "最后记载", said(seat.last_evidence))
    yield fact("Confidence", "可信度", said(seat.confidence))


def _best(found: _Found) -> Counter[str]:
    """Groups by the person's best role in them; every role but the first three under ""."""
    best: Counter[str] = Counter()
    for uid in found.groups():
        role = min((s.role for s in found.seats if s.group == uid), key=seat_place)
        best[role if role in SEAT_TIES else ""] += 1
    return best


def _caption(found: _Found, as_of: dt.date | None, posts: int) -> Words:
    best = _best(found)
    en = [f"{verb} {best[role]}" for role, verb, _ in _ROLES if best[role]]
    zh = [f"{verb} {best[role]} 个" for role, _, verb in _ROLES if best[role]]
    groups = sum(best.values())
    when_en = f"On {as_of}" if as_of else "In all years that sources show"
    when_zh = f"{as_of}" if as_of else "据所见来源"
    held = f"{posts} {'post' if posts == 1 else 'posts'}"
    sat = f"{groups} {'group' if groups == 1 else 'groups'}"
    of_en = f": {', '.join(en)}" if en else ""
    of_zh = f"：{'，'.join(zh)}" if zh else ""
    name = found.person.name
    return Words(
        f"{when_en} {name} held {held} and was in {sat}{of_en}.",
        f"{when_zh}，{name}任职务 {posts} 项，参与小组 {groups} 个{of_zh}。",
    )


def _counts(found: _Found, posts: int) -> Iterator[Fact]:
    yield fact("Posts", "职务", said(posts))
    yield fact("Groups", "小组", said(len(found.groups())))
    yield from found.readings.counts()


def _notes(found: _Found, as_of: dt.date | None) -> Iterator[Words]:
    yield Words(
        "A group stands on the tier of its chair's rank, whoever chairs it.",
        "小组置于其组长级别所在的一层。",
    )
    if as_of is None:
        yield Words(
            "Each group is read on its last documented day, which may lie after this person's seat.",
            "各小组按其最后记载日判读，该日可能晚于此人在任之时。",
        )
    seats = sum(row.n_seats for row in found.counted)
    nobody = sum(row.n_post_only + row.n_neither for row in found.counted)
    yield Words(
        f"{nobody} of the {seats} seats in the graph name nobody: this person may have had more of them.",
        f"图中 {seats} 个席位有 {nobody} 个未载姓名，此人所任或不止于此。",
    )
