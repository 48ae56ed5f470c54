"""Line styles and sizes: one definition for the canvas, the legend and the PNG.

Colours and glyphs are those of `graph.core.signs`; every relation has a line pattern too.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.core.signs import NONE_MARK, RELATION_MARKS, SEVERAL_MARK, TYPE_MARKS
from graph.pictures import PictureNode


@dataclass(frozen=True)
class Line:
    """Line of a tie: colour, width and dashes in pixels; `double` draws two thin lines."""

    colour: str
    width: float
    dash: tuple[int, ...] = ()
    double: bool = False
    hollow: bool = False


COLOURINGS = {
    "type": {**TYPE_MARKS, "NONE": NONE_MARK},
    "relation": {**RELATION_MARKS, "SEVERAL": SEVERAL_MARK, "NONE": NONE_MARK},
}
"""Colour and glyph of a box by what a reader asks for: the type of a group, or what its chair is to it."""

_STROKES: dict[str, tuple[float, tuple[int, ...]]] = {
    "LINE": (4, ()), "OWN": (1.3, ()), "OUTRANK_ONLY": (2.4, (7, 4)), "PEER": (2.6, (2, 4)),
    "OUTRANKED": (2.4, (9, 4, 2, 4)), "OUTSIDE": (1.6, (12, 6)), "UNRANKED": (1.6, (4, 7)),
    "UNKNOWN": (2, (1, 6)),
}  # fmt: skip
RELATION_LINES = {
    name: Line(RELATION_MARKS[name].colour, *stroke, double=name == "OWN")
    for name, stroke in _STROKES.items()
}
TIE_LINES = {
    "AUTHORITY": Line("#777777", 1.6),
    "COMMAND": Line("#009e73", 1.6, hollow=True),
    "CHAIRS": Line("#222222", 2.2),
    "DEPUTY_CHAIRS": Line("#222222", 1.2),
    "MEMBER_OF": Line("#888888", 1.1, (3, 3)),
    "IN": Line("#8a6d00", 1.5, (2, 3)),
    "HOLDS": Line("#8a6d00", 2, (14, 3)),
    "SITS_IN": Line("#888888", 1.1, (1, 4)),
    "DEPARTMENTS": Line("#56b4e9", 1.4, (6, 3)),
    "SUCCEEDED_BY": Line("#a0447c", 1.8, (9, 4)),
    "RUNS": Line("#0072b2", 1.4, (8, 3, 2, 3)),
    "HOSTS": Line("#009e73", 1.6, (5, 2, 1, 2)),
}
OTHER_LINE = Line("#777777", 1.2)
TRUNK = Line("#777777", 2.2)
"""The shared way of a bundle, whatever its ties are."""
UNKNOWN_DASH = (6, 4)
LAST_SHOWN_DASH = (3, 3)
SUPPOSED_DASH = (9, 3, 2, 3)
DASHES = {"unknown": UNKNOWN_DASH, "supposed": SUPPOSED_DASH, "last_shown": LAST_SHOWN_DASH}
"""Broken borders and lines of what is not known, of what the user supposes, and of who is last shown."""
FADED = 0.45
"""Opacity of a group that stands in no count."""
FADED_INK = "#b9b9b9"
"""Its border in a figure."""

CARD = {"pad": 9, "tag": 15, "main": 18, "sub": 14, "tag_size": 11, "main_size": 14, "sub_size": 11}
"""Line heights and font sizes of a box on tiers, in pixels."""
CHIP = {"pad": 8, "height": 24, "glyph": 16, "main_size": 13}
"""The same of a box in a tree."""
BADGE_SIZE = 11
"""Font size of relation and gap on a tie."""
CAPTION_SIZE = 12
"""Font size of the name of a family."""
STRAND_SIZE = 11
"""Font size of the name of a bundle of ties."""


def border(node: PictureNode) -> tuple[int, ...]:
    """Return the dashes of a box, in pixels; empty where it is drawn in one line."""
    return next((dash for name, dash in DASHES.items() if getattr(node, name)), ())


def seat_dash(kind: str, start: PictureNode) -> tuple[int, ...]:
    """Return the dashes of a seat in the chair: broken like the box of who sits there."""
    return border(start) if kind in ("CHAIRS", "DEPUTY_CHAIRS") else ()
