"""What stands round the drawing: title and caption above it, legend and notes below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.core.signs import KIND_MARKS
from graph.core.terms import MEANINGS, RELATIONS, UNKNOWN, term
from graph.core.words import Words
from graph.pictures import Picture
from visualize.figures.canvas import Canvas
from visualize.figures.drawing import arrow, glyph, mark_of
from visualize.figures.ink import INK, SOFT, tie_line
from visualize.picture.boxes import BOLD
from visualize.picture.style import LAST_SHOWN_DASH, SUPPOSED_DASH, UNKNOWN_DASH, Line
from visualize.picture.texts import wrap
from visualize.picture.words import FOOTER, KINDS, LAST_SHOWN, SUPPOSED, TIES, in_order

Say = Callable[[Words], str]
SAMPLE, SIGN, GAP, ROW, MARGIN = 34.0, 17.0, 16.0, 17.0, 10.0
TITLE, CAPTION = 1.36, 1.1
"""Sizes of title and caption, as multiples of that of the legend."""
AS_OF = Words(" (as of {})", "（截至 {}）")
GAP_MEANING = Words(
    "The number on a tie is the gap: ordinal steps of rank, chair minus member.",
    "连线上的数字为级差：组长级别减成员级别，以级数计。",
)


@dataclass(frozen=True)
class TextLine:
    """A line of text: words, size in pixels, bold or not, in the softer colour of notes or not."""

    words: str
    size: float
    bold: bool = False
    soft: bool = False


@dataclass(frozen=True)
class Entry:
    """One entry of the legend: its words, and a kind's sign, a line or a border as the sample."""

    words: Words
    kind: str | None = None
    line: Line | None = None
    arrow: bool = False

    @property
    def sample(self) -> float:
        """The width kept for the sample."""
        return SIGN if self.line is None else SAMPLE


def heading(
    said: tuple[Words, Words], as_of: str, language: str, width: float, small: float
) -> list[TextLine]:
    """Title with its day, and caption, broken into lines of `width` pixels."""
    title, caption = (words.say(language) for words in said)
    day = AS_OF.say(language).format(as_of) if as_of else ""
    made = lines(title + day, small * TITLE, width, bold=True)
    return [*made, *lines(caption, small * CAPTION, width)]


def foot(
    picture: Picture, say: Say, width: float, shown: Words | None, small: float
) -> list[TextLine]:
    """Return the meaning of the gap, what is not drawn, whose definitions these are."""
    said = [GAP_MEANING] * any(tie.relation for tie in picture.ties)
    said += [shown] if shown is not None else []
    texts = (say(words) for words in [*said, FOOTER])
    return [line for text in texts for line in lines(text, small, width, soft=True)]


def lines(
    text: str, size: float, width: float, bold: bool = False, soft: bool = False
) -> list[TextLine]:
    """Return a text broken into lines that fit between the margins of a sheet of `width` pixels."""
    measured = size * (BOLD if bold else 1.0)
    broken = wrap(text, measured, width - 2 * MARGIN, 99)
    return [TextLine(line, size, bold, soft) for line in broken]


def height(lines: Sequence[TextLine]) -> float:
    """Return the height that lines of text take."""
    return sum(line.size * 1.45 for line in lines) + 10.0 * bool(lines)


def write(canvas: Canvas, lines: Sequence[TextLine], top: float, shrink: float) -> None:
    """Write lines below each other from `top` on."""
    y = top + 5
    for line in lines:
        colour = SOFT if line.soft else INK
        canvas.text(line.words, MARGIN, y + line.size * 0.72, line.size * shrink, align="left",
                    bold=line.bold, colour=colour, most=canvas.width - 2 * MARGIN)  # fmt: skip
        y += line.size * 1.45


def entries(picture: Picture) -> list[Entry]:
    """Return the kinds, relations and ties that occur, and the marks of what is supposed or unknown."""
    return [*_kinds(picture), *_marks(picture), *_ties(picture)]


def _kinds(picture: Picture) -> Iterator[Entry]:
    for kind in in_order(KIND_MARKS, {node.kind for node in picture.nodes}):
        yield Entry(term(KINDS, kind), kind=kind)


def _marks(picture: Picture) -> Iterator[Entry]:
    if any(node.supposed for node in picture.nodes):
        yield Entry(SUPPOSED, line=Line(INK, 2, SUPPOSED_DASH))
    if any(node.last_shown for node in picture.nodes):
        yield Entry(LAST_SHOWN, line=Line(INK, 2, LAST_SHOWN_DASH))
    if any(node.unknown for node in picture.nodes):
        yield Entry(Words(f"? {UNKNOWN.en}", f"？{UNKNOWN.zh}"), line=Line(INK, 2, UNKNOWN_DASH))


def _ties(picture: Picture) -> Iterator[Entry]:
    if picture.layout == "tree":
        return
    for name in in_order(RELATIONS, {tie.relation for tie in picture.ties if tie.relation}):
        yield Entry(_relation(name), line=tie_line("AUTHORITY", name), arrow=True)
    for kind in in_order(TIES, {tie.kind for tie in picture.ties}):
        yield Entry(term(TIES, kind), line=tie_line(kind), arrow=True)


def _relation(name: str) -> Words:
    word, meaning = term(RELATIONS, name), MEANINGS.get(name)
    if meaning is None:
        return word
    return Words(f"{word.en}: {meaning.en}", f"{word.zh}：{meaning.zh}")


@dataclass(frozen=True)
class Placed:
    """An entry with its place in pixels, from the upper left corner of the legend."""

    entry: Entry
    words: str
    x: float
    y: float


def place(
    entries: Sequence[Entry], say: Say, width: float, measure: Callable[[str], float], small: float
) -> tuple[list[Placed], float]:
    """Entries in rows from left to right, and the height of all."""
    shown, wide = [], []
    for entry in entries:
        most = width - 2 * MARGIN - entry.sample
        (words, *_) = (*wrap(say(entry.words), small, most, 1), "")
        shown.append(words)
        wide.append(entry.sample + min(measure(words), most))
    places, bottom = in_rows(wide, width, ROW, GAP)
    made = [Placed(e, w, x, y + 6) for e, w, (x, y) in zip(entries, shown, places, strict=True)]
    return made, bottom + 10 if made else 0.0


def in_rows(
    wide: Sequence[float], width: float, row: float, gap: float
) -> tuple[list[tuple[float, float]], float]:
    """Places from left to right in rows of a sheet for things so wide, and where the last row ends."""
    x, y, places = MARGIN, row / 2, []
    for own in wide:
        if x > MARGIN and x + own > width - MARGIN:
            x, y = MARGIN, y + row
        places.append((x, y))
        x += own + gap
    return places, y + row / 2


def draw_legend(canvas: Canvas, placed: Sequence[Placed], top: float, size: float) -> None:
    """Draw a placed legend, its words of `size` pixels."""
    for one in placed:
        y, x = top + one.y, one.x
        if one.entry.kind is not None:
            glyph(canvas, mark_of(one.entry.kind), x + 5.5, y, 5.5)
        if one.entry.line is not None:
            end = x + SAMPLE - 6
            canvas.lines([((x, y), (end - 8 * one.entry.arrow, y))], one.entry.line)
            if one.entry.arrow:
                arrow(canvas, (x, y), (end, y), one.entry.line)
        left = x + one.entry.sample
        canvas.text(one.words, left, y, size, align="left",
                    most=canvas.width - MARGIN - left)  # fmt: skip
