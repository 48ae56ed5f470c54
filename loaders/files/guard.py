"""What a packed file (XLSX, DOCX, PDF) may unpack to: looked at before anything is built of it."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from graph.core.door import WORKBOOK, content, opened
from graph.core.errors import Refused
from graph.core.words import Words

MOST_BYTES = 100_000_000
"""Unpacked size of a file."""

MOST_TEXT = 20_000_000
"""Unpacked size of a text (DOCX): it is built in memory as a whole."""

MOST_RATIO = 150
"""Unpacked size over packed size, where the unpacked one is large."""

LARGE = 20_000_000
MOST_PARTS = 2_000
MOST_CELLS = 500_000
"""Cells of a workbook, which is built in memory."""

MOST_JOINED = 100_000
"""Cells of an area that is merged, or that has one link: each is built."""

MARKS = 8
"""XML marks of a cell, at most."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

BOOK = Words("workbook", "工作簿")
_SHEET = re.compile(rb"<(?:\w+:)?worksheet[\s>]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_AREA = re.compile(
    rb"""<(?:\w+:)?(?:mergeCell|hyperlink)\s[^<>]*?\bref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"""
)
_STREAM = re.compile(rb"stream\r?\n")
XML = (".xml", ".rels", ".vml")
_STEP = 1_000_000
_DECLARES = tuple(
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)


def check(path: Path) -> bool:
    """Look at a workbook; whether any sheet holds a formula. Raises Refused."""
    with opened(path, WORKBOOK) as file:
        start = file.read(8)
    if start == OLE:
        raise Refused(_ole(path))
    if not start.startswith(b"PK"):
        raise Refused(
            Words(
                "This is not an XLSX workbook. Open it in a spreadsheet program and save it as .xlsx.",
                "这不是 XLSX 工作簿。请用电子表格软件打开并另存为 .xlsx。",
            )
        )
    formulas, cells, marks = False, 0, 0
    for text in xml_parts(path, BOOK, "xl/workbook.xml"):
        marks += text.count(b"<")
        if _SHEET.search(text):
            formulas = formulas or _FORMULA.search(text) is not None
            cells += sum(1 for _ in _CELL.finditer(text))
            _check_areas(text)
    if cells > MOST_CELLS or marks > MARKS * MOST_CELLS:
        raise Refused(
            Words(
                f"The workbook has {cells:,} cells and {marks:,} marks; at most {MOST_CELLS:,} cells "
                "are read. Part it over several workbooks.",
                f"工作簿有 {cells:,} 个单元格、{marks:,} 个标记，最多读取 {MOST_CELLS:,} 个单元格。"
                "请分成几个工作簿。",
            )
        )
    return formulas


def _check_areas(sheet: bytes) -> None:
    for found in _AREA.finditer(sheet):
        size = 1
        for first, last in ((found[1], found[3]), (found[2], found[4])):
            size *= abs(_number(last) - _number(first)) + 1
        if size > MOST_JOINED:
            area = found[0].rpartition(b'"')[2].decode()
            raise Refused(
                Words(
                    f"The area {area} of a sheet is merged or is one link, over {size:,} cells."
                    " Unmerge it and fill in each cell, or clear the link.",
                    f"工作表的区域 {area} 被合并或为一个链接，跨 {size:,} 个单元格。"
                    "请取消合并并逐格填写，或清除链接。",
                )
            )


def _number(text: bytes) -> int:
    """The number of a row, or of a column that is named by letters: AB is 28."""
    if text.isdigit():
        return int(text)
    number = 0
    for letter in text:
        number = number * 26 + letter - 64
    return number


def opened_workbook(path: Path, *, data_only: bool = True) -> Any:
    """The workbook of a file that was checked, values or (`data_only` False) formulas. Raises Refused."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and validations that it does not keep: nothing is written back.
            warnings.simplefilter("ignore")
            return load_workbook(path, data_only=data_only, keep_links=False)
    except Exception as error:  # openpyxl raises whatever its parsers meet
        told = (str(error).strip().splitlines() or [type(error).__name__])[0][:120]
        raise Refused(
            Words(
                f"The workbook cannot be read ({told}). Save it anew as .xlsx.",
                f"无法读取工作簿（读取程序报告“{told}”）。请重新另存为 .xlsx。",
            )
        ) from None


def xml_parts(
    file: Path | IO[bytes], what: Words, core: str, most: int = MOST_BYTES
) -> Iterator[bytes]:
    """The XML parts of a package that must hold the part `core`, one by one.

    Raises Refused for what is too large, damaged, protected, or declares a type or entities, which only
    an attack needs; OSError where the file cannot be read.
    """
    with _opened(file, what) as package:
        _check_sizes(package, what, core, most)
        for part in package.infolist():
            if part.filename.endswith(XML):
                text = package.read(part)
                if any(word in text for word in _DECLARES):
                    raise Refused(
                        Words(
                            f"The part {part.filename} of the {what.en} declares entities. Save it anew.",
                            f"{what.zh}的部分 {part.filename} 声明了实体。请重新保存。",
                        )
                    )
                yield text


def check_streams(raw: bytes, what: Words) -> None:
    """Unpack the packed streams (Flate) of a PDF in steps and only to count. Raises Refused."""
    size = 0
    for found in _STREAM.finditer(raw):
        end = raw.find(b"endstream", found.end())
        inflate, rest = zlib.decompressobj(), raw[found.end() : end if end > 0 else len(raw)]
        while rest and not inflate.eof and size <= MOST_BYTES:
            try:
                size += len(inflate.decompress(rest, _STEP))
            except zlib.error:
                break
            rest = inflate.unconsumed_tail
    if size > MOST_BYTES:
        raise Refused(_too_large(what))


@contextmanager
def _opened(file: Path | IO[bytes], what: Words) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as package:
            yield package
    except (
        zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError,
    ) as error:  # fmt: skip
        raise Refused(
            Words(
                f"The {what.en} is damaged or cut short ({error}). Save or download it again.",
                f"{what.zh}已损坏或不完整（读取程序报告“{error}”）。请重新保存或下载。",
            )
        ) from None


def _check_sizes(package: zipfile.ZipFile, what: Words, core: str, most: int) -> None:
    parts = package.infolist()
    whole = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.endswith(XML))
    packed = sum(part.compress_size for part in parts) or 1
    if len(parts) > MOST_PARTS:
        raise Refused(
            Words(
                f"The {what.en} has {len(parts)} parts; at most {MOST_PARTS} are read.",
                f"{what.zh}有 {len(parts)} 个部分，最多读取 {MOST_PARTS} 个。",
            )
        )
    if whole > MOST_BYTES or xml > most or (whole > LARGE and whole > MOST_RATIO * packed):
        raise Refused(_too_large(what))
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(_locked(what))
    if core not in package.namelist():
        raise Refused(
            Words(
                f"This is a zip file without a {what.en} in it. Save it as a {what.en}.",
                f"这是一个 zip 文件，其中没有{what.zh}。请保存为{what.zh}。",
            )
        )


def _too_large(what: Words) -> Words:
    return Words(
        f"The {what.en} unpacks to far more than it should (a zip bomb?) and is not opened. Copy what you"
        f" need into a new {what.en}.",
        f"{what.zh}解压后远大于应有的大小（疑为压缩炸弹），未打开。请把需要的内容复制到新的{what.zh}中。",
    )


def _locked(what: Words) -> Words:
    return Words(
        f"The {what.en} is protected by a password. Save it without one.",
        f"{what.zh}有密码保护。请取消密码后保存。",
    )


def _ole(path: Path) -> Words:
    if ENCRYPTED in content(path, WORKBOOK):
        return _locked(BOOK)
    return Words(
        "This is an old Excel file (.xls) whatever its name says. Save it as .xlsx.",
        "无论文件名如何，这是旧版 Excel 文件（.xls）。请另存为 .xlsx。",
    )
