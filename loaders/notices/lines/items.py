"""A list in a roster, item by item: names, titles, titles with names, bodies, bodies with 主要负责人."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from graph.core.words import NOTHING, Words
from loaders.notices.model import Doubt, Found
from loaders.notices.words.bodies import SUMMED, generic, is_unit, levelled, several, tailed
from loaders.notices.words.known import UNKNOWN as NO_KNOWN_WORD
from loaders.notices.words.known import is_field, known_beginning
from loaders.notices.words.names import Name, honoured, name_kind, unmarked, without_marks
from loaders.notices.words.posts import NOT_KNOWN, TAKEN_FOR_NAME, with_title
from loaders.notices.words.scores import title_score
from loaders.notices.words.split import SURE, Part, split
from loaders.notices.words.text import balanced, free, held, numbered, squeezed
from loaders.notices.words.titles import (
    NO_RULE,
    Place,
    bodiless,
    has_body,
    is_title,
    names_body,
    title_like,
)

Parsed = tuple[list[Found], list[Doubt]]
SEVERAL = Words(
    "it speaks of several posts or of nobody in particular", "泛指若干职务，或并非专指某人"
)
UNKNOWN = Words(
    "neither a person nor a title nor a body that the rules know", "不是规则所知的人名、职务或单位"
)
TWO_TITLES = Words("one post with two titles, or two posts", "一个职务的两种称谓，或两个职务")
BESIDE = Words("what stands beside it is not understood", "相邻的词语未读懂")
WHERE_IT_ENDS = Words("where the name ends", "人名到何处为止")
WHOSE = Words("whether the title is this person's", "该职务是否属于此人")
SHARED = Words("the title of another beside it, taken for shared", "沿用相邻者的职务，视为共用")
UNKNOWN_BODY = Words("a body whose name the rules do not know", "单位名称不在规则之内")
FIELD = Words("a field of work for its body", "以业务领域代称其单位")
_LED = re.compile(
    r"^(?:(?:另外|此外|同时|还|以及|及|和|与|并由|由|分别由|包括|还有)\s*)(?=[\u3400-\u9fff])"
)
_CLOSED = re.compile(
    r"(?:等\d*(?:人|名|位|个)?(?:组成|共同)?|组成|等[\d一二三四五六七八九十多]*[个家]?[\u3400-\u9fff]{0,6}?(?:单位|部门|科室"
    r"|处室|司局|企业|院系|乡镇|街道|机构|方面)(?:(?:和|及)[\u3400-\u9fff]{0,6}(?:单位|部门))?(?:组成)?"
    r"|等(?:有关)?(?:单位|部门)(?:的)?(?:有关|相关|工作)?人员|(?:分别)?(?:兼任|担任|兼))$"
)
_COMRADE = re.compile("(?<!负责)(?<!领导)等?同志(?=$|[、，,；; （(])")
CONCURRENT = re.compile(r"(?:书记|政治局委员|国务委员|常委|党组成员|党委委员|党工委委员)$")
_COMMA = re.compile(
    "([、，,；;\t]|以及(?=[\u3400-\u9fff])|(?<=[人志导长任记员席])(?:和|及|与)(?=[\u3400-\u9fff]{3}))"
)
_RANK = re.compile("[一二三四]级(?:(?:主任)?科员|调研员|巡视员|(?:高级)?主办|(?:高级)?警长|主管)")
"""A rank (职级), which stands beside an office."""
_SPOKEN = re.compile("^(?:分管|主管|协管)|[（(][^）)]{9,}|[也并了着]")
"""Words that no name of a body has: a sentence, perhaps."""
_CLOSES = re.compile("(?:负责|领导|副职|正职|代表|人员|同志)")
"""Words at the end of a row that say who comes from its bodies."""
_DIVISION = re.compile("[\u3400-\u9fff]{1,8}[省市县区州盟旗镇乡]")
_OF_PLACE = re.compile(".{1,8}[省市县区州盟旗镇乡]((?:常务)?副?[省市县区州旗盟镇乡]长)")
_AND = re.compile("(?:和|及|与)")
_OF_SEVERAL = re.compile(
    "(?:[\u3400-\u9fff]{2,6}[省市县区州盟旗]|[省市县区州])?副[省市县区州盟旗]长|副总理|国务委员"
)
"""Titles that several persons have at once."""
_BODY_LIKE = re.compile("(?!.*[的由为任是])[\u3400-\u9fff（）()]{3,16}")


class Kind(StrEnum):
    """What an item is; NAMED a title and a person, TAILED a body with 主要负责人 and the like."""

    NAME = "name"
    TITLE = "title"
    NAMED = "named"
    UNIT = "unit"
    TAILED = "tailed"
    SEVERAL = "several"
    OTHER = "other"


@dataclass(frozen=True)
class Item:
    """An item with its parts; `check` says what is doubtful, `comma` what stands before it.

    `row`: whether the 主要负责人 is shared with other bodies of the row.
    """

    kind: Kind
    text: str
    person: str | None = None
    title: str | None = None
    unit: str | None = None
    check: Words = NOTHING
    comma: str = ""
    row: bool = False


def read_list(text: str, place: Place) -> Parsed:
    """The seats of a list (市长张三、副市长李四; 市财政局、市水利局主要负责人), and what was not read."""
    parts = _together(text)
    if parts:
        items = [i for p in parts for i in _items(_of_part(p), p.text, p.mark)]
    else:
        items = [item for piece, comma in _pieces(held(text)) for item in _split_and(piece, comma)]
    return _read(_shared(_tails(_compounds(items))), place)


def item_of(raw: str, comma: str = "") -> Item:
    """The item that a piece of text between two commas is."""
    text = stripped(raw)
    bare = unmarked(text)
    if honour := honoured(bare):
        person, title = honour
        return Item(Kind.NAMED if title else Kind.NAME, text, person, title, comma=comma)
    kind = name_kind(bare)
    if kind is Name.SURE or (kind is Name.RARE and not is_unit(bare)):
        check = NOTHING if kind is Name.SURE else TAKEN_FOR_NAME
        return Item(Kind.NAME, text, person=bare, check=check, comma=comma)
    return replace(_without_a_name(text), comma=comma)


def _without_a_name(text: str) -> Item:
    """A title, a body, a body with the words for its head, several of them, or none of these."""
    tail = tailed(text)
    if several(text):
        return Item(Kind.SEVERAL, text, title=tail and tail[1])
    if tail:
        body, head = tail
        if not body:
            return Item(Kind.TAILED, text, title=head)
        if generic(body) or several(body):
            return Item(Kind.SEVERAL, text, title=head)
        if is_unit(body) or (len(body) < 4 and is_field(body[-2:])):
            check = NOTHING if is_unit(body) else FIELD
            return Item(Kind.TAILED, text, title=head, unit=body, check=check)
    if is_title(text) and not generic(text):
        return Item(Kind.TITLE, text, title=text, check=NOTHING if _known(text) else NOT_KNOWN)
    if is_unit(text):
        return Item(Kind.UNIT, text, unit=text)
    if generic(text):
        return Item(Kind.SEVERAL, text)
    if title_like(text) and not re.search(r"[。：？！]", text):
        return Item(Kind.TITLE, text, title=text, check=NO_RULE)
    return Item(Kind.OTHER, text)


def stripped(raw: str) -> str:
    """A piece without numbering, words that lead it (以及) and those that close a list (等组成)."""
    text = _LED.sub("", numbered(squeezed(free(raw)))[1].strip(" 、，,。.；;：—-"))
    return _CLOSED.sub("", text).strip() or text


def _known(title: str) -> bool:
    """Whether a title begins with a known place or body, or names none."""
    return title_score(title) > NO_KNOWN_WORD or not names_body(title)


def _together(text: str) -> list[Part]:
    """The parts of a list that names a person; none of one that names none, which has rules of its own.

    Words for the heads of bodies (主要负责人) at its end are a title only behind a name that is certain.
    """
    whole = _COMRADE.sub("", squeezed(without_marks(stripped(text))))
    parts = list(map(_honoured, split(whole).parts))
    last = parts[-1] if parts else None
    if last and last.title and tailed(whole) and not (last.person and last.certain):
        parts[-1] = Part(text=last.text, mark=last.mark)
    made: list[Part] = []
    for part in parts:
        made[-1:] = _with_body(made[-1], part) if made else [part]
    return made if any(part.person for part in made) else []


def _honoured(part: Part) -> Part:
    found = None if part.person else honoured(part.text)
    return replace(part, person=found[0], title=found[1], margin=SURE) if found else part


def _with_body(last: Part, part: Part) -> list[Part]:
    """市财政局 李四 局长, 市财政局 李四, 李四 市财政局: a body in a column of its own."""
    unit = not (last.person or last.title) and is_unit(last.text) and part.mark == " "
    if unit and part.person and (not part.title or bodiless(part.title)):
        title = f"{last.text} {part.title}" if part.title else last.text
        return [replace(part, title=title, mark=last.mark)]
    body = not (part.person or part.title) and is_unit(part.text)
    if body and last.person and not last.title and part.mark in (" ", "（", "("):
        return [replace(last, title=part.text)]
    return [last, part]


def _of_part(part: Part) -> Item | None:
    """The item that a part of a list is; None for words that are neither name nor title."""
    alone = name_kind(part.person) if part.person and not part.title else Name.SURE
    if not (part.person or part.title) or alone is Name.MAYBE:
        return None
    if alone is Name.RARE and is_unit(part.text):
        return None
    kind = Kind.NAMED if part.person and part.title else Kind.NAME if part.person else Kind.TITLE
    sure = part.margin >= SURE if kind is Kind.NAME else part.certain
    known = part.person or _known(part.title or "")
    check = TAKEN_FOR_NAME if alone is Name.RARE else NOTHING if sure else WHERE_IT_ENDS
    item = Item(kind, part.text, part.person, part.title, comma=part.mark)
    before = re.split("[、，,]", part.title or "")[:-1]
    led = part.person is not None and part.text.startswith(part.person)
    if kind is Kind.NAMED and not led and not all(map(CONCURRENT.search, before)):
        check = TWO_TITLES
    return replace(item, check=check or (NOTHING if known else NOT_KNOWN))


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
            check = TWO_TITLES if both else item.check
            made[-1] = replace(last, text=title, title=title, check=check)
        else:
            made.append(item)
    return made


def _one_post(last: Item, item: Item) -> bool:
    if not last.kind is item.kind is Kind.TITLE or item.comma != "、":
        return False
    if "分管" in last.text[:2] + item.text[:2]:
        return False
    if _RANK.fullmatch(item.text):
        return True
    place = re.match(r"([\u3400-\u9fff]{2,10}[省市县区州盟旗])委书记$", last.text)
    if place and item.text.startswith(place[1]):  # who holds both is given the place once
        return False
    if re.search("(?<!副)书记$", last.text) and re.fullmatch("[省市县区州镇乡校院厂]长", item.text):
        return False
    return bool(CONCURRENT.search(last.text)) or (has_body(last.text) and bodiless(item.text))


def _tails(items: Sequence[Item]) -> list[Item]:
    """One 主要负责人 at the end of a row is everybody's before it."""
    items = [*items[:1], *(_of_government(item, before) for before, item in pairwise(items))]
    made = list(items)
    for at, item in enumerate(items):
        own = (item.kind is Kind.TAILED and item.unit) or (item.kind is Kind.SEVERAL and item.title)
        back = at - 1
        while own and back >= 0 and (_of_row(items[back]) or items[back].kind is Kind.SEVERAL):
            if _of_row(before := items[back]):
                check = NOTHING if before.kind is Kind.UNIT else UNKNOWN_BODY
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
    head = (item.title or "").removeprefix("政府")
    if item.kind not in (Kind.TAILED, Kind.SEVERAL) or head == (item.title or ""):
        return item
    if _DIVISION.fullmatch(before.text) or not _of_row(before):
        return item
    return replace(item, unit=item.unit and f"{item.unit}政府", title=head)


def _shared(items: Sequence[Item]) -> list[Item]:
    """宝山区、嘉定区副区长: places before a title of a place share it, as far as one can see.

    各乡（镇）长、办事处主任: what 各 begins goes on over the next commas.
    """
    made = list(items)
    for at, item in enumerate(made):
        match = _OF_PLACE.fullmatch(item.title or "") if item.kind is Kind.TITLE else None
        back = at - 1 if item.comma == "、" else -1
        each = back >= 0 and made[back].kind is Kind.SEVERAL and made[back].text.startswith("各")
        if each and item.kind in (Kind.TITLE, Kind.UNIT) and not levelled(item.text):
            made[at] = replace(item, kind=Kind.SEVERAL, text=f"各{item.text}")
        while (
            match
            and back >= 0
            and made[back].kind is Kind.UNIT
            and _DIVISION.fullmatch(made[back].text)
        ):
            made[back] = replace(
                made[back], kind=Kind.TAILED, title=match[1], row=True, check=SHARED
            )
            back -= 1
    return made


def _of_row(item: Item) -> bool:
    """Whether an item before a shared 负责人 is a body: 市财政局, or only its field (财政)."""
    field = len(item.text) < 4 and is_field(item.text[-2:])
    like = item.kind is Kind.OTHER and bool(_BODY_LIKE.fullmatch(item.text))
    return item.kind is Kind.UNIT or field or like


def _read(items: Sequence[Item], place: Place) -> Parsed:
    seats: list[Found] = []
    doubts: list[Doubt] = []
    units = sum(item.kind in (Kind.UNIT, Kind.TAILED) for item in items)
    odd = any(item.kind is Kind.OTHER for item in items)
    for at, item in enumerate(items):
        found = _seat(item, place, units)
        beside = [one.kind for one in items[max(0, at - 1) : at + 2]]
        if found and (
            (odd and item.kind is Kind.NAME) or (Kind.OTHER in beside and not found.person)
        ):
            found = found.doubted(BESIDE)
        half = found is None or (found.person and found.title and item.check)
        alone = seats and not seats[-1].person and item.kind is not Kind.SEVERAL
        if seats and half and (alone or item.comma in ("（", "(")):
            seats[-1] = seats[-1].doubted(BESIDE)
        if found is None:
            doubts.append(Doubt(item.text, SEVERAL if item.kind is Kind.SEVERAL else UNKNOWN))
            continue
        if any(pair == (Kind.NAME, Kind.TITLE) for pair in pairwise(beside)):
            found = found.doubted(WHOSE)
        seats.append(_as_before(found, items, at, seats))
    return seats, doubts


def _as_before(found: Found, items: Sequence[Item], at: int, before: Sequence[Found]) -> Found:
    """市教育局副局长张三、李四: a bare name behind one that a title leads has that title, it seems."""
    first = at
    while first and items[first].kind is Kind.NAME and items[first].comma == "、":
        first -= 1
    last = items[first]
    if first == at or not (
        before and last.person and last.title and last.text.endswith(last.person)
    ):
        return found
    same = replace(found, title=before[-1].title, unit=before[-1].unit)
    return same if _OF_SEVERAL.fullmatch(last.title) else same.doubted(SHARED)


def _seat(item: Item, place: Place, units: int) -> Found | None:
    """The seat that an item is; None where it is none."""
    if item.kind is Kind.NAME:
        return Found(item.person, None, None, item.check)
    if item.kind in (Kind.NAMED, Kind.TITLE) and item.title:
        found = with_title(item.person, item.title, place)
        told = item.check and (item.person or not found.check)
        return found.doubted(item.check) if told else found
    if item.kind in (Kind.UNIT, Kind.TAILED) and item.unit:
        return _of_unit(item, item.unit)
    if item.kind is Kind.OTHER and units >= 2 and _BODY_LIKE.fullmatch(item.text):
        return Found(None, None, item.text, UNKNOWN_BODY)
    return None


def _of_unit(item: Item, unit: str) -> Found:
    """A body listed, or with its 主要负责人: alone the whole is the title, in a row only the end."""
    title = item.text if item.title and not item.row else item.title
    two = any(is_unit(unit[: one.start()]) for one in _AND.finditer(unit))  # 市美协和书协
    begins = known_beginning(f"{unit}负责人") > NO_KNOWN_WORD
    known = begins and balanced(unit) and not two and not _SPOKEN.search(unit)
    return Found(None, title, unit, item.check or (NOTHING if known else NOT_KNOWN))
