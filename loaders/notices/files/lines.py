"""The lines of a notice in a file: text in the encodings of China, Word, PDF, saved pages, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from graph.core.door import NOTICE, content
from graph.core.errors import Refused
from graph.core.safe_text import steering, told
from graph.core.words import Words
from loaders.files.decoding import big5, decoded
from loaders.notices.files.apart import lines_apart
from loaders.notices.files.page import is_page
from loaders.notices.files.printed import PICTURE
from loaders.notices.files.refusals import too_long
from loaders.notices.model import Line

MAX_TEXT = 200_000
"""Characters of text in a notice, at most."""
MAX_PICTURES = 20
"""Pages of a scan, at most: each takes some four seconds."""
NO_MACHINE = Words(
    "To have it read: pip install rapidocr onnxruntime (the extra lsgraph[ocr]); or type its text into a"
    " text file.",
    "如需识别，请安装：pip install rapidocr onnxruntime（附加组件 lsgraph[ocr]）；或将其文字录入文本文件。",
)
PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ODD = re.compile("[\ue000-\uf8ff\ufffd]")
_GIVE = Words(
    " Give text (.txt), Word (.docx), a PDF, a saved page (.html) or a picture (.png, .jpg).",
    "请给出文本（.txt）、Word（.docx）、PDF、保存的网页（.html）或图片（.png、.jpg）。",
)
_OLD = Words(
    "This is an old Word file (.doc). Save it as .docx or as text.",
    "这是旧版 Word 文件（.doc）。请另存为 .docx 或文本文件。",
)
_PICTURE = Words("a picture of another kind", "其他格式的图片")
_ARCHIVE = Words("an archive", "压缩文件")
_PROGRAM = Words("a program", "程序文件")
_BINARY = {
    b"GIF8": _PICTURE, b"RIFF": _PICTURE, b"Rar!": _ARCHIVE, b"7z\xbc\xaf": _ARCHIVE,
    b"\x1f\x8b": _ARCHIVE, b"{\\rtf": Words("an RTF file", "RTF 文件"), b"\x7fELF": _PROGRAM,
    b"MZ": _PROGRAM, b"SQLite": Words("a database", "数据库文件"),
}  # fmt: skip


def read_lines(path: Path) -> list[Line]:
    """The lines of the file; raises Refused in words for whatever cannot be read."""
    raw = content(path, NOTICE)
    texts = _recognised(path, raw, _texts(path, raw))
    lines = [Line(i, text, by) for i, (text, by) in enumerate(texts, start=1)]
    if not any(line.text.strip() for line in lines):
        raise _another(path, "The file holds no text.", "文件中没有文本。")
    return lines


def _another(path: Path, en: str, zh: str) -> Refused:
    return Refused(Words(en + _GIVE.en, zh + _GIVE.zh), path)


def _texts(path: Path, raw: bytes) -> list[str]:
    if not raw.strip():
        raise _another(path, "The file is empty.", "文件为空。")
    if raw.startswith(PICTURES):
        return [f"{PICTURE}1"]
    if raw.startswith((b"%PDF", b"PK")) or is_page(path, raw):
        return _sound(path, lines_apart(path, raw, MAX_TEXT))
    return _sound(path, _plain(path, raw))


def _recognised(path: Path, raw: bytes, texts: list[str]) -> Iterator[tuple[str, bool]]:
    """The lines, those of each page that is a picture in its place; whether a machine read them."""
    pictures = sum(text.startswith(PICTURE) for text in texts)
    able = find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None
    if pictures and not able and pictures == len(texts):
        said = Words("This is a picture, without text.", "这是图片，没有文本。")
        raise Refused(Words.joined([said, NO_MACHINE], " ", ""), path)
    if pictures > MAX_PICTURES:
        most = Words(
            f"It has {pictures} pages that are pictures; at most {MAX_PICTURES} are read."
            " Cut out the notice.",
            f"有 {pictures} 页是图片，最多读取 {MAX_PICTURES} 页。请截取通知部分。",
        )
        raise Refused(most, path)
    for text in texts:
        if able and text.startswith(PICTURE):
            page = lines_apart(path, raw, MAX_TEXT, int(text.removeprefix(PICTURE)))
            yield from ((line, True) for line in _sound(path, page))
        else:
            yield text, False


def _sound(path: Path, texts: list[str]) -> list[str]:
    """The lines, bounded, none of which steers a terminal or turns the direction of what follows."""
    if sum(map(len, texts)) > MAX_TEXT:
        raise Refused(too_long(MAX_TEXT).text, path)
    for number, text in enumerate(texts, start=1):
        if found := steering(text):
            sign = told([found[0]])
            unseen = Words(
                f"The line holds a character that cannot be seen ({sign}). Type it anew.",
                f"该行有不可见字符（{sign}）。请重新录入。",
            )
            raise Refused(unseen, path, number)
    return [_ODD.sub("\ufffd", text) for text in texts]


def _plain(path: Path, raw: bytes) -> list[str]:
    """The lines of a text file; raises Refused for a file of another kind or where no encoding gives text."""
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise Refused(_OLD, path)
    for magic, what in _BINARY.items():
        if raw.startswith(magic):
            raise _another(path, f"This is {what.en}.", f"这是{what.zh}。")
    try:
        text, _ = decoded(raw)
    except Refused as reason:
        if (found := big5(raw)) is None:
            raise Refused(reason.text, path, reason.line) from None
        text = found
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise _another(path, "This is not a text file.", "这不是文本文件。")
    return text.splitlines()
