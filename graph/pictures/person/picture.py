"""The picture of a person: the posts held, and the groups chaired, vice-chaired or sat in by each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from graph.catalogue import Row, queries
from graph.chairs.persons import groups_of_person
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import Words
from graph.pictures.contract import MOST_BOXES, Fact, Picture
from graph.pictures.parts import SEAT_TIES, Sources, read_groups, seat_place
from graph.pictures.person import boxes
from graph.pictures.words import counted, fact, in_roles, said

_ROLES = (
    ("chair", "chaired", "任组长"),
    ("deputy_chair", "vice-chaired", "任副组长"),
    ("member", "sat in as a member", "任成员"),
    ("", "was otherwise in", "任其他职"),
)


def person_picture(
    database: Database, person: str, as_of: dt.date | None = None, most: int = MOST_BOXES
) -> Picture:
    """Return a person (任职者) with all posts and groups that sources show, at any time or on a day.

    `person` is a name or uid. Without a day each group is read on its last documented day. Raises
    AmbiguousName with what tells apart those who share a name, UnknownName for one that nobody bears,
    InputError where nothing is known of the person on the day.
    """
    career = _find(database, person, as_of)
    groups = career.groups()
    posts = {node.uid: node for node in boxes.post_boxes(career)}
    drawn = groups[: max(0, most - 1 - len(posts))]
    nodes = (
        boxes.person_box(career),
        *posts.values(),
        *(boxes.group_of_person(career, uid) for uid in drawn),
    )
    kept = set(drawn)
    name = career.person.name
    return Picture(
        title=Words(f"{name}: posts and groups", f"{name}：职务与小组"),
        caption=_caption(career, as_of, len(posts)),
        as_of="" if as_of is None else str(as_of),
        layout="tiers",
        facts=tuple(_counts(career, len(posts))),
        notes=tuple(_notes(career, as_of)),
        nodes=nodes,
        ties=(
            *boxes.tenure_ties(career),
            *(t for t in boxes.seat_ties(career, posts) if t.end in kept),
        ),
        total=None if len(drawn) == len(groups) else len(nodes) + len(groups) - len(drawn),
    )


def _find(database: Database, text: str, as_of: dt.date | None) -> boxes.PersonSeats:
    answer = groups_of_person(database, text, as_of)
    tenures = list(queries.posts_of_person(answer.person.uid, None, database=database))
    posts = tenures
    if as_of is not None:
        posts = list(queries.posts_of_person(answer.person.uid, as_of, database=database))
    seats = list(answer.seats)
    if not posts and not seats:
        raise _nothing(answer.person, as_of)
    readings = read_groups(database, [seat.group for seat in seats], as_of)
    named = sorted({seat.post for seat in seats if seat.post})
    things = {row.uid: row for row in queries.things_by_uid(named, database=database)}
    cited = [*(row.source for row in posts), *(row.source for row in seats), *readings.sources()]
    dated = frozenset(row.post for row in tenures)
    return boxes.PersonSeats(
        answer.person, posts, dated, seats, things, readings, answer.counted,
        Sources(database, cited),
    )  # fmt: skip


def _nothing(person: Row, as_of: dt.date | None) -> InputError:
    en = f" on {as_of}. Leave out --as-of for all that is known" if as_of else ""
    zh = "；去掉 --as-of 可看全部已知情况" if as_of else ""
    day = f"{as_of} " if as_of else ""
    return InputError(
        Words(
            f"No source shows {person.name} ({person.uid}) in a post or a group{en}.",
            f"{day}没有资料载明{person.name}（{person.uid}）的职务或小组{zh}。",
        )
    )


def _best(career: boxes.PersonSeats) -> Counter[str]:
    """Groups by the person's best role in them; every role but the first three under ""."""
    best: Counter[str] = Counter()
    for uid in career.groups():
        role = min((s.role for s in career.seats if s.group == uid), key=seat_place)
        best[role if role in SEAT_TIES else ""] += 1
    return best


def _caption(career: boxes.PersonSeats, as_of: dt.date | None, posts: int) -> Words:
    best = _best(career)
    en, zh = in_roles(best, _ROLES)
    groups = sum(best.values())
    when_en = f"On {as_of}" if as_of else "In all years that sources show"
    when_zh = f"{as_of}" if as_of else "据所见来源"
    held, sat = counted(posts, "post"), counted(groups, "group")
    of_en = f": {', '.join(en)}" if en else ""
    of_zh = f"：{'，'.join(zh)}" if zh else ""
    name = career.person.name
    return Words(
        f"{when_en} {name} held {held} and was in {sat}{of_en}.",
        f"{when_zh}，{name}任职务 {posts} 项，参与小组 {groups} 个{of_zh}。",
    )


def _counts(career: boxes.PersonSeats, posts: int) -> Iterator[Fact]:
    yield fact("Posts", "职务", said(posts))
    yield fact("Groups", "小组", said(len(career.groups())))
    yield from career.readings.counts()


def _notes(career: boxes.PersonSeats, as_of: dt.date | None) -> Iterator[Words]:
    yield Words(
        "A group stands on the tier of its chair's rank, whoever chairs it.",
        "小组置于其组长级别所在的一层。",
    )
    if as_of is None:
        yield Words(
            "Each group is read on its last documented day, which may lie after this person's seat.",
            "各小组按其最后记载日判读，该日可能晚于此人在任之时。",
        )
    seats = sum(row.n_seats for row in career.counted)
    nobody = sum(row.n_post_only + row.n_neither for row in career.counted)
    yield Words(
        f"{nobody} of the {seats} seats in the graph name nobody: this person may have had more of them.",
        f"图谱中 {seats} 个席位有 {nobody} 个未载姓名，此人所任或不止于此。",
    )
