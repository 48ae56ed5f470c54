"""How a title begins: with a place, a level, a central body or a field that is known, or with none."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.offices.body_words import words
from graph.offices.grammar import Office, Seat
from graph.offices.names import NO_LEVEL
from graph.offices.words import CENTRAL_BEGINS
from loaders.notices.words.titles import offices_of
from loaders.units.central_bodies import central
from loaders.units.shipped import shipped_places

FULL, COUNTY, FIELD, BARE, UNKNOWN, BROKEN = 2.0, 1.3, 1.0, 0.0, -4.0, -8.0
"""A place, level or central body; a county; a field of work; an office alone; no known word; half a word."""
LONGER = 0.3
"""What each character of the known words adds: 马鞍山市 is better known than 鞍山市."""
_LEVEL = re.compile(
    r"(?:自治[区州县旗]|[省市县区州盟旗镇乡](?![省县区州盟旗镇乡局厅部署办处]|市(?![场政容])))[^长主书].."
)
_COMMITTEE = re.compile(r"(?:省|市|县|区|州|盟|旗|镇|乡|地|工|党|团)委(?!员)")
_NATION = re.compile(
    "|".join((*CENTRAL_BEGINS, "中共|党中央|香港|澳门|兵团|长江|黄河|淮河|海河|珠江|松辽|太湖"))
)
_HEAD = re.compile("^(?:国务院|中共中央|" + "|".join(CENTRAL_BEGINS) + ")")
_PARTS = re.compile(
    r"[省市县区州盟旗镇乡局厅部署委办处院会室]+(?:长|主任|书记|[省市县区州盟旗镇乡局厅部署]长)"
)
_TYPE = re.compile("[委局厅办部院会]")
_HALF = re.compile("办公室|办公厅|办事处|委员会|管委会")
_ENDS = re.compile(r"(?:总局|总署|[局部委署办会院]|委员会|办公室|公司|厅)$")
_MORE = (
    "发改工信人社住建文旅文广卫健卫计国资政协人大政府人民党组党委党工纪委监委统战政研机关开发高新经开城管园林水务"
    "城乡城市城建规划经信市容市场招商口岸物价质监工商国税地税质检食药药监应急消防武警军区警备人武供电电力电信移动联通"
    "法院公路航道港口航务机场房管房产畜牧农机农牧农村农办扶贫移民老龄老干档案地方史志广电总工工会团委团省团市共青关工"
    "红十侨联台办外办外经编办信息数据大数自贸保税综合管委研究社科农科烟草盐业人行银行农行工行建行农发农商信用保险"
    "国有物流物资供销商业经贸外贸贸易体改计委计生科委教委经委建委交委农委城投行政绿化林业水文渔业农林林草国动"
    "高法高检党政房屋区域社区投资金融两型文明综治网信巡察督查安监环保环境国土土地监狱戒毒省直市直驻京接待政务公共公用重大交警特区"
)
"""Fields of work that no name of a central body begins with, two characters each."""


@cache
def _fields() -> frozenset[str]:
    """The first two characters of the fields of work: of central bodies, of words of branches, and more."""
    known = central().names
    heads = (_ENDS.sub("", _HEAD.sub("", name)) for name in [*known, *known.values()])
    branch = [word for held in words().branches.values() for word in held]
    vertical = [word for system in words().systems for word in system.words]
    every = [*heads, *branch, *vertical, *words().party_holds]
    return frozenset(
        [word[:2] for word in every if len(word) > 1 and word[:2] != "办公"]
        + [_MORE[at : at + 2] for at in range(0, len(_MORE), 2)]
    )


@lru_cache(maxsize=65536)
def known_beginning(office: str) -> float:
    """How well the beginning of an office is known: the longer the words that are, the better."""
    read = offices_of(office := office.removeprefix("原"))
    one = read[0] if read else None
    if one and not one.body:
        # 市长 can stand alone; 局长 wants its body.
        return FIELD if one.seat in (Seat.GOVERNMENT, Seat.CENTRE) else BARE - 1
    if one and _HALF.fullmatch(one.body):
        return UNKNOWN + 1
    if _PARTS.match(office) and not _COMMITTEE.match(office):
        return BROKEN
    if nation := _NATION.match(office):
        return FULL + LONGER * len(nation[0])
    if _COMMITTEE.match(office):
        return FULL + LONGER * 2
    if office[0] in "省市县区州" and _named_place(office[1:]):
        # 州合川区: the end of a name before a place.
        return BROKEN
    if _LEVEL.match(office) and not office.startswith(NO_LEVEL):
        field = office[1:3] in _fields() or _TYPE.search(office[1:6])
        return FULL + LONGER * 3 if field else FIELD
    if one and _central(one.body):
        return FULL + LONGER * min(len(one.body), 6)
    return max(_place(office, one), FIELD + LONGER * 2 if office[:2] in _fields() else UNKNOWN)


@cache
def _firsts() -> frozenset[str]:
    """How central bodies begin, with and without 国家 and the like."""
    names = central().names.values()
    return frozenset(one[:1] for name in names for one in (name, _HEAD.sub("", name)))


def _central(body: str) -> bool:
    """Whether a body is a central one by its name or a short one that begins as it does: 质检总局."""
    if not 2 < len(body) < 16 or body[0] not in _firsts():
        return False
    full = central().full(body)
    cut = body[0] == "国" and len(body) > 4 and full != body
    return full is not None and not cut and body[0] in (full[0], _HEAD.sub("", full)[:1])


def _place(title: str, office: Office | None) -> float:
    """The place that a title begins with: in full, or short for one of a province or prefecture."""
    places = shipped_places()
    if name := places.name_at_start(title):
        large = any(one.level in ("Province", "Prefecture") for one in places.by_name[name])
        return (FULL if large else COUNTY) + LONGER * len(name)
    if office and office.seat is Seat.GOVERNMENT and office.body + office.word[0] in places.by_name:
        return FULL + LONGER * len(office.body)
    for size in (4, 3, 2):
        if title[:size] in places.by_short and title[size : size + 1] in ("州", "盟"):
            return FULL + LONGER * (size + 1)
        # 高阳 in 高阳省文化厅 does not count as a place: a level or place of its own follows.
        if is_place(title[:size]) and not (
            _begins_with_place(title[size:]) or _ministry(office, size)
        ):
            return FULL + LONGER * size if title[:size] in places.by_short else BARE + LONGER * 2
    return UNKNOWN


def _ministry(office: Office | None, size: int) -> bool:
    """Whether a ministry follows so many characters: no place has a 农业农村部; 吉林 before it is a name."""
    body = office.body[size:].removesuffix("党组") if office else ""
    return body.endswith("部") and central().full(body) == body


def _begins_with_place(text: str) -> bool:
    return text[:1] in "省市县区州" or _named_place(text)


def _named_place(text: str) -> bool:
    names = shipped_places().by_name
    return any(text[:size] in names for size in range(3, 9))


def is_field(word: str) -> bool:
    """Whether a word of two characters begins a field of work: 财政."""
    return word in _fields()


@cache
def is_place(word: str) -> bool:
    """Whether a word is the name of a city or county without its last character: 武夷山."""
    names = shipped_places().by_name
    return any(word + end in names for end in "市县区旗") or word in shipped_places().by_short
