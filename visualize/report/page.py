"""A comparison as one HTML file: no script, no request, the data inside as a download."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph.regions.compare import Comparison
from graph.regions.methods import methods
from graph.regions.words import NAMES
from visualize.network import write_text
from visualize.report.charts import PYRAMID, charts, pyramids
from visualize.report.tables import figures, pairs, shapes
from visualize.words import FOOTER

SHOWN = 500
"""How many groups the page lists; its downloads hold all."""


def report(found: Comparison) -> str:
    """The page of a comparison as HTML text."""
    css = _static("report.css")
    paragraph, references = methods(found)
    return (
        _environment()
        .get_template("report.html")
        .render(
            found=found,
            title=" · ".join(one.region.label for one in found.regions),
            style=Markup(css.replace("</style", "<\\/style")),
            policy=f"default-src 'none'; style-src 'sha256-{_hash(css)}'; img-src data:;"
            " base-uri 'none'; form-action 'none'",
            charts=charts(found),
            pyramids=pyramids(found),
            pyramid=PYRAMID,
            figures=figures(found),
            pairs=pairs(found),
            shapes=shapes(found),
            names=NAMES,
            groups=found.group_rows(),
            limit=SHOWN,
            footer=FOOTER.en,
            paragraph=paragraph,
            references=references,
            csv=_link(_csv(found.group_rows()), "text/csv"),
            json=_link(
                json.dumps(found.to_dict(), ensure_ascii=False, default=str), "application/json"
            ),
        )
    )


def write_report(found: Comparison, path: Path) -> None:
    """Write the page to `path` as UTF-8 whatever the locale; raises OSError."""
    write_text(path, report(found))


def _environment() -> Environment:
    loader = PackageLoader("visualize.report")
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters["number"] = number
    return made


def number(value: object) -> str:
    """A figure as people read it: two places, a true minus sign, a dash for what is not known."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(number, value)) or "–"
    text = f"{value:.3g}" if isinstance(value, float) else str(value)
    return text.replace("-", "\u2212", 1) if isinstance(value, int | float) else text


def _static(name: str) -> str:
    return files("visualize.report").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _link(text: str, kind: str) -> str:
    return f"data:{kind};charset=utf-8;base64,{base64.b64encode(text.encode()).decode('ascii')}"


def _csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """CSV with a mark of its encoding for spreadsheets; lists joined by `;`, formulas disarmed."""
    buffer = io.StringIO()
    columns = list(rows[0]) if rows else []
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return f"\ufeff{buffer.getvalue()}"


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = ";".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    dangerous = text[:1] in "=+@\t\r" or (text[:1] == "-" and isinstance(value, str))
    return f"'{text}" if text and dangerous else text
