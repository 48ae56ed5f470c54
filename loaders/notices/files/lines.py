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
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN = Words(
    "Give text (.txt), Word (.docx), a PDF, a saved page (.html) or a picture (.png, .jpg).",
    "请给出文本（.txt）、Word（.docx）、PDF、保存的网页（.html）或图片（.png、.jpg）。",
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
        raise Refused(
            Words(f"The file holds no text. {_KNOWN.en}", f"文件中没有文本。{_KNOWN.zh}"), path
        )
    return lines


def _texts(path: Path, raw: bytes) -> list[str]:
    if not raw.strip():
        raise Refused(Words(f"The file is empty. {_KNOWN.en}", f"文件为空。{_KNOWN.zh}"), path)
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
        raise Refused(
            Words(
                f"This is a picture, without text. {NO_MACHINE.en}",
                f"这是图片，没有文本。{NO_MACHINE.zh}",
            ),
            path,
        )
    if len(pictures) > MAX_PICTURES:
        told_of = Words(
            f"It has {len(pictures)} pages that are pictures; at most {MAX_PICTURES} are read."
            " Cut out the notice.",
            f"有 {len(pictures)} 页是图片，最多读取 {MAX_PICTURES} 页。请截取通知部分。",
        )
        raise Refused(told_of, path)
    for text in texts:
        if able and text.startswith(PICTURE):
            page = lines_apart(path, raw, MAX_TEXT, int(text.removeprefix(PICTURE)))
            yield from ((line, True) for line in _sound(path, page))
        else:
            yield text, False


def _sound(path: Path, texts: list[str]) -> list[str]:
    """The lines, bounded, none of which steers a terminal or turns the direction of what follows."""
    if sum(map(len, texts)) > MAX_TEXT:
        told_of = Words(
            f"It has more than {MAX_TEXT:,} characters; no notice is so long. Cut out the notice.",
            f"超过 {MAX_TEXT:,} 个字符，通知不会这么长。请截取通知部分。",
        )
        raise Refused(told_of, path)
    for number, text in enumerate(texts, start=1):
        if found := steering(text):
            told_of = Words(
                f"The line holds a character that cannot be seen ({told([found[0]])}). Type it anew.",
                f"该行有不可见字符（{told([found[0]])}）。请重新录入。",
            )
            raise Refused(told_of, path, number)
    return [_ODD.sub("\ufffd", text) for text in texts]


def _decoded(path: Path, raw: bytes) -> list[str]:
    if raw.startswith(_OLE):
        raise Refused(
            Words(
                "This is an old Word file (.doc). Save it as .docx or as text.",
                "这是旧版 Word 文件（.doc）。请另存为 .docx 或文本文件。",
            ),
            path,
        )
    for magic, what in _BINARY.items():
        if raw.startswith(magic):
            raise Refused(
                Words(f"This is {what.en}. {_KNOWN.en}", f"这是{what.zh}。{_KNOWN.zh}"), path
            )
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
        raise Refused(
            Words(f"This is not a text file. {_KNOWN.en}", f"这不是文本文件。{_KNOWN.zh}"), path
        )
    return text.splitlines()
