"""How a place may be typed: tones, full-width digits, and endings in pinyin or English."""

from __future__ import annotations

import re
import unicodedata

_DIAERESIS = "\u0308"

_NAMES = {
    "特别行政区": ("special administrative region", "tebiexingzhengqu"),
    "自治区": ("autonomous region", "zizhiqu"),
    "自治州": ("autonomous prefecture", "prefecture", "zizhizhou"),
    "自治县": ("autonomous county", "zizhixian"),
    "自治旗": ("autonomous banner", "zizhiqi"),
    "省": ("province", "sheng"),
    "地区": ("prefecture", "diqu"),
    "市": ("municipality", "city", "prefecture", "shi"),
    "区": ("district", "new area", "qu"),
    "县": ("county", "xian"),
    "旗": ("banner", "qi"),
    "盟": ("league", "prefecture", "meng"),
}
ENDINGS = {
    name: tuple(end for end, names in _NAMES.items() if name in names)
    for name in {name for names in _NAMES.values() for name in names}
}
"""Endings in English and pinyin, and how names end that they stand for."""

USUAL = {"中国": "中华人民共和国"}
"""Usual names that no division bears in the data."""

_ENDING = re.compile(
    rf"(?P<stem>.+?)[\s'-]*(?P<ending>{'|'.join(sorted(ENDINGS, key=len, reverse=True))})",
    re.IGNORECASE,
)


def typed(text: str) -> str:
    """A text as names are compared: no blanks around it, plain digits, no marks of tone (ü stays)."""
    wide = "".join(unicodedata.normalize("NFKC", c) if c.isalnum() else c for c in text.strip())
    apart = unicodedata.normalize("NFD", wide)
    kept = "".join(c for c in apart if not unicodedata.combining(c) or c == _DIAERESIS)
    plain = unicodedata.normalize("NFC", kept).replace("’", "'")
    return USUAL.get(plain, plain)


def without_ending(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Stem and ends of Chinese names for `Jinan City` or `jinan shi`: (`Jinan`, (`市`,)); else None."""
    match = _ENDING.fullmatch(text)
    return (match["stem"], ENDINGS[match["ending"].lower()]) if match else None
