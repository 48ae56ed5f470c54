"""Distributions as bars on one scale for all regions: numbers for the template, no markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.regions.compare import Comparison
from graph.regions.outcomes import OUTCOMES, Distribution

HEIGHT = 60.0
"""Height of a bar that holds every group of its region, in units of the drawing."""
STEP = 48.0
"""Width of a column."""
_WIDTH = 560.0
"""Width of a drawing; wider only where a histogram has more columns."""
COVERAGE = ("0", "to 1/4", "to 1/2", "to 3/4", "below 1", "1")
"""Classes of line coverage: none, all, and four in between."""
TYPE_PATTERNS = {
    "STRONG": "type-1",
    "WEAK": "type-2",
    "SELF_FORMING": "type-3",
    "UNKNOWN": "type-4",
    "VACANT": "type-5",
    "NOT_A_GROUP": "type-6",
    "UNCLASSIFIED": "type-7",
}
"""Style classes of the types, told apart by lightness and by their labels."""


@dataclass(frozen=True)
class Bar:
    """A bar of a histogram: where it stands, how high it is and what it counts."""

    x: float
    y: float
    width: float
    height: float
    label: str
    count: int
    style: str = "bar"


@dataclass(frozen=True)
class Strip:
    """The bars of one region; `said` tells all of them in words for who does not see them."""

    label: str
    bars: tuple[Bar, ...]
    said: str


@dataclass(frozen=True)
class Chart:
    """Strips on one scale, one below the other; `ticks` are the labels of the columns."""

    title: str
    meaning: str
    width: float
    ticks: tuple[tuple[float, str], ...]
    strips: tuple[Strip, ...]

    @property
    def legend(self) -> list[tuple[str, str]]:
        """What each style of a bar stands for."""
        return list(dict.fromkeys((b.label, b.style) for strip in self.strips for b in strip.bars))


def charts(found: Comparison) -> list[Chart]:
    """Smallest gap, line coverage and types of every region."""
    made = [_histogram(found, outcome) for outcome in OUTCOMES]
    return [chart for chart in made if chart] + [_types(found)]


def _histogram(found: Comparison, outcome: str) -> Chart | None:
    own: list[Distribution] = [getattr(one, outcome) for one in found.regions]
    columns = _columns(outcome, own)
    if not columns:
        return None
    strips = []
    for region, distribution in zip(found.regions, own, strict=True):
        labels = [_column(outcome, value) for value in distribution.values]
        counts = [labels.count(column) for column in columns]
        left = f"{distribution.missing} missing, {distribution.not_defined} without by nature"
        strips.append(_strip(region.region.label, columns, counts, max(1, len(labels)), left))
    title, meaning = _TITLES[outcome]
    wide = max(_WIDTH, STEP * len(columns))
    return Chart(title, meaning, wide, _ticks(columns), tuple(strips))


def _columns(outcome: str, own: Sequence[Distribution]) -> list[str]:
    values = [value for distribution in own for value in distribution.values]
    if not values:
        return []
    if outcome == "lc":
        return list(COVERAGE)
    return [_column(outcome, value) for value in range(int(min(values)), int(max(values)) + 1)]


def _column(outcome: str, value: float) -> str:
    if outcome == "gap_min":
        return f"{int(value):+d}".replace("-", "\u2212") if value else "0"
    inner = 1 + sum(value > edge for edge in (0.25, 0.5, 0.75))
    return COVERAGE[0] if value == 0 else COVERAGE[5] if value == 1 else COVERAGE[inner]


def _strip(
    label: str, columns: Sequence[str], counts: Sequence[int], total: int, left: str
) -> Strip:
    bars = tuple(
        Bar(
            STEP * place + 6, HEIGHT - HEIGHT * count / total, STEP - 12,
            HEIGHT * count / total, column, count,
        )
        for place, (column, count) in enumerate(zip(columns, counts, strict=True))
    )  # fmt: skip
    told = ", ".join(f"{column}: {count}" for column, count in zip(columns, counts, strict=True))
    return Strip(label, bars, f"{label}: {told}; {left}")


def _ticks(columns: Sequence[str]) -> tuple[tuple[float, str], ...]:
    return tuple((STEP * (place + 0.5), column) for place, column in enumerate(columns))


def _types(found: Comparison) -> Chart:
    """Shares of the types, laid end to end to the same length for every region."""
    strips = []
    for region in found.regions:
        bars, x = [], 0.0
        for share in region.types:
            if share.count:
                wide = _WIDTH * share.share
                style = TYPE_PATTERNS[share.type]
                bars.append(Bar(x, 0, wide, HEIGHT / 2, share.type, share.count, style))
                x += wide
        told = ", ".join(f"{bar.label} {bar.count}" for bar in bars)
        strips.append(Strip(region.region.label, tuple(bars), f"{region.region.label}: {told}"))
    return Chart(*_TITLES["types"], _WIDTH, (), tuple(strips))


PYRAMID = (360.0, 26.0)
"""Width of the picture of a structure, and height of a level of it."""
_LEVELS = ("Province", "Prefecture", "County", "Township", "Agency")


def pyramids(found: Comparison) -> list[Strip]:
    """The levels of each hierarchy, one below the other, on one scale: a bar's width is its units.

    The same level stands at the same height for every region; empty where a region has no day.
    """
    shapes = [one.shape for one in found.regions]
    if not all(shapes):
        return []
    own = [shape.levels for shape in shapes if shape]
    names = [name for name in _LEVELS if any(name in levels for levels in own)]
    most = max(max(levels.values()) for levels in own)
    wide, high = PYRAMID
    strips = []
    for region, levels in zip(found.regions, own, strict=True):
        bars = []
        for place, name in enumerate(names):
            count = levels.get(name, 0)
            width = max(1.5, (wide - 130) * count / most) if count else 0.0
            bars.append(Bar((wide - 130 - width) / 2, high * place, width, high - 8, name, count))
        told = ", ".join(f"{bar.label} {bar.count}" for bar in bars)
        strips.append(Strip(region.region.label, tuple(bars), f"{region.region.label}: {told}"))
    return strips


_TITLES = {
    "gap_min": (
        "Smallest gap of rank",
        "Ordinal steps of rank between the chair and the member nearest to it in rank: the weakest"
        " link of each group. Above 0 the chair outranks every member.",
    ),
    "lc": (
        "Line coverage",
        "The share of members that the chair commands, 0 to 1.",
    ),
    "types": (
        "Types of leadership",
        "The share of groups of each type; UNKNOWN is a class of its own and is never dropped.",
    ),
}
