"""An adjustment (调整) beside the group that the graph holds: who joins, who leaves, whose seat changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.ask.lookup import find_group
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.dates import start_bound
from graph.core.errors import AmbiguousName, UnknownName
from graph.core.language import say
from graph.core.terms import EXECUTIVE, ROLES
from graph.core.words import NOTHING, Words
from loaders.files.characters import simplified
from loaders.notices.model import ROSTER, Leaving, Notice, Seat, doubts_of
from loaders.notices.words.text import closed

JOINS, LEAVES, CHANGES, STAYS = "joins", "leaves", "changes", "stays"
KINDS = {
    JOINS: Words("joins", "新任"),
    LEAVES: Words("leaves", "退出"),
    CHANGES: Words("changes", "变更"),
    STAYS: Words("stays", "留任"),
}
_ROLES = ROLES | {"executive_deputy": EXECUTIVE}
_NOT_LISTED = Words(
    "the new roster does not name this seat, and no words say that it ends",
    "新名单没有此席位，原文也未写明其退出",
)
_SAME_TITLE = Words(
    "somebody else held a seat by this title: replaced, perhaps",
    "另有人曾以此职务入席：可能已被接替",
)
_BOTH = Words("named among those who leave and in a seat", "既列为退出，又列有席位")
_AS_BEFORE = Words(
    "the notice gives no title: that of the seat before", "通知没有写明职务：取原席位的职务"
)
_NO_DAY = Words(
    "the notice tells no day: compared with today's seats", "通知未写日期：与今日的席位比较"
)


@dataclass(frozen=True)
class Held:
    """A seat as the graph holds it the day before: names as published, `unit` a uid, `since` EDTF."""

    role: str
    person: str | None
    title: str | None
    unit: str | None
    unit_name: str | None
    since: str | None
    source: str | None


@dataclass(frozen=True)
class Change:
    """What becomes of a seat: one of `KINDS`, the seat before and after, and what is doubtful about it."""

    kind: str
    held: Held | None
    seat: Seat | None
    check: Words = NOTHING

    def to_dict(self) -> dict[str, Any]:
        """The change as JSON gives it: role, person and title before and after; null where there is none."""
        return {
            "kind": self.kind, "before": _told(self.held), "after": _told(self.seat),
            "check": say(self.check) or None,
        }  # fmt: skip

    @property
    def said(self) -> Words:
        """The change on a line: joins: 李明 (member, 市水利局局长)."""
        told = Words.joined([_in_words(one) for one in (self.held, self.seat) if one], " → ", " → ")
        kind = KINDS[self.kind]
        doubt = Words(f" ({self.check.en})", f"（{self.check.zh}）") if self.check else NOTHING
        return Words(f"{kind.en}: {told.en}{doubt.en}", f"{kind.zh}：{told.zh}{doubt.zh}")


@dataclass(frozen=True)
class Changes:
    """All changes that a notice makes of a group of the graph, in the order of the notice; and doubts.

    `since` is the start of the group and `day` that of the new seats (EDTF; None where the notice tells no
    day); `sources` are rows of `sources_by_uid` for the seats that were held.
    """

    uid: str
    name: str
    since: str | None
    day: str | None
    changes: tuple[Change, ...]
    doubts: tuple[Words, ...] = ()
    sources: tuple[Row, ...] = ()

    @property
    def said(self) -> tuple[Words, ...]:
        """Who comes, who goes and whose seat changes, how many stay, and the doubts, a line each."""
        told = [one.said for one in self.changes if one.kind != STAYS or one.check]
        stay = sum(one.kind == STAYS for one in self.changes)
        return (*told, Words(f"{stay} seats stay", f"{stay} 个席位不变"), *self.doubts)

    def to_dict(self) -> dict[str, Any]:
        """The changes as JSON gives them."""
        return {
            "group": self.uid, "name": self.name, "day": self.day,
            "changes": [one.to_dict() for one in self.changes], "doubts": [say(one) for one in self.doubts],
        }  # fmt: skip


def changes_of(notice: Notice, database: Database, asked: str | None = None) -> Changes | Words:
    """What a notice changes of the group that it names (`asked`: another name or uid); else why not.

    The seats of the graph are those of the day before the notice's own.
    """
    name = asked or notice.groups[0].name or notice.facts.name
    if not name:
        return Words(
            "The notice names no group. Name it with --group.",
            "通知没有写明小组名称。请用 --group 指定。",
        )
    try:
        group = _group(database, simplified(name), None if asked else notice.facts.place)
    except (UnknownName, AmbiguousName) as error:
        return Words(f"Not compared with the graph. {error}", f"未与图谱比较。{error}")
    told = start_bound(notice.facts.date) if notice.facts.date else None
    day = told.day if told else dt.date.today()
    rows = queries.roster_of_group(
        groups=[group.uid], as_of=day - dt.timedelta(days=1), database=database
    )
    held = [
        Held(
            "executive_deputy" if row.executive else row.role, row.name,
            row.title and row.title.removeprefix(f"{row.unit_name} "), row.unit,
            row.unit_name, row.since, row.source,
        )
        for row in rows
    ]  # fmt: skip
    seats = [_plain(seat) for seat in notice.groups[0].seats]
    found, doubts = compare(seats, notice.leaving, held, notice.adjusts == ROSTER)
    cited = sorted({one.source for one in held if one.source})
    return Changes(
        group.uid, group.name, group.from_edtf, notice.facts.date, tuple(found),
        (*doubts, *(() if told else (_NO_DAY,)), *_other(name, group.name)),
        tuple(queries.sources_by_uid(cited, database=database)),
    )  # fmt: skip


def _group(database: Database, name: str, place: str | None) -> Row:
    """The group of a name; 市防汛指挥部 of a notice of 济南市 is 济南市防汛指挥部 too."""
    fuller = [f"{place}{name}", f"{place}{name[1:]}"] if place and name[0] in "省市县区州" else []
    for one in fuller:
        try:
            return find_group(database, one)
        except UnknownName:
            continue
    return find_group(database, name)


def _other(name: str, found: str) -> Iterator[Words]:
    """A doubt where the group of the graph has another name."""
    if closed(simplified(name)) != closed(found):
        yield Words(
            f"The notice says {name}; the group of the graph is {found}. Name another with --group.",
            f"通知写作{name}；图谱中的小组为{found}。可用 --group 另行指定。",
        )


def compare(
    seats: Sequence[Seat], leaving: Sequence[Leaving], held: Sequence[Held], whole: bool
) -> tuple[list[Change], list[Words]]:
    """Tie the seats of a notice to those that were held; `whole`: who is not in it leaves, in doubt."""
    left = list(held)
    made: list[Change] = []
    for seat in seats:
        old = _same(seat, left)
        if old is None:
            rival = any(seat.title and one.title == seat.title for one in left)
            made.append(Change(JOINS, None, seat, _SAME_TITLE if rival and not whole else NOTHING))
            continue
        left.remove(old)
        stays = old.role == seat.role and seat.title in (None, old.title)
        told = NOTHING if seat.title or not old.title or stays else _AS_BEFORE
        made.append(Change(STAYS if stays else CHANGES, old, seat, told))
    doubts: list[Words] = []
    for gone in leaving:
        at = next((n for n, one in enumerate(made) if _goes_on(one, gone)), None)
        if at is not None:
            check = NOTHING if made[at].kind == CHANGES else _BOTH
            made[at] = replace(made[at], check=doubts_of(made[at].check, check))
        elif (old := _of_person(gone, left)) is not None:
            left.remove(old)
            made.append(Change(LEAVES, old, None))
        else:
            doubts.append(_unknown(gone.person))
    kind, check = (LEAVES, _NOT_LISTED) if whole else (STAYS, NOTHING)
    return [*made, *(Change(kind, old, None, check) for old in left)], doubts


def _same(seat: Seat, left: Sequence[Held]) -> Held | None:
    """The held seat that a seat continues: of the person, else of the title, else of the body."""
    return next(_continued(seat, left), None)


def _continued(seat: Seat, left: Sequence[Held]) -> Iterator[Held]:
    persons = [one for one in left if seat.person and one.person == seat.person]
    yield from sorted(persons, key=lambda one: one.role != seat.role)
    open_ = [one for one in left if not (seat.person and one.person)]
    yield from (one for one in open_ if seat.title and one.title == seat.title)
    yield from (
        one for one in open_
        if one.role == seat.role and not (seat.title and one.title)
        and seat.unit and one.unit_name == seat.unit
    )  # fmt: skip


def _of_person(gone: Leaving, left: Sequence[Held]) -> Held | None:
    person = simplified(gone.person)
    seats = [one for one in left if one.person == person]
    return next(iter(sorted(seats, key=lambda one: one.role != gone.role)), None)


def _goes_on(one: Change, gone: Leaving) -> bool:
    """Whether somebody who leaves a role goes on from it, or into it, by a seat of the notice."""
    if one.held is None or one.seat is None or one.held.person != simplified(gone.person):
        return False
    return gone.role in (None, one.held.role)


def _unknown(person: str) -> Words:
    return Words(
        f"{person} leaves by the words of the notice, but holds no seat in the graph on that day.",
        f"按通知，{person}退出，但图谱中其当日没有席位。",
    )


def _plain(seat: Seat) -> Seat:
    return seat.with_words(lambda words: closed(simplified(words)))


def _told(one: Held | Seat | None) -> dict[str, Any] | None:
    return {"role": one.role, "person": one.person, "title": one.title} if one else None


def _in_words(one: Held | Seat) -> Words:
    unit = one.unit_name if isinstance(one, Held) else one.unit
    who = one.person or one.title or unit or "?"
    title = f"，{one.title}" if one.title and one.title != who else ""
    role = _ROLES[one.role]
    return Words(f"{who} ({role.en}{title.replace('，', ', ')})", f"{who}（{role.zh}{title}）")
