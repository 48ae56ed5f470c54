"""The lines of a notice in a file: text in the encodings of China, Word, PDF, saved pages, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from graph.core.door import NOTICE, content
from graph.core.errors import Refused
from graph.core.safe_text import steering, told
from loaders.files.decoding import big5, decoded
from loaders.notices.files.apart import lines_apart
from loaders.notices.files.page import is_page
from loaders.notices.files.printed import PICTURE
from loaders.notices.model import Line

MAX_TEXT = 200_000
"""Characters of text in a notice, at most."""

MAX_PICTURES = 20
"""Pages of a scan, at most: each takes some four seconds."""

NO_MACHINE = (
    "To have it read: pip install rapidocr onnxruntime (the extra lsgraph[ocr]); or type its text into a"
    " text file."
)
PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ODD = re.compile("[\ue000-\uf8ff\ufffd]")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN = "Give text (.txt), Word (.docx), a PDF, a saved page (.html) or a picture (.png, .jpg)."
_BINARY = {
    b"GIF8": "a picture of another kind", b"RIFF": "a picture of another kind",
    b"Rar!": "an archive", b"7z\xbc\xaf": "an archive", b"\x1f\x8b": "an archive",
    b"{\\rtf": "an RTF file", b"\x7fELF": "a program", b"MZ": "a program", b"SQLite": "a database",
}  # fmt: skip


def read_lines(path: Path) -> list[Line]:
    """The lines of the file; raises Refused in words for whatever cannot be read."""
    raw = content(path, NOTICE)
    texts = _recognised(path, raw, _texts(path, raw))
    lines = [Line(i, text, by) for i, (text, by) in enumerate(texts, start=1)]
    if not any(line.text.strip() for line in lines):
        raise Refused(f"The file holds no text. {_KNOWN}", path)
    return lines


def _texts(path: Path, raw: bytes) -> list[str]:
    if not raw.strip():
        raise Refused(f"The file is empty. {_KNOWN}", path)
    if raw.startswith(PICTURES):
        return [f"{PICTURE}1"]
    if raw.startswith((b"%PDF", b"PK")) or is_page(path, raw):
        return _sound(path, lines_apart(path, raw, MAX_TEXT))
    return _sound(path, _decoded(path, raw))


def _recognised(path: Path, raw: bytes, texts: list[str]) -> Iterator[tuple[str, bool]]:
    """The lines, those of each page that is a picture in its place; whether a machine read them."""
    pictures = [text for text in texts if text.startswith(PICTURE)]
    able = find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None
    if pictures and not able and len(pictures) == len(texts):
        raise Refused(f"This is a picture, without text. {NO_MACHINE}", path)
    if len(pictures) > MAX_PICTURES:
        told_of = (
            f"It has {len(pictures)} pages that are pictures; at most {MAX_PICTURES} are read."
        )
        raise Refused(f"{told_of} Cut out the notice.", path)
    for text in texts:
        if able and text.startswith(PICTURE):
            page = lines_apart(path, raw, MAX_TEXT, int(text.removeprefix(PICTURE)))
            yield from ((line, True) for line in _sound(path, page))
        else:
            yield text, False


def _sound(path: Path, texts: list[str]) -> list[str]:
    """The lines, bounded, none of which steers a terminal or turns the direction of what follows."""
    if sum(map(len, texts)) > MAX_TEXT:
        told_of = (
            f"It has more than {MAX_TEXT:,} characters; no notice is so long. Cut out the notice."
        )
        raise Refused(told_of, path)
    for number, text in enumerate(texts, start=1):
        if found := steering(text):
            told_of = f"The line holds a character that cannot be seen ({told([found[0]])}). Type it anew."
            raise Refused(told_of, path, number)
    return [_ODD.sub("\ufffd", text) for text in texts]


def _decoded(path: Path, raw: bytes) -> list[str]:
    if raw.startswith(_OLE):
        raise Refused("This is an old Word file (.doc). Save it as .docx or as text.", path)
    for magic, what in _BINARY.items():
        if raw.startswith(magic):
            raise Refused(f"This is {what}. {_KNOWN}", path)
    return _plain(path, raw)


def _plain(path: Path, raw: bytes) -> list[str]:
    """The lines of a text file; raises Refused where no encoding gives text."""
    try:
        text, _ = decoded(raw)
    except Refused as reason:
        if (found := big5(raw)) is None:
            raise Refused(reason.text, path, reason.line) from None
        text = found
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise Refused(f"This is not a text file. {_KNOWN}", path)
    return text.splitlines()
