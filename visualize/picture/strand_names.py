"""The words of bundles: on each level line what its ties are and how many, at its ends whose ties they are.

A bundle that starts at several boxes hides whose line is whose. Each of these boxes has a number, the
words at the other ends bear it, and a list below a still picture names both ends.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from graph.core.words import Words
from graph.pictures import Picture
from visualize.picture.boxes import Form
from visualize.picture.channels import Plan, ways
from visualize.picture.layouts import Layout, Route, StrandName
from visualize.picture.strands import badged, family
from visualize.picture.style import STRAND_SIZE
from visualize.picture.texts import text_width, wrap
from visualize.picture.words import BUNDLES, TIES, counted, names, tie_words

WIDEST = 170.0
"""Pixels that a name may take."""
NUMBERED = 4
"""Numbers that words at one end bear at most; of more ties they tell how many there are."""
WHOSE = Words("Lines of bundles", "合并连线的起止")

Point = tuple[float, float]
Line = tuple[int, str]
"""A channel, and a bundle that runs through it."""


def family_words(name: str) -> Words:
    """Return what the ties of a bundle are, without an explanation behind a colon."""
    said = BUNDLES.get(name) or TIES.get(name) or Words.same(name)
    return Words(said.en.split(":")[0], said.zh.split("：")[0])


def strand_text(name: str, count: int, form: Form) -> str:
    """Return the name of a bundle of so many ties."""
    return counted("".join(wrap(form.say(family_words(name)), STRAND_SIZE, WIDEST, 1)), count)


def strand_names(
    picture: Picture, plan: Plan, routes: Sequence[Route], form: Form
) -> tuple[StrandName, ...]:
    """Name every bundle on the level lines of several ties that are long enough, else on its longest."""
    if not plan.strands.bundled:
        return ()
    lines: dict[Line, list[tuple[float, float]]] = defaultdict(list)
    ties: Counter[Line] = Counter()
    uprights: dict[int, set[float]] = defaultdict(set)
    for tie, route in zip(picture.ties, routes, strict=True):
        leave, arrive, *_ = ways(plan, tie)
        bundle = plan.strands.bundle(tie)
        for channel, (a, b) in {leave: route.points[1:3], arrive: route.points[-3:-1]}.items():
            uprights[channel] |= {a[0], b[0]}
            if bundle:
                lines[channel, bundle] += [a, b]
                ties[channel, bundle] += 1
    made = [
        (_placed(line[1], ties[line], points, uprights[line[0]], form), _length(points))
        for line, points in lines.items()
    ]
    longest = {name.family: length for name, length in sorted(made, key=lambda one: one[1])}
    return tuple(
        name
        for name, length in made
        if (name.count > 1 and length > name.width) or length == longest[name.family]
    )


def strand_numbers(picture: Picture, plan: Plan) -> dict[str, int]:
    """Number the boxes at which ties of a bundle start that has words at its ends, from above."""
    starts: dict[str, set[str]] = defaultdict(set)
    for tie in picture.ties:
        bundle = plan.strands.bundle(tie)
        if bundle and badged(tie):
            starts[bundle].add(tie.start)
    several = {uid for own in starts.values() if len(own) > 1 for uid in own}
    uids = [node.uid for node in picture.nodes if node.uid in several]
    return {uid: n for n, uid in enumerate(sorted(uids, key=plan.row_of.__getitem__), 1)}


def circled(number: int) -> str:
    """Return a number as one sign: ① to ㊿."""
    for first, last, sign in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if number <= last:
            return chr(ord(sign) + number - first)
    return f"({number})"


def numbered(text: str, number: int | None) -> str:
    """Return a text behind a number, if there is one."""
    return f"{circled(number)} {text}" if number else text


def end_numbers(picture: Picture, layout: Layout) -> dict[Point, str]:
    """Return the numbers of the boxes whose ties share words, by the place of these words."""
    if not layout.numbers:
        return {}
    bundled = {name.family for name in layout.strands}
    found: dict[Point, set[int]] = defaultdict(set)
    for tie, route in zip(picture.ties, layout.routes, strict=True):
        if route.badge and family(tie.kind) in bundled and tie.start in layout.numbers:
            found[route.badge].add(layout.numbers[tie.start])
    return {
        place: "".join(map(circled, sorted(own)))
        for place, own in found.items() if len(own) <= NUMBERED
    }  # fmt: skip


def ending(text: str, sharing: int, numbers: str) -> str:
    """Return the words at an end of ties: whose they are, else how many share them."""
    return f"{text} {numbers}" if numbers else counted(text, sharing)


def whose(picture: Picture, layout: Layout, form: Form) -> list[str]:
    """Return a line for each box at which ties of a bundle start: where they end, and what they say."""
    bundled = {name.family for name in layout.strands}
    named = {node.uid: form.say(names(node)) for node in picture.nodes}
    ends: dict[str, list[str]] = defaultdict(list)
    for tie in picture.ties:
        if family(tie.kind) in bundled:
            said = form.say(tie_words(tie)) if badged(tie) else ""
            ends[tie.start].append(named[tie.end] + (f" ({said})" if said else ""))
    numbers = layout.numbers
    ordered = sorted(ends, key=lambda uid: numbers.get(uid, len(picture.nodes)))
    return [numbered(f"{named[uid]}: {'; '.join(ends[uid])}", numbers.get(uid)) for uid in ordered]


def _length(points: Sequence[tuple[float, float]]) -> float:
    return max(x for x, _ in points) - min(x for x, _ in points)


def _placed(
    family: str,
    count: int,
    points: Sequence[tuple[float, float]],
    uprights: Iterable[float],
    form: Form,
) -> StrandName:
    """Return a name in the widest gap between what leaves the line or passes."""
    words = text_width(strand_text(family, count, form), STRAND_SIZE)
    places = [x for x, _ in points]
    span = min(places), max(places)
    inside = sorted({*span, *(x for x in uprights if span[0] < x < span[1])})
    gaps = [*pairwise(inside)] or [span]
    low, high = max(gaps, key=lambda gap: min(gap[1] - gap[0], words + 18))
    return StrandName(family, count, (low + high) / 2, points[0][1], words + 10)
