"""A comparison as the file that its name asks for: a page, tables for Word or LaTeX, or plain values."""

from __future__ import annotations

from pathlib import Path

from graph.core.errors import InputError
from graph.core.language import Language
from graph.core.words import Words
from graph.export.answers import csv_text, json_text
from graph.regions.compare import Comparison
from visualize.report.latex import write_latex
from visualize.report.page import write_report
from visualize.report.tables import pairs
from visualize.report.word import write_docx

PAGES = (".html", ".htm")
ENDINGS = (*PAGES, ".docx", ".tex", ".json", ".csv")
"""Endings of the files that a report can be written to."""


def check_ending(path: Path) -> None:
    """Raises InputError for an ending that no report has."""
    if path.suffix not in ENDINGS:
        raise InputError(
            Words(
                f"{path.name}: a report ends in {', '.join(ENDINGS)}. Give -o report.html, for example.",
                f"{path.name}：报告的文件名后缀应为 {'、'.join(ENDINGS)}。例如 -o report.html。",
            )
        )


def write_comparison(found: Comparison, path: Path, language: Language = "en") -> None:
    """Write a comparison by the ending of the path; JSON and CSV are the same in every language."""
    check_ending(path)
    if path.suffix == ".json":
        path.write_text(json_text([found.to_dict()]) + "\n", encoding="utf-8")
    elif path.suffix == ".csv":
        rows = pairs(found)
        path.write_text(csv_text(rows, list(rows[0])) + "\n", encoding="utf-8")
    else:
        writers = {".docx": write_docx, ".tex": write_latex}
        writers.get(path.suffix, write_report)(found, path, language)
