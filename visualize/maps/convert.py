"""The outlines of provinces as the project keeps them, made from the package `@svg-maps/china`.

    npm pack @svg-maps/china@2.0.0 && tar xzf svg-maps-china-2.0.0.tgz
    python -m visualize.maps.convert package/china.svg > visualize/maps/provinces.json

Each outline gets the code of its province (GB/T 2260) in place of an English name; a ring is its first
point and then the steps to the next ones, in tenths of the drawing's unit.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from itertools import pairwise
from pathlib import Path

from graph.core.errors import InputError
from graph.core.words import Words

CODES = {
    "beijing": "110000", "tianjin": "120000", "hebei": "130000", "shanxi": "140000",
    "nei-mongol": "150000", "liaoning": "210000", "jilin": "220000", "heilongjiang": "230000",
    "shanghai": "310000", "jiangsu": "320000", "zhejiang": "330000", "anhui": "340000",
    "fujian": "350000", "jiangxi": "360000", "shandong": "370000", "henan": "410000",
    "hubei": "420000", "hunan": "430000", "guangdong": "440000", "guangxi-zhuang": "450000",
    "hainan": "460000", "chongqing": "500000", "sichuan": "510000", "guizhou": "520000",
    "yunnan": "530000", "xizang": "540000", "shaanxi": "610000", "gansu": "620000",
    "quinghai": "630000", "ningxia-hui": "640000", "xinjiang-uygur": "650000",
    "hong-kong": "810000", "macau": "820000",
}  # fmt: skip
"""The ids of the package, as it spells them."""
_PATH = re.compile(r'<path\s+id="([^"]+)"[^>]*?\sd="([^"]+)"', re.DOTALL)
_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


def convert(svg: str) -> dict[str, object]:
    """Size of the drawing and rings of each province; raises InputError for another drawing."""
    box, paths = _BOX.search(svg), _PATH.findall(svg)
    if box is None or {name for name, _ in paths} != CODES.keys():
        raise InputError(
            Words(
                "This is not china.svg of @svg-maps/china: other size or other provinces.",
                "这不是 @svg-maps/china 的 china.svg：尺寸或省份不同。",
            )
        )
    shapes = {CODES[name]: [_steps(ring) for ring in _rings(path)] for name, path in paths}
    return {
        "size": [int(box[1]) * 10, int(box[2]) * 10],
        "sha256": hashlib.sha256(svg.encode("utf-8")).hexdigest(),
        "shapes": dict(sorted(shapes.items())),
    }


def _rings(path: str) -> list[list[tuple[float, float]]]:
    """Return the rings of a path of `m` and `z` only; each `m` counts from the ring before it."""
    if set(re.findall("[a-zA-Z]", path)) - {"m", "z"}:
        raise InputError(
            Words(
                "A path has commands other than m and z. Convert china.svg of the pinned version.",
                "路径含有 m 和 z 以外的命令。请转换所定版本的 china.svg。",
            )
        )
    x = y = 0.0
    rings = []
    for part in path.split("z"):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+(?:e-?\d+)?", part)]
        ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        if ring:
            x, y = ring[0]
            rings.append(ring)
    return rings


def _steps(ring: list[tuple[float, float]]) -> list[int]:
    """First point and steps in tenths, points that fall together taken as one."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = list(points[0])
    for (x1, y1), (x2, y2) in pairwise(points):
        if (x1, y1) != (x2, y2):
            steps += [x2 - x1, y2 - y1]
    return steps


def main() -> None:
    """Print the file for the svg that is named."""
    made = convert(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(json.dumps(made, separators=(",", ":")).replace('],"', '],\n"'))


if __name__ == "__main__":
    main()
