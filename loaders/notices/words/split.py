"""Names and titles that run together (陈芸副省长, 副市长李四副市长王五), told apart by scores.

Every reading of the words behind a role as names and titles is scored: how common the family name is, how
long and how usual the given name, whether the title begins with a known place, body, level or field of work
and ends in an office, and whether names lead titles or follow them throughout. The best reading counts; its
margin over the best one without a part tells how certain that part is. Scores are in the manner of
logarithms of odds: 1 is about three to one.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from graph.offices.words import bare_name
from loaders.notices.words.bodies import several
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
)  # fmt: skip
from loaders.notices.words.titles import is_title, offices_of, title_like

SURE = 2.0
"""Margin over the best reading without a part from which that part is certain."""
ALONE, OTHER = 2.0, 3.0
"""What a title without a name costs beside names, or a name without a title; and words that are neither."""
_LEAST = -999.0
_NONE = (_LEAST, None)
_LONGEST, _ENDS_AHEAD = 45, 6
"""Characters of a title, and ends of offices that it may hold."""
_LIGHT = re.compile("同志|[，, ]+")
"""Marks that may stand between a name and its title."""
_MARK = re.compile("[、，,；; ]+(?:以及|[和及与由])?|以及|同志|[和及与]")
_BOUND = re.compile("[、，,；; ]")
_NO_START = "、，,；;（）()及和与 "
_DOTTED = re.compile(rf"[\u3400-\u9fff]{{1,6}}(?:[{DOT}][\u3400-\u9fff]{{1,6}})+")
_END = re.compile(
    rf"{HEAD_END.pattern[:-1]}|官|司令|特派员|秘书|总?编辑|[总主]编|(?<=[长任记席员理官])[（(][^（）()]+[）)]"
)
_GOES_ON = re.compile(
    "[会处团办制]|小组|科员|委员|助理|(?<=秘书)长|(?<=司令)[部员]|(?<=领导)[机干]"
    "|(?<=[^省市县区州盟旗镇乡局厅部院处科署所行站校会队组司社馆台书事]长)(?:[江沙春治乐白安阳寿城兴宁海丰岭汀泰顺葛武岛]|三角)"
    "|江(?:水利|流域|航|三峡|经济|海事|防)"
)
"""What makes the word of an office the beginning of another: 委员会, 秘书长, 长江."""
_REMARKED = re.compile("[长任记席员理官][（(][^（）()]+[）)](?![、，,兼])(?=.)")
"""A remark behind an office, which ends the title: 副市长（沩水河河长）张三 is more than one."""


_BESIDE = ("书记", "常委", "委员", "党组成员")
"""Offices that are held beside another."""


@dataclass(frozen=True)
class Part:
    """A person with a title, one of them alone, or words that are neither.

    `mark` is the comma before it, `margin` how much worse the best reading without it is.
    """

    person: str | None = None
    title: str | None = None
    margin: float = 99.0
    text: str = ""
    mark: str = ""

    @property
    def run_together(self) -> bool:
        """Whether a name and a title stand in it with nothing between them."""
        both = self.person and self.title
        return bool(both) and len(self.text) == len(f"{self.person}{self.title}")

    @property
    def certain(self) -> bool:
        """Whether it can be believed: no other reading is near, and its title begins with a known word."""
        rare = self.person is not None and family_score(self.person[0]) < 0
        known = not self.title or title_score(self.title) >= BARE - 1
        return known and self.margin >= SURE * (2 if rare else 1)


@dataclass(frozen=True)
class Reading:
    """Words read as parts, with the score of the whole."""

    parts: tuple[Part, ...]
    score: float

    @property
    def pairs(self) -> bool:
        """Whether it holds persons with titles, and a name and a title with nothing between them."""
        close = any(part.run_together for part in self.parts) or not all(
            p.mark for p in self.parts[1:]
        )
        return close and any(part.person and part.title for part in self.parts)


def split(text: str) -> Reading | None:
    """The best reading of a text: with names first, titles first, or apart; None where no office is in it."""
    if not _ends(text):
        return None
    found = [_read(text, True), _read(text, False), _apart(text)]
    best = max((one for one in found if one), key=lambda one: one.score)
    parts = best.parts
    for other in found:
        if other and other is not best:
            there = {(part.person, part.title): part.margin for part in other.parts}
            apart = best.score - other.score
            parts = tuple(
                replace(p, margin=min(p.margin, apart + there.get((p.person, p.title), 0.0)))
                for p in parts
            )
    return replace(best, parts=parts)


def run_together(text: str) -> bool:
    """Whether a name and a title stand in a text with nothing between them."""
    reading = split(text)
    return reading is not None and reading.pairs


def _apart(text: str) -> Reading:
    """Each word between marks as one title or one name."""
    parts, total = [], 0.0
    for word in filter(None, _BOUND.split(text)):
        title, name = title_score(word), name_score(word)
        other = _other(word)
        total += max(title, name, other)
        named = name > max(title, other)
        titled = not named and title > other
        parts.append(Part(word if named else None, word if titled else None, text=word))
    return Reading(tuple(parts), total)


class Edge(NamedTuple):
    """A word of a reading: where it stands, what it is, and the states before and behind it.

    A state is whether the first half of a pair (a name where names lead) waits for the second.
    """

    start: int
    stop: int
    kind: str
    open: bool
    half: bool
    score: float


State = tuple[int, bool]
Begun = dict[State, tuple[float, Edge | None]]


@lru_cache(maxsize=2048)
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
    ends, first = _ends(run), "name" if name_first else "title"
    reached: set[State] = {(0, False)}
    for start in range(len(run)):
        before = [half for half in (False, True) if (start, half) in reached]
        if not before:
            continue
        begins = start == 0 or run[start - 1] in _NO_START
        found = [*_marks(run, start, before)]
        for stop, score, kind in _words(run, start, ends, begins):
            half = kind == first
            # Two names in a row only where a mark stands between them; a title may lack its person.
            held = [one for one in before if kind != "name" or begins or one != name_first]
            alone = {one: one if half or kind == "other" else not one for one in held}
            found += [
                Edge(start, stop, kind, one, half, score - ALONE * alone[one]) for one in held
            ]
        reached.update((edge.stop, edge.half) for edge in found)
        yield from found


def _marks(run: str, start: int, before: Sequence[bool]) -> Iterator[Edge]:
    """A comma, a space, 和 or 同志: of the lighter ones a pair can go on behind them."""
    mark = _MARK.match(run, start) if start else None
    if mark is None or (mark.end() == len(run) and mark[0] != "同志"):
        return
    light = bool(_LIGHT.fullmatch(mark[0]))
    for open_ in before:
        cost = ALONE * (open_ and not light)
        yield Edge(start, mark.end(), "mark", open_, open_ and light, -cost)


def _words(
    run: str, start: int, ends: Sequence[int], begins: bool
) -> Iterator[tuple[int, float, str]]:
    """Names and titles that begin at a place of the run, and the words up to the next comma."""
    if begins:
        bound = _BOUND.search(run, start + 1)
        stop = bound.start() if bound else len(run)
        yield stop, _other(run[start:stop]), "other"
    if begins or start in ends:
        for stop in range(start + 2, min(start + 5, len(run)) + 1):
            if (score := name_score(run[start:stop])) > _LEAST:
                yield stop, score, "name"
        match = _DOTTED.match(run, start)
        if match and not _END.search(re.split(f"[{DOT}]", match[0])[0]):
            last = max(map(match[0].rfind, DOT)) + start
            for stop in range(last + 2, match.end() + 1):
                yield stop, -0.1 * abs(stop - last - 4), "name"
    if run[start] in _NO_START:
        return
    for stop in ends[bisect(ends, start + 1) :][:_ENDS_AHEAD]:
        if stop <= start + _LONGEST and (score := title_score(run[start:stop])) > _LEAST:
            yield stop, score, "title"


def _other(word: str) -> float:
    """What words that are neither name nor title cost: more where an office stands in them."""
    return 2 * UNKNOWN if _ends(word) else -OTHER


def _walk(edges: Sequence[Edge], size: int) -> tuple[Begun, dict[State, float]]:
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
    path: Sequence[Edge], edges: Sequence[Edge], begun: Begun, left: dict[State, float], best: float
) -> dict[Edge, float]:
    """How much worse the best reading without a word is: one of the others over its first character."""
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
    mark, start = "", 0
    for edge in path:
        word = run[edge.start : edge.stop]
        if edge.kind == "mark":
            mark = word
            if held and not edge.half:
                yield held
                held = None
            continue
        person, title = (word if edge.kind == kind else None for kind in ("name", "title"))
        part = Part(person, title, margins[edge], word, mark)
        if held and (edge.half or edge.kind == "other"):
            yield held
        elif held:
            text, margin = run[start : edge.stop], min(held.margin, part.margin)
            part = Part(held.person or person, held.title or title, margin, text, held.mark)
        held, mark, start = (part if edge.half else None), "", edge.start
        if not edge.half:
            yield part
    if held:
        yield held


_LEVELS, _SELDOM = (
    "省市县区州盟旗团局厅署委办级处国及与兼",
    "党总院校会科所站长任记员组队厂社矿司政部",
)
"""Characters of bodies and offices: hardly ever in a given name, and seldom."""


@lru_cache(maxsize=16384)
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
        score += 0.4 * (char in GIVEN) - 3.0 * (char in _LEVELS)
        score -= 1.5 * (char in _SELDOM) + 9.0 * (char == "副")
    return score


@lru_cache(maxsize=16384)
def title_score(word: str) -> float:
    """How well words read as a title: by how each of its offices begins."""
    if word.count("（") + word.count("(") != word.count("）") + word.count(")"):
        return _LEAST
    if not is_title(word):
        return 2 * UNKNOWN if title_like(word) and not several(word) else _LEAST
    offices = offices_of(word) or ()
    score, at, bare = 0.0, 0, bare_name(word)
    for office in offices:
        known, found = known_beginning(office.text), bare.find(office.text, at)
        marked = found > 0 and bare[found - 1] in "、，,；;兼 "
        score += known if office is offices[0] or marked else 2 * min(0.0, known)
        score += 1.0 * (marked and bare[: found - 1].endswith(_BESIDE))
        at = max(at, found)
    held = bool(_REMARKED.search(word)) or any(_holds_an_office(office.body) for office in offices)
    return (score if offices else UNKNOWN) + 2 * UNKNOWN * held - 0.5 * (" " in word)


def _holds_an_office(body: str) -> bool:
    """Whether what should be one body begins with another's office: 湖北省副省长丘应桦商务局."""
    return any(is_title(body[:end]) for end in _ends(body) if end < len(body))


def _ends(run: str) -> list[int]:
    """Where the words of offices end in a run."""
    ends = (match.end() for match in _END.finditer(run))
    return [end for end in ends if end > 1 and not _GOES_ON.match(run, end)]
