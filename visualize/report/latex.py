"""The tables of a comparison for LaTeX (booktabs): what was compared, figures of each region, each pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.core.language import Language
from graph.regions.compare import Comparison
from graph.regions.say.methods import methods
from visualize.page.network import write_text
from visualize.report.labels import LABELS
from visualize.report.overview import overview
from visualize.report.tables import PAIR, PAIR_HEADS, figures, named_pair, pairs

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_{}"},
}


def latex(comparison: Comparison, language: Language = "en") -> str:
    """Three tables, what was found, and methods; Chinese names need a font that has them (ctex, xeCJK)."""
    labels = [one.region.label for one in comparison.regions]
    lines = [(line.name, *map(_cell, line.values)) for line in figures(comparison, language)]
    rows = [
        (*named_pair(row, language), f"{row['n_a']}, {row['n_b']}", *(_cell(row[k]) for k in PAIR))
        for row in pairs(comparison)
    ]
    paragraph, references = methods(comparison, language)
    warned = [*([comparison.refusal] if comparison.refusal else []), *comparison.cautions]
    said = [words.say(language) for words in warned]
    known = overview(comparison, language)
    first = _table(list(known[0]), [[_cell(cell) for cell in row.values()] for row in known])
    found = escaped(comparison.summed_up.say(language))
    notes = "\n\n".join(map(escaped, [*said, paragraph, *references]))
    name, *heads = (LABELS[name].say(language) for name in ("figure", "outcome", "pair", "known"))
    regions = _table((name, *labels), lines)
    differences = _table((*heads, *PAIR_HEADS[language]), rows)
    return "\n\n".join((first, found, regions, differences, notes)) + "\n"


def write_latex(comparison: Comparison, path: Path, language: Language = "en") -> None:
    """Write the tables to `path` as UTF-8; raises OSError."""
    write_text(path, latex(comparison, language))


def escaped(text: str) -> str:
    """Text in which no character steers LaTeX."""
    return "".join(_SPECIAL.get(character, character) for character in text)


def _cell(value: object) -> str:
    if value is None:
        return "--"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    body = "\n".join(_row(row) for row in rows)
    columns = "l" * len(heads)
    return (
        f"\\begin{{tabular}}{{{columns}}}\n\\toprule\n{_row(heads)}\n\\midrule\n{body}\n"
        "\\bottomrule\n\\end{tabular}"
    )


def _row(cells: Sequence[str]) -> str:
    return " & ".join(map(escaped, cells)) + r" \\"
