"""A comparison as a document of LaTeX: one page that sums up, then the tables and the methods.

XeLaTeX and LuaLaTeX take it with the packages of texlive-latex-recommended and any of `FONTS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from graph.core.language import Language
from graph.regions.compare import Comparison
from graph.regions.say.methods import methods
from visualize.figures.fonts import FAMILIES
from visualize.page.network import write_text
from visualize.picture.words import FOOTER
from visualize.report.dots import Dots, dots, legend
from visualize.report.labels import LABELS
from visualize.report.overview import overview
from visualize.report.speech import figure
from visualize.report.tables import PAIR, PAIR_HEADS, figures, named_pair, pairs
from visualize.strips.tex import UNIT, escaped, key, tex

ABREAST = 6
"""Regions of which a table has the columns side by side; of more it has several tables."""
_PREAMBLE = r"""\documentclass[10pt]{article}
% XeLaTeX or LuaLaTeX; Chinese needs a font such as Noto Sans CJK SC.
\usepackage[a4paper,landscape,margin=14mm]{geometry}
\usepackage{iftex,fontspec,xcolor,booktabs,longtable,array}
\defaultfontfeatures[\rmfamily]{}% no ligatures: -- stays as it is
FONTS
\ifluatex\usepackage[english,provide=*]{babel}
\babelprovide[import,onchar=ids,intraspace=0 .1 0]{chinese-simplified}\fi
\ifxetex\XeTeXlinebreaklocale "zh"\XeTeXlinebreakskip=0pt plus .1em\fi
\setlength{\parindent}{0pt}\setlength{\parskip}{2pt}\setlength{\tabcolsep}{4pt}
\setlength{\LTpre}{2pt}\setlength{\LTpost}{4pt}\setlength{\LTleft}{0pt}\setlength{\emergencystretch}{3em}
\newcolumntype{L}[1]{>{\raggedright\arraybackslash}p{#1}}
\makeatletter\renewcommand\section{\@startsection{section}{1}{0pt}{6pt}{2pt}{\large\bfseries}}\makeatother
\setcounter{secnumdepth}{0}
\begin{document}
"""


def latex(comparison: Comparison, language: Language = "en") -> str:
    """Return the document: it compiles as it is, and each table and the figure can be taken out of it."""
    plots = dots(comparison, language)
    return "\n\n".join((
        _preamble(), *_first_page(comparison, plots[:1], language), r"\clearpage",
        *_rest(comparison, plots[1:], language), r"\end{document}",
    )) + "\n"  # fmt: skip


def write_latex(comparison: Comparison, path: Path, language: Language = "en") -> None:
    """Write the document to `path` as UTF-8; raises OSError."""
    write_text(path, latex(comparison, language))


def _preamble() -> str:
    names = FAMILIES[:11]
    fonts = "%\n".join(f"\\IfFontExistsTF{{{name}}}{{\\setmainfont{{{name}}}}}{{" for name in names)
    return _PREAMBLE.replace("FONTS", fonts + "}" * len(names))


def _first_page(comparison: Comparison, plots: Sequence[Dots], language: Language) -> Iterator[str]:
    title = ", ".join(one.region.label for one in comparison.regions)
    yield _bold(r"\Large", LABELS["heading"].say(language) + title)
    if comparison.refusal:
        yield _bold("", comparison.refusal.say(language))
    known = overview(comparison, language)
    yield _section("overview", language)
    yield _table(
        list(known[0]),
        ([figure(v, language) for v in row.values()] for row in known),
        (0.8, 1.6, 1),
    )
    yield _section("found", language)
    yield escaped(comparison.summed_up.say(language))
    yield from _plots("distributions", plots, language)
    yield _section("read_first", language)
    yield r"{\small " + _items([words.say(language) for words in comparison.cautions]) + "}"


def _rest(comparison: Comparison, plots: Sequence[Dots], language: Language) -> Iterator[str]:
    yield from _plots("more_distributions", plots, language)
    yield _section("in_words", language)
    yield _items([words.say(language) for words in comparison.said])
    yield _section("figures", language)
    yield from _figures(comparison, language)
    yield _section("differences", language)
    name, *heads = (LABELS[name].say(language) for name in ("outcome", "pair", "known"))
    rows = (
        (*named_pair(row, language), f"{row['n_a']}, {row['n_b']}", *(_cell(row[k]) for k in PAIR))
        for row in pairs(comparison)
    )
    yield _table((name, *heads, *PAIR_HEADS[language]), rows, (1.6, 1.6, 1))
    paragraph, references = methods(comparison, language)
    yield _section("methods", language)
    yield escaped(paragraph)
    yield _items(references)
    yield escaped(FOOTER.say(language))


def _figures(comparison: Comparison, language: Language) -> Iterator[str]:
    labels = [one.region.label for one in comparison.regions]
    lines = figures(comparison, language)
    for start in range(0, len(labels), ABREAST):
        some = slice(start, start + ABREAST)
        heads = (LABELS["figure"].say(language), *labels[some])
        yield _table(heads, ((one.name, *map(_cell, one.values[some])) for one in lines), (1.6, 1))


def _plots(title: str, plots: Sequence[Dots], language: Language) -> Iterator[str]:
    if plots:
        yield _section(title, language)
    yield from (_plot(plot, language) for plot in plots)


def _plot(plot: Dots, language: Language) -> str:
    """The plot, and beside it what its marks mean."""
    names = "\\quad ".join(
        f"\\mbox{{{key(name)} {escaped(said)}}}" for name, said in legend([plot], language)
    )
    wide = plot.scene.width * UNIT
    said = f"\\textbf{{{escaped(plot.title)}}}\n\n{escaped(plot.meaning)}\n\n{names}"
    return (
        f"\\begin{{minipage}}{{{wide:.1f}pt}}{tex(plot.scene)}\\end{{minipage}}\\hfill\n"
        f"\\begin{{minipage}}{{\\dimexpr\\linewidth-{wide + 10:.1f}pt}}\\raggedright\\small\n{said}"
        "\\end{minipage}"
    )


def _bold(size: str, text: str) -> str:
    return f"{{{size}\\bfseries {escaped(text)}}}"


def _section(name: str, language: Language) -> str:
    return f"\\section{{{escaped(LABELS[name].say(language))}}}"


def _items(texts: Iterable[str]) -> str:
    return "\n\n".join(f"\\textbullet{{}} {escaped(text)}" for text in texts)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], weights: Sequence[float] = (1,)
) -> str:
    """Return a table as wide as the page; of `weights`, one a column, the last is that of all others."""
    every = [weights[min(place, len(weights) - 1)] for place in range(len(heads))]
    share = [weight / sum(every) for weight in every]
    columns = "".join(f"L{{\\dimexpr{part:.4f}\\linewidth-2\\tabcolsep}}" for part in share)
    head = f"\\toprule\n{_row(heads)}\n\\midrule\n\\endhead"
    body = "\n".join(map(_row, rows))
    begin = f"{{\\footnotesize\n\\begin{{longtable}}{{{columns}}}"
    return "\n".join((begin, head, body, r"\bottomrule", r"\end{longtable}}"))


def _row(cells: Sequence[str]) -> str:
    return " & ".join(map(escaped, cells)) + r" \\"
