"""A scene of rectangles, marks and lines of text in pixels, y downwards."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from graph.core.signs import TYPE_MARKS
from graph.core.terms import TYPES
from visualize.picture.texts import text_width

SIZE = 11.0
"""Font size in pixels of every text: 6 points in a figure."""
INK, SOFT, RULE, TINT, BAND = "#1a1a1a", "#4d4d4d", "#8a929c", "#c4c9ce", "#e9edf1"


@dataclass(frozen=True)
class Bar:
    """A filled rectangle by its upper left corner; text for who points at it."""

    x: float
    y: float
    width: float
    height: float
    colour: str = RULE
    faded: bool = False
    said: str = ""


@dataclass(frozen=True)
class Mark:
    """A group at a place: marked by its type, hollow where its chair is supposed, faded where it is stale."""

    x: float
    y: float
    size: float
    type: str
    hollow: bool = False
    faded: bool = False
    said: str = ""


@dataclass(frozen=True)
class Text:
    """A line of text, its middle at y, cut with "…" where it is wider than `most` pixels.

    One that is `turned` runs upwards from y, its middle at x; only a figure of matplotlib turns it.
    """

    words: str
    x: float
    y: float
    align: str = "left"
    bold: bool = False
    soft: bool = False
    most: float | None = None
    turned: bool = False


@dataclass
class Scene:
    """Bars, marks and texts, the later over the earlier, on a sheet of so many pixels."""

    width: float
    height: float = 0.0
    bars: list[Bar] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    @property
    def written(self) -> str:
        """Every character that is drawn."""
        return "".join(text.words for text in self.texts)


def add_types(
    scene: Scene, used: Collection[str], language: str, counts: Mapping[str, int] | None = None
) -> None:
    """Add the types that occur, with their marks, below all else, counted where `counts` is given."""
    x, y = 16.0, scene.height + 8
    for name in (name for name in TYPE_MARKS if name in used):
        words = TYPES[name].say(language) + (f" {counts[name]}" if counts else "")
        wide = text_width(words, SIZE) + 32
        if x > 16 and x + wide > scene.width:
            x, y = 16.0, y + 16
        scene.marks.append(Mark(x, y, 5, name))
        scene.texts.append(Text(words, x + 10, y))
        x += wide
    scene.height = y + 14
