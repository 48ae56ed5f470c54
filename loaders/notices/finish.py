"""What is done when a whole notice is read: seats completed from each other, every word looked up in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.core.words import Words
from loaders.notices.model import Group, Line, NotUnderstood, Seat, doubts_of
from loaders.notices.words.groups import short
from loaders.notices.words.names import HONOURS
from loaders.notices.words.text import closed
from loaders.units.shipped import shipped_places

CHAIRS = 2
"""Persons who chair a group, at most, as far as rosters go; more are a list under another role, perhaps."""
UNNAMED = Words(
    "which group this is: no title or heading names it", "不知是哪个小组：标题和小标题均未写明"
)
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
_LEVEL = re.compile(r"([省市县区州盟旗镇乡局署厅校院所])长(?:助理)?$|(?:校|院|处)务?秘书长$")
"""The kind of body whose head a bare title is: 校 of 副校长."""
_PARTY = re.compile(r"([省市县区州盟旗镇乡校])委(?:副?书记|常委)$")
_CENTRE = re.compile("^副?总理$|^国务委员$")
_ENDS = {
    "校": "大学|学院|中学|小学|中心校|技校|党校",
    "院": "医院|学院|研究院|法院|检察院",
    "所": "研究所|派出所|监狱所",
}
_OWN = re.compile(
    r"([\u3400-\u9fff]{2,30}?)[（(](?:以下)?(?:简|統|统)?称?(?:为)?[：:]?[“「‘\"]?(?:本|我)([局署府校院会所厅部处])[”」’\"]?[)）]"
)
"""臺北市政府資訊局（以下簡稱本局）: the body that a rule is of."""
_OWNED = re.compile("本[局府校院署会所部处厅司](?:[\u3400-\u9fff]{2,8}?[室处科组])?")
"""本局秘书室 of 本局秘书室主任."""
_NO_BODY = re.compile(
    "[各本我全该某有的了及和与在以上下开成立为由对把被让向从各是]|领导|部门|二级|学生|定期|负责|结合|加强|分管|小组"
)
_BEFORE = r"(?:^|[\s，。；、：:（(“「《,])(?:\d+[年月日])*(?:在|由|经|为|我市|我省)?"
AMONG = Words(
    "a body among persons: a heading or half a title, perhaps",
    "在人名之间的单位：可能是小标题，或职务的一半",
)
_LEADING = {"chair", "executive_deputy", "deputy_chair"}
MANY = Words(
    "many chairs: a role between them was not read, perhaps", "组长过多：其间可能有未读出的角色"
)
APART = Words(
    "a name and a title that stand apart: one seat, perhaps", "姓名与职务分写：可能是同一席位"
)
NOT_THERE = Words(
    "the words that were read do not stand together in the notice", "读出的词句在通知中并不相连"
)


def finished(groups: Sequence[Group], name: str | None, whole: str = "") -> tuple[Group, ...]:
    """The groups with seats; who directs the office is known by his seat in the same group.

    `whole` are the lines, each behind a line break.
    """
    kept = [group for group in groups if group.seats] or [groups[0]]
    if name not in {group.name for group in kept}:
        kept[0].name = kept[0].name or name
    kept = _merged(kept)
    for group in kept:
        everybody = [seat for one in kept for seat in one.seats]
        group.seats[:] = filter(None, [_completed(s, group.seats, everybody) for s in group.seats])
        group.seats[:] = _twice(group.seats)
        for at, (one, next_) in enumerate(pairwise(group.seats)):
            if one.role == next_.role and {_half(one), _half(next_)} == {"name", "title"}:
                group.seats[at : at + 2] = [doubted(one, APART), doubted(next_, APART)]
        group.seats[:] = [_bodied(seat, whole, group.name) for seat in group.seats]
        persons = {seat.role for seat in group.seats if seat.person}
        titles = {seat.role for seat in group.seats if seat.title} & _LEADING
        group.seats[:] = [
            doubted(s, AMONG)
            if (s.role in persons and not s.person and _alone(s, group.seats))
            or (s.role in titles and not (s.person or s.title))
            else s
            for s in group.seats
        ]
        if len(chairs := [seat for seat in group.seats if seat.role == "chair"]) > CHAIRS:
            group.seats[:] = [doubted(s, MANY) if s in chairs else s for s in group.seats]
        if not group.name or (short(group.name) and len(kept) > 1):
            group.seats[:] = [doubted(seat, UNNAMED) for seat in group.seats]
    return tuple(kept)


def _alone(seat: Seat, seats: Sequence[Seat]) -> bool:
    """Whether a seat without a name is a body, or a title where all but one or two of its role have names."""
    named = [bool(other.person) for other in seats if other.role == seat.role]
    return not seat.title or sum(named) > 3 * named.count(False)


def _chairs(group: Group) -> set[tuple[str | None, str | None]]:
    return {(seat.person, seat.title) for seat in group.seats if seat.role == "chair"}


def _said(group: Group) -> set[tuple[str, str | None, str | None]]:
    return {(seat.role, seat.person, seat.title) for seat in group.seats}


def _one_group(one: Group, other: Group) -> bool:
    """Whether two are the same: of one name; unnamed, with one chair; the other says no more; of one titled
    chair and one kind."""
    chairs = _chairs(one) & _chairs(other)
    if not other.name or other.name == one.name:
        return bool(other.name or chairs)
    if len(other.seats) > 1 and chairs and _said(other) <= _said(one):
        return True
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
        known = _said(same)
        same.seats += [s for s in group.seats if (s.role, s.person, s.title) not in known]
    return made


def _twice(seats: Sequence[Seat]) -> list[Seat]:
    """The seats without those said again; a person twice in a role with another title is in doubt."""
    made: list[Seat] = []
    for seat in seats:
        same = [s for s in made if s.person and (s.role, s.person) == (seat.role, seat.person)]
        if not any(s.title == seat.title for s in same):
            made.append(doubted(seat, AGAIN) if same else seat)
    return made


def _bodied(seat: Seat, whole: str, group: str | None) -> Seat:
    """A seat whose title names no body, in doubt; with the body that the text speaks of, where it is one."""
    if not seat.title or seat.unit or seat.title in HONOURS or seat.title.endswith("长助理"):
        return seat
    if unit := _spoken(seat.title, whole, group or ""):
        return doubted(replace(seat, unit=unit), OF_TEXT)
    return seat if seat.check else doubted(seat, BODILESS)


def _spoken(title: str, whole: str, group: str) -> str | None:
    """The one body that can have a bare title: the text's own (以下简称本局), or the only one named."""
    if own := _OWNED.match(title):
        return own[0]
    if _CENTRE.search(title):
        return "国务院" if "国务院" in whole else None
    match = _LEVEL.search(title) or _PARTY.search(title)
    kind = (match and match[1]) or ""
    for name, own in _OWN.findall(whole):
        place = re.match(r"(?:中共)?([\u3400-\u9fff]+?[省市县区州])(?:人民)?政府$", name)
        if own == kind or (not kind and own in "局署厅部处会校院所"):
            return str(name)
        if own == "府" and place and place[1].endswith(kind):
            return place[1]
    if not kind:
        return None
    named = re.compile(
        rf"{_BEFORE}([\u3400-\u9fff]{{1,12}}?(?:{_ENDS.get(kind, kind)}))(?![长委务生级])", re.M
    )
    found = Counter(one for one in named.findall(f"{group}\n{whole}") if _body_named(one))
    most = found.most_common(2)
    return (
        most[0][0] if len(most) == 1 or (len(most) == 2 and most[0][1] > 1 + most[1][1]) else None
    )


def _body_named(words: str) -> bool:
    """Whether words that a clause begins with can be the name of a place or house, and no more than that."""
    if words[-1] in "省市县区州盟旗":
        return words in shipped_places().by_name
    return (
        len(words) > 2
        and not _NO_BODY.search(words)
        and (words[-1] not in "乡镇" or len(words) < 5)
    )


def _half(seat: Seat) -> str:
    """Whether a seat has a name or a title only."""
    return "name" if not (seat.title or seat.unit) else "title" if not seat.person else ""


def doubted(seat: Seat, why: Words) -> Seat:
    """The seat with one more thing to check."""
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
        bad = [seat for seat in group.seats if not stands(seat, whole)]
        group.seats[:] = [seat for seat in group.seats if seat not in bad]
        texts = (" ".join(filter(None, (s.person, s.title, s.unit))) for s in bad)
        out.extend(
            NotUnderstood(s.line, text, NOT_THERE) for s, text in zip(bad, texts, strict=True)
        )
    return out


def stands(seat: Seat, whole: str) -> bool:
    """Whether every word of a seat stands in a text without spaces."""
    parts = (seat.person, seat.title, seat.unit and _short(seat.unit, whole))
    return any(parts) and all(part is None or closed(part) in whole for part in parts)


def _short(unit: str, whole: str) -> str:
    """湖南 where a text speaks of the province by its short name alone."""
    named = shipped_places().by_name.get(unit, ())
    return unit if unit in whole or not named else named[-1].short
