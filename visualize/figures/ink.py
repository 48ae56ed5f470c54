"""Colours of a figure on white paper, also when it is printed or copied in grey."""

from __future__ import annotations

from dataclasses import replace

from visualize.picture.style import OTHER_LINE, RELATION_LINES, TIE_LINES, Line
from visualize.picture.style import TRUNK as PAGE_TRUNK

PAPER, INK, SOFT = "#ffffff", "#1a1a1a", "#4d4d4d"
RULE, TINT = "#c4c9ce", "#f3f5f7"
CHAIR = "#fff4e5"
LEAST = 3.0
"""Least contrast of a line or border with the paper (WCAG 2.2, 1.4.11)."""


def luminance(colour: str) -> float:
    """Relative luminance, 0 black to 1 white, of a colour like #d55e00 (WCAG 2.2)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2); the same for their greys."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def on_paper(colour: str) -> str:
    """Return the colour, made darker where it is too faint for a thin line on white paper."""
    while contrast(colour, PAPER) < LEAST:
        parts = (int(int(colour[i : i + 2], 16) * 0.97) for i in (1, 3, 5))
        colour = "#" + "".join(f"{part:02x}" for part in parts)
    return colour


TRUNK = replace(PAGE_TRUNK, colour=on_paper(PAGE_TRUNK.colour))
"""The shared way of a bundle."""
_CHANGED = {
    "AUTHORITY": Line("#777777", 2.2),
    "COMMAND": Line("#00543d", 0.9, hollow=True),
}
"""Two solid lines that lie side by side and would be one grey: told apart by width and lightness."""


def tie_line(kind: str, relation: str | None = None) -> Line:
    """Say how a tie is drawn on paper: by its relation, else by its kind; as on the pages but darker."""
    if relation is not None:
        line = RELATION_LINES.get(relation, OTHER_LINE)
    else:
        line = _CHANGED.get(kind, TIE_LINES.get(kind, OTHER_LINE))
    return replace(line, colour=on_paper(line.colour))
