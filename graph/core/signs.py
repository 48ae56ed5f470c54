"""Signs and colours of kinds, types and relations: one table for pages, figures, reports and exports.

Colours are those of Okabe and Ito, which people with any colour vision tell apart, dark enough to stand
out from paper and, but for black, light enough for a dark page. Each has a shape too, so that no meaning
hangs on colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """Colour and glyph of a kind, type or relation; glyph points lie in a square from -1 to 1."""

    colour: str
    glyph: tuple[Point, ...]


STAR: tuple[Point, ...] = (
    (0, -1), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81),
    (0, 0.4), (-0.59, 0.81), (-0.38, 0.12), (-0.95, -0.31), (-0.24, -0.32),
)  # fmt: skip
SQUARE: tuple[Point, ...] = ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8))
DIAMOND: tuple[Point, ...] = ((0, -1), (0.9, 0), (0, 1), (-0.9, 0))
UP: tuple[Point, ...] = ((0, -0.95), (0.95, 0.8), (-0.95, 0.8))
DOWN: tuple[Point, ...] = ((0, 0.95), (0.95, -0.8), (-0.95, -0.8))
RIGHT: tuple[Point, ...] = ((-0.8, -0.95), (0.95, 0), (-0.8, 0.95))
ROUND: tuple[Point, ...] = (
    (0.95, 0), (0.82, 0.47), (0.47, 0.82), (0, 0.95), (-0.47, 0.82), (-0.82, 0.47),
    (-0.95, 0), (-0.82, -0.47), (-0.47, -0.82), (0, -0.95), (0.47, -0.82), (0.82, -0.47),
)  # fmt: skip
_OCTAGON: tuple[Point, ...] = (
    (-0.4, -0.95), (0.4, -0.95), (0.95, -0.4), (0.95, 0.4),
    (0.4, 0.95), (-0.4, 0.95), (-0.95, 0.4), (-0.95, -0.4),
)  # fmt: skip
_PLUS: tuple[Point, ...] = (
    (-0.3, -0.95), (0.3, -0.95), (0.3, -0.3), (0.95, -0.3), (0.95, 0.3), (0.3, 0.3),
    (0.3, 0.95), (-0.3, 0.95), (-0.3, 0.3), (-0.95, 0.3), (-0.95, -0.3), (-0.3, -0.3),
)  # fmt: skip
_TIMES: tuple[Point, ...] = tuple(
    (round((x - y) * 0.72, 2), round((x + y) * 0.72, 2)) for x, y in _PLUS
)
_BAR: tuple[Point, ...] = ((-1, -0.35), (1, -0.35), (1, 0.35), (-1, 0.35))
_WAVE: tuple[Point, ...] = (
    (-0.95, 0.2), (-0.45, -0.5), (0.35, 0.2), (0.95, -0.5), (0.95, -0.1), (0.4, 0.6), (-0.4, -0.1),
    (-0.95, 0.6),
)  # fmt: skip
_ARROW_UP: tuple[Point, ...] = (
    (0, -0.95), (0.85, 0.1), (0.3, 0.1), (0.3, 0.9), (-0.3, 0.9), (-0.3, 0.1), (-0.85, 0.1),
)  # fmt: skip
_ARROW_DOWN: tuple[Point, ...] = tuple((x, -y) for x, y in _ARROW_UP)
_PERSON: tuple[Point, ...] = (
    (-0.35, -0.95), (0.35, -0.95), (0.5, -0.5), (0.25, -0.1), (0.85, 0.3), (0.95, 0.95),
    (-0.95, 0.95), (-0.85, 0.3), (-0.25, -0.1), (-0.5, -0.5),
)  # fmt: skip
_SHEET: tuple[Point, ...] = ((-0.7, -0.95), (0.3, -0.95), (0.75, -0.5), (0.75, 0.95), (-0.7, 0.95))

KIND_MARKS = {
    "group": Mark("#000000", ((-1, -0.6), (1, -0.6), (1, 0.6), (-1, 0.6))),
    "post": Mark("#8a6d00", _ARROW_UP),
    "person": Mark("#a0447c", _PERSON),
    "document": Mark("#666666", _SHEET),
    "country": Mark("#d55e00", STAR),
    "province": Mark("#0072b2", DIAMOND),
    "prefecture": Mark("#009e73", SQUARE),
    "county": Mark("#e69f00", ((0, -0.9), (0.95, 0.8), (-0.95, 0.8))),
    "township": Mark("#cc79a7", _OCTAGON),
    "agency": Mark("#56b4e9", _PLUS),
}
"""Of each kind of node, of units their level; the yellow of the palette is darkened, it vanishes on white."""

OTHER_MARK = Mark("#666666", SQUARE)
"""Of any other kind."""

TYPE_MARKS = {
    "STRONG": Mark("#0072b2", UP),
    "WEAK": Mark("#d55e00", DOWN),
    "SELF_FORMING": Mark("#008060", ROUND),
    "UNKNOWN": Mark("#777777", DIAMOND),
    "VACANT": Mark("#a0447c", SQUARE),
    "NOT_A_GROUP": Mark("#8a6d00", RIGHT),
    "UNCLASSIFIED": Mark("#2a8ac0", STAR),
}
"""Of each type of group."""

RELATION_MARKS = {
    "LINE": Mark("#0072b2", _ARROW_DOWN),
    "OWN": Mark("#000000", ROUND),
    "OUTRANK_ONLY": Mark("#d55e00", UP),
    "PEER": Mark("#555555", _BAR),
    "OUTRANKED": Mark("#a0447c", DOWN),
    "OUTSIDE": Mark("#777777", _TIMES),
    "UNRANKED": Mark("#777777", _WAVE),
    "UNKNOWN": Mark("#777777", SQUARE),
}
"""Of each relation of a chair to a member: grey where it neither commands nor differs in rank."""

RELATION_SIGNS = {
    "OWN": "◎", "OUTSIDE": "×", "LINE": "↓", "UNKNOWN": "?", "UNRANKED": "~", "OUTRANK_ONLY": "△",
    "PEER": "=", "OUTRANKED": "▽",
}  # fmt: skip
"""The same as characters, in the order of a legend."""

SEVERAL_MARK = Mark("#e69f00", _OCTAGON)
"""Of a box with more than one relation."""
NONE_MARK = Mark("#8c8c8c", ((-0.4, -0.4), (0.4, -0.4), (0.4, 0.4), (-0.4, 0.4)))
"""Of a box without a type or a relation, where boxes are coloured by it."""
