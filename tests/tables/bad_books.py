"""Workbooks that must be refused, each with a piece of what is said of it."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.tables.files import book, sheet_of, sound, spoilt, workbook

Build = Callable[[Path], Path]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _bytes(content: bytes, name: str = "own.xlsx") -> Build:
    def build(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return build


def _cell(table: str, row: int, column: str, value: object) -> Build:
    return lambda folder: workbook(folder / "own.xlsx", spoilt(table, row, column, value))


def _parts(change: Callable[[dict[str, bytes]], None]) -> Build:
    """A sound workbook with other parts in its package."""

    def build(folder: Path) -> Path:
        plain = workbook(folder / "sound.xlsx", sound())
        with zipfile.ZipFile(plain) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        plain.unlink()
        change(parts)
        path = folder / "own.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return path

    return build


def _bomb(parts: dict[str, bytes]) -> None:
    parts["xl/media/image1.xml"] = b"0" * 60_000_000


def _prefixed(folder: Path) -> Path:
    """A formula in a sheet whose elements have a prefix (x:f), as some programs write them."""
    plain = workbook(folder / "plain.xlsx", spoilt("seats", 2, "person", "=A1&B1"))
    path = folder / "own.xlsx"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as package:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1x:", text)
                text = text.replace(b"xmlns=", b"xmlns:x=")
            package.writestr(name, text)
    plain.unlink()
    return path


def _entities(parts: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet1.xml"
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    parts[name] = declared + parts[name].partition(b"?>")[2] if b"?>" in parts[name] else (
        declared + parts[name]
    )  # fmt: skip


def _broken_sheet(parts: dict[str, bytes]) -> None:
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"][:200]


def _no_workbook(parts: dict[str, bytes]) -> None:
    del parts["xl/workbook.xml"]


def _many_parts(parts: dict[str, bytes]) -> None:
    parts |= {f"xl/media/{n}.bin": b"" for n in range(2_100)}


def _merged(folder: Path) -> Path:
    made = book(sound())
    sheet_of(made, "seats").merge_cells("A2:A3")
    made.save(folder / "own.xlsx")
    return folder / "own.xlsx"


def _truncated(folder: Path) -> Path:
    path = workbook(folder / "own.xlsx", sound())
    path.write_bytes(path.read_bytes()[:-600])
    return path


def _empty_sheets(folder: Path) -> Path:
    return workbook(folder / "own.xlsx", {"groups": [], "seats": [], "notes": []})


def _wide(folder: Path) -> Path:
    tables = sound()
    tables["groups"][0] += [f"c{n}" for n in range(1_000)]
    return workbook(folder / "own.xlsx", tables)


def _header(table: str, position: int, name: object) -> Build:
    def build(folder: Path) -> Path:
        tables = sound()
        tables[table][0][position] = name
        return workbook(folder / "own.xlsx", tables)

    return build


def _far_cell(folder: Path) -> Path:
    made = book(sound())
    sheet_of(made, "seats")["XFD1048576"] = "x"
    made.save(folder / "own.xlsx")
    return folder / "own.xlsx"


def _loop(folder: Path) -> Path:
    path = folder / "own.xlsx"
    os.symlink(path, path)
    return path


def _title_row(folder: Path) -> Path:
    tables = sound()
    tables["seats"].insert(0, ["东河治理领导小组成员名单"])
    return workbook(folder / "own.xlsx", tables)


def _sheet(name: str) -> Build:
    return lambda folder: workbook(folder / "own.xlsx", {**sound(), name: [["a"], ["b"]]})


BOOKS: dict[str, tuple[Build, str]] = {
    "a file of no bytes": (_bytes(b""), "not an XLSX workbook"),
    "text named xlsx": (_bytes("组长,成员".encode()), "save it as .xlsx"),
    "old xls named xlsx": (_bytes(OLE + b"\0" * 600), "old Excel file (.xls)"),
    "password": (_bytes(OLE + b"\0" * 80 + "EncryptedPackage".encode("utf-16-le")), "password"),
    "truncated": (_truncated, "damaged or cut short"),
    "a zip of something else": (_parts(_no_workbook), "zip file without a workbook"),
    "zip bomb": (_parts(_bomb), "zip bomb"),
    "a package of thousands of parts": (_parts(_many_parts), "parts; at most 2000"),
    "entity bomb": (_parts(_entities), "declares entities"),
    "a sheet cut short": (_parts(_broken_sheet), "cannot be read"),
    "empty sheets": (_empty_sheets, "holds a row"),
    "merged cells": (_merged, "sheet seats, row 2, column A: The cells A2:A3 are merged"),
    "formula": (
        _cell("seats", 2, "person", "=A1&B1"),
        "sheet seats, row 2, column E (person): The formula has no",
    ),
    "formula under a prefix": (_prefixed, "row 2, column E (person): The formula has no"),
    "formula injection": (
        _cell("groups", 2, "name", "=cmd|' /C calc'!A0"),
        "row 2, column B (name): The formula has no stored value",
    ),
    "an error value": (_cell("groups", 2, "name", "#REF!"), "The cell shows the error #REF!"),
    "1,000 columns": (_wide, "1007 columns; the table groups has 14"),
    "the same column twice": (_header("seats", 4, "职务"), "The column title (职务) stands twice"),
    "an unknown column": (_header("seats", 1, "rol"), "no column 'rol'. Did you mean 'role'?"),
    "a column without a name": (
        _header("seats", 4, ""),
        "column E: The cell stands in a column without a name",
    ),
    "a required column missing": (
        _header("seats", 0, ""),
        "The column group (小组) of the table seats is missing",
    ),
    "an unknown sheet": (_sheet("seets"), "Unknown table 'seets'"),
    "a title above the header": (_title_row, "no column '东河治理领导小组成员名单'"),
    "a number for October": (_cell("groups", 2, "from", 2014.1), "may be January or October"),
    "a day without its format": (_cell("groups", 2, "from", 42437), "Format the cell as a date"),
    "a boolean for a date": (_cell("groups", 2, "from", True), "'true' is not a date"),
    "a cell at the far corner": (_far_cell, "row 1048576"),
    "very long text": (_cell("groups", 2, "name", "领" * 30_000), "30000 characters; at most 400"),
    "right-to-left override": (
        _cell("groups", 2, "name", "东河\u202e组小导领"),
        "U+202E RIGHT-TO-LEFT OVERRIDE",
    ),
    "a link to itself": (_loop, "cannot be read"),
    "macros": (_bytes(b"PK", "own.xlsm"), "Workbooks with macros are not opened"),
    "OpenDocument": (_bytes(b"PK", "own.ods"), "Save it as .xlsx"),
    "an old workbook by name": (_bytes(OLE, "own.xls"), "old Excel file. Save it as .xlsx"),
    "a notice": (_bytes(b"PK", "notice.docx"), "lsgraph read-notice"),
}
