"""What a written figure holds, read back with libraries of others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from PIL.Image import Image

MM = 72 / 25.4


@dataclass(frozen=True)
class Sheet:
    """The first page of a PDF: size in mm, characters with their places, closed curves, text."""

    width: float
    height: float
    chars: list[dict[str, Any]]
    curves: list[dict[str, Any]]
    text: str


@cache
def read(path: Path) -> Sheet:
    """The page as pdfplumber finds it; no test writes one file twice."""
    with pdfplumber.open(path) as pdf:
        (page,) = pdf.pages
        return Sheet(
            float(page.width) / MM, float(page.height) / MM, page.chars, page.curves,
            page.extract_text(),
        )  # fmt: skip


def fonts(path: Path) -> list[tuple[str, bytes]]:
    """Name and first bytes of the program of every font descriptor; b"" where none is embedded."""
    found = []
    with path.open("rb") as file:
        document = PDFDocument(PDFParser(file))
        for xref in document.xrefs:
            for number in xref.get_objids():
                item = resolve1(document.getobj(number))
                if isinstance(item, dict) and str(item.get("Type")) == "/'FontDescriptor'":
                    program = resolve1(item.get("FontFile2"))
                    start = program.get_data()[:4] if program is not None else b""
                    found.append((item["FontName"].name, start))
    return found


def grey(path: Path, scale: float = 4) -> Image:
    """The page as it is printed in grey."""
    image: Image = pypdfium2.PdfDocument(path)[0].render(scale=scale).to_pil().convert("L")
    return image
