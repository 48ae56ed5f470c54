"""A comparison as a Word document (DOCX): what was compared, what was found, warnings, tables, methods."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.core.language import Language
from graph.core.words import Words
from graph.regions.compare import Comparison
from visualize.figures.told import Told
from visualize.picture.words import FOOTER
from visualize.report.dots import Dots, dots
from visualize.report.labels import LABELS
from visualize.report.methods import methods
from visualize.report.overview import overview
from visualize.report.speech import figure
from visualize.report.tables import PAIR, PAIR_HEADS, figures, named_pair, pairs
from visualize.strips.paper import write_scene
from visualize.strips.scene import add_types

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "Noto Sans CJK SC"
"""Named for Chinese text; Word takes one of its own where it is not installed."""
EDGE = 14
"""Millimetres of margin."""
_MADE = dt.datetime(2020, 1, 1)
"""Date in the properties of the document: the same comparison makes the same file."""
_HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("Outcome", "Regions", "n", "n", *PAIR_HEADS["en"]),
    "zh": ("指标", "地区", "n", "n", *PAIR_HEADS["zh"]),
}


def write_docx(comparison: Comparison, path: Path, language: Language = "en") -> None:
    """Write the tables and the methods paragraph to `path`; raises OSError."""
    import docx
    from docx.enum.text import WD_BREAK

    made = docx.Document()
    made.core_properties.created = made.core_properties.modified = _MADE
    made.core_properties.author = "lsgraph"
    _fonts(made)
    _landscape(made)
    title = ", ".join(one.region.label for one in comparison.regions)
    made.add_heading(f"{LABELS['heading'].say(language)} {title}", 1)
    if comparison.refusal:
        made.add_paragraph().add_run(comparison.refusal.say(language)).bold = True
    known = overview(comparison, language)
    made.add_heading(LABELS["overview"].say(language), 2)
    _table(made, list(known[0]), (list(row.values()) for row in known), language)
    made.add_heading(LABELS["found"].say(language), 2)
    made.add_paragraph(comparison.summed_up.say(language))
    plots = dots(comparison, language)
    _plots(made, "distributions", plots[:1], language)
    _list(made, "read_first", comparison.cautions, language)
    made.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    _plots(made, "more_distributions", plots[1:], language)
    _tables(made, comparison, language)
    _list(made, "in_words", comparison.said, language)
    paragraph, references = methods(comparison, language)
    made.add_heading(LABELS["methods"].say(language), 2)
    made.add_paragraph(paragraph)
    _bullets(made, references)
    made.add_paragraph(FOOTER.say(language))
    made.save(str(path))


def _list(made: Document, title: str, texts: Iterable[Words], language: Language) -> None:
    made.add_heading(LABELS[title].say(language), 2)
    _bullets(made, (words.say(language) for words in texts))


def _landscape(made: Document) -> None:
    """Turn the page, of A4: the tables have many columns."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(EDGE)


def _plots(made: Document, title: str, plots: Sequence[Dots], language: Language) -> None:
    """Draw plots as pictures, each with what its marks mean below it."""
    from docx.shared import Mm

    if plots:
        made.add_heading(LABELS[title].say(language), 2)
    for plot in plots:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "dots.png"
            add_types(plot.scene, plot.types, language)
            size = write_scene(plot.scene, path, Told(plot.title, plot.meaning, plot.said))
            picture = made.add_picture(str(path), width=Mm(size.width))
        picture._inline.docPr.set("descr", plot.said)
        made.add_paragraph(f"{plot.title}{LABELS['colon'].say(language)}{plot.meaning}")


def _bullets(made: Document, texts: Iterable[str]) -> None:
    for text in texts:
        made.add_paragraph(text, style="List Bullet")


def _fonts(made: Document) -> None:
    """Small text, set close: what sums up takes one page."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for name, size, before in (
        ("Normal", 9, 0), ("List Bullet", 8, 0), ("Heading 1", 14, 0), ("Heading 2", 11, 6),
    ):  # fmt: skip
        style = made.styles[name]
        style.font.size = Pt(size)
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(2), 1.0
    style = made.styles["Normal"]
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)


def _tables(made: Document, comparison: Comparison, language: Language) -> None:
    regions = [one.region.label for one in comparison.regions]
    made.add_heading(LABELS["figures"].say(language), 2)
    lines = ([line.name, *line.values] for line in figures(comparison, language))
    _table(made, (LABELS["figure"].say(language), *regions), lines, language)
    made.add_heading(LABELS["differences"].say(language), 2)
    cells = (
        [*named_pair(row, language), row["n_a"], row["n_b"], *(row[name] for name in PAIR)]
        for row in pairs(comparison)
    )
    _table(made, _HEADS[language], cells, language)


def _table(
    made: Document, heads: Sequence[str], rows: Iterable[Sequence[object]], language: Language
) -> None:
    from docx.shared import Pt

    texts = [[figure(cell, language) for cell in row] for row in rows]
    table = made.add_table(rows=0, cols=len(heads), style="Light Grid Accent 1")
    for number, cells in enumerate([list(heads), *texts]):
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = number == 0, Pt(8)
