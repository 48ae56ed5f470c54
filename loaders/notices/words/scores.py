"""How well words read as the name of a person, or as a title, in the manner of logarithms of odds."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from graph.offices.words import ANYBODY, LEADERS, bare_name
from loaders.notices.words.bodies import is_unit, several
from loaders.notices.words.known import UNKNOWN, is_field, is_place, known_beginning
from loaders.notices.words.names import (
    DOUBLE,
    GIVEN,
    HEAD_END,
    PLACES,
    SINGLE,
    Name,
    family_score,
    name_kind,
)
from loaders.notices.words.text import balanced
from loaders.notices.words.titles import bodiless, is_title, offices_of, title_like

LEAST = -math.inf
"""The score of words that are none at all."""
END = re.compile(
    rf"{HEAD_END.pattern[:-1]}|官|司令|特派员|秘书|总?编辑|[总主]编|(?<=[长任记席员理官])[（(][^（）()]+[）)]"
)
_GOES_ON = re.compile(
    "[会处团办制]|小组|科员|委员|助理|(?<=秘书)长|(?<=司令)[部员]|(?<=领导)[机干]"
    "|(?<=[^省市县区州盟旗镇乡局厅部院处科署所行站校会队组司社馆台书事]长)(?:[江沙春治乐白安阳寿城兴宁海丰岭汀泰顺葛武岛]|三角)|(?<=长)株潭"
    "|江(?:水利|流域|航|三峡|经济|海事|防)"
)
"""What makes the word of an office the beginning of another: 委员会, 秘书长, 长江."""
_REMARKED = re.compile("[长任记席员理官][（(][^（）()]+[）)](?![、，,兼])(?=.)")
"""A remark behind an office, which ends the title: 副市长（沩水河河长）张三 is more than one."""


_HEADS = re.compile(f"{ANYBODY}|{LEADERS}")
_BESIDE = ("书记", "常委", "委员", "党组成员")
"""Offices that are held beside another."""
_LEVELS, _SELDOM = (
    "省市县区州盟旗团局厅署委办级处国及与兼等",
    "党总院校会科所站长任记员组队厂社矿司政部",
)
"""Characters of bodies and offices: hardly ever in a given name, and seldom."""


@lru_cache(maxsize=16384)
def name_score(word: str) -> float:
    """How well a word reads as a name."""
    if name_kind(word) is Name.NO or word in PLACES:
        return LEAST
    if len(word) == 2 and word[0] not in SINGLE:
        return LEAST
    double = word[:2] in DOUBLE and len(word) > 2
    given = word[2:] if double else word[1:]
    score = 1.0 if double else family_score(word[0])
    score += {1: -1.2, 2: 0.0}.get(len(given), -4.5)
    score -= 2.0 * len(word) * is_place(word) + 3.0 * is_field(word[:2])
    score -= 2.0 * (given[-1] in "和为及与")
    for char in given:
        score += 0.4 * (char in GIVEN) - 3.0 * (char in _LEVELS)
        score -= 1.5 * (char in _SELDOM) + 9.0 * (char == "副")
    return score


@lru_cache(maxsize=16384)
def title_score(word: str) -> float:
    """How well words read as a title: by how each of its offices begins."""
    if not balanced(word):
        return LEAST
    unit, space, rest = word.partition(" ")
    if space and is_unit(unit) and not is_title(unit) and bodiless(rest):
        return title_score(unit + rest)
    if not is_title(word):
        return 2 * UNKNOWN if title_like(word) and not several(word) else LEAST
    offices = offices_of(word) or ()
    score, at, bare = 0.0, 0, bare_name(word)
    for office in offices:
        known, found = known_beginning(office.text), bare.find(office.text, at)
        marked = found > 0 and bare[found - 1] in "、，,；;兼 "
        score += known if office is offices[0] or marked else 2 * min(0.0, known)
        score += 1.0 * (marked and bare[: found - 1].endswith(_BESIDE))
        at = max(at, found)
    score += UNKNOWN * any(_HEADS.fullmatch(office.word) for office in offices[:-1])
    held = bool(_REMARKED.search(word)) or any(_holds_an_office(office.body) for office in offices)
    return (score if offices else UNKNOWN) + 2 * UNKNOWN * held - 0.5 * (" " in word)


def _holds_an_office(body: str) -> bool:
    """Whether what should be one body begins with another's office: 湖北省副省长丘应桦商务局."""
    return any(is_title(body[:end]) for end in ends_of(body) if end < len(body))


def ends_of(run: str) -> list[int]:
    """Where the words of offices end in a run."""
    ends = (match.end() for match in END.finditer(run))
    return [end for end in ends if end > 1 and not _GOES_ON.match(run, end)]
