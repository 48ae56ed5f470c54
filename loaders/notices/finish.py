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
AMONG = Words(
    "a body among persons: a heading or half a title, perhaps",
    "在人名之间的单位：可能是小标题，或职务的一半",
)
MANY = Words(
    "many chairs: a role between them was not read, perhaps", "组长过多：其间可能有未读出的角色"
)
APART = Words(
    "a name and a title that stand apart: one seat, perhaps", "姓名与职务分写：可能是同一席位"
)
NOT_THERE = Words(
    "the words that were read do not stand together in the notice", "读出的词句在通知中并不相连"
)
_LEADING = {"chair", "executive_deputy", "deputy_chair"}
_LEVEL = re.compile(
    r"([省市县区州盟旗镇乡局署厅校院所])长(?:助理)?$|([校院])务?秘书长$|([省市县区州盟旗镇乡校])委(?:副?书记|常委)$"
)
"""The kind of body whose head a bare title is: 校 of 副校长."""
_ENDS = {
    "校": "大学|学院|中学|小学|校",
    "院": "医院|学院|研究院|法院|检察院",
    "所": "研究所|派出所",
}
_OWN = re.compile(
    r"([\u3400-\u9fff]{2,30}?)[（(](?:以下)?(?:简|統|统)?称?(?:为)?[：:]?[“「‘\"]?(?:本|我)"
    r"([局署府校院会所厅部处])[”」’\"]?[)）]"
)
"""臺北市政府資訊局（以下簡稱本局）: the body that a rule is of; 本局秘书室 of 本局秘书室主任."""
_OWNED = re.compile("本[局府校院署会所部处厅司](?:[\u3400-\u9fff]{2,8}?[室处科组])?")
_NO_BODY = re.compile(
    "[各本我全该某有的了及和与在以上下开成立为由对把被让向从是]|领导|部门|二级|学生|负责|加强|分管|小组"
)
_BEFORE = r"(?:^|[\s，。；、：:（(“「《,])(?:\d+[年月日])*(?:在|由|经|为|我市|我省)?"


def finished(groups: Sequence[Group], name: str | None, whole: str) -> tuple[Group, ...]:
    """The groups with seats, completed from each other and doubted; `whole` are the lines of the text."""
    kept = [group for group in groups if group.seats] or [groups[0]]
    if name not in {group.name for group in kept}:
        kept[0].name = kept[0].name or name
    kept = _merged(kept)
    for group in kept:
        everybody = [seat for one in kept for seat in one.seats]
        completed = [_completed(seat, group.seats, everybody) for seat in group.seats]
        seats = _twice([seat for seat in completed if seat])
        for at, (one, next_) in enumerate(pairwise(seats)):
            if one.role == next_.role and {_half(one), _half(next_)} == {"name", "title"}:
                seats[at : at + 2] = [doubted(one, APART), doubted(next_, APART)]
        seats = [_bodied(seat, f"{group.name or ''}\n{whole}") for seat in seats]
        many = sum(seat.role == "chair" for seat in seats) > CHAIRS
        unnamed = not group.name or (short(group.name) and len(kept) > 1)
        group.seats[:] = [_among(seat, seats, many, unnamed) for seat in seats]
    return tuple(kept)


def _among(seat: Seat, seats: Sequence[Seat], many: bool, unnamed: bool) -> Seat:
    """A seat with what is doubtful about it beside the others of its group."""
    named = [bool(other.person) for other in seats if other.role == seat.role]
    titles = any(other.title for other in seats if other.role == seat.role)
    alone = any(named) and not seat.person
    odd = alone and (not seat.title or sum(named) > 3 * named.count(False))
    if odd or (seat.role in _LEADING and titles and not (seat.person or seat.title)):
        seat = doubted(seat, AMONG)
    if many and seat.role == "chair":
        seat = doubted(seat, MANY)
    return doubted(seat, UNNAMED) if unnamed else seat


def _said(group: Group) -> set[tuple[str, str | None, str | None]]:
    return {(seat.role, seat.person, seat.title) for seat in group.seats}


def _one_group(one: Group, other: Group) -> bool:
    """Whether two are the same: of one name; unnamed, with one chair; the other says no more."""
    chairs = {seat for seat in _said(one) & _said(other) if seat[0] == "chair"}
    if not other.name or other.name == one.name:
        return bool(other.name or chairs)
    return len(other.seats) > 1 and bool(chairs) and _said(other) <= _said(one)


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


def _completed(seat: Seat, seats: Sequence[Seat], everybody: Sequence[Seat]) -> Seat | None:
    """A seat of a person without a title, where the same notice gives that person one title.

    None where it gives the person that seat with the title itself: the text names it twice.
    """
    if seat.person is None or seat.title or seat.unit:
        return seat
    titled = [s for s in everybody if s.person == seat.person and s.title]
    here = [s for s in titled if s in seats]
    known = {(s.title, s.unit, s.check) for s in here or titled}
    if len(known) != 1:
        return seat
    if any(s.role == seat.role for s in here):
        return None
    title, unit, check = known.pop()
    check = check if here else doubts_of(check, ELSEWHERE)
    return replace(seat, title=title, unit=unit, check=seat.check or check)


def _half(seat: Seat) -> str:
    """Whether a seat has a name or a title only."""
    return "name" if not (seat.title or seat.unit) else "title" if not seat.person else ""


def _bodied(seat: Seat, whole: str) -> Seat:
    """A seat whose title names no body, in doubt; with the body that the text speaks of, where it is one."""
    if not seat.title or seat.unit or seat.title in HONOURS or seat.title.endswith("长助理"):
        return seat
    if unit := _spoken(seat.title, whole):
        return doubted(replace(seat, unit=unit), OF_TEXT)
    return seat if seat.check else doubted(seat, BODILESS)


def _spoken(title: str, whole: str) -> str | None:
    """The one body that can have a bare title: the text's own (以下简称本局), or the only one named."""
    if own := _OWNED.match(title):
        return own[0]
    if re.search("^副?总理$|^国务委员$", title):
        return "国务院" if "国务院" in whole else None
    match = _LEVEL.search(title)
    kind = next(filter(None, match.groups()), "") if match else ""
    for name, own_kind in _OWN.findall(whole):
        if own_kind == kind or (not kind and own_kind in "局署厅部处会校院所"):
            return str(name)
    if not kind:
        return None
    ends = _ENDS.get(kind, kind)
    named = re.findall(
        rf"{_BEFORE}([\u3400-\u9fff]{{1,12}}?(?:{ends}))(?![长委务生级])", whole, re.M
    )
    most = Counter(filter(_body_named, named)).most_common(2)
    one = len(most) == 1 or (len(most) == 2 and most[0][1] > 1 + most[1][1])
    return most[0][0] if one else None


def _body_named(words: str) -> bool:
    """Whether words that a clause begins with can be the name of a place or house, and no more than that."""
    if words[-1] in "省市县区州盟旗":
        return words in shipped_places().by_name
    town = words[-1] in "乡镇" and len(words) > 4
    return len(words) > 2 and not _NO_BODY.search(words) and not town


def doubted(seat: Seat, why: Words) -> Seat:
    """The seat with one more thing to check."""
    return replace(seat, check=doubts_of(seat.check, why))


def guarded(groups: Sequence[Group], lines: Sequence[Line]) -> list[NotUnderstood]:
    """Take out of the groups each seat with a word that the lines do not hold; these, as doubts."""
    whole = "".join(closed(line.text) for line in lines)
    out: list[NotUnderstood] = []
    for group in groups:
        for seat in [seat for seat in group.seats if not stands(seat, whole)]:
            group.seats.remove(seat)
            text = " ".join(filter(None, (seat.person, seat.title, seat.unit)))
            out.append(NotUnderstood(seat.line, text, NOT_THERE))
    return out


def stands(seat: Seat, whole: str) -> bool:
    """Whether every word of a seat stands in a text without spaces; a province by its short name too."""
    unit = seat.unit
    if unit and closed(unit) not in whole and (named := shipped_places().by_name.get(unit)):
        unit = named[-1].short
    parts = (seat.person, seat.title, unit)
    return any(parts) and all(part is None or closed(part) in whole for part in parts)
