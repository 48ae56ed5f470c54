"""The tables of a comparison as a Word document (DOCX): warnings, figures, pairs, methods."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.core.language import Language, say
from graph.regions.compare import Comparison
from graph.regions.say.methods import methods
from graph.regions.say.words import NAMES
from visualize.picture.words import FOOTER
from visualize.report.labels import LABELS
from visualize.report.speech import figure
from visualize.report.tables import figures, matched_row, pairs

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "Noto Sans CJK SC"
"""Named for Chinese text; Word takes one of its own where it is not installed."""
_MADE = dt.datetime(2020, 1, 1)
"""Date in the properties of the document: the same comparison makes the same file."""
_PAIR = ("n_a", "n_b", "delta", "delta_at_least", "delta_at_most", "interval_low", "interval_high",
         "p", "p_holm", "smallest_p")  # fmt: skip
_PAIR_HEADS = {
    "en": ("Outcome", "Regions", "n", "n", "Delta", "Least", "Most", "Low", "High", "p", "p (Holm)",
           "Smallest p"),
    "zh": ("指标", "地区", "n", "n", "delta", "下界", "上界", "区间下限", "区间上限", "p",
           "p（Holm）", "最小 p"),
}  # fmt: skip
_MATCHED = ("strata", "n_a", "n_b", "unmatched_a", "unmatched_b", "delta", "p")
_MATCHED_HEADS = {
    "en": ("Outcome", "Regions", "Strata", "n", "n", "Left", "Left", "Delta", "p"),
    "zh": ("指标", "地区", "层", "n", "n", "未配", "未配", "delta", "p"),
}


def write_docx(found: Comparison, path: Path, language: Language = "en") -> None:
    """Write the tables and the methods paragraph to `path`; raises OSError."""
    import docx

    made = docx.Document()
    made.core_properties.created = made.core_properties.modified = _MADE
    made.core_properties.author = "lsgraph"
    _fonts(made)
    title = ", ".join(one.region.label for one in found.regions)
    made.add_heading(f"{say(LABELS['heading'], language)} {title}", 1)
    for words in [found.refusal] if found.refusal else []:
        made.add_paragraph().add_run(say(words, language)).bold = True
    made.add_heading(say(LABELS["read_first"], language), 2)
    for words in found.cautions:
        made.add_paragraph(say(words, language), style="List Bullet")
    made.add_heading(say(LABELS["found"], language), 2)
    for words in found.said:
        made.add_paragraph(say(words, language), style="List Bullet")
    _tables(made, found, language)
    paragraph, references = methods(found, language)
    made.add_heading(say(LABELS["methods"], language), 2)
    made.add_paragraph(paragraph)
    for text in references:
        made.add_paragraph(text, style="List Bullet")
    made.add_paragraph(say(FOOTER, language))
    made.save(str(path))


def _fonts(made: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = made.styles["Normal"]
    style.font.size = Pt(10)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)


def _tables(made: Document, found: Comparison, language: Language) -> None:
    regions = [one.region.label for one in found.regions]
    made.add_heading(say(LABELS["figures"], language), 2)
    lines = ([line.name, *line.values] for line in figures(found, language))
    _table(made, (say(LABELS["figure"], language), *regions), lines, language)
    made.add_heading(say(LABELS["differences"], language), 2)
    rows = (
        [say(NAMES[row["outcome"]], language), f"{row['a']}, {row['b']}", *(row[k] for k in _PAIR)]
        for row in pairs(found)
    )
    _table(made, _PAIR_HEADS[language], rows, language)
    if found.matched:
        made.add_heading(say(LABELS["matched"], language), 2)
        like = (
            [say(NAMES[row["outcome"]], language), f"{row['a']}, {row['b']}",
             *(row[k] for k in _MATCHED)]
            for row in map(matched_row, found.matched)
        )  # fmt: skip
        _table(made, _MATCHED_HEADS[language], like, language)


def _table(
    made: Document, heads: Sequence[str], rows: Iterable[Sequence[object]], language: Language
) -> None:
    from docx.shared import Pt

    found = [[figure(cell, language) for cell in row] for row in rows]
    table = made.add_table(rows=0, cols=len(heads), style="Light Grid Accent 1")
    for number, cells in enumerate([list(heads), *found]):
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = number == 0, Pt(8)
