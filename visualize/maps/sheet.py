"""A map before it is drawn: outlines with their class, what has no outline, the words around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph.core.errors import InputError
from graph.core.terms import LEVELS, term
from graph.core.words import Words
from graph.maps.regions import Mapped, RegionMap
from visualize.maps.classes import ABSENT, NO_DATA, Class, Fill, class_of, classes, label, written
from visualize.maps.outlines import Outlines, Point, Ring, finer, label_place, provinces

NO_DATA_WORDS = Words("no value", "无数值")
ABSENT_WORDS = Words("no division with this code on the day", "当日没有此代码的区划")
NO_PREFECTURE = Words(
    "Left blank: municipalities under the centre and counties led by the province, which lie in no"
    " prefecture.",
    "留白：直辖市及省直辖县级单位，不属任何地级区划。",
)


@dataclass(frozen=True)
class Area:
    """An outline on the map: its rings, its row (None: no division on the day) and its fill."""

    code: str
    rings: tuple[Ring, ...]
    row: Mapped | None
    fill: Fill

    @cached_property
    def place(self) -> tuple[Point, float]:
        """Where its number stands, and how much room there is around."""
        return label_place(self.rings)


@dataclass(frozen=True)
class Sheet:
    """A map that is ready to be drawn; `missing` are divisions of the day without an outline."""

    shown: RegionMap
    outlines: Outlines
    classes: tuple[Class, ...]
    areas: tuple[Area, ...]
    missing: tuple[Mapped, ...]

    def number(self, row: Mapped | None) -> str:
        """Return the value of a division as it is written, "" where nothing is known."""
        return "" if row is None or row.value is None else written(row.value, self.shown.kind)

    def label(self, row: Mapped | None) -> str:
        """Return the value with the number of groups behind it, where it is another: 67% (3)."""
        number = self.number(row)
        if not number or row is None or row.n is None or self.shown.kind == "count":
            return number
        return f"{number} ({row.n})"

    @property
    def legend(self) -> list[tuple[Fill, Words]]:
        """The classes from low to high, then those without a value and those that are not divisions."""
        made = [(one.fill, Words.same(label(one, self.shown.kind))) for one in self.classes]
        used = {area.fill for area in self.areas}
        others = ((NO_DATA, NO_DATA_WORDS), (ABSENT, ABSENT_WORDS))
        return [*made, *(other for other in others if other[0] in used)]

    @property
    def notes(self) -> list[Words]:
        """What the drawing lacks, which outlines are not divisions, and the map's own notes."""
        made = []
        absent = [area.code for area in self.areas if area.row is None]
        if self.missing:
            made.append(_listed("No outline", "无轮廓", (row.name for row in self.missing)))
        if absent:
            codes = map(Words.same, absent)
            made.append(
                _listed(
                    f"No division on {self.shown.as_of}", f"{self.shown.as_of} 没有此区划", codes
                )
            )
        if self.shown.level == "prefecture":
            made.append(NO_PREFECTURE)
        return [*made, *self.shown.notes, self.outlines.credit, self.outlines.lacks]


def sheet(shown: RegionMap, within: str = "", own: Outlines | None = None) -> Sheet:
    """Join figures and outlines by code; `within` keeps divisions whose code begins so.

    `own` are outlines of the user in the place of those at hand.
    Raises InputError where finer outlines are needed and not installed.
    """
    rows = {row.code: row for row in shown.rows if row.code.startswith(within)}
    if not rows:
        raise InputError(
            Words(
                f"No {shown.level} in force on {shown.as_of} has a code that begins with {within}.",
                f"{shown.as_of} "
                f"存续的{term(LEVELS, shown.level.capitalize()).zh}区划中没有代码以 {within} 开头的。",
            )
        )
    whole = shown.level == "province" and not within
    outlines = own or (provinces() if whole else finer(rows))
    tones = tuple(classes([row.value for row in rows.values() if row.value is not None]))
    areas = tuple(
        Area(code, rings, rows.get(code), _fill(rows.get(code), tones))
        for code, rings in sorted(outlines.shapes.items())
    )
    missing = tuple(row for code, row in rows.items() if code not in outlines.shapes)
    return Sheet(shown, outlines, tones, areas, missing)


def _fill(row: Mapped | None, classes: tuple[Class, ...]) -> Fill:
    if row is None:
        return ABSENT
    return NO_DATA if row.value is None else class_of(row.value, classes).fill


def _listed(en: str, zh: str, names: Iterable[Words], most: int = 12) -> Words:
    every = list(names)
    more, told = len(every) - most, Words.joined(every[:most])
    tail_en, tail_zh = (f" and {more} more", f" 等 {len(every)} 个") if more > 0 else ("", "")
    return Words(f"{en}: {told.en}{tail_en}.", f"{zh}：{told.zh}{tail_zh}。")
