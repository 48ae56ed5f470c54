"""A list run together: 市长张三、副市长李四; 市财政局、市水利局主要负责人; 张三（市长）、李四（副市长）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.core.words import NOTHING, Words
from loaders.notices.lines.items import (
    CONCURRENT,
    NOT_KNOWN,
    TWO_TITLES,
    Item,
    Kind,
    item_of,
    item_of_part,
    read_together,
)
from loaders.notices.model import Doubt, Found
from loaders.notices.words.bodies import SUMMED, is_unit, levelled, tailed
from loaders.notices.words.known import UNKNOWN as UNKNOWN_WORD
from loaders.notices.words.known import is_field, known_beginning
from loaders.notices.words.posts import with_title
from loaders.notices.words.text import balanced, held
from loaders.notices.words.titles import Place, bodiless, has_body

Parsed = tuple[list[Found], list[Doubt]]

SEVERAL = Words(
    "it speaks of several posts or of nobody in particular", "泛指若干职务，或并非专指某人"
)
UNKNOWN = Words(
    "neither a person nor a title nor a body that the rules know", "不是规则所知的人名、职务或单位"
)
_COMMA = re.compile(
    "([、，,；;\t]|以及(?=[\u3400-\u9fff])|(?<=[人志导长任记员席])(?:和|及|与)(?=[\u3400-\u9fff]{3}))"
)
_DIVISION = re.compile("[\u3400-\u9fff]{1,8}[省市县区州盟旗镇乡]")
BESIDE = Words("what stands beside it is not understood", "相邻的词语未读懂")
SHARED = Words("one title for several places", "一个职务用于几个地方")
_RANK = re.compile("[一二三四]级(?:(?:主任)?科员|调研员|巡视员|(?:高级)?主办|(?:高级)?警长|主管)")
"""A rank (职级), which stands beside an office."""
_SPOKEN = re.compile("^(?:分管|主管|协管)|[（(][^）)]{9,}|[也并了着]")
"""Words that no name of a body has: a sentence, perhaps."""
_CLOSES = re.compile("(?:负责|领导|副职|正职|代表|人员|同志)")
"""Words at the end of a row that say who comes from its bodies."""
_AND = re.compile("(?:和|及|与)")
_OF_SEVERAL = re.compile(
    "(?:[\u3400-\u9fff]{2,6}[省市县区州盟旗]|省|市|县|区|州)?副[省市县区州盟旗]长|副总理|国务委员"
)
"""Titles that several persons have at once."""


def read_list(text: str, place: Place) -> Parsed:
    """The seats of a list, with what could not be read."""
    parts = read_together(text)
    if parts:
        items = [i for p in parts for i in _items(item_of_part(p), p.text, p.mark)]
    else:
        items = [item for piece, comma in _pieces(held(text)) for item in _split_and(piece, comma)]
    return _read(_places(_tails(_compounds(items))), place)


def _items(item: Item | None, text: str, comma: str) -> list[Item]:
    if item and (item.person or not (tailed(text) or re.search("[、，,；;]", text))):
        return [item]
    pieces = _pieces(held(text))
    return [i for piece, mark in pieces for i in _split_and(piece, mark or comma)]


def _pieces(text: str) -> list[tuple[str, str]]:
    """The pieces between commas, each with the comma before it."""
    parts = _COMMA.split(text)
    commas = ["", *parts[1::2]]
    return [(p, c) for p, c in zip(parts[::2], commas, strict=True) if p.strip(" 。.")]


def _split_and(piece: str, comma: str) -> list[Item]:
    """教育局和体育局 are two where both stand alone; 住房和城乡建设局 is one."""
    whole = item_of(piece, comma)
    for match in _AND.finditer(piece):
        left = item_of(piece[: match.start()], comma)
        rest = _split_and(piece[match.end() :], "、") if left.kind is Kind.NAME else []
        if rest and not left.check and rest[0].kind in (Kind.NAME, Kind.NAMED, Kind.SEVERAL):
            return [left, *rest]
    if whole.kind not in (Kind.UNIT, Kind.OTHER, Kind.TAILED):
        return [whole]
    for match in _AND.finditer(piece):
        left, right = item_of(piece[: match.start()], comma), item_of(piece[match.end() :], "、")
        level = levelled(right.text) or not levelled(left.text)
        units = left.kind is Kind.UNIT and right.kind in (Kind.UNIT, Kind.TAILED)
        if units and level and min(len(left.text), len(right.text)) >= 3:
            return [left, right]
    return [whole]


def _compounds(items: Sequence[Item]) -> list[Item]:
    """Titles that belong to one person: 市委常委、宣传部部长."""
    made: list[Item] = []
    for item in items:
        last = made[-1] if made else None
        if last and _one_post(last, item):
            both = not CONCURRENT.search(last.text) or re.search(r"(?<!副)书记$", last.text)
            title = f"{last.title}{item.comma}{item.title}"
            made[-1] = replace(
                last, text=title, title=title, check=TWO_TITLES if both else item.check
            )
        else:
            made.append(item)
    return made


def _one_post(last: Item, item: Item) -> bool:
    if not last.kind is item.kind is Kind.TITLE or item.comma != "、":
        return False
    if "分管" in last.text[:2] + item.text[:2] or _place_again(last.text, item.text):
        return False
    if _RANK.fullmatch(item.text):
        return True
    if re.search("(?<!副)书记$", last.text) and re.fullmatch("[省市县区州镇乡校院厂]长", item.text):
        return False
    return bool(CONCURRENT.search(last.text)) or (has_body(last.text) and bodiless(item.text))


def _place_again(last: str, text: str) -> bool:
    """广州市委书记、广州市市长: whoever holds both posts is given the place once (广州市委书记、市长)."""
    match = re.match(r"([\u3400-\u9fff]{2,10}[省市县区州盟旗])委书记$", last)
    return bool(match and text.startswith(match[1]))


def _tails(items: Sequence[Item]) -> list[Item]:
    """One 主要负责人 at the end of a row is everybody's before it."""
    items = [*items[:1], *(_of_government(item, before) for before, item in pairwise(items))]
    made = list(items)
    for at, item in enumerate(items):
        own = (item.kind is Kind.TAILED and item.unit) or (item.kind is Kind.SEVERAL and item.title)
        back = at - 1
        while own and back >= 0 and (_of_row(items[back]) or items[back].kind is Kind.SEVERAL):
            if _of_row(before := items[back]):
                check = (
                    NOTHING
                    if before.kind is Kind.UNIT
                    else Words("a body whose name the rules do not know", "单位名称不在规则之内")
                )
                made[back] = replace(
                    before, kind=Kind.TAILED, person=None, title=item.title, unit=before.text, row=True,
                    check=check,
                )  # fmt: skip
            made[at] = replace(item, row=item.kind is Kind.TAILED)
            back -= 1
        if own and item.unit and not made[at].row and SUMMED.search(item.text):
            made[at] = replace(item, kind=Kind.SEVERAL)
        closes = item.kind in (Kind.SEVERAL, Kind.OTHER) and _CLOSES.search(item.text)
        while closes and back >= 0 and items[back].kind is Kind.UNIT:
            made[back] = replace(items[back], check=BESIDE)
            back -= 1
    return made


def _of_government(item: Item, before: Item) -> Item:
    """县委、县政府主要领导: beside a body 政府 is of the body, beside a bare place of the title."""
    title = item.title or ""
    if item.kind not in (Kind.TAILED, Kind.SEVERAL) or not title.startswith("政府"):
        return item
    if _DIVISION.fullmatch(before.text) or not _of_row(before):
        return item
    unit = item.unit and f"{item.unit}政府"
    return replace(item, unit=unit, title=title.removeprefix("政府"))


def _of_row(item: Item) -> bool:
    """Whether an item before a shared 负责人 is a body: 市财政局, or only its field (财政)."""
    field = len(item.text) < 4 and is_field(item.text[-2:])
    return item.kind is Kind.UNIT or field or (item.kind is Kind.OTHER and _like_a_body(item.text))


def _places(items: Sequence[Item]) -> list[Item]:
    """宝山区、嘉定区、青浦区副区长: the places before a title of a place share it, as far as one can see."""
    made = list(items)
    for at, item in enumerate(items):
        match = re.match(
            r"(.{1,8}[省市县区州盟旗镇乡])((?:副|常务副)?[省市县区州旗盟镇乡]长)$", item.title or ""
        )
        if item.kind is not Kind.TITLE or match is None or item.comma != "、":
            continue
        back = at - 1
        while back >= 0 and items[back].kind is Kind.UNIT and _DIVISION.fullmatch(items[back].text):
            made[back] = replace(
                items[back], kind=Kind.TAILED, title=match[2], row=True, check=SHARED
            )
            back -= 1
    return made


def _read(items: Sequence[Item], place: Place) -> Parsed:
    seats: list[Found] = []
    doubts: list[Doubt] = []
    units = sum(item.kind in (Kind.UNIT, Kind.TAILED) for item in items)
    items = _of_each(items)
    odd = any(item.kind is Kind.OTHER for item in items)
    for at, item in enumerate(items):
        found = _seat(item, place, units)
        near = any(one.kind is Kind.OTHER for one in items[max(0, at - 1) : at + 2])
        if found and ((odd and item.kind is Kind.NAME) or (near and not found.person)):
            found = found.doubted(BESIDE)
        half = found is None or (found.person and found.title and item.check)
        alone = seats and not seats[-1].person and item.kind is not Kind.SEVERAL
        if seats and half and (alone or item.comma in ("（", "(")):
            seats[-1] = seats[-1].doubted(BESIDE)
        if found is None:
            doubts.append(Doubt(item.text, SEVERAL if item.kind is Kind.SEVERAL else UNKNOWN))
            continue
        beside = [one.kind for one in items[max(0, at - 1) : at + 2]]
        if any(pair == (Kind.NAME, Kind.TITLE) for pair in pairwise(beside)):
            found = found.doubted(Words("whether the title is this person's", "该职务是否属于此人"))
        seats.append(_as_before(found, items, at, seats))
    return seats, doubts


def _as_before(found: Found, items: Sequence[Item], at: int, before: Sequence[Found]) -> Found:
    """市教育局副局长张三、李四: a bare name behind one that a title leads has that title, it seems."""
    first = at
    while first and items[first].kind is Kind.NAME and items[first].comma == "、":
        first -= 1
    last = items[first] if first < at else None
    if not (last and before and last.person and last.text.endswith(last.person) and last.title):
        return found
    if items[at].kind is not Kind.NAME or items[at].comma != "、" or found.title:
        return found
    same = replace(found, title=before[-1].title, unit=before[-1].unit)
    if _OF_SEVERAL.fullmatch(last.title):
        return same
    return same.doubted(
        Words("the title of the name before it, taken for shared", "沿用前一人的职务，视为共用")
    )


def _of_each(items: Sequence[Item]) -> list[Item]:
    """各乡（镇）长、办事处主任: what 各 begins goes on over the next commas."""
    made: list[Item] = []
    for item in items:
        last = made[-1] if made else None
        if (
            last and last.kind is Kind.SEVERAL and item.comma == "、" and last.text.startswith("各")
            and item.kind in (Kind.TITLE, Kind.UNIT) and not levelled(item.text)
        ):  # fmt: skip
            item = replace(item, kind=Kind.SEVERAL)
        made.append(item)
    return made


def _seat(item: Item, place: Place, units: int) -> Found | None:
    """The seat that an item is; None where it is none."""
    if item.kind is Kind.NAME:
        return Found(item.person, None, None, item.check)
    if item.kind in (Kind.NAMED, Kind.TITLE) and item.title:
        found = with_title(item.person, item.title, place)
        told = item.check and (item.person or not found.check)
        return found.doubted(item.check) if told else found
    if item.kind in (Kind.UNIT, Kind.TAILED) and item.unit:
        return _of_unit(item)
    if item.kind is Kind.OTHER and units >= 2 and _like_a_body(item.text):
        return Found(
            None,
            None,
            item.text,
            Words("a body whose name the rules do not know", "单位名称不在规则之内"),
        )
    return None


def _like_a_body(text: str) -> bool:
    return bool(re.fullmatch(r"[\u3400-\u9fff（）()]{3,16}", text)) and not re.search(
        "[的由为任是]", text
    )


def _two_bodies(unit: str) -> bool:
    """市美协和书协: one name, or two bodies."""
    return any(is_unit(unit[: one.start()]) for one in _AND.finditer(unit))


def _of_unit(item: Item) -> Found:
    """A body listed, or with its 主要负责人: alone the whole is the title, in a row only the end."""
    unit = item.unit or ""
    title = item.title
    if title and not item.row:
        title = item.text
    known = (
        known_beginning(f"{unit}负责人") > UNKNOWN_WORD
        and balanced(unit)
        and not _two_bodies(unit)
        and not _SPOKEN.search(unit)
    )
    return Found(None, title, unit, item.check or (NOTHING if known else NOT_KNOWN))
