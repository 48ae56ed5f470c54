"""A map of regions as one offline page, its numbers as a table below it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.core.words import Words
from graph.maps.regions import RegionMap
from visualize.maps.classes import ABSENT, FILLS, NO_DATA
from visualize.maps.outlines import Outlines, Ring
from visualize.maps.sheet import ABSENT_WORDS, NO_DATA_WORDS, Sheet, sheet
from visualize.page.network import environment, write_text
from visualize.page.safety import LANGUAGE, dressed
from visualize.picture import words

ROOM = 95.0
"""Room that a number needs in an outline, in units of the drawing."""
_FILLS = (*FILLS, NO_DATA, ABSENT)


@dataclass(frozen=True)
class Drawn:
    """An outline in the page: its path, its fill, what is said of it, its number and where it stands."""

    path: str
    fill: int
    said: Words
    number: str
    x: float
    y: float


def map_page(shown: RegionMap, within: str = "", own: Outlines | None = None) -> str:
    """Return the page as HTML text; raises InputError as `visualize.maps.sheet`."""
    made = sheet(shown, within, own)
    return environment().get_template("map.html").render(
        words=words, **dressed(LANGUAGE, "page.css", "map.css"),
        shown=shown, sheet=made, areas=[_drawn(made, number) for number in range(len(made.areas))],
        frame=" ".join((*map(_path, made.outlines.frame), *map(_way, made.outlines.lines))), fills=_FILLS,
        legend=[(_FILLS.index(fill), said) for fill, said in made.legend],
        rows=[row for row in shown.rows if row.code.startswith(within)],
        missing={row.code for row in made.missing},
    )  # fmt: skip


def write_map_page(
    shown: RegionMap, path: Path, within: str = "", own: Outlines | None = None
) -> None:
    """Write the page to `path` as UTF-8 whatever the locale; errors as `map_page`, and OSError."""
    write_text(path, map_page(shown, within, own))


def _drawn(made: Sheet, number: int) -> Drawn:
    area = made.areas[number]
    (x, y), room = area.place
    value = made.number(area.row)
    return Drawn(
        path=" ".join(map(_path, area.rings)),
        fill=_FILLS.index(area.fill),
        said=_said(made, number),
        number=value if room >= ROOM else "",
        x=round(x),
        y=round(y),
    )


def _said(made: Sheet, number: int) -> Words:
    area = made.areas[number]
    if area.row is None:
        return Words(f"{area.code}: {ABSENT_WORDS.en}", f"{area.code}：{ABSENT_WORDS.zh}")
    row, value = area.row, made.number(area.row)
    n = "" if row.n is None else f" (n {row.n})"
    return Words(
        f"{row.name.en}: {value or NO_DATA_WORDS.en}{n}",
        f"{row.name.zh}：{value or NO_DATA_WORDS.zh}{n}",
    )


def _path(ring: Ring) -> str:
    """Return a ring as the path of an SVG."""
    return f"{_way(ring)}Z"


def _way(points: Ring) -> str:
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points)
