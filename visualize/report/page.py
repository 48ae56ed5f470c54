"""A comparison as one HTML file: no script, no request, the data inside as a download."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.ask.reasons import type_in_words
from graph.core.language import Language
from graph.core.terms import FIELDS, LEVELS, term
from graph.export.answers import csv_text
from graph.regions.compare import Comparison
from graph.regions.groups import STANDINGS
from graph.regions.say import NAMES
from visualize.page.network import write_text
from visualize.page.safety import sha256
from visualize.picture.words import FOOTER
from visualize.report import labels
from visualize.report.dots import dots, legend
from visualize.report.methods import methods
from visualize.report.overview import overview
from visualize.report.speech import figure, number, type_name
from visualize.report.tables import figures, pairs
from visualize.strips.svg import key, svg

TEMPLATES = Path(__file__).parent / "templates"
SHOWN = 500
"""How many groups the page lists; its downloads hold all."""
PAIRS_SHOWN = 200
"""How many pairs the page lists, the largest differences first; its downloads hold all."""


def report(comparison: Comparison, language: Language = "en") -> str:
    """Return the page of a comparison as HTML text, in English or Chinese."""
    css = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    values = _values(comparison, language)
    return _environment(language).get_template("report.html").render(
        **values,
        style=Markup(css.replace("</style", "<\\/style")),
        policy=f"default-src 'none'; style-src 'sha256-{sha256(css)}'; img-src data:;"
        " base-uri 'none'; form-action 'none'",
    )  # fmt: skip


def _values(comparison: Comparison, language: Language) -> dict[str, Any]:
    """Say what the template shows, figures as values and texts in the language."""
    paragraph, references = methods(comparison, language)
    rows, plots = comparison.group_rows(), dots(comparison, language)
    whole = json.dumps(comparison.to_dict(), ensure_ascii=False, default=str)
    return {
        "found": comparison,
        "language": language,
        "title": " · ".join(one.region.label for one in comparison.regions),
        "overview": overview(comparison, language),
        "plots": [(one, svg(one.scene, one.said)) for one in plots],
        "legend": [(key(name), said) for name, said in legend(plots, language)],
        "figures": figures(comparison, language),
        "pairs": _first_pairs(comparison),
        "names": NAMES,
        "levels": LEVELS,
        "standings": STANDINGS,
        "groups": rows,
        "limit": SHOWN,
        "shown": labels.shown(SHOWN, len(rows)),
        "pairs_limit": PAIRS_SHOWN,
        "footer": FOOTER,
        "paragraph": paragraph,
        "references": references,
        "csv": _link(f"\ufeff{csv_text(rows, list(rows[0]) if rows else [])}\n", "text/csv"),
        "json": _link(whole, "application/json"),
    }


def _first_pairs(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the pairs as compared; of many the largest differences in either outcome, to show those."""
    rows = pairs(comparison)
    if len(rows) <= PAIRS_SHOWN:
        return rows
    return sorted(rows, key=lambda row: (row["delta"] is None, -abs(row["delta"] or 0)))


def write_report(comparison: Comparison, path: Path, language: Language = "en") -> None:
    """Write the page to `path` as UTF-8 whatever the locale; raises OSError."""
    write_text(path, report(comparison, language))


def _environment(language: Language) -> Environment:
    loader = FileSystemLoader(TEMPLATES)
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters["number"] = lambda value: figure(value, language)
    made.filters["say"] = lambda words: words.say(language)
    made.filters["field"] = lambda name: number(term(FIELDS, name).zh if language == "zh" else name)
    made.filters["type"] = lambda name: type_name(name, language)
    made.filters["sure"] = lambda row: type_in_words(row).say(language)
    made.globals["t"] = lambda name: labels.LABELS[name].say(language)
    return made


def _link(text: str, kind: str) -> str:
    body = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    return f"data:{kind};charset=utf-8;base64,{body}"
