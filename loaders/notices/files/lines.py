"""The lines of a notice in a file: text in the encodings of China, Word (docx), PDF with text."""

from __future__ import annotations

import re
from pathlib import Path

from graph.core.errors import InputError
from loaders.files.decoding import Undecodable, decoded
from loaders.notices.model import Line

MAX_BYTES = 20_000_000
"""A notice has a few pages; a file above this is refused before it is read."""
MAX_TEXT = 200_000
"""Characters of text in a notice, at most."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ODD = re.compile("[\ue000-\uf8ff\ufffd]")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN = "Give a text file (.txt), a Word file (.docx) or a PDF with text."
_BINARY = {
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture",
    b"Rar!": "an archive", b"7z\xbc\xaf": "an archive", b"\x1f\x8b": "an archive",
    b"{\\rtf": "an RTF file", b"\x7fELF": "a program", b"MZ": "a program", b"SQLite": "a database",
}  # fmt: skip


def read_lines(path: Path) -> list[Line]:
    """The lines of the file; raises InputError in words for whatever cannot be read."""
    raw = _bytes(path)
    lines = [Line(i, text) for i, text in enumerate(_texts(path, raw), start=1)]
    if not any(line.text.strip() for line in lines):
        raise InputError(f"{path}: the file holds no text.")
    return lines


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(f"{path} is a folder. {_KNOWN}")
    if not path.exists():
        raise InputError(f"{path} does not exist.")
    if not path.is_file():
        raise InputError(f"{path} is not an ordinary file. {_KNOWN}")
    if (size := path.stat().st_size) > MAX_BYTES:
        raise InputError(
            f"{path} has {size:,} bytes; a notice of more than {MAX_BYTES:,} is not read."
        )
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: the file cannot be read: {error.strerror}.") from None


def _texts(path: Path, raw: bytes) -> list[str]:
    if not raw.strip():
        raise InputError(f"{path}: the file is empty.")
    if raw.startswith(b"%PDF"):
        from loaders.notices.files.pdf import pdf_lines

        texts = pdf_lines(path, raw, MAX_TEXT)
    elif raw.startswith(b"PK"):
        from loaders.notices.files.word import word_lines

        texts = word_lines(path, raw, MAX_TEXT)
    else:
        texts = _decoded(path, raw)
    return _bounded(path, texts)


def _bounded(path: Path, texts: list[str]) -> list[str]:
    if sum(map(len, texts)) > MAX_TEXT:
        raise InputError(
            f"{path}: more than {MAX_TEXT:,} characters; no notice is so long. Cut out the notice."
        )
    return texts


def _decoded(path: Path, raw: bytes) -> list[str]:
    if raw.startswith(_OLE):
        raise InputError(f"{path} is an old Word file (.doc). Save it as .docx or as text.")
    for magic, what in _BINARY.items():
        if raw.startswith(magic):
            raise InputError(f"{path} is {what}. {_KNOWN}")
    return _plain(path, raw)


def _plain(path: Path, raw: bytes) -> list[str]:
    """The lines of a text file; raises InputError where no encoding gives text."""
    try:
        text, _ = decoded(raw)
    except Undecodable as reason:
        where = f"{path}:{reason.line}" if reason.line else str(path)
        raise InputError(f"{where}: {reason}") from None
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise InputError(f"{path} is not a text file. Give .txt, .docx or a PDF with text.")
    return [_ODD.sub("\ufffd", _CONTROL.sub("", line)) for line in text.splitlines()]
