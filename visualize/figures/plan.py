"""How a picture fits into the width of a journal's column with no text under 6 points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.core.errors import InputError
from graph.core.words import Words
from graph.pictures import Picture
from visualize.figures.fonts import Fonts
from visualize.picture.boxes import BOLD, Form
from visualize.picture.layouts import Box, Layout
from visualize.picture.style import BADGE_SIZE, CARD, CHIP
from visualize.picture.texts import text_width
from visualize.picture.tiers import tiers
from visualize.picture.trees import tree

COLUMN, PAGE = 85.0, 175.0
"""Width in mm of one column of a journal and of two."""
TALLEST = 240.0
"""Millimetres that a page of a journal leaves for a figure and its caption."""
LEAST_WIDTH, MOST_WIDTH = 60.0, 400.0
SMALLEST = 6.0
"""Points of the smallest text."""
MM = 72 / 25.4
"""Points of a millimetre."""
SMALL_SIZE = float(min(CARD["tag_size"], CARD["sub_size"], BADGE_SIZE))
"""Font size in pixels of the smallest text of a layout on tiers."""
_TRIES = 6


@dataclass(frozen=True)
class Plan:
    """A layout, the points of its pixel, and by how much its texts are smaller than the layout's.

    `small` is the size in pixels of the smallest text, that of legend and notes. `shrink` is 1 where
    the font of the figure is as narrow as layouts suppose, less for a wide one.
    """

    layout: Layout
    form: Form
    scale: float
    shrink: float
    small: float


def check_width(width: float) -> None:
    """Raises InputError for a width that no column has."""
    if not LEAST_WIDTH <= width <= MOST_WIDTH:
        raise InputError(
            Words(
                f"A figure cannot be {width:g} mm wide. Give {COLUMN:g} for one column of a "
                f"journal, {PAGE:g} for"
                f" two, or another width from {LEAST_WIDTH:g} to {MOST_WIDTH:g} mm.",
                f"图宽不能为 {width:g} mm。期刊单栏用 {COLUMN:g}，双栏用 {PAGE:g}，或 "
                f"{LEAST_WIDTH:g} 至 {MOST_WIDTH:g} mm 之间的其他宽度。",
            )
        )


def plan(picture: Picture, language: str, width: float, fonts: Fonts) -> Plan:
    """Lay a picture out so that it is `width` mm wide and its smallest text has 6 points.

    Raises InputError where the picture is wider than that at 6 points.
    """
    small = float(CHIP["main_size"]) if picture.layout == "tree" else SMALL_SIZE
    shrink, room = 1.0, 0.0
    for _ in range(_TRIES):
        scale = SMALLEST / (small * shrink)
        whole = width * MM / scale
        form = Form(language, int(min(room or whole, whole)))
        layout = (tree if picture.layout == "tree" else tiers)(picture, form)
        needed = _shrink(layout, fonts)
        if needed < shrink:
            shrink = needed
        elif layout.width <= whole:
            return Plan(layout, form, width * MM / layout.width, shrink, small)
        else:
            room = form.width - (layout.width - whole) - 1
            if room < 100:
                break
    raise InputError(
        Words(
            f"{picture.title.en or picture.title.zh}: at {width:g} mm the text would be smaller than "
            f"{SMALLEST:g} points. Give a larger width, {PAGE:g} mm for a whole page, for example.",
            f"{picture.title.zh or picture.title.en}：宽 {width:g} mm 时，文字会小于 "
            f"{SMALLEST:g} 磅。请加大宽度，例如整页用 {PAGE:g} mm。",
        )
    )


def _shrink(layout: Layout, fonts: Fonts) -> float:
    """Tell how much smaller texts must be so that those of this font take the room kept for them."""
    least = 1.0
    for box in layout.boxes.values():
        for text, size, bold in lines_of(box, not layout.bands):
            real = fonts.width(text, bold) * size
            kept = text_width(text, size * (BOLD if bold else 1.0))
            if real > kept:
                least = min(least, kept / real)
    return max(least, 0.8)


def lines_of(box: Box, chip: bool) -> Iterator[tuple[str, float, bool]]:
    """Yield the lines of a box with their size in pixels and whether they are bold."""
    if chip:
        yield "".join(box.text.main), CHIP["main_size"], False
        return
    if box.text.tag:
        yield box.text.tag, CARD["tag_size"], False
    for line in box.text.main:
        yield line, CARD["main_size"], True
    for line in box.text.sub:
        yield line, CARD["sub_size"], False
