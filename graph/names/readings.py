"""How Chinese characters are read (拼音), without tones, and texts as names are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_SEPARATORS = re.compile(r"[\W_]+")


def is_chinese(character: str) -> bool:
    """Whether it is a Chinese character."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


@cache
def readings(character: str) -> tuple[str, ...]:
    """The readings of a Chinese character; ü is typed v or u. None for any other character."""
    if not is_chinese(character):
        return ()
    from pypinyin.constants import PINYIN_DICT  # with tables that take their time

    found: set[str] = set()
    for one in PINYIN_DICT.get(ord(character), "").split(","):
        apart = unicodedata.normalize("NFD", one)
        found |= {without_marks(apart.replace("u\u0308", "v")), without_marks(apart)}
    return tuple(sorted(one for one in found if one.isascii() and one.isalpha()))


@lru_cache(1 << 16)
def plain(text: str) -> str:
    """A text as names are compared: no tones, marks, widths or capitals; one blank for all other signs."""
    return _SEPARATORS.sub(" ", without_marks(text)).strip()


def without_marks(text: str) -> str:
    """A text in small letters without the marks on them (tones, accents, ¨) and without wide forms."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.category(c).startswith("M")).lower()


@lru_cache(1 << 14)
def spelt(text: str) -> str:
    """A text as it is typed in pinyin, each character read as the words around it tell: 重庆 chongqing."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(plain(text), v_to_u=False)).replace(" ", "")
