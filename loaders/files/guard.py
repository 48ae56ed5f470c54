"""What a workbook's package may hold: looked at before anything is unpacked."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

MOST_BYTES = 200_000_000
"""Unpacked size of a workbook."""

MOST_RATIO = 150
"""Unpacked size over packed size, where the unpacked one is large."""

LARGE = 20_000_000
MOST_PARTS = 2_000
MOST_CELLS = 3_000_000

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


_SHEET = re.compile(rb"<(?:\w+:)?worksheet[\s>]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_DECLARES = tuple(
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)


class Refused(Exception):
    """A file that is no workbook or may not be unpacked; the text says why and what to do."""


def declares(part: bytes) -> bool:
    """Whether an XML part declares a type or entities, in any encoding: only an attack needs them."""
    return any(word in part for word in _DECLARES)


def check(path: Path) -> bool:
    """Look at a workbook's package; whether any of its sheets holds a formula. Raises Refused."""
    with path.open("rb") as file:
        start = file.read(8)
    if start == OLE:
        raise Refused(_ole(path))
    if not start.startswith(b"PK"):
        raise Refused(
            "This is no XLSX workbook. Open it in a spreadsheet program and save it as .xlsx."
        )
    try:
        with zipfile.ZipFile(path) as package:
            _sizes(package)
            return _sheets(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused(
            f"The workbook is damaged or cut short ({error}). Save or download it again."
        ) from None


def _ole(path: Path) -> str:
    if ENCRYPTED in path.read_bytes():
        return "The workbook is protected by a password. Save it without one."
    return "This is an old Excel file (.xls) whatever its name says. Save it as .xlsx."


def _sizes(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    whole = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    if len(parts) > MOST_PARTS:
        raise Refused(f"The workbook has {len(parts)} parts; at most {MOST_PARTS} are read.")
    if whole > MOST_BYTES or (whole > LARGE and whole > MOST_RATIO * packed):
        raise Refused(
            f"The workbook unpacks to {whole // 1_000_000} MB, which no table needs (a zip bomb?)."
            " Copy the rows into a new workbook."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("The workbook is protected by a password. Save it without one.")
    if "xl/workbook.xml" not in package.namelist():
        raise Refused("This is a zip file without a workbook in it. Save the tables as .xlsx.")


def _sheets(package: zipfile.ZipFile) -> bool:
    """Whether there are formulas. A DTD, which only an attack needs, and too many cells are refused."""
    formulas, cells = False, 0
    for part in package.infolist():
        if part.filename.endswith((".xml", ".rels", ".vml")):
            text = package.read(part)
            if declares(text):
                raise Refused(
                    f"The part {part.filename} of the workbook declares entities. Save it anew."
                )
            if _SHEET.search(text):
                formulas = formulas or _FORMULA.search(text) is not None
                cells += sum(1 for _ in _CELL.finditer(text))
    if cells > MOST_CELLS:
        raise Refused(f"The workbook has {cells:,} cells; at most {MOST_CELLS:,} are read.")
    return formulas
