"""A picture as a vector figure for a paper: PDF or SVG, or PNG at 300 dots an inch."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.core.errors import InputError
from graph.core.language import language_of
from graph.core.words import Words
from graph.pictures import Picture
from visualize.figures import legend
from visualize.figures.canvas import Canvas
from visualize.figures.drawing import band_words, draw
from visualize.figures.fonts import Fonts, figure_fonts
from visualize.figures.plan import MM, PAGE, Plan, check_width, plan
from visualize.figures.told import Told, told_of
from visualize.page.pages import check, shown_part
from visualize.picture.boxes import Form
from visualize.picture.first_view import off_at_first
from visualize.picture.strand_names import WHOSE, circled, family_words, whose
from visualize.picture.strands import family
from visualize.picture.texts import drawable
from visualize.picture.words import FOOTER, names, role_words, tie_words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SUFFIXES = (".pdf", ".svg", ".png")
DPI = 300
_ABOUT: dict[str, dict[str, Any]] = {
    ".pdf": {"CreationDate": None, "Producer": None, "Creator": "lsgraph"},
    ".svg": {"Date": None, "Creator": "lsgraph"},
    ".png": {"Software": None},
}
_ALT = {".pdf": "Subject", ".svg": "Description", ".png": "Description"}
"""Where each format keeps its alternative text."""
_SETTINGS: dict[Any, Any] = {
    "pdf.fonttype": 42, "svg.fonttype": "path", "svg.hashsalt": "lsgraph", "hatch.linewidth": 0.4,
    "lines.scale_dashes": False, "path.simplify": False, "figure.dpi": 72, "svg.id": None,
}  # fmt: skip
"""Nothing of the user's own settings of matplotlib gets into a figure."""


@dataclass(frozen=True)
class Size:
    """The size of a written figure in millimetres, the words beside it, and what it leaves out."""

    width: float
    height: float
    told: Told
    left_out: str = ""


def is_figure(path: Path) -> bool:
    """Tell whether a file is written as a figure and not as a page, by its suffix."""
    return path.suffix.lower() in SUFFIXES


def check_asked(path: Path, lang: str, width: float) -> None:
    """Raises InputError for a suffix, language or width that no figure has."""
    if not is_figure(path):
        raise InputError(
            Words(
                f"{path.name}: a figure must end in {', '.join(SUFFIXES)}.",
                f"{path.name}：图的文件名后缀应为 {'、'.join(SUFFIXES)}。",
            )
        )
    language_of(lang)
    check_width(width)


def write_figure(
    picture: Picture, path: Path, lang: str = "en", width: float = PAGE, titled: bool = True
) -> Size:
    """Write a picture to `path`, `width` mm wide, its smallest text of 6 points; answers its size.

    The format follows the suffix: .pdf and .svg are vectors, .png has 300 dots an inch. `lang` is en
    or zh (中文); `titled` puts title, day and caption above. Same picture and fonts, same bytes.

    Raises InputError for a picture that cannot be drawn (as `visualize.page`), for a picture too
    wide for `width`, and where Chinese is to be written and no font here has it; OSError.
    """
    check_asked(path, lang, width)
    check(picture)
    picture = _first_view(picture)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        fonts = figure_fonts(_characters(picture, lang), Path(folder))
        made = _drawn(picture, plan(picture, lang, width, fonts), fonts, titled)
        words = told_of(picture, lang)
        save(made.figure, path, words)
    return Size(width, made.height * made.scale / MM, words)


def save(figure: Figure, path: Path, told: Told) -> None:
    """Write a figure with its title and alternative text, without date, version or chance in it."""
    import matplotlib

    suffix = path.suffix.lower()
    about = {"Title": told.title, _ALT[suffix]: told.alt, **_ABOUT[suffix]}
    with matplotlib.rc_context(_SETTINGS):
        figure.savefig(path, format=suffix[1:], dpi=DPI, metadata=about)


def _first_view(picture: Picture) -> Picture:
    """Return the ties that the page shows when it opens."""
    off = off_at_first([picture])
    return replace(picture, ties=tuple(tie for tie in picture.ties if tie.kind not in off))


def _characters(picture: Picture, lang: str) -> set[str]:
    """Return every character that may be drawn."""
    form = Form(lang, 0)
    both = [*(names(node) for node in picture.nodes)]
    own = [
        picture.title, picture.caption, legend.AS_OF, legend.GAP_MEANING, FOOTER, WHOSE,
        *(role_words(node) for node in picture.nodes), *(tie_words(tie) for tie in picture.ties),
        *(entry.words for entry in legend.entries(picture)),
        *(family_words(family(tie.kind)) for tie in picture.ties),
        *(band_words(node.rank) for node in picture.nodes),
    ]  # fmt: skip
    if part := shown_part(picture, 0):
        own.append(part)
    texts = [words.en + words.zh for words in both] + [form.say(words) for words in own]
    starts = {tie.start for tie in picture.ties}
    numbers = map(circled, range(1, len(starts) + 1))
    return {*drawable("".join(texts)), *"0123456789,.;:()（）：-+? ≈…×", *"".join(numbers)}


def _drawn(picture: Picture, made: Plan, fonts: Fonts, titled: bool) -> Canvas:
    """Title, drawing, legend and notes on one sheet."""
    say, wide, small = made.form.say, made.layout.width, made.small
    part = shown_part(picture, len(made.layout.boxes))
    said = (picture.title, picture.caption)
    head = legend.heading(said, picture.as_of, made.form.language, wide, small) if titled else []
    foot = legend.foot(picture, say, wide, part, small)
    if ends := whose(picture, made.layout, made.form):
        title = legend.lines(say(WHOSE), small, wide, bold=True)
        foot = [*title, *(line for one in ends for line in legend.lines(one, small, wide)), *foot]
    size = small * made.shrink
    entries, room = legend.place(
        legend.entries(picture), say, wide, lambda words: fonts.width(words) * size, small
    )
    above = legend.height(head)
    below = above + made.layout.height
    canvas = Canvas(wide, below + room + legend.height(foot), made.scale, fonts)
    legend.write(canvas, head, 0, made.shrink)
    with canvas.moved(above):
        draw(canvas, picture, made)
    legend.draw_legend(canvas, entries, below, size)
    legend.write(canvas, foot, below + room, made.shrink)
    return canvas
