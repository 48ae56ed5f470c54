"""Names and titles told apart, with or without gaps between them (副市长李四副市长王五), by scores.

Every reading of the words behind a role as names and titles is scored: how common the family name is, how
long and how usual the given name, whether the title begins with a known place, body, level or field of work
and ends in an office, and whether names lead titles or follow them throughout. The best way through all words
that a run can be cut into counts (a dynamic programme); its margin over the best one without a part tells how
certain that part is. Scores are in the manner of logarithms of odds: 1 is about three to one.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from loaders.notices.words.bodies import is_unit
from loaders.notices.words.known import BARE, UNKNOWN
from loaders.notices.words.names import DOT, Name, family_score, name_kind
from loaders.notices.words.scores import END, LEAST, ends_of, name_score, title_score
from loaders.notices.words.text import balanced

SURE = 2.0
"""Margin over the best reading without a part from which that part is certain."""
ALONE, OTHER = 2.0, 3.0
"""What a title without a name costs beside names, or a name without a title; and words that are neither."""
_NONE = (LEAST, None)
_LONGEST, _ENDS_AHEAD = 45, 6
"""Characters of a title, and ends of offices that it may hold."""
_LIGHT = re.compile("同志|[，, ]*[（( ]? *|[，,]")
"""Marks that may stand between a name and its title."""
_MARK = re.compile(
    "[）)]*[、，,；; ]+(?:以及|[和及与由])?|[（(]|[）)]+(?:和|及|与)?|以及|同志|[和及与]"
)
_BOUND, _INNER = re.compile("[、，,；; ]"), re.compile("[、，,；; （()）]")
_NO_START = "、，,；;（）()及和与 "
_BODIES = ("委员会", "办公室", "局", "厅", "中心", "公司")
_DOTS = re.compile(f"[{DOT}]")
_DOTTED = re.compile(rf"[\u3400-\u9fff]{{1,6}}(?:[{DOT}][\u3400-\u9fff]{{1,6}})+")


@dataclass(frozen=True)
class Part:
    """A person with a title, one of them alone, or words that are neither.

    `mark` is the comma before it, `margin` how much worse the best reading without it is; `bounded`: marks or
    ends stand on both sides of the name.
    """

    person: str | None = None
    title: str | None = None
    margin: float = 99.0
    text: str = ""
    mark: str = ""
    bounded: bool = False

    @property
    def certain(self) -> bool:
        """Whether it can be believed: no other reading is near, and its title begins with a known word."""
        rare = self.person is not None and family_score(self.person[0]) < 0
        known = not self.title or title_score(self.title) >= BARE - 1
        return self.bounded or (known and self.margin >= SURE * (2 if rare else 1))


@dataclass(frozen=True)
class Reading:
    """Words read as parts, with the score of the whole."""

    parts: tuple[Part, ...]
    score: float


class _Edge(NamedTuple):
    """A word of a reading: where it stands, what it is, and the states before and behind it.

    A state is whether the first half of a pair (a name where names lead) waits for the second.
    """

    start: int
    stop: int
    kind: str
    open: bool
    half: bool
    score: float


_Begun = dict[tuple[int, bool], tuple[float, _Edge | None]]


def split(text: str) -> Reading:
    """The best reading of a text: with names first, titles first, or apart."""
    if not ends_of(text) and "（" not in text and "(" not in text:
        return _apart(text)
    found = [_in_order(text, True), _in_order(text, False), _apart(text)]
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


def _apart(text: str) -> Reading:
    """Each word between marks as one title or one name."""
    parts, total, at = list[Part](), 0.0, 0
    for word in filter(None, _BOUND.split(text)):
        title, name, other = title_score(word), name_score(word), _other_score(word)
        total += max(title, name, other)
        named = name > max(title, other)
        titled = not named and title > other
        mark, at = text[at : text.index(word, at)], text.index(word, at) + len(word)
        pair = (word if named else None, word if titled else None)
        parts.append(Part(*pair, 99.0, word, mark, True))
    persons = sum(part.person is not None for part in parts)
    return Reading(tuple(parts), total - ALONE * persons * any(part.title for part in parts))


@lru_cache(maxsize=2048)
def _in_order(run: str, name_first: bool) -> Reading | None:
    """The best reading of a run in one order."""
    edges = list(_edges(run, name_first))
    begun, left = _walk(edges, len(run))
    ends = {half: begun.get((len(run), half), _NONE)[0] - ALONE * half for half in (False, True)}
    best = max(ends.values())
    if best <= LEAST:
        return None
    path: list[_Edge] = []
    at = (len(run), ends[True] > ends[False])
    while at[0]:
        edge = begun[at][1]
        assert edge is not None
        path.append(edge)
        at = (edge.start, edge.open)
    margins = _margins(path, edges, begun, left, best)
    return Reading(tuple(_parts(run, path[::-1], margins)), best)


def _edges(run: str, name_first: bool) -> Iterator[_Edge]:
    """Every word that can follow what stands before it, in the order of their starts."""
    ends, first = ends_of(run), "name" if name_first else "title"
    reached: set[tuple[int, bool]] = {(0, False)}
    for start in range(len(run)):
        before = [half for half in (False, True) if (start, half) in reached]
        if not before:
            continue
        begins = start == 0 or run[start - 1] in _NO_START
        found = [*_marks(run, start, before)]
        for stop, score, kind in _words(run, start, ends, begins):
            half = kind == first
            # Two names in a row only where a mark stands between them; a title may lack its person.
            for one in [one for one in before if kind != "name" or begins or one != name_first]:
                alone = one if half or kind == "other" else not one
                # Behind a name and a mark, up to the next one, stands a title, known or not.
                apart = kind == "title" and one and begins and run[stop : stop + 1] in _NO_START
                worth = max(score, BARE - 1) if apart else score
                found.append(_Edge(start, stop, kind, one, half, worth - ALONE * alone))
        reached.update((edge.stop, edge.half) for edge in found)
        yield from found


def _marks(run: str, start: int, before: Sequence[bool]) -> Iterator[_Edge]:
    """A comma, a space, 和 or 同志: of the lighter ones a pair can go on behind them."""
    mark = _MARK.match(run, start) if start else None
    if mark is None or (mark.end() == len(run) and mark[0][0] not in "同）)"):
        return
    light = bool(_LIGHT.fullmatch(mark[0]))
    for open_ in before:
        cost = ALONE * (open_ and not light)
        yield _Edge(start, mark.end(), "mark", open_, open_ and light, -cost)


def _words(
    run: str, start: int, ends: Sequence[int], begins: bool
) -> Iterator[tuple[int, float, str]]:
    """Names and titles that begin at a place of the run, and the words up to the next comma."""
    if begins and run[start] not in _NO_START:
        found = (bound.search(run, start + 1) for bound in (_BOUND, _INNER))
        for stop in {bound.start() if bound else len(run) for bound in found}:
            yield stop, _other_score(run[start:stop]), "other"
    if begins or start in ends:
        for stop in range(start + 2, min(start + 5, len(run)) + 1):
            if (score := name_score(run[start:stop])) > LEAST:
                yield stop, score, "name"
        match = _DOTTED.match(run, start)
        if match and not END.search(_DOTS.split(match[0])[0]):
            last = max(map(match[0].rfind, DOT)) + start
            for stop in range(last + 2, match.end() + 1):
                yield stop, -0.1 * abs(stop - last - 4), "name"
    if run[start] in _NO_START:
        return
    for stop in ends[bisect(ends, start + 1) :][:_ENDS_AHEAD]:
        if stop <= start + _LONGEST and (score := title_score(run[start:stop])) > LEAST:
            yield stop, score, "title"


@lru_cache(maxsize=8192)
def _other_score(word: str) -> float:
    """What words that are neither name nor title cost: more where they may be one of them."""
    bare = word.partition("（")[0].partition("(")[0]
    named = bare != word and word[-1] in "）)" and name_kind(bare) is Name.SURE
    unit = is_unit(word) and not named
    if not balanced(word) or (ends_of(word) and not (unit and word.endswith(_BODIES))):
        return 2 * UNKNOWN
    return 3 * UNKNOWN if named or (name_kind(word) is not Name.NO and not unit) else -OTHER


def _walk(edges: Sequence[_Edge], size: int) -> tuple[_Begun, dict[tuple[int, bool], float]]:
    """By place and state: the best reading up to it with its last word, and the best one from it on."""
    begun: _Begun = {(0, False): (0.0, None)}
    for edge in edges:
        score = begun[edge.start, edge.open][0] + edge.score
        if score > begun.get((edge.stop, edge.half), _NONE)[0]:
            begun[edge.stop, edge.half] = (score, edge)
    left = {(size, False): 0.0, (size, True): -ALONE}
    for edge in reversed(edges):
        score = left.get((edge.stop, edge.half), LEAST) + edge.score
        if score > left.get((edge.start, edge.open), LEAST):
            left[edge.start, edge.open] = score
    return begun, left


def _margins(
    path: Sequence[_Edge], edges: Sequence[_Edge], begun: _Begun,
    left: dict[tuple[int, bool], float], best: float,
) -> dict[_Edge, float]:  # fmt: skip
    """How much worse the best reading without a word is: one of the others over its first character."""
    cuts = {edge.start: edge for edge in path}
    others = dict.fromkeys(path, LEAST)
    for edge in edges:
        score = begun[edge.start, edge.open][0] + edge.score
        score += left.get((edge.stop, edge.half), LEAST)
        for cut in range(edge.start, edge.stop):
            one = cuts.get(cut)
            if one is not None and one != edge:
                others[one] = max(others[one], score)
    return {edge: best - other for edge, other in others.items()}


def _parts(run: str, path: Sequence[_Edge], margins: dict[_Edge, float]) -> Iterator[Part]:
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
        before, behind = run[: edge.start][-1:], run[edge.stop :][:1]
        ended = behind in _NO_START or run.startswith("同志", edge.stop)
        bounded = person is not None and before in _NO_START and ended
        part = Part(person, title, margins[edge], word, mark, bounded)
        if held and (edge.half or edge.kind == "other"):
            yield held
        elif held:
            text, margin = run[start : edge.stop], min(held.margin, part.margin)
            pair = (held.person or person, held.title or title)
            part = Part(*pair, margin, text, held.mark, held.bounded or part.bounded)
        held, mark, start = (part if edge.half else None), "", edge.start
        if not edge.half:
            yield part
    if held:
        yield held
