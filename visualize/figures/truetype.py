"""A font cut down to the characters of a figure, with TrueType outlines.

Chinese fonts come as collections (TTC) and often with cubic outlines (CFF, "OpenType"). matplotlib
writes those into a PDF under the name of TrueType, and Acrobat then shows nothing or the wrong
characters. So the face that is wanted is taken out of the collection, cut down, and its outlines
are turned into the quadratic ones of TrueType, which every reader and every printer knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

ERROR = 0.5
"""How far a quadratic outline may lie from the cubic one, in thousandths of the font size."""
_KEPT = frozenset({
    "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "name", "post", "CFF ", "glyf", "loca", "cvt ",
    "fpgm", "prep", "gasp",
})  # fmt: skip
"""Tables that a figure needs; those for vertical text and features are large and slow to read."""


def cut_down(source: Path, face: int, characters: Iterable[str], target: Path) -> frozenset[str]:
    """Write a TrueType font with these characters to `target`; answers which of them it holds.

    `face` counts the faces of a collection from 0. The same input writes the same bytes.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font: Any = TTFont(source, fontNumber=face, recalcTimestamp=False)
    has = font.getBestCmap()
    held = frozenset(char for char in characters if ord(char) in has)
    for table in set(font.keys()) - _KEPT - {"GlyphOrder"}:
        del font[table]
    # Hints of cubic outlines go with the outlines.
    options = Options(hinting="CFF " in font, notdef_outline=True, glyph_names=False)
    cutter = Subsetter(options=options)
    cutter.populate(text="".join(sorted(held)))
    cutter.subset(font)
    if "CFF " in font:
        _quadratic(font)
    font.save(target)
    return held


def _quadratic(font: Any) -> None:
    """Turn cubic outlines into those of TrueType, in place."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    order, shapes = font.getGlyphOrder(), font.getGlyphSet()
    most = ERROR * font["head"].unitsPerEm / 1000
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(shapes)
        shapes[name].draw(Cu2QuPen(pen, most, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    _side_bearings(font, glyf)
    font["maxp"] = _maximum(newTable("maxp"), len(order))
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"


def _side_bearings(font: Any, glyf: Any) -> None:
    for name, glyph in glyf.glyphs.items():
        glyph.recalcBounds(glyf)
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))


def _maximum(table: Any, count: int) -> Any:
    """Return the table of limits that TrueType asks for; what depends on outlines is counted on saving."""
    table.tableVersion, table.numGlyphs = 0x00010000, count
    for name in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxPoints",
        "maxContours", "maxCompositePoints", "maxCompositeContours", "maxComponentDepth",
    ):  # fmt: skip
        setattr(table, name, 0)
    table.maxZones = 1
    return table
