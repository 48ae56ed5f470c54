"""What is done when a whole notice is read: seats completed from each other, every word looked up in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.core.words import Words
from loaders.notices.lines.state import UNNAMED
from loaders.notices.model import Group, Line, NotUnderstood, Seat, doubts_of
from loaders.notices.words.groups import short
from loaders.notices.words.names import HONOURS
from loaders.notices.words.text import closed
from loaders.units.shipped import shipped_places

CHAIRS = 2
"""Persons who chair a group, at most, as far as rosters go; more are a list under another role, perhaps."""
BODILESS = Words("no words name the body of this title", "原文没有写明该职务所在的单位")
ELSEWHERE = Words(
    "the title that another group of the text gives this person", "该人的职务取自文中另一小组"
)
AGAIN = Words(
    "the same person in the same role under another title", "同一人以同一角色出现，职务不同"
)
OF_TEXT = Words(
    "the body of which the text speaks, not the title", "取文中所述的单位，职务名称未写明"
)
_HOUSES = {
    "校长$": re.compile(r"^\s*([\u3400-\u9fff]{2,12}?(?:大学|学院|中学|小学))(?!生)", re.MULTILINE),
    "[镇乡]长$|[镇乡]党委书记$": re.compile(
        r"^\s*([\u3400-\u9fff]{2,4}[镇乡])(?![长委党政村])", re.MULTILINE
    ),
}
"""Titles that leave out their body, and how a line begins with one."""
AMONG = Words("a body among persons: a heading, perhaps", "在人名之间的单位：可能是小标题")
MANY = Words(
    "many chairs: a role between them was not read, perhaps", "组长过多：其间可能有未读出的角色"
)
APART = Words(
    "a name and a title that stand apart: one seat, perhaps", "姓名与职务分写：可能是同一席位"
)
NOT_THERE = Words(
    "the words that were read do not stand together in the notice", "读出的词句在通知中并不相连"
)


def finished(
    groups: Sequence[Group], name: str | None, mentioned: str | None = None, whole: str = ""
) -> tuple[Group, ...]:
    """The groups with seats; who directs the office is known by his seat in the same group.

    `mentioned` is the one group that the text speaks of: the name of one that nothing else names, in doubt;
    `whole` are the lines, each behind a line break.
    """
    kept = [group for group in groups if group.seats] or [groups[0]]
    kept[0].name = kept[0].name or name
    kept = _merged(kept)
    for group in kept:
        everybody = [seat for one in kept for seat in one.seats]
        group.seats[:] = filter(None, [_completed(s, group.seats, everybody) for s in group.seats])
        group.seats[:] = _twice(group.seats)
        for at, (one, next_) in enumerate(pairwise(group.seats)):
            if one.role == next_.role and {_half(one), _half(next_)} == {"name", "title"}:
                group.seats[at : at + 2] = [_doubted(one, APART), _doubted(next_, APART)]
        group.seats[:] = [_bodied(seat, whole) for seat in group.seats]
        persons = {seat.role for seat in group.seats if seat.person}
        group.seats[:] = [
            _doubted(s, AMONG) if s.role in persons and not (s.person or s.title) else s
            for s in group.seats
        ]
        if len(chairs := [seat for seat in group.seats if seat.role == "chair"]) > CHAIRS:
            group.seats[:] = [_doubted(s, MANY) if s in chairs else s for s in group.seats]
        if not group.name or (short(group.name) and len(kept) > 1):
            group.name = group.name or (mentioned if len(kept) == 1 and group.seats else None)
            group.seats[:] = [_doubted(seat, UNNAMED) for seat in group.seats]
    return tuple(kept)


def _chairs(group: Group) -> set[tuple[str | None, str | None]]:
    return {(seat.person, seat.title) for seat in group.seats if seat.role == "chair"}


def _one_group(one: Group, other: Group) -> bool:
    """Whether two are the same: of one name; unnamed, with one chair; with one titled chair and one kind."""
    chairs = _chairs(one) & _chairs(other)
    if not other.name or other.name == one.name:
        return bool(other.name or chairs)
    titled = len(other.seats) == 1 and any(title for _, title in chairs)
    return titled and bool(one.name) and other.name[-3:] == (one.name or "")[-3:]


def _merged(groups: Sequence[Group]) -> list[Group]:
    """The groups, those of which the text speaks twice put together."""
    made: list[Group] = []
    for group in groups:
        same = next((one for one in made if _one_group(one, group)), None)
        if same is None:
            made.append(group)
            continue
        known = {(s.role, s.person, s.title) for s in same.seats}
        same.seats += [s for s in group.seats if (s.role, s.person, s.title) not in known]
    return made


def _twice(seats: Sequence[Seat]) -> list[Seat]:
    """The seats without those said again; a person twice in a role with another title is in doubt."""
    made: list[Seat] = []
    for seat in seats:
        same = [s for s in made if s.person and (s.role, s.person) == (seat.role, seat.person)]
        if not any(s.title == seat.title for s in same):
            made.append(_doubted(seat, AGAIN) if same else seat)
    return made


def _bodied(seat: Seat, whole: str) -> Seat:
    """A seat whose title names no body, in doubt; a 校长 or 镇长 with the one school or town of the text."""
    if not seat.title or seat.unit or seat.title in HONOURS or seat.title.endswith("长助理"):
        return seat
    for title, house in _HOUSES.items():
        named = set(house.findall(whole)) if re.search(title, seat.title) else set()
        if len(named) == 1:
            return _doubted(replace(seat, unit=named.pop()), OF_TEXT)
    return seat if seat.check else _doubted(seat, BODILESS)


def _half(seat: Seat) -> str:
    """Whether a seat has a name or a title only."""
    return "name" if not (seat.title or seat.unit) else "title" if not seat.person else ""


def _doubted(seat: Seat, why: Words) -> Seat:
    return replace(seat, check=doubts_of(seat.check, why))


def _completed(seat: Seat, seats: Sequence[Seat], everybody: Sequence[Seat]) -> Seat | None:
    """A seat of a person without a title, where the same notice gives that person one title.

    None where it gives the person that seat with the title itself: the text names it twice.
    """
    if seat.person is None or seat.title or seat.unit:
        return seat
    whole = [s for s in seats if s.person == seat.person and s.title]
    whole = whole or [s for s in everybody if s.person == seat.person and s.title]
    known = {(s.title, s.unit, s.check) for s in whole}
    if len(known) != 1:
        return seat
    title, unit, check = known.pop()
    if any(s.role == seat.role and s in seats for s in whole):
        return None
    if not any(s in seats for s in whole):
        check = doubts_of(check, ELSEWHERE)
    return replace(seat, title=title, unit=unit, check=seat.check or check)


def guarded(groups: Sequence[Group], lines: Sequence[Line]) -> list[NotUnderstood]:
    """Take out of the groups each seat with a word that the lines do not hold; these, as doubts."""
    whole = "".join(closed(line.text) for line in lines)
    out: list[NotUnderstood] = []
    for group in groups:
        bad = [seat for seat in group.seats if not _stands(seat, whole)]
        group.seats[:] = [seat for seat in group.seats if seat not in bad]
        texts = (" ".join(filter(None, (s.person, s.title, s.unit))) for s in bad)
        out.extend(
            NotUnderstood(s.line, text, NOT_THERE) for s, text in zip(bad, texts, strict=True)
        )
    return out


def _stands(seat: Seat, whole: str) -> bool:
    parts = (seat.person, seat.title, seat.unit and _short(seat.unit, whole))
    return any(parts) and all(part is None or closed(part) in whole for part in parts)


def _short(unit: str, whole: str) -> str:
    """湖南 where a text speaks of the province by its short name alone."""
    named = shipped_places().by_name.get(unit, ())
    return unit if unit in whole or not named else named[-1].short
