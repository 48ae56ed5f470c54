"""Text that may come in and go out: characters that hide, steer or turn, and addresses of sources."""

from __future__ import annotations

import re
from unicodedata import category, name, normalize
from urllib.parse import urlsplit

from graph.core.words import Words

LONGEST = 20_000
"""Characters of one text that the graph stores, at most."""

NOT_WEB = Words(
    "This is not a web address. Write one that begins with http:// or https://, or none.",
    "这不是网址。请写以 http:// 或 https:// 开头的网址，或留空。",
)

_LIKE_HAN = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]+")
_SELECTORS = "".join(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
_FORMLESS = frozenset(f"{_SELECTORS}\u034f\u115f\u1160\u3164\uffa0\ufffd\u180b\u180c\u180d\u180e")
"""Selectors of forms, fillers, and what stands for a character that was lost."""

_STEERING = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Control characters but those that end a line or page, and what turns the direction of a text."""


def plain_han(text: str) -> str:
    """The text with radicals and compatibility forms as the characters that they look like: ⽔ is 水."""
    return _LIKE_HAN.sub(lambda found: normalize("NFKC", found[0]), text)


def formless(character: str) -> bool:
    """Whether it has no shape of its own; some of these turn the direction of what follows."""
    return character in _FORMLESS or category(character) in ("Cs", "Cf", "Co")


def unseen(text: str) -> list[str]:
    """The characters of a text that cannot be seen, control characters too, each once."""
    return sorted(c for c in set(text) - set("\n\t\r") if formless(c) or category(c) == "Cc")


def steering(text: str) -> re.Match[str] | None:
    """The first character of a text that steers a terminal or turns the direction of what follows."""
    return _STEERING.search(text)


def shown(text: str) -> str:
    """The text with U+FFFD for what would steer the screen that shows it, or turn its direction."""
    return _STEERING.sub("\ufffd", re.sub("[\x0b-\x0d\x1c-\x1f\x85]", "\ufffd", text))


def told(characters: list[str]) -> str:
    """Up to four of them as U+200B ZERO WIDTH SPACE."""
    return ", ".join(f"U+{ord(c):04X} {name(c, 'CONTROL')}" for c in characters[:4])


def is_web_address(text: str) -> bool:
    """Whether the text is an address of http or https with a host, and nothing else beside it."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    blank = any(character.isspace() for character in text)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not blank
