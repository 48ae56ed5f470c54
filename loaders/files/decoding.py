"""Bytes to text, whatever a program saved a file as: UTF-8, UTF-16, or GBK (GB 18030)."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from pathlib import Path

from graph.core.door import content
from graph.core.errors import Refused
from graph.core.safe_text import told, unseen
from graph.core.words import Words

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
COMMON = 0.97
"""Share of characters beyond ASCII that must be common Chinese (GB 2312) to believe in GBK."""

FEW = 2
"""Characters that may be rare in a short text: 垚 in a name of a place."""

USUAL = 0.9
"""Share of Chinese and ASCII characters that must come out to believe in UTF-16 without a mark."""

NULS = 0.1
"""Share of NUL bytes above which a file is UTF-16 without a mark, or not a text."""

GBK = "GBK (GB18030)"
SAVE = Words(
    "Save it as UTF-8; a spreadsheet program calls that CSV UTF-8.",
    "请另存为 UTF-8；电子表格软件称之为“CSV UTF-8”。",
)
_USUAL = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\t\n\r -~]")


SAMPLE = 100_000
"""Characters of a text, from everywhere in it, that tell its encoding."""


def text_of(path: Path, most: int) -> str:
    """The text of a file of at most `most` bytes; raises Refused where it cannot be read or is none."""
    return decoded(content(path, most))[0]


def sound_text(path: Path, most: int) -> str:
    """The text of a file without characters that cannot be seen; raises Refused with their line."""
    text = text_of(path, most)
    if hidden := unseen(text):
        at = min(map(text.index, hidden))
        told_of = Words(
            f"The text holds a character that cannot be seen ({told([text[at]])}). Type it anew.",
            f"文本中有不可见字符（{told([text[at]])}）。请重新录入。",
        )
        raise Refused(told_of, line=text.count("\n", 0, at) + 1)
    return text


def decoded(raw: bytes) -> tuple[str, str]:
    """Text and encoding. Raises Refused: its line is the first that is not UTF-8, 0 for the whole file."""
    if raw.startswith(UTF16):
        return _utf16(raw), "UTF-16"
    if b"\0" in raw and (text := _unmarked(raw)) is not None:
        return text, "UTF-16"
    if raw[:4096].count(0) > len(raw[:4096]) * NULS:
        raise Refused(
            Words(
                f"The file holds NUL bytes, as no text does. {SAVE.en}",
                f"文件含有 NUL 字节，文本不应有。{SAVE.zh}",
            )
        )
    try:
        return raw.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    if raw.startswith(codecs.BOM_UTF8):
        raise Refused(
            Words(f"This is not UTF-8 text. {SAVE.en}", f"这不是 UTF-8 文本。{SAVE.zh}"), line=line
        )
    return _gbk(raw, line), GBK


def head(raw: bytes) -> str:
    """What is ASCII in the first bytes of a file, to tell its form; the rest as it comes."""
    return raw.replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff\ufffd")


def _utf16(raw: bytes) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError:
        raise Refused(
            Words(
                f"The file is cut short or not UTF-16 text. {SAVE.en}",
                f"文件不完整，或不是 UTF-16 文本。{SAVE.zh}",
            )
        ) from None


def _unmarked(raw: bytes) -> str | None:
    """The text in UTF-16 without a mark, where it comes out as Chinese or plain lines."""
    for encoding in ("utf-16-le", "utf-16-be"):
        with suppress(UnicodeDecodeError):
            text = raw.decode(encoding)
            sample = _sample(text)
            if "\n" in text and len(_USUAL.findall(sample)) >= USUAL * len(sample):
                return text
    return None


def _gbk(raw: bytes, line: int) -> str:
    """The text in GB 18030, where it comes out as ordinary Chinese; `line` is not UTF-8."""
    with suppress(UnicodeDecodeError):
        text = raw.decode("gb18030")
        beyond = [c for c in _sample(text) if ord(c) > 127]
        rare = len(beyond) - sum(map(common, beyond))
        if rare <= (1 - COMMON) * len(beyond) or (rare <= FEW and rare <= 0.15 * len(beyond)):
            return text
    raise Refused(
        Words(
            f"This is neither UTF-8 nor clearly GBK. {SAVE.en}",
            f"文件既不是 UTF-8，也不能确定是 GBK。{SAVE.zh}",
        ),
        line=line,
    )


def big5(raw: bytes) -> str | None:
    """The text in Big5, as Hong Kong and Taiwan saved theirs, where it comes out as ordinary Chinese."""
    with suppress(UnicodeDecodeError):
        text = raw.decode("big5hkscs")
        beyond = [char for char in _sample(text) if ord(char) > 127]
        usual = sum(0xA1 <= char.encode("big5hkscs", "replace")[0] <= 0xC6 for char in beyond)
        if beyond and usual >= COMMON * len(beyond):
            return text
    return None


def _sample(text: str) -> str:
    return text[:: len(text) // SAMPLE + 1]


def common(character: str) -> bool:
    """Whether a character is of the simplified ones in everyday use (GB 2312, and some of names)."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character in "〇〔〕·—镕喆堃珺祎淼昇"
    return True
