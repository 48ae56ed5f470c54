"""How a place may be typed: tones, full-width digits, and endings in pinyin or English."""

from __future__ import annotations

import re
import unicodedata

_DIAERESIS = "\u0308"

ENDINGS: dict[str, tuple[str, ...]] = {
    "special administrative region": ("特别行政区",),
    "autonomous region": ("自治区",),
    "autonomous prefecture": ("自治州",),
    "autonomous county": ("自治县",),
    "autonomous banner": ("自治旗",),
    "province": ("省",),
    "municipality": ("市",),
    "city": ("市",),
    "prefecture": ("地区", "自治州", "盟", "市"),
    "district": ("区",),
    "new area": ("区",),
    "county": ("县",),
    "banner": ("旗",),
    "league": ("盟",),
    "tebiexingzhengqu": ("特别行政区",),
    "zizhiqu": ("自治区",),
    "zizhizhou": ("自治州",),
    "zizhixian": ("自治县",),
    "zizhiqi": ("自治旗",),
    "sheng": ("省",),
    "diqu": ("地区",),
    "shi": ("市",),
    "xian": ("县",),
    "qu": ("区",),
    "qi": ("旗",),
    "meng": ("盟",),
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
