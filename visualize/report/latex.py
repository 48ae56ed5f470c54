"""A comparison as tables of LaTeX, which pandas writes: they need booktabs, and a font for Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.core.language import Language
from graph.regions.compare import Comparison
from visualize.page.network import write_text
from visualize.report.labels import LABELS
from visualize.report.overview import overview
from visualize.report.tables import PAIR, PAIR_HEADS, figures, named_pair, pairs


def latex(comparison: Comparison, language: Language = "en") -> str:
    """Return what was compared, what differs and the figures of each region, a table each, to \\input."""
    name, pair, known = (LABELS[key].say(language) for key in ("outcome", "pair", "known"))
    differences = [
        [*named_pair(row, language), f"{row['n_a']}, {row['n_b']}", *(row[key] for key in PAIR)]
        for row in pairs(comparison)
    ]
    first = overview(comparison, language)
    labels = [one.region.label for one in comparison.regions]
    lines = [[one.name, *one.values] for one in figures(comparison, language)]
    return "\n".join((
        _table([*first[0]], [[*row.values()] for row in first], LABELS["overview"].say(language)),
        _table([name, pair, known, *PAIR_HEADS[language]], differences,
               LABELS["differences"].say(language)),
        _table([LABELS["figure"].say(language), *labels], lines, LABELS["figures"].say(language)),
    ))  # fmt: skip


def write_latex(comparison: Comparison, path: Path, language: Language = "en") -> None:
    """Write the tables to `path` as UTF-8; raises OSError."""
    write_text(path, latex(comparison, language))


def _table(heads: Sequence[str], rows: Sequence[Sequence[object]], caption: str) -> str:
    from pandas import DataFrame

    cells = [["–" if v is None else f"{v:.3f}" if isinstance(v, float) else str(v) for v in row]
             for row in rows]  # fmt: skip
    return DataFrame(cells, columns=[*heads]).to_latex(index=False, escape=True, caption=caption)
