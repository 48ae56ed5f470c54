"""Word files (docx): paragraphs and tables in the order of the document, cells divided by tabs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.errors import InputError

MAX_UNPACKED = 100_000_000
MAX_RATIO = 200
MAX_FILES = 5_000
MAX_CELLS = 50_000


def word_lines(path: Path, raw: bytes, limit: int) -> list[str]:
    """The lines of the document; raises InputError for other archives, bombs and broken files."""
    _checked(path, raw)
    document = _opened(path, raw)
    lines: list[str] = []
    size = 0
    for line in _lines(document):
        size += len(line)
        if size > limit:
            raise InputError(f"{path}: more than {limit:,} characters; no notice is so long.")
        lines.append(line)
    return lines


def _checked(path: Path, raw: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            infos = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise InputError(f"{path} is damaged: its archive can not be opened.") from None
    names = {info.filename for info in infos}
    if "word/document.xml" not in names:
        raise InputError(
            f"{path} is an archive but no Word file. Give .txt, .docx or a PDF with text."
        )
    unpacked = sum(info.file_size for info in infos)
    if len(infos) > MAX_FILES or unpacked > MAX_UNPACKED or _bomb(infos):
        raise InputError(f"{path} unpacks to {unpacked:,} bytes, far beyond a notice: not opened.")
    if any(info.flag_bits & 1 for info in infos):
        raise InputError(f"{path} is encrypted. Save it without a password.")


def _bomb(infos: list[zipfile.ZipInfo]) -> bool:
    """Whether a part unpacks to more than MAX_RATIO times its size (and above a megabyte)."""
    return any(
        info.file_size > 1_000_000 and info.file_size > MAX_RATIO * max(info.compress_size, 1)
        for info in infos
    )


def _opened(path: Path, raw: bytes) -> Any:
    import docx

    try:
        return docx.Document(io.BytesIO(raw))
    except Exception as error:  # python-docx lets errors of zip, XML and its own through
        what = type(error).__name__
        raise InputError(
            f"{path} is damaged: it can not be read as a Word file ({what})."
        ) from None


def _lines(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield from block.text.split("\n")


def _rows(table: Any) -> Iterator[str]:
    cells = 0
    for row in table.rows:
        texts: list[str] = []
        seen: set[Any] = set()
        for cell in row.cells:
            cells += 1
            if cell._tc in seen or cells > MAX_CELLS:
                continue
            seen.add(cell._tc)
            texts.append(" ".join(cell.text.split()))
        if texts:
            yield "\t".join(texts)
