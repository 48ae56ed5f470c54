"""Ways that share pieces, drawn once each: where a stroke lies on itself, readers show it bolder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Piece = tuple[Point, Point]


def merged(ways: Iterable[Sequence[Point]]) -> list[Piece]:
    """Return the pieces of ways, those along one line joined; every point of a way is covered once."""
    along: dict[tuple[bool, float], list[tuple[float, float]]] = defaultdict(list)
    slanted: dict[Piece, None] = {}
    for way in ways:
        for (x1, y1), (x2, y2) in pairwise(way):
            if (x1, y1) == (x2, y2):
                continue
            if y1 == y2:
                along[True, y1].append((min(x1, x2), max(x1, x2)))
            elif x1 == x2:
                along[False, x1].append((min(y1, y2), max(y1, y2)))
            else:
                slanted[(x1, y1), (x2, y2)] = None
    pieces = list(slanted)
    for (level, at), spans in along.items():
        for low, high in _joined(spans):
            pieces.append(((low, at), (high, at)) if level else ((at, low), (at, high)))
    return pieces


def _joined(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined
