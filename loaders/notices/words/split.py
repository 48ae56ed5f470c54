"""Names and titles that run together (陈芸副省长, 副市长李四副市长王五), told apart by scores.

Every reading of a run of characters as names and titles is scored: how common the family name is, how long
and how usual the given name, whether the title begins with a known place, body, level or field of work and
ends in an office. The best one counts; its margin over the second tells how certain it is. Scores are
in the manner of logarithms of odds: 1 is about three to one.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from loaders.notices.words.known import BARE, UNKNOWN, is_field, is_place, known_beginning
from loaders.notices.words.names import (
    DOT,
    DOUBLE,
    GIVEN,
    HEAD_END,
    PLACES,
    SINGLE,
    Name,
    family_score,
    name_kind,
)
from loaders.notices.words.bodies import several
from loaders.notices.words.titles import is_title, offices_of, title_like

SURE = 2.0
"""Margin over the second reading from which the first one is certain."""
_LEAST, _UNREAD = -999.0, -10.0
ALONE = 2.0
"""What a title without a name costs beside names, or a name without a title."""
_NONE = (_LEAST, None)
_DOTTED = re.compile(rf"[\u3400-\u9fff]{{1,6}}(?:[{DOT}][\u3400-\u9fff]{{1,6}})+")
_LONGEST, _ENDS_AHEAD = 45, 6
"""Characters of a title, and ends of offices that it may hold."""
_MARK = re.compile("同志| |和|及|与")
_MARKS = "、，,（）()及和与 "
_END = re.compile(rf"{HEAD_END.pattern[:-1]}|官|司令|特派员|秘书|总?编辑|[总主]编|(?<=[长任记席员理官])[（(][^（）()]+[）)]")
_GOES_ON = re.compile(
    "[会处团办制]|小组|科员|委员|助理|(?<=秘书)长|(?<=司令)[部员]|(?<=领导)[机干]"
    "|(?<=[^省市县区州盟旗镇乡局厅部院处科署行所站校会队组司社馆台书事]长)(?:[江沙春治乐白安阳寿城兴宁海丰岭汀泰顺葛武岛]|三角)"
    "|江(?:水利|流域|航|三峡|经济|海事|防)"
)
"""What makes the word of an office the beginning of another: 委员会, 秘书长, 长江."""
_REMARKED = re.compile("[长任记席员理官][（(][^（）()]+[）)](?![、，,兼])(?=.)")
"""A remark behind an office, which ends the title: 副市长（沩水河河长）张三 is more than one."""


@dataclass(frozen=True)
class Part:
    """A person with a title, or one of them alone; `margin`: how far the best reading without it is."""

    person: str | None = None
    title: str | None = None
    margin: float = 99.0
    text: str = ""

    @property
    def certain(self) -> bool:
        """Whether it can be believed: no other reading is near, and its title begins with a known word."""
        return self.margin >= SURE and (not self.title or title_score(self.title) >= BARE - 1)


@dataclass(frozen=True)
class Reading:
    """A run of characters read as parts."""

    parts: tuple[Part, ...]
    score: float

    @property
    def pairs(self) -> bool:
        """Whether it holds a person and a title that run together."""
        return any(part.person and part.title for part in self.parts)


def split(runs: Sequence[str]) -> list[Reading | None]:
    """The readings of the runs of one list, all in the order (name or title first) that suits them best.

    The third order is that of a list without run-together words. None for a run that is read in no order,
    and where no word of an office stands in any.
    """
    if not any(map(_ends, runs)):
        return [None] * len(runs)
    orders = [[_read(run, first) or _apart(run) for run in runs] for first in (True, False)]
    orders.append([_apart(run) for run in runs])
    totals = [sum(r.score if r else _UNREAD for r in order) for order in orders]
    best = max(range(3), key=totals.__getitem__)
    made = orders[best]
    for order, total in zip(orders, totals, strict=True):
        made = [_closer(*pair, totals[best] - total) for pair in zip(made, order, strict=True)]
    return made


def _apart(run: str) -> Reading | None:
    """A run as one title or one name."""
    title, name = title_score(run), name_score(run)
    best = max(title, name)
    part = Part(None, run, text=run) if title >= name else Part(run, None, text=run)
    return Reading((part,), best) if best > _LEAST else None


def _closer(one: Reading | None, other: Reading | None, apart: float) -> Reading | None:
    """The reading of one order; what another reads otherwise is as doubtful as the order is."""
    if one is None or other is None or one is other:
        return one
    there = {(part.person, part.title): part.margin for part in other.parts}
    parts = (
        replace(p, margin=min(p.margin, apart + there.get((p.person, p.title), 0.0)))
        for p in one.parts
    )
    return replace(one, parts=tuple(parts))


class Edge(NamedTuple):
    """A word of a run in a reading: where it stands, whether it is a name, whether it is a first half.

    `open` tells whether a first half (a name where names lead) stands before it.
    """

    start: int
    stop: int
    name: bool
    open: bool
    half: bool
    score: float
    mark: bool = False


@lru_cache(maxsize=4096)
def _read(run: str, name_first: bool) -> Reading | None:
    """The best reading of a run in one order."""
    edges = list(_edges(run, name_first))
    begun, left = _walk(edges, len(run))
    ends = {half: begun.get((len(run), half), _NONE)[0] - ALONE * half for half in (False, True)}
    best = max(ends.values())
    if best <= _LEAST:
        return None
    path: list[Edge] = []
    at = (len(run), ends[True] > ends[False])
    while at[0]:
        edge = begun[at][1]
        assert edge is not None
        path.append(edge)
        at = (edge.start, edge.open)
    margins = _margins(path, edges, begun, left, best)
    return Reading(tuple(_parts(run, path[::-1], margins)), best)


def _edges(run: str, name_first: bool) -> Iterator[Edge]:
    """Every word that can follow what stands before it, in the order of their starts."""
    ends = _ends(run)
    reached = {(0, False)}
    for start in range(len(run) if ends else 0):
        before = [half for half in (False, True) if (start, half) in reached]
        if mark := _MARK.match(run, start):
            reached.update((mark.end(), half) for half in before)
            yield from (Edge(start, mark.end(), False, half, half, 0.0, True) for half in before)
        begins = start == 0 or run[start - 1] == " "
        for stop, score, name in _words(run, start, ends) if before else ():
            half = name == name_first
            # Two names in a row are of no run; a title may lack its person.
            held = [one for one in before if not name or begins or one != name_first]
            reached.update((stop, half) for _ in held)
            for one in held:
                alone = one if half else not one
                yield Edge(start, stop, name, one, half, score - ALONE * alone)


Begun = dict[tuple[int, bool], tuple[float, Edge | None]]


def _walk(edges: Sequence[Edge], size: int) -> tuple[Begun, dict[tuple[int, bool], float]]:
    """By place and state: the best reading up to it with its last word, and the best one from it on."""
    begun: Begun = {(0, False): (0.0, None)}
    for edge in edges:
        score = begun[edge.start, edge.open][0] + edge.score
        if score > begun.get((edge.stop, edge.half), _NONE)[0]:
            begun[edge.stop, edge.half] = (score, edge)
    left = {(size, False): 0.0, (size, True): -ALONE}
    for edge in reversed(edges):
        score = left.get((edge.stop, edge.half), _LEAST) + edge.score
        if score > left.get((edge.start, edge.open), _LEAST):
            left[edge.start, edge.open] = score
    return begun, left


def _margins(
    path: Sequence[Edge], edges: Sequence[Edge], begun: Begun,
    left: dict[tuple[int, bool], float], best: float,
) -> dict[Edge, float]:  # fmt: skip
    """How far the best reading without a word is: one of the others over its first character."""
    cuts = {edge.start: edge for edge in path}
    others = dict.fromkeys(path, _LEAST)
    for edge in edges:
        score = begun[edge.start, edge.open][0] + edge.score
        score += left.get((edge.stop, edge.half), _LEAST)
        for cut in range(edge.start, edge.stop):
            one = cuts.get(cut)
            if one is not None and one != edge:
                others[one] = max(others[one], score)
    return {edge: best - other for edge, other in others.items()}


def _parts(run: str, path: Sequence[Edge], margins: dict[Edge, float]) -> Iterator[Part]:
    """The words of a reading, each second half with its first."""
    held: Part | None = None
    for edge in (edge for edge in path if not edge.mark):
        word = run[edge.start : edge.stop]
        part = Part(word if edge.name else None, None if edge.name else word, margins[edge], word)
        if held and edge.half:
            yield held
        elif held:
            part = Part(
                held.person or part.person, held.title or part.title,
                min(held.margin, part.margin), held.text + word,
            )  # fmt: skip
        held = part if edge.half else None
        if not edge.half:
            yield part
    if held:
        yield held


def _words(run: str, start: int, ends: Sequence[int]) -> Iterator[tuple[int, float, bool]]:
    """Names and titles that begin at a place of the run: end, score, whether it is a name."""
    begins = start == 0 or run[start - 1] == " " or start in ends
    for stop in range(start + 2, min(start + 5, len(run)) + 1) if begins else ():
        if (score := name_score(run[start:stop])) > _LEAST:
            yield stop, score, True
    match = _DOTTED.match(run, start) if begins else None
    if match and not _END.search(re.split(f"[{DOT}]", match[0])[0]):
        last = max(map(match.group().rfind, DOT)) + start
        for stop in range(last + 2, match.end() + 1):
            yield stop, -0.1 * abs(stop - last - 4), True
    if run[start] in _MARKS:
        return
    for stop in ends[bisect(ends, start + 1) :][:_ENDS_AHEAD]:
        if stop <= start + _LONGEST and (score := title_score(run[start:stop])) > _LEAST:
            yield stop, score - 0.5 * (" " in run[start:stop]), False


_LEVELS, _SELDOM = "省市县区州盟旗团局厅署委办级处国及与兼", "党总院校会科所站长任记员组队厂社矿司政部"
"""Characters of bodies and offices: hardly ever in a given name, and seldom."""


@lru_cache(maxsize=65536)
def name_score(word: str) -> float:
    """How well a word reads as a name."""
    if name_kind(word) is Name.NO or word in PLACES:
        return _LEAST
    if len(word) == 2 and word[0] not in SINGLE:
        return _LEAST
    double = word[:2] in DOUBLE and len(word) > 2
    given = word[2:] if double else word[1:]
    score = 1.0 if double else family_score(word[0])
    score += {1: -1.2, 2: 0.0}.get(len(given), -4.5)
    score -= 2.0 * len(word) * is_place(word) + 3.0 * is_field(word[:2])
    score -= 2.0 * (given[-1] in "和为")
    for char in given:
        score += 0.4 * (char in GIVEN) - 3.0 * (char in _LEVELS) - 1.5 * (char in _SELDOM) - 9.0 * (char == "副")
    return score


@lru_cache(maxsize=65536)
def title_score(word: str) -> float:
    """How well words read as a title: by how each of its offices begins."""
    if not is_title(word):
        return 2 * UNKNOWN if title_like(word) and not several(word) else _LEAST
    offices = offices_of(word) or ()
    first, *more = [known_beginning(office.text) for office in offices] or [UNKNOWN]
    held = bool(_REMARKED.search(word)) or any(_holds_an_office(office.body) for office in offices)
    return first + sum(2 * min(0.0, score) for score in more) + 2 * UNKNOWN * held


def _holds_an_office(body: str) -> bool:
    """Whether what should be one body begins with another's office: 湖北省副省长丘应桦商务局."""
    return any(is_title(body[:end]) for end in _ends(body) if end < len(body))


def _ends(run: str) -> list[int]:
    """Where the words of offices end in a run."""
    ends = (match.end() for match in _END.finditer(run))
    return [end for end in ends if end > 1 and not _GOES_ON.match(run, end)]
