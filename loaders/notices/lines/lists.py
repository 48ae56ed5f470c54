"""A list run together: 市长张三、副市长李四; 市财政局、市水利局主要负责人; 张三（市长）、李四（副市长）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.notices.lines.items import (
    CONCURRENT,
    TWO_TITLES,
    Item,
    Kind,
    item_of,
    item_of_part,
    read_together,
)
from loaders.notices.model import Doubt, Found, doubts_of
from loaders.notices.words.bodies import elided, levelled
from loaders.notices.words.posts import with_title
from loaders.notices.words.text import held
from loaders.notices.words.titles import Place, bodiless, has_body

Parsed = tuple[list[Found], list[Doubt]]

SEVERAL = "it speaks of several posts or of nobody in particular"
UNKNOWN = "neither a person nor a title nor a body that the rules know"
_COMMA = re.compile(
    "([、，,；;\t]|以及(?=[\u3400-\u9fff])|(?<=[人志导长任记员席])(?:和|及|与)(?=[\u3400-\u9fff]{3}))"
)
_DIVISION = re.compile("[\u3400-\u9fff]{1,8}[省市县区州盟旗镇乡]")
SHARED = "one title for several places"
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
    if item and (item.person or not re.search("[、，,；;]", text)):
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
    if whole.kind not in (Kind.UNIT, Kind.OTHER, Kind.TAILED):
        return [whole]
    for match in _AND.finditer(piece):
        left, right = item_of(piece[: match.start()], comma), item_of(piece[match.end() :], "、")
        if (
            left.kind is Kind.UNIT
            and right.kind in (Kind.UNIT, Kind.TAILED)
            and _whole(left, right)
        ):
            return [left, right]
    return [whole]


def _whole(left: Item, right: Item) -> bool:
    return (
        len(left.text) >= 3 and levelled(left.text) == levelled(right.text) and len(right.text) >= 3
    )


def _compounds(items: Sequence[Item]) -> list[Item]:
    """Titles that belong to one person: 市委常委、宣传部部长李四; 张三，市委副书记、市长."""
    made: list[Item] = []
    for item in items:
        last = made[-1] if made else None
        if last and _one_post(last, item):
            made[-1] = _merged(last, item)
        else:
            made.append(item)
    return made


def _one_post(last: Item, item: Item) -> bool:
    if item.kind not in (Kind.TITLE, Kind.NAMED) or last.kind not in (Kind.TITLE, Kind.NAMED):
        return False
    if last.kind is Kind.NAMED or item.comma != "、" or last.text.startswith("分管"):
        return False
    if item.kind is Kind.TITLE and _place_again(last.text, item.text):
        return False
    return (
        item.kind is Kind.NAMED
        or bool(CONCURRENT.search(last.text))
        or (has_body(last.text) and bodiless(item.text))
    )


def _place_again(last: str, text: str) -> bool:
    """广州市委书记、广州市市长: whoever holds both posts is given the place once (广州市委书记、市长)."""
    match = re.match(r"([\u3400-\u9fff]{2,10}[省市县区州盟旗])委书记$", last)
    return bool(match and text.startswith(match[1]))


def _merged(last: Item, item: Item) -> Item:
    title = f"{last.title}{item.comma}{item.title}"
    sure = CONCURRENT.search(last.text)
    both = re.search(r"(?<!副)书记$", last.text) and item.kind is Kind.TITLE and not last.person
    check = doubts_of(last.check, item.check) if sure and not both else TWO_TITLES
    text, person = f"{last.text}{item.comma}{item.text}", last.person or item.person
    kind = Kind.NAMED if person else item.kind
    return replace(
        item, kind=kind, text=text, person=person, title=title, check=check, comma=last.comma
    )


def _tails(items: Sequence[Item]) -> list[Item]:
    """One 主要负责人 at the end of a row is everybody's before it."""
    made = list(items)
    for at, item in enumerate(items):
        if item.kind is Kind.TAILED and item.unit:
            back = at - 1
            while back >= 0 and items[back].kind in (Kind.UNIT, Kind.OTHER, Kind.SEVERAL):
                made[back] = _with_tail(items[back], item)
                made[at] = replace(item, row=True)
                back -= 1
    return made


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


def _with_tail(item: Item, tail: Item) -> Item:
    if item.kind is not Kind.UNIT:
        return item
    return replace(item, kind=Kind.TAILED, title=tail.title, row=True)


def _read(items: Sequence[Item], place: Place) -> Parsed:
    seats: list[Found] = []
    doubts: list[Doubt] = []
    units = sum(item.kind in (Kind.UNIT, Kind.TAILED) for item in items)
    row = any(item.unit and levelled(item.unit) for item in items)
    items = _of_each(items)
    at = 0
    while at < len(items):
        found, used = _seat(items, at, place, units, row)
        if found is None:
            why = SEVERAL if items[at].kind is Kind.SEVERAL else UNKNOWN
            doubts.append(Doubt("、".join(item.text for item in items[at : at + used]), why))
        else:
            seats.append(_as_before(found, items, at, seats))
        at += used
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
    return same.doubted("the title of the name before it, taken for shared")


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


def _seat(
    items: Sequence[Item], at: int, place: Place, units: int, row: bool
) -> tuple[Found | None, int]:
    """The seat that begins at an item, and how many items it takes."""
    item = items[at]
    if item.kind is Kind.NAME:
        return _of_name(items, at, place)
    if item.kind is Kind.NAMED and item.title:
        found = with_title(item.person, item.title, place)
        return found.doubted(item.check) if item.check else found, 1
    if item.kind is Kind.TITLE and item.title:
        found = with_title(None, item.title, place)
        return found.doubted(item.check) if item.check and not found.check else found, 1
    if item.kind in (Kind.UNIT, Kind.TAILED) and item.unit:
        return _of_unit(item, place, row), 1
    if item.kind is Kind.OTHER and units >= 2 and _like_a_body(item.text):
        return Found(None, None, item.text, "a body whose name the rules do not know"), 1
    return None, 1


def _like_a_body(text: str) -> bool:
    return bool(re.fullmatch(r"[\u3400-\u9fff（）()]{3,16}", text)) and not re.search(
        "[的由为任是]", text
    )


def _of_name(items: Sequence[Item], at: int, place: Place) -> tuple[Found | None, int]:
    """A name, with the titles behind it where a comma or space leads them."""
    end = at + 1
    while end < len(items) and items[end].kind is Kind.TITLE:
        end += 1
    if end > at + 1 and items[at + 1].comma == "、":
        return None, end - at
    titles = items[at + 1 : end]
    name = items[at].person
    if not titles:
        return Found(name, None, None, items[at].check), 1
    title = "".join(f"{item.comma if i else ''}{item.text}" for i, item in enumerate(titles))
    found = with_title(name, title, place)
    check = "" if titles[0].comma in ("，", ",", "\t") else "whether the title is this person's"
    return found.doubted(check) if check else found, end - at


def _of_unit(item: Item, place: Place, row: bool) -> Found:
    """A body listed, or with its 主要负责人: alone the whole is the title, in a row only the end."""
    unit = item.unit or ""
    title = item.title
    if title and not item.row:
        title = item.text
    level = "the row leaves out the level of this body" if row and elided(unit, place.name) else ""
    return Found(None, title, unit, item.check or level)
