"""A scene as a picture of LaTeX: rules, characters and text, by no package but xcolor."""

from __future__ import annotations

from graph.core.signs import CHARACTERS, TYPE_MARKS
from visualize.picture.style import FADED
from visualize.picture.texts import cut, drawable
from visualize.strips.scene import INK, SIZE, Bar, Mark, Scene, Text

UNIT = 0.62
"""Points of a pixel: text has 6.8 points."""
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "'": r"\textquotesingle{}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    **{character: f"\\{character}" for character in "&%$#_{}"},
}
_PLACES = {"left": "[l]", "center": "", "right": "[r]"}


def escaped(text: str) -> str:
    """Text in which no character steers LaTeX."""
    return "".join(_SPECIAL.get(character, character) for character in drawable(text))


def tex(scene: Scene) -> str:
    """Return the scene as a picture environment."""
    high = scene.height
    parts = [
        *(_bar(bar, high) for bar in scene.bars),
        *(_mark(mark, high) for mark in scene.marks),
        *(_text(text, high) for text in scene.texts),
    ]
    size = SIZE * UNIT
    return "\n".join((
        f"{{\\setlength{{\\unitlength}}{{{UNIT}pt}}\\fontsize{{{size:.2f}pt}}{{{size:.2f}pt}}\\selectfont",
        f"\\begin{{picture}}({scene.width:.0f},{high:.0f})", *parts, r"\end{picture}}",
    ))  # fmt: skip


def key(type_name: str) -> str:
    """Return the sample of a type for a legend."""
    mark = TYPE_MARKS[type_name]
    return f"{{{_colour(mark.colour)}{CHARACTERS[mark.glyph][0]}}}"


def _colour(colour: str, faded: bool = False) -> str:
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    mixed = [round(255 - (255 - part) * FADED) if faded else part for part in parts]
    return r"\color[HTML]{" + "".join(f"{part:02X}" for part in mixed) + "}"


def _bar(bar: Bar, high: float) -> str:
    wide, tall = bar.width * UNIT, bar.height * UNIT
    bottom = high - bar.y - bar.height
    paint = _colour(bar.colour, bar.faded)
    return f"\\put({bar.x:.1f},{bottom:.1f}){{{paint}\\rule{{{wide:.2f}pt}}{{{tall:.2f}pt}}}}"


def _mark(mark: Mark, high: float) -> str:
    look = TYPE_MARKS[mark.type]
    paint, sign = _colour(look.colour, mark.faded), CHARACTERS[look.glyph][mark.hollow]
    return f"\\put({mark.x:.1f},{high - mark.y:.1f}){{\\makebox(0,0){{{paint}{sign}}}}}"


def _text(text: Text, high: float) -> str:
    words = escaped(cut(text.words, SIZE, text.most))
    if text.bold:
        words = f"\\textbf{{{words}}}"
    paint = _colour("#4d4d4d" if text.soft else INK)
    place = _PLACES[text.align]
    return f"\\put({text.x:.1f},{high - text.y:.1f}){{\\makebox(0,0){place}{{{paint}{words}}}}}"
