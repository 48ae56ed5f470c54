"""PDF files with text: lines as they stand, a paragraph that runs over several lines put together."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.core.errors import InputError, Refused
from loaders.files.guard import check_streams
from loaders.notices.words.days import only_a_day
from loaders.notices.words.titles import is_title

MAX_PAGES = 60
MAX_PAGE = 1_000_000
"""Bytes that draw a page; a full page of text takes some 50,000."""


@dataclass(frozen=True)
class _Row:
    """A printed line with its left and right end, in points."""

    text: str
    left: float
    right: float
    height: float


def pdf_lines(path: Path, raw: bytes, limit: int) -> list[str]:
    """The lines of the document; raises InputError where there is no text, a password or damage."""
    try:
        check_streams(raw, "PDF")
    except Refused as reason:
        raise InputError(f"{path}: {reason}") from None
    rows = _rows(path, raw, limit)
    if not any(row.text.strip() for row in rows):
        raise InputError(
            f"{path} holds no text, only pictures of pages. Run text recognition (OCR) over it first,"
            " or type the notice into a text file."
        )
    return _joined(rows)


def _rows(path: Path, raw: bytes, limit: int) -> list[_Row]:
    import logging

    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(raw)) as pdf:
            return _of_pages(path, pdf, limit)
    except (InputError, MemoryError):
        raise
    except Exception as error:  # pdfminer lets errors of many kinds through
        caught = (error, error.__cause__, *error.args)
        if any(isinstance(one, PDFPasswordIncorrect) for one in caught):
            raise InputError(f"{path} is encrypted. Save it without a password.") from None
        what = type(error).__name__
        raise InputError(f"{path} is damaged: it cannot be read as PDF ({what}).") from None


def _of_pages(path: Path, pdf: Any, limit: int) -> list[_Row]:
    from pdfminer.pdftypes import resolve1

    if len(pdf.pages) > MAX_PAGES:
        raise InputError(f"{path} has {len(pdf.pages)} pages; a notice has at most {MAX_PAGES}.")
    rows: list[_Row] = []
    for number, page in enumerate(pdf.pages, start=1):
        if sum(len(resolve1(one).get_data()) for one in page.page_obj.contents) > MAX_PAGE:
            raise InputError(f"{path}: page {number} holds more than a page of text. Cut it out.")
        rows.extend(_of_page(page))
        page.close()
        if sum(len(row.text) for row in rows) > limit:
            raise InputError(f"{path}: more than {limit:,} characters; no notice is so long.")
    return rows


def _of_page(page: Any) -> list[_Row]:
    """Printed lines; a gap of two characters and more is kept as a gap, a footer's number left out."""
    made: list[_Row] = []
    for line in page.extract_text_lines(return_chars=True, strip=True):
        text = _with_gaps(line["chars"])
        if not re.fullmatch(r"[-—–－ ]*\d{1,3}[-—–－ ]*", text):
            made.append(_Row(text, line["x0"], line["x1"], line["bottom"] - line["top"]))
    return made


def _with_gaps(chars: Sequence[dict[str, Any]]) -> str:
    """The characters of a line with a space for each gap of a third of a character."""
    parts: list[str] = []
    last: dict[str, Any] | None = None
    for char in chars:
        if last is not None and not char["text"].isspace():
            gap = char["x0"] - last["x1"]
            if gap > 0.33 * last["size"] and not last["text"].isspace():
                parts.append("  " if gap > 1.8 * last["size"] else " ")
        parts.append(char["text"])
        last = char
    return "".join(parts).strip()


def _joined(rows: Sequence[_Row]) -> list[str]:
    """A line that reaches the right margin goes on in the next, unless that begins something new."""
    margin = _margin(rows)
    lines: list[str] = []
    full = False
    for row in rows:
        goes_on = (
            full
            and not _begins(lines[-1], row.text)
            and not re.match(
                r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、])|[^，。；]{0,12}：",
                row.text,
            )
        )
        if goes_on and lines:
            lines[-1] += row.text
        else:
            lines.append(row.text)
        full = row.right >= margin - 1.2 * row.height and not row.text.endswith(("。", "；", "："))
    return lines


def _begins(last: str, text: str) -> bool:
    """Whether a printed line begins anew under a full one: a day alone, a title under a whole title."""
    words = re.split(r"[\s：]+", last.strip())
    return bool(only_a_day(text)) or (is_title(words[-1]) and is_title(text.strip()))


def _margin(rows: Sequence[_Row]) -> float:
    """The right margin: where the longest tenth of the lines ends, if at least two do."""
    ends = sorted((row.right for row in rows if len(row.text) > 15), reverse=True)
    if len(ends) < 2:
        return float("inf")
    return ends[min(len(ends) // 10, len(ends) - 1)] if ends[0] - ends[1] < 30 else ends[1]
