"""Classes of a map: at most five, each with a tone of cividis and a hatching of its own.

cividis runs from dark blue to yellow with even steps of lightness, so that it reads the same with any
colour vision and in grey; the hatching tells the classes apart where copies lose the tones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.regions.profile import lower_quantile
from visualize.picture.words import gap_text

MOST = 5


@dataclass(frozen=True)
class Fill:
    """A tone, the hatching of matplotlib over it ("" none) and its colour, the colour of text on it."""

    tone: str
    hatch: str
    ink: str


FILLS = (
    Fill("#f9e03a", "", "#1a1a1a"),
    Fill("#c1b26a", "...", "#3a3a3a"),
    Fill("#888578", "///", "#f4f4f4"),
    Fill("#545a6d", "\\\\\\\\\\\\", "#dddddd"),
    Fill("#002b62", "xxxx", "#8fa3c0"),
)
"""From the lowest class to the highest: cividis at 0.97, 0.77, 0.55, 0.32 and 0.05."""
NO_DATA = Fill("#ffffff", "--", "#b8b8b8")
ABSENT = Fill("#ffffff", "", "#9a9a9a")
"""An outline whose code names no division on the day."""
_CHOICES = {1: (2,), 2: (0, 4), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


@dataclass(frozen=True)
class Class:
    """Values from `low` to `high`, both of which occur, and how they are filled."""

    low: float
    high: float
    fill: Fill


def classes(values: Sequence[float]) -> list[Class]:
    """Return a class for each value where there are at most five, else fifths of the divisions by value."""
    distinct = sorted(set(values))
    if len(distinct) <= MOST:
        parts = [[value] for value in distinct]
    else:
        limits = sorted({lower_quantile(values, share) or 0 for share in (0.2, 0.4, 0.6, 0.8, 1)})
        low, parts = float("-inf"), []
        for limit in limits:
            parts.append([value for value in distinct if low < value <= limit])
            low = limit
    chosen = _CHOICES.get(len(parts), ())
    return [
        Class(part[0], part[-1], FILLS[number])
        for part, number in zip(parts, chosen, strict=True)
    ]  # fmt: skip


def class_of(value: float, classes: Sequence[Class]) -> Class:
    """Return the class of a value that is among those the classes were made of."""
    return next(one for one in classes if value <= one.high)


def written(value: float, kind: str) -> str:
    """Return a value as its kind is written: 3, 67%, 0.50, +1."""
    if kind == "share":
        return f"{100 * value:.0f}%"
    if kind == "steps":
        return gap_text(round(value))
    if kind == "fraction":
        return f"{value:.2f}"
    return f"{value:.2f}".rstrip("0").rstrip(".") if kind == "number" else f"{value:.0f}"


def label(one: Class, kind: str) -> str:
    """Return the words of a class in the legend."""
    low, high = written(one.low, kind), written(one.high, kind)
    return low if low == high else f"{low} – {high}"
