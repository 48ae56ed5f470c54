"""A notice as published beside the even lines that are read: what is found is given back as published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import overload

from graph.core.words import Words
from loaders.files.characters import (
    TRADITIONAL_LINE,
    TRADITIONAL_TEXT,
    blanks,
    even_widths,
    share_of_traditional,
    simplified,
    without_sounds,
)
from loaders.notices.model import Facts, Line, NotUnderstood, Seat, doubts_of
from loaders.notices.words.text import cleaned, closed

BY_MACHINE = Words("read by a machine from a picture", "由程序从图片识别")
_BARS = re.compile(r" *[|｜] *")
_RULE = re.compile(r"[\s|｜:：+=—-]+")


class Published:
    """The lines of a notice in characters of one kind, and what stood in their places.

    `lines` are for the reader; `traditional` says whether most of the text was so printed.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        given = [_tabbed(without_sounds(cleaned(blanks(line.text)))) for line in lines]
        wide = [even_widths(text) for text in given]
        self.traditional = share_of_traditional("".join(wide)) >= TRADITIONAL_TEXT
        plain = [_plain(text, self.traditional) for text in wide]
        self.lines = [replace(line, text=text) for line, text in zip(lines, plain, strict=True)]
        self.machine = frozenset(line.number for line in lines if line.machine)
        self._given, self._plain = (closed("".join(texts)) for texts in (given, plain))
        self._starts: dict[int, int] = {}
        at = 0
        for line, text in zip(lines, plain, strict=True):
            self._starts[line.number] = at
            at += len(closed(text))

    @overload
    def back(self, words: str, line: int = 0) -> str: ...
    @overload
    def back(self, words: None, line: int = 0) -> None: ...
    def back(self, words: str | None, line: int = 0) -> str | None:
        """Words of the even text as they were published, the first from a line on; others as they are.

        Words that do not stand together (a title over two lines with a number between) go back in parts.
        """
        wanted = closed(words or "")
        if not words or not wanted:
            return words
        parts: list[str] = []
        while rest := wanted[sum(map(len, parts)) :]:
            size = len(rest)
            while size > 1 and rest[:size] not in self._plain:
                size -= 1
            start = self._plain.find(rest[:size], self._starts.get(line, 0))
            start = start if start >= 0 else self._plain.find(rest[:size])
            parts.append(self._given[start : start + size] if start >= 0 else rest[:size])
        published = iter("".join(parts))
        return "".join(char if char.isspace() else next(published) for char in words)

    def seat(self, seat: Seat) -> Seat:
        """A seat as published; one that a machine read is to be checked."""
        check = doubts_of(seat.check, BY_MACHINE) if seat.line in self.machine else seat.check
        return replace(seat.with_words(lambda words: self.back(words, seat.line)), check=check)

    def doubt(self, doubt: NotUnderstood) -> NotUnderstood:
        """A piece that was not understood, as published."""
        return replace(doubt, text=self.back(doubt.text, doubt.line))

    def facts(self, facts: Facts) -> Facts:
        """The facts as published; `place` stays as the tables of divisions write it."""
        number = facts.number
        if number and "〔" in number:
            office, year = number.split("〔", 1)
            number = f"{self.back(office)}〔{year}"
        return replace(
            facts, number=number, title=self.back(facts.title), name=self.back(facts.name),
            issuers=tuple(self.back(issuer) for issuer in facts.issuers),
        )  # fmt: skip


def _plain(text: str, traditional: bool) -> str:
    """A line in simplified characters, if it or the whole text is in traditional ones."""
    return (
        simplified(text) if traditional or share_of_traditional(text) >= TRADITIONAL_LINE else text
    )


def _tabbed(text: str) -> str:
    """A row between bars with tabs instead, as a table comes from a page; a ruled line is empty."""
    if "|" not in text and "｜" not in text:
        return text
    if _RULE.fullmatch(text):
        return ""
    return _BARS.sub("\t", re.sub(r"^ *[|｜] *| *[|｜] *$", "", text))
