"""Where a number stands in an outline: the point of it that lies farthest from its border."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from visualize.maps.outlines import Point, Ring

_STEPS = 24


def label_place(rings: Sequence[Ring]) -> tuple[Point, float]:
    """The point inside the largest ring farthest from its border, on a grid, and how far that is."""
    import numpy as np

    ring = np.asarray(max(rings, key=_extent))
    (left, top), (right, bottom) = ring.min(axis=0), ring.max(axis=0)
    xs = np.linspace(left, right, _STEPS + 2)[1:-1]
    ys = np.linspace(top, bottom, _STEPS + 2)[1:-1]
    points = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    points = points[_inside(points, ring)]
    if not len(points):
        return (float(ring[:, 0].mean()), float(ring[:, 1].mean())), 0.0
    far = _distances(points, ring)
    best = int(far.argmax())
    return (float(points[best, 0]), float(points[best, 1])), float(far[best])


def _extent(ring: Ring) -> float:
    """The area of a ring (shoelace formula)."""
    after = (*ring[1:], ring[0])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, after, strict=True))) / 2


def _inside(points: Any, ring: Any) -> Any:
    from matplotlib.path import Path

    return Path(ring).contains_points(points)


def _distances(points: Any, ring: Any) -> Any:
    import numpy as np

    start, step = ring, np.roll(ring, -1, axis=0) - ring
    square = np.maximum((step**2).sum(axis=1), 1e-9)
    away = points[:, None, :] - start[None, :, :]
    part = np.clip((away * step).sum(axis=2) / square, 0, 1)
    return np.sqrt(((away - part[..., None] * step) ** 2).sum(axis=2)).min(axis=1)
