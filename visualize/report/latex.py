"""The tables of a comparison for LaTeX (booktabs): figures of each region, then each pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.core.language import Language, say
from graph.regions.compare import Comparison
from graph.regions.say.methods import methods
from graph.regions.say.words import NAMES
from visualize.page.network import write_text
from visualize.report.labels import LABELS
from visualize.report.tables import figures, pairs

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_{}"},
}
_NUMBERS = ("delta", "delta_at_least", "delta_at_most", "interval_low", "interval_high", "p",
            "p_holm", "smallest_p")  # fmt: skip
_HEADS = {
    "en": ("Outcome", "Regions", "Known", "Delta", "Least", "Most", "Low", "High", "p", "p (Holm)",
           "Smallest p"),
    "zh": ("指标", "地区", "已知", "delta", "下界", "上界", "区间下限", "区间上限", "p", "p（Holm）",
           "最小 p"),
}  # fmt: skip


def latex(found: Comparison, language: Language = "en") -> str:
    """Two tables and the methods paragraph; Chinese names need a font that has them (ctex, xeCJK)."""
    labels = [one.region.label for one in found.regions]
    lines = [(line.name, *map(_plain, line.values)) for line in figures(found, language)]
    rows = [
        (
            say(NAMES[row["outcome"]], language), f"{row['a']}, {row['b']}", f"{row['n_a']}, {row['n_b']}",
            *(_plain(row[name]) for name in _NUMBERS),
        )
        for row in pairs(found)
    ]  # fmt: skip
    paragraph, references = methods(found, language)
    warned = [*([found.refusal] if found.refusal else []), *found.cautions]
    said = [say(words, language) for words in warned]
    notes = "\n\n".join(map(escaped, [*said, paragraph, *references]))
    first = say(LABELS["figure"], language)
    return f"{_table((first, *labels), lines)}\n\n{_table(_HEADS[language], rows)}\n\n{notes}\n"


def write_latex(found: Comparison, path: Path, language: Language = "en") -> None:
    """Write the tables to `path` as UTF-8; raises OSError."""
    write_text(path, latex(found, language))


def escaped(text: str) -> str:
    """Text in which no character steers LaTeX."""
    return "".join(_SPECIAL.get(character, character) for character in text)


def _plain(value: object) -> str:
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
