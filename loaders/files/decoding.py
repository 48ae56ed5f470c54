"""The text of a CSV file, whatever a spreadsheet program saved it as: UTF-8, UTF-16 or GBK."""

from __future__ import annotations

import codecs

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
COMMON = 0.97
"""Share of characters beyond ASCII that must be common Chinese (GB 2312) to believe in GBK."""

NULS = 0.1
"""Share of NUL bytes above which a file is UTF-16 without a mark, or no text."""

GBK = "GBK (GB18030)"


class Undecodable(Exception):
    """Bytes that are no text in any encoding that is read; the text says what to do."""


def decoded(raw: bytes) -> tuple[str, str]:
    """Text and encoding. Raises Undecodable."""
    if raw.startswith(codecs.BOM_UTF8):
        return _utf8(raw[3:]), "UTF-8"
    if raw.startswith(UTF16):
        return _utf16(raw), "UTF-16"
    if raw[:4096].count(0) > len(raw[:4096]) * NULS:
        raise Undecodable(
            "The file holds NUL bytes: UTF-16 without a mark, or no text. Save it as CSV UTF-8."
        )
    try:
        return _utf8(raw), "UTF-8"
    except Undecodable:
        return _gbk(raw), GBK


def _utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Undecodable(f"Row {line} is no UTF-8 text. Save the file as CSV UTF-8.") from None


def _utf16(raw: bytes) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError:
        raise Undecodable(
            "The file is cut short or no UTF-16 text. Save it as CSV UTF-8."
        ) from None


def _gbk(raw: bytes) -> str:
    """The text in GB 18030, where it comes out as ordinary Chinese."""
    unsure = "The file is neither UTF-8 nor clearly GBK. Save it as CSV UTF-8."
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        raise Undecodable(unsure) from None
    beyond = [c for c in text if ord(c) > 127]
    common = sum(_common(c) for c in beyond)
    if common < COMMON * len(beyond):
        raise Undecodable(unsure)
    return text


def _common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character in "〇〔〕·—镕喆堃珺祎淼昇"
    return True
