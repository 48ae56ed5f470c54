"""Characters that look like others or like nothing (不可见字符), as copies from PDF and pages bring them."""

from __future__ import annotations

import re
from unicodedata import category, name, normalize

_LIKE_HAN = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]+")
_UNSEEN = frozenset("\u034f\u115f\u1160\u3164\uffa0\ufffd\u180b\u180c\u180d\u180e")
"""Fillers, and what stands for a character that was lost."""
_FORMLESS = ("Cc", "Cs", "Cf", "Co")
_SELECTORS = ("\ufe00", "\ufe0f")


def plain_han(text: str) -> str:
    """The text with radicals and compatibility forms as the characters that they look like: ⽔ is 水."""
    return _LIKE_HAN.sub(lambda found: normalize("NFKC", found[0]), text)


def unseen(text: str) -> list[str]:
    """The characters that can not be seen, some of which turn the direction of what follows, each once."""
    return sorted({c for c in text if not c.isascii() or not c.isprintable() if _is_unseen(c)})


def told(characters: list[str]) -> str:
    """Up to four of them as U+200B ZERO WIDTH SPACE."""
    return ", ".join(f"U+{ord(c):04X} {name(c, 'CONTROL')}" for c in characters[:4])


def _is_unseen(character: str) -> bool:
    if character in "\n\t\r":
        return False
    return (
        character in _UNSEEN
        or category(character) in _FORMLESS
        or _SELECTORS[0] <= character <= _SELECTORS[1]
        or 0xE0100 <= ord(character) <= 0xE01EF
    )
