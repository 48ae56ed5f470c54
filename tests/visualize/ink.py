"""What a layout costs the eye: crossings, bends and length of the lines of its ties.

Ties that run over each other are one line, as they are drawn: a shared piece counts once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from visualize.figures.shared_strokes import merged

Point = tuple[float, float]
SLACK = 0.5
"""Pixels by which a line must pass another to cross it: what ends on it forks and does not cross."""


@dataclass(frozen=True)
class Ink:
    """Crossings and bends of the lines of a picture, and their length in pixels."""

    crossings: int
    bends: int
    length: float


def ink(ways: Iterable[Sequence[Point]]) -> Ink:
    """Count the lines of ways, upright and level pieces only; n log n in the pieces and crossings."""
    ways = [[(round(x, 1), round(y, 1)) for x, y in way] for way in ways]
    pieces = merged(ways)
    level = [(y1, x1, x2) for (x1, y1), (x2, y2) in pieces if y1 == y2]
    upright = sorted((x1, y1, y2) for (x1, y1), (x2, y2) in pieces if x1 == x2)
    length = sum(abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in pieces)
    return Ink(_crossings(level, upright), len(set(_bends(ways))), length)


def _crossings(
    level: Sequence[tuple[float, float, float]], upright: Sequence[tuple[float, float, float]]
) -> int:
    places = [x for x, _, _ in upright]
    return sum(
        top + SLACK < y < bottom - SLACK
        for y, left, right in level
        for _, top, bottom in upright[
            bisect_right(places, left + SLACK) : bisect_left(places, right - SLACK)
        ]
    )


def _bends(ways: Iterable[Sequence[Point]]) -> Iterable[tuple[Point, tuple[bool, bool, bool]]]:
    """Corners, each once however many ways turn there the same way."""
    for way in ways:
        points = [a for a, b in pairwise(way) if a != b] + [way[-1]]
        for a, b, c in zip(points, points[1:], points[2:], strict=False):
            if (a[0] == b[0]) != (b[0] == c[0]):
                upright, over = (a, c) if a[0] == b[0] else (c, a)
                yield b, (upright[1] < b[1], over[0] < b[0], True)
