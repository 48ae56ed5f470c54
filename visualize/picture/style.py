"""Colours, glyphs and line styles: one definition for the canvas, the legend and the PNG.

Colours are those of Okabe and Ito, which people with any colour vision tell apart; every level has
a glyph and every relation a line pattern too, so that no meaning hangs on colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """Border colour and glyph of a kind; glyph points lie in a square from -1 to 1."""

    colour: str
    glyph: tuple[Point, ...]


@dataclass(frozen=True)
class Line:
    """Line of a tie: colour, width and dashes in pixels; `double` draws two thin lines."""

    colour: str
    width: float
    dash: tuple[int, ...] = ()
    double: bool = False
    hollow: bool = False


STAR: tuple[Point, ...] = (
    (0, -1), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81),
    (0, 0.4), (-0.59, 0.81), (-0.38, 0.12), (-0.95, -0.31), (-0.24, -0.32),
)  # fmt: skip
SQUARE: tuple[Point, ...] = ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8))
_OCTAGON: tuple[Point, ...] = (
    (-0.4, -0.95), (0.4, -0.95), (0.95, -0.4), (0.95, 0.4),
    (0.4, 0.95), (-0.4, 0.95), (-0.95, 0.4), (-0.95, -0.4),
)  # fmt: skip
_CROSS: tuple[Point, ...] = (
    (-0.3, -0.95), (0.3, -0.95), (0.3, -0.3), (0.95, -0.3), (0.95, 0.3), (0.3, 0.3),
    (0.3, 0.95), (-0.3, 0.95), (-0.3, 0.3), (-0.95, 0.3), (-0.95, -0.3), (-0.3, -0.3),
)  # fmt: skip
_PERSON: tuple[Point, ...] = (
    (-0.35, -0.95), (0.35, -0.95), (0.5, -0.5), (0.25, -0.1), (0.85, 0.3), (0.95, 0.95),
    (-0.95, 0.95), (-0.85, 0.3), (-0.25, -0.1), (-0.5, -0.5),
)  # fmt: skip

MARKS = {
    "group": Mark("#000000", ((-1, -0.6), (1, -0.6), (1, 0.6), (-1, 0.6))),
    "post": Mark("#8a6d00", ((0, -0.95), (0.85, 0.1), (0.3, 0.1), (0.3, 0.9), (-0.3, 0.9),
                             (-0.3, 0.1), (-0.85, 0.1))),
    "person": Mark("#a0447c", _PERSON),
    "document": Mark("#666666", ((-0.7, -0.95), (0.3, -0.95), (0.75, -0.5), (0.75, 0.95), (-0.7, 0.95))),
    "country": Mark("#d55e00", STAR),
    "province": Mark("#0072b2", ((0, -1), (0.9, 0), (0, 1), (-0.9, 0))),
    "prefecture": Mark("#009e73", SQUARE),
    "county": Mark("#e69f00", ((0, -0.9), (0.95, 0.8), (-0.95, 0.8))),
    "township": Mark("#cc79a7", _OCTAGON),
    "agency": Mark("#56b4e9", _CROSS),
}  # fmt: skip
"""Border and glyph of each kind; the yellow of the palette is darkened, it vanishes on white."""

OTHER_MARK = Mark("#666666", SQUARE)

DIAMOND: tuple[Point, ...] = ((0, -1), (0.9, 0), (0, 1), (-0.9, 0))
_UP: tuple[Point, ...] = ((0, -0.9), (0.95, 0.8), (-0.95, 0.8))
_DOWN: tuple[Point, ...] = ((0, 0.9), (0.95, -0.8), (-0.95, -0.8))
_BAR: tuple[Point, ...] = ((-1, -0.35), (1, -0.35), (1, 0.35), (-1, 0.35))
_PLAIN = Mark("#8c8c8c", ((-0.4, -0.4), (0.4, -0.4), (0.4, 0.4), (-0.4, 0.4)))
COLOURINGS = {
    "type": {
        "STRONG": Mark("#0072b2", _UP), "WEAK": Mark("#d55e00", _DOWN),
        "SELF_FORMING": Mark("#009e73", _OCTAGON), "UNKNOWN": Mark("#666666", SQUARE),
        "VACANT": Mark("#a0447c", _BAR), "NOT_A_GROUP": Mark("#8a6d00", _CROSS),
        "UNCLASSIFIED": Mark("#56b4e9", DIAMOND), "NONE": _PLAIN,
    },
    "relation": {
        "LINE": Mark("#0072b2", _UP), "OWN": Mark("#000000", STAR),
        "OUTRANK_ONLY": Mark("#d55e00", DIAMOND), "PEER": Mark("#009e73", _BAR),
        "OUTRANKED": Mark("#a0447c", _DOWN), "OUTSIDE": Mark("#56b4e9", _CROSS),
        "UNRANKED": Mark("#8a6d00", _OCTAGON), "UNKNOWN": Mark("#666666", SQUARE),
        "SEVERAL": Mark("#e69f00", _OCTAGON), "NONE": _PLAIN,
    },
}  # fmt: skip
"""Colour and glyph of a box by what a reader asks for: the type of a group, or what its chair is to it."""

RELATION_LINES = {
    "LINE": Line("#0072b2", 4),
    "OWN": Line("#000000", 1.3, double=True),
    "OUTRANK_ONLY": Line("#d55e00", 2.4, (7, 4)),
    "PEER": Line("#555555", 2.6, (2, 4)),
    "OUTRANKED": Line("#a0447c", 2.4, (9, 4, 2, 4)),
    "OUTSIDE": Line("#777777", 1.6, (12, 6)),
    "UNRANKED": Line("#777777", 1.6, (4, 7)),
    "UNKNOWN": Line("#777777", 2, (1, 6)),
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
SUPPOSED_DASH = (9, 3, 2, 3)
"""Broken borders and lines of what is not known, and of what the user supposes."""
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
