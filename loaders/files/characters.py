"""Characters that look like others or like nothing (不可见字符), as copies from PDF and pages bring them."""

from __future__ import annotations

import re
from unicodedata import category, name, normalize

_LIKE_HAN = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]+")
_SELECTORS = "".join(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
_FORMLESS = frozenset(f"{_SELECTORS}\u034f\u115f\u1160\u3164\uffa0\ufffd\u180b\u180c\u180d\u180e")
"""Selectors of forms, fillers, and what stands for a character that was lost."""


def plain_han(text: str) -> str:
    """The text with radicals and compatibility forms as the characters that they look like: ⽔ is 水."""
    return _LIKE_HAN.sub(lambda found: normalize("NFKC", found[0]), text)


def formless(character: str) -> bool:
    """Whether it has no shape of its own; some of these turn the direction of what follows."""
    return character in _FORMLESS or category(character) in ("Cs", "Cf", "Co")


def unseen(text: str) -> list[str]:
    """The characters of a text that cannot be seen, control characters too, each once."""
    return sorted(c for c in set(text) - set("\n\t\r") if formless(c) or category(c) == "Cc")


def told(characters: list[str]) -> str:
    """Up to four of them as U+200B ZERO WIDTH SPACE."""
    return ", ".join(f"U+{ord(c):04X} {name(c, 'CONTROL')}" for c in characters[:4])
