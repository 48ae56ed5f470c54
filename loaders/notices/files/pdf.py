"""PDF files with text: lines as they stand, ruled tables as tables, broken paragraphs put together."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from graph.core.errors import InputError, Refused
from graph.core.words import Words
from loaders.files.guard import check_streams
from loaders.notices.files.grid import Cell, Grid
from loaders.notices.files.printed import PICTURE, Piece, pieces, printed_lines
from loaders.notices.files.refusals import damaged, too_long

MAX_PAGES = 60
MAX_PAGE = 1_000_000
"""Bytes that draw a page; a full page of text takes some 50,000."""

OUTLINES = 100
"""Curves of a page without text from which they are its letters."""

_LOCKED = Words("It is encrypted. Save it without a password.", "文件已加密。请取消密码后保存。")
_NOTHING = Words(
    "It holds no text and no picture of a page. Save it anew.",
    "既没有文本，也没有页面图片。请重新保存。",
)
_FOOT = re.compile(r"[-—–－ ]*\d{1,3}[-—–－ ]*")


def pdf_lines(raw: bytes, limit: int) -> list[str]:
    """The lines of the document, one for each page that is only a picture (PICTURE and its number).

    Raises InputError where there is neither, a password or damage.
    """
    import logging

    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    check_streams(raw, Words("PDF", "PDF 文件"))
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(raw)) as pdf:
            lines = printed_lines(_of_pages(pdf, limit))
    except (InputError, MemoryError):
        raise
    except Exception as error:  # pdfminer lets errors of many kinds through
        caught = (error, error.__cause__, *error.args)
        if any(isinstance(one, PDFPasswordIncorrect) for one in caught):
            raise Refused(_LOCKED) from None
        raise damaged(Words("a PDF", " PDF "), error) from None
    if not any(line.strip() for line in lines):
        raise Refused(_NOTHING)
    return lines


def _of_pages(pdf: Any, limit: int) -> list[list[Piece]]:
    from pdfminer.pdftypes import resolve1

    if (count := len(pdf.pages)) > MAX_PAGES:
        en = f"It has {count} pages; a notice has at most {MAX_PAGES}."
        raise Refused(Words(en, f"有 {count} 页；通知最多 {MAX_PAGES} 页。"))
    lines: list[list[Piece]] = []
    for number, page in enumerate(pdf.pages, start=1):
        if sum(len(resolve1(one).get_data()) for one in page.page_obj.contents) > MAX_PAGE:
            en = f"Page {number} holds more than a page of text. Cut it out."
            raise Refused(Words(en, f"第 {number} 页的内容超过一页文本。请截取所需部分。"))
        lines.extend(_of_page(page, number))
        page.close()
        if sum(len(piece.text) for line in lines for piece in line) > limit:
            raise too_long(limit)
    return lines


def _of_page(page: Any, number: int) -> list[list[Piece]]:
    """Printed lines from above, rows of ruled tables among them; a footer's number left out."""
    if not page.chars:
        whole = 0.25 * page.width * page.height
        shown = any(picture["width"] * picture["height"] > whole for picture in page.images)
        shown = shown or len(page.curves) > OUTLINES
        return [[Piece(f"{PICTURE}{number}", 0, page.width, 1)]] if shown else []
    tables = [table for table in page.find_tables() if len(table.rows) > 1 < len(table.columns)]
    made = [
        (table.bbox[1], [Piece(row, 0, page.width, 1)]) for table in tables for row in _rows(table)
    ]
    for line in page.extract_text_lines(return_chars=True, strip=True):
        middle = (line["top"] + line["bottom"]) / 2
        if any(table.bbox[1] < middle < table.bbox[3] for table in tables):
            continue
        signs = [Piece(c["text"], c["x0"], c["x1"], c["size"], line["top"]) for c in line["chars"]]
        if not _FOOT.fullmatch("".join(sign.text for sign in signs)):
            made.append((line["top"], pieces(signs)))
    return [line for _, line in sorted(made, key=lambda one: one[0])]


def _rows(table: Any) -> Iterator[str]:
    """The rows as lines; a place without a cell of its own goes on from above, or from its left."""
    grid = Grid()
    bottoms: dict[int, float] = {}
    for row, texts in zip(table.rows, table.extract(), strict=True):
        cells: list[Cell] = []
        for column, (box, text) in enumerate(zip(row.cells, texts, strict=True)):
            if box is not None:
                bottoms[column] = box[3]
            above = box is None and bottoms.get(column, 0) > row.bbox[1] + 1
            cells.append(Cell(tuple((text or "").split("\n")), goes_on=above))
        yield from grid.lines(cells)
