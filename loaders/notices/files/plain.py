"""Text files: UTF-8 with and without mark, UTF-16, GBK and GB18030."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from graph.core.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_USUAL = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\t\n\r -~]")
_ODD = re.compile("[\ue000-\uf8ff\ufffd]")


def plain_lines(path: Path, raw: bytes) -> list[str]:
    """The lines of a text file; raises InputError where no encoding of the four gives text."""
    text = _text(path, raw)
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise InputError(f"{path} is no text file. Give .txt, .docx or a PDF with text.")
    return [_ODD.sub("\ufffd", _CONTROL.sub("", line)) for line in text.splitlines()]


def _text(path: Path, raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark) and (text := _decoded(raw, encoding)) is not None:
            return text
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        text = _decoded(raw, encoding)
        if text is not None and (not encoding.startswith("utf-16") or _reads(text)):
            return text
    raise InputError(
        f"{path}: the text is neither UTF-8 nor UTF-16 nor GBK (GB18030). Save it as UTF-8."
    )


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _reads(text: str) -> bool:
    """Whether nine in ten characters are Chinese, punctuation or plain: other bytes as UTF-16 are not."""
    return bool(text) and len(_USUAL.findall(text)) >= 0.9 * len(text) and "\n" in text
