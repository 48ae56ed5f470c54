"""Text for a canvas: its width without a browser, line breaks, and what must not be drawn."""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("iljtfrI.,;:'|!()[] -·")
_BROAD = frozenset("mwMW@%—")
_CLOSING = frozenset("，。；：、！？）》」』】”’")
"""Full-width marks that begin no line."""
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RARE_HANZI = range(0x20000, 0x3FFFE)
"""Planes of Chinese characters: names bear some that this Python's Unicode does not know yet."""


def drawable(text: str) -> str:
    """Return the text without control and bidirectional marks, which would turn its neighbours round."""
    if text.isprintable():
        return " ".join(text.split())
    kept = (" " if c in "\t\n\r" else c for c in text)
    return " ".join("".join(c for c in kept if not _steers(c)).split())


def _steers(char: str) -> bool:
    return unicodedata.category(char) in _STEERING and ord(char) not in _RARE_HANZI


def text_width(text: str, size: float) -> float:
    """Estimated width in pixels at `size`: full-width characters count 1 em, Latin ones less.

    Errs on the wide side, so that text measured here fits where a browser draws it.
    """
    return size * sum(_em(c) for c in text)


def _em(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.02
    if char in _NARROW:
        return 0.36
    return 0.9 if char in _BROAD else 0.67 if char.isupper() else 0.57


def wrap(text: str, size: float, limit: float, most: int) -> tuple[str, ...]:
    """Break a text into at most `most` lines no wider than `limit` pixels, "…" where it is cut.

    Latin words stay whole where they fit, or break after a hyphen; Chinese breaks between any two characters.
    """
    lines: list[str] = []
    line = ""
    for token in _tokens(drawable(text), size, limit):
        if text_width((line + token).rstrip(), size) <= limit or not line:
            line = (line + token).lstrip()
        elif len(lines) + 1 == most:
            return (*lines, _shortened(line.rstrip(), size, limit) + "…")
        else:
            lines.append(line.rstrip())
            line = token.lstrip()
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def cut(text: str, size: float, limit: float | None) -> str:
    """Return a line as it fits into `limit` pixels, "…" where it is cut."""
    line = drawable(text)
    if limit is None or text_width(line, size) <= limit:
        return line
    return _shortened(line, size, limit).rstrip() + "…"


def _shortened(line: str, size: float, limit: float) -> str:
    """Return what of a line leaves room for "…"."""
    while line and text_width(line + "…", size) > limit:
        line = line[:-1]
    return line


def _tokens(text: str, size: float, limit: float) -> list[str]:
    tokens: list[str] = []
    word = ""
    width = 0.0
    for char in text:
        em = _em(char) * size
        whole = unicodedata.east_asian_width(char) not in "WF" and not char.isspace()
        if word and (not whole or width + em > limit):
            tokens.append(word)
            word, width = "", 0.0
        if char in _CLOSING and tokens and not whole:
            tokens[-1] += char
        elif whole:
            word, width = word + char, width + em
            if char == "-":
                tokens.append(word)
                word, width = "", 0.0
        else:
            tokens.append(char)
    return [*tokens, word] if word else tokens
