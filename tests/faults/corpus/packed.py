"""Faults of packed files: workbooks, Word and PDF that unpack, expand or run without end."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.faults.corpus.case import Case, Make
from tests.faults.corpus.documents import OF_PDF
from tests.faults.corpus.sound import KINDS
from tests.faults.corpus.spoil import changed, whole

Change = Callable[[bytes], bytes]
WHOLE = "A1:XFD1048576"
DEEP, DEEP_END = "<w:tbl><w:tr><w:tc>" * 80, "</w:tc></w:tr></w:tbl>" * 80


def _before(mark: str, text: str, times: int = 1) -> Change:
    """A text put before a mark in every part that holds it."""
    return lambda raw: (
        raw.replace(mark.encode(), text.encode() * times + mark.encode(), 1)
        if mark.encode() in raw else raw
    )  # fmt: skip


def _rows(text: str, times: int) -> Change:
    return _before("</sheetData>", text, times)


def _area(what: str, ref: str) -> Change:
    return _before("<pageMargins", f"<{what}s><{what} ref={ref}/></{what}s>")


OF_SHEETS: dict[str, Change] = {
    "the whole sheet merged": _area("mergeCell", f'"{WHOLE}"'),
    "two columns merged": _area("mergeCell", '"A1:B1048576"'),
    "the whole sheet merged, backwards": _area("mergeCell", '"XFD1048576:A1"'),
    "the whole sheet one link": _area("hyperlink", f'"{WHOLE}"'),
    "a link under single quotes": _area("hyperlink", f"'{WHOLE}'"),
    "600,000 empty cells": _rows("<row>" + '<c t="n"/>' * 100 + "</row>", 6_000),
    "5 million empty rows": _rows("<row/>", 5_000_000),
    "a cell in no column": _rows('<row r="2000000"><c r="ZZZZ9999999"><v>1</v></c></row>', 1),
    "a row below zero": _rows('<row r="-5"><c r="A-5"><v>1</v></c></row>', 1),
    "a text that is not there": _rows('<row r="99"><c r="A99" t="s"><v>999999</v></c></row>', 1),
    "an entity": lambda raw: raw.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1),
    "a sheet that does not end": lambda raw: raw.replace(b"</worksheet>", b""),
    "elements 100,000 deep": lambda raw: raw.replace(b"</sheetData>", b"<a>" * 100_000 + b"</sheetData>"),
}  # fmt: skip
"""What stands in the sheets of a workbook."""

OF_WORD: dict[str, Change] = {
    "tables 5,000 deep": _before("<w:sectPr", "<w:tbl><w:tr><w:tc>" * 5_000),
    "tables 80 deep, over and over": _before("<w:sectPr", f"{DEEP}{DEEP_END}", 3_000),
    "300,000 characters": _before("<w:sectPr", f"<w:p><w:r><w:t>{'成员' * 3}</w:t></w:r></w:p>", 50_000),
    "25 MB of empty paragraphs": _before("<w:sectPr", "<w:p/>", 4_200_000),
    "an entity": lambda raw: raw.replace(b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document', 1),
}  # fmt: skip

PARTS = {
    "a bomb": ("x/bomb.xml", 60_000_000, 1),
    "a bomb that is no XML": ("x/bomb.bin", 120_000_000, 1),
    "3,000 parts": ("x/{}.bin", 0, 3_000),
    "a zip in a zip": ("x/inner.zip", 110_000_000, 1),
}


def _with_part(name: str, what: str) -> Make:
    kind = KINDS[name]

    def make(folder: Path) -> Path:
        kind.write(folder)
        part, size, times = PARTS[what]
        with zipfile.ZipFile(folder / kind.spoilt, "a", zipfile.ZIP_DEFLATED) as package:
            for number in range(times):
                package.writestr(part.format(number), bytes(size))
        return folder / kind.given

    return make


def _made(make: Callable[[], bytes], sound: bytes) -> bytes:
    """What is made, whatever was sound."""
    return make()


def packed() -> list[Case]:
    """All cases of this module."""
    cases = []
    for name in ("workbook", "notice Word"):
        inner = OF_WORD if name == "notice Word" else OF_SHEETS
        cases += [Case(name, what, changed(KINDS[name], change)) for what, change in inner.items()]
        cases += [Case(name, what, _with_part(name, what)) for what in PARTS]
    pdf = KINDS["notice PDF"]
    cases += [
        Case("notice PDF", what, whole(pdf, partial(_made, of))) for what, of in OF_PDF.items()
    ]
    return cases
