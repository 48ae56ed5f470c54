"""One scale of ranks for several layouts: what stands level has one rank."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from visualize.picture.layouts import Band, Layout, Route


def stacked(heights: Mapping[int | None, float]) -> tuple[Band, ...]:
    """The bands of a common scale from their heights: the highest rank above, None (no rank) below."""
    ranks = sorted(heights, key=lambda rank: -1 if rank is None else rank, reverse=True)
    tops = accumulate((heights[rank] for rank in ranks), initial=0.0)
    return tuple(Band(rank, top, heights[rank]) for rank, top in zip(ranks, tops, strict=False))


def aligned(layouts: Sequence[Layout]) -> list[Layout]:
    """Return the layouts with the same bands: ranks of any of them, each as high as its highest.

    What stands in a band moves with it; ways through a band grow longer. Linear in boxes and ties.
    """
    heights: dict[int | None, float] = {}
    for layout in layouts:
        for band in layout.bands:
            heights[band.rank] = max(heights.get(band.rank, 0.0), band.height)
    bands = stacked(heights)
    return [_moved(layout, bands, sum(heights.values())) for layout in layouts]


@dataclass(frozen=True)
class _Shift:
    """From heights on a layout's own scale to those on the common one."""

    starts: list[float]
    by: list[float]

    def at(self, y: float) -> float:
        return y + self.by[max(bisect_right(self.starts, y) - 1, 0)]


def _moved(layout: Layout, bands: tuple[Band, ...], height: float) -> Layout:
    tops = {band.rank: band.y for band in bands}
    own = sorted(layout.bands, key=lambda band: band.y)
    shift = _Shift([band.y for band in own], [tops[band.rank] - band.y for band in own])
    return replace(
        layout,
        boxes={uid: replace(box, y=shift.at(box.y)) for uid, box in layout.boxes.items()},
        routes=tuple(_route(route, shift) for route in layout.routes),
        captions=tuple(replace(one, y=shift.at(one.y)) for one in layout.captions),
        strands=tuple(replace(one, y=shift.at(one.y)) for one in layout.strands),
        bands=bands,
        height=height,
    )


def _route(route: Route, shift: _Shift) -> Route:
    badge = (route.badge[0], shift.at(route.badge[1])) if route.badge else None
    return Route(tuple((x, shift.at(y)) for x, y in route.points), badge)
