"""A map of regions as a figure for a paper: PDF, SVG or PNG."""

from __future__ import annotations

import tempfile
from pathlib import Path

from graph.core.words import Words
from graph.maps.regions import RegionMap
from visualize.figures.canvas import Canvas
from visualize.figures.fonts import Fonts, figure_fonts
from visualize.figures.ink import INK, PAPER, SOFT
from visualize.figures.legend import AS_OF, MARGIN, heading, height, in_rows, lines, write
from visualize.figures.plan import MM, PAGE, SMALL_SIZE, SMALLEST
from visualize.figures.told import Told, told
from visualize.figures.write import Size, check_asked, save
from visualize.maps.classes import Fill
from visualize.maps.outlines import Outlines, Point, Ring
from visualize.maps.sheet import ABSENT_WORDS, NO_DATA_WORDS, Area, Sheet, sheet
from visualize.picture.style import Line
from visualize.picture.texts import drawable
from visualize.picture.words import FOOTER

SAMPLE, ROW, GAP = 26.0, 19.0, 18.0
MOST_NAMED = 24
COUNTED = frozenset({"share", "steps", "fraction"})
"""Kinds of figures that stand for a number of groups, which is written in brackets."""
BRACKETS = Words("In brackets n, the number of groups.", "括号内为 n，即小组数。")
SMALL = Words("Too small for a number: ", "面积过小、未标数值：")
MAP = Words("Map of divisions, each in the tone of its value", "区划地图，色调表示数值")
MANY = Words("{} divisions", "{} 个区划")


def write_map(
    shown: RegionMap, path: Path, lang: str = "en", width: float = PAGE, titled: bool = True,
    within: str = "", own: Outlines | None = None,
) -> Size:  # fmt: skip
    """Draw a map `width` mm wide with its legend and notes; answers its size.

    `lang` is en or zh (中文); `within` and `own` as of `visualize.maps.sheet`. Raises InputError as
    `visualize.figures.write_figure` and `visualize.maps.sheet`; OSError.
    """
    check_asked(path, lang, width)
    made = sheet(shown, within, own)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        fonts = figure_fonts(_characters(made, lang), Path(folder))
        canvas = _drawn(made, fonts, lang, width * MM / SMALLEST * SMALL_SIZE, titled)
        words = _told(made, lang)
        save(canvas.figure, path, words)
    return Size(width, canvas.height * canvas.scale / MM, words)


def _told(made: Sheet, lang: str) -> Told:
    """Return the words beside the map: of the alternative text, the value of each division."""
    shown = made.shown
    values = [(row.name.say(lang), made.label(row)) for row in shown.rows]
    known = ", ".join(f"{name} {value}" for name, value in values if value)
    blank = ", ".join(name for name, value in values if not value)
    caption = [shown.meaning, *made.notes, FOOTER]
    said = [Words.same(known)] if known else []
    said += [Words(f"{NO_DATA_WORDS.en}: {blank}", f"{NO_DATA_WORDS.zh}：{blank}")] if blank else []
    alt = [MAP, shown.meaning, *said]
    return told(shown.title, shown.as_of, caption, alt, lang)


def _characters(made: Sheet, lang: str) -> set[str]:
    shown = made.shown
    own = [
        shown.title,
        shown.meaning,
        *made.notes,
        NO_DATA_WORDS,
        ABSENT_WORDS,
        AS_OF,
        FOOTER,
        SMALL,
    ]
    names = "".join(row.name.say(lang) for row in shown.rows)
    said = "".join(words.say(lang) for words in own)
    return {*drawable(names + said + shown.as_of), *"0123456789,.()+\u2212%– ;；："}


def _drawn(made: Sheet, fonts: Fonts, lang: str, wide: float, titled: bool) -> Canvas:
    """Title, outlines with their numbers, legend and notes, one below the other."""
    factor = (wide - 2 * MARGIN) / made.outlines.width
    tall = made.outlines.height * factor
    shown = made.shown
    head = (
        heading((shown.title, shown.meaning), shown.as_of, lang, wide, SMALL_SIZE) if titled else []
    )
    labelled = [area for area in made.areas if made.number(area.row)]
    small = [area for area in labelled if not _fits(made, fonts, area, factor)]
    foot = [line for words in _foot(made, small, lang)
            for line in lines(words, SMALL_SIZE, wide, soft=True)]  # fmt: skip
    samples = [(fill, words.say(lang)) for fill, words in made.legend]
    needed = [SAMPLE + 6 + fonts.width(words) * SMALL_SIZE for _, words in samples]
    places, bottom = in_rows(needed, wide, ROW, GAP)
    room = bottom + 4
    top = height(head) + MARGIN
    below = top + tall + MARGIN
    canvas = Canvas(wide, below + room + height(foot), SMALLEST / SMALL_SIZE, fonts)
    write(canvas, head, 0, 1.0)
    _outlines(canvas, made, [a for a in labelled if a not in small], top, factor)
    for (fill, words), (x, y) in zip(samples, places, strict=True):
        _sample(canvas, fill, words, x, below + y)
    write(canvas, foot, below + room, 1.0)
    return canvas


def _foot(made: Sheet, small: list[Area], lang: str) -> list[str]:
    said = [words.say(lang) for words in (*made.notes, FOOTER)]
    if small:
        said.insert(0, _too_small(made, small, lang))
    if made.shown.kind in COUNTED:
        said.insert(0, BRACKETS.say(lang))
    return said


def _too_small(made: Sheet, small: list[Area], lang: str) -> str:
    if len(small) > MOST_NAMED:
        return SMALL.say(lang) + MANY.say(lang).format(len(small))
    named = (f"{a.row.name.say(lang)} {made.label(a.row)}" for a in small if a.row)
    return SMALL.say(lang) + ("；" if lang == "zh" else "; ").join(named)


def _fits(made: Sheet, fonts: Fonts, area: Area, factor: float) -> bool:
    """Tell whether the number of an outline has room inside it."""
    half = fonts.width(made.label(area.row)) * SMALL_SIZE / 2 + 2
    return area.place[1] * factor >= max(half * 0.9, SMALL_SIZE * 0.55)


def _outlines(canvas: Canvas, made: Sheet, labelled: list[Area], top: float, factor: float) -> None:
    def here(point: Point) -> Point:
        return MARGIN + point[0] * factor, top + point[1] * factor

    def ring(points: Ring) -> list[Point]:
        return [here(point) for point in points]

    for area in made.areas:
        fill = area.fill
        canvas.area(map(ring, area.rings), fill.tone, fill.hatch, fill.ink, INK, 0.8)
    for outer in made.outlines.frame:
        canvas.area([ring(outer)], "none", "", INK, INK, 1.6)
    canvas.lines(map(ring, made.outlines.lines), Line(INK, 1.6))
    for area in labelled:
        (x, y), words = here(area.place[0]), made.label(area.row)
        wide = canvas.text_width(words, SMALL_SIZE) + 5
        canvas.rectangle(x - wide / 2, y - 7, wide, 14, PAPER, edgecolor=SOFT, linewidth=0.3)
        canvas.text(words, x, y, SMALL_SIZE)


def _sample(canvas: Canvas, fill: Fill, words: str, x: float, y: float) -> None:
    corners = [(x, y - 7), (x + SAMPLE, y - 7), (x + SAMPLE, y + 7), (x, y + 7)]
    canvas.area([corners], fill.tone, fill.hatch, fill.ink, INK, 0.8)
    canvas.text(words, x + SAMPLE + 6, y, SMALL_SIZE, align="left",
                most=canvas.width - x - SAMPLE - 6 - MARGIN)  # fmt: skip
