"""The names of bundles: on each level line of a bundle what its ties are, and how many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from graph.core.words import Words
from graph.pictures import Picture
from visualize.picture.boxes import Form
from visualize.picture.channels import Plan, ways
from visualize.picture.layouts import Route, StrandName
from visualize.picture.style import STRAND_SIZE
from visualize.picture.texts import text_width, wrap
from visualize.picture.words import BUNDLES, TIES, counted

WIDEST = 170.0
"""Pixels that a name may take."""

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
    names = [
        (_placed(line[1], ties[line], points, uprights[line[0]], form), _length(points))
        for line, points in lines.items()
    ]
    longest = {name.family: length for name, length in sorted(names, key=lambda one: one[1])}
    return tuple(
        name
        for name, length in names
        if (name.count > 1 and length > name.width) or length == longest[name.family]
    )


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
