"""Bytes to text, whatever a program saved a file as: UTF-8, UTF-16, or GBK (GB 18030)."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from pathlib import Path

from loaders.files.problems import Place, Problems

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
COMMON = 0.97
"""Share of characters beyond ASCII that must be common Chinese (GB 2312) to believe in GBK."""

USUAL = 0.9
"""Share of Chinese and ASCII characters that must come out to believe in UTF-16 without a mark."""

NULS = 0.1
"""Share of NUL bytes above which a file is UTF-16 without a mark, or not a text."""

GBK = "GBK (GB18030)"
SAVE = "Save it as UTF-8; a spreadsheet program calls that CSV UTF-8."
_USUAL = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\t\n\r -~]")


class Undecodable(Exception):
    """Bytes that are not a text in any encoding that is read; the text says what to do.

    `line` is the first line that is not UTF-8, 0 where the file as a whole is not a text.
    """

    def __init__(self, text: str, line: int = 0) -> None:
        super().__init__(text)
        self.line = line


def text_of(path: Path, problems: Problems) -> str | None:
    """The text of a file; None, with a problem noted, where it cannot be read or is not a text."""
    try:
        return decoded(path.read_bytes())[0]
    except Undecodable as reason:
        problems.add(Place(path, reason.line, min(reason.line, 1)), str(reason))
    except OSError as error:
        problems.add(Place(path), f"The file cannot be read: {error.strerror}.")
    return None


def decoded(raw: bytes) -> tuple[str, str]:
    """Text and encoding. Raises Undecodable."""
    if raw.startswith(UTF16):
        return _utf16(raw), "UTF-16"
    if b"\0" in raw and (text := _unmarked(raw)) is not None:
        return text, "UTF-16"
    if raw[:4096].count(0) > len(raw[:4096]) * NULS:
        raise Undecodable(f"The file holds NUL bytes, as no text does. {SAVE}")
    try:
        return raw.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    if raw.startswith(codecs.BOM_UTF8):
        raise Undecodable(f"This is not UTF-8 text. {SAVE}", line)
    return _gbk(raw, line), GBK


def head(raw: bytes) -> str:
    """What is ASCII in the first bytes of a file, to tell its form; the rest as it comes."""
    return raw.replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff\ufffd")


def _utf16(raw: bytes) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError:
        raise Undecodable(f"The file is cut short or not UTF-16 text. {SAVE}") from None


def _unmarked(raw: bytes) -> str | None:
    """The text in UTF-16 without a mark, where it comes out as Chinese or plain lines."""
    for encoding in ("utf-16-le", "utf-16-be"):
        with suppress(UnicodeDecodeError):
            text = raw.decode(encoding)
            if "\n" in text and len(_USUAL.findall(text)) >= USUAL * len(text):
                return text
    return None


def _gbk(raw: bytes, line: int) -> str:
    """The text in GB 18030, where it comes out as ordinary Chinese; `line` is not UTF-8."""
    with suppress(UnicodeDecodeError):
        text = raw.decode("gb18030")
        beyond = [c for c in text if ord(c) > 127]
        if sum(map(_common, beyond)) >= COMMON * len(beyond):
            return text
    raise Undecodable(f"This is neither UTF-8 nor clearly GBK. {SAVE}", line)


def _common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character in "〇〔〕·—镕喆堃珺祎淼昇"
    return True
