"""How much one question may take: time, rows, memory of this process, and the text of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sys import getsizeof
from time import monotonic
from typing import Any, TypeVar

from graph.connection.stop import Stop
from graph.core.errors import LimitReached, RefusedQuery
from graph.core.statement import signs
from graph.core.words import Words

MB = 1024 * 1024
DEEPEST = 200
"""Brackets inside each other that a statement may have: the server's parser breaks below some thousand."""
LONGEST = 200_000
"""Characters of a statement; the longest of the catalogue has a tenth of it."""

T = TypeVar("T")


@dataclass(frozen=True)
class Limits:
    """What one question may take; None: no limit.

    `seconds` of the server's work, `rows` of what a person asked for (never of what lsgraph asks on the way
    to an answer), `bytes` of memory that an answer may fill here.
    `begun` is the moment of a question that takes several statements: they share its time. `stop` ends it
    from another thread.
    """

    seconds: float | None = 60.0
    rows: int | None = None
    bytes: int | None = 64 * MB
    begun: float | None = None
    stop: Stop | None = None

    @property
    def seconds_left(self) -> float | None:
        """The time of a statement that begins now, never nothing: to a server 0 would mean no limit."""
        if self.seconds is None or self.begun is None:
            return self.seconds
        return max(self.seconds - (monotonic() - self.begun), 0.05)

    def held(self, rows: Iterable[T]) -> Iterator[T]:
        """Hand rows on as long as all together fill no more memory than they may; raises LimitReached."""
        if self.bytes is None:
            yield from rows
            return
        left = self.bytes
        for row in rows:
            left -= weight(row)
            if left < 0:
                raise LimitReached(_too_much(self.bytes))
            yield row


UNLIMITED = Limits(None, None, None)
"""For loading, and for programs that watch over their own time and memory."""


def weight(value: Any) -> int:
    """The memory that a value fills, its parts with it: bytes, a little more rather than less."""
    own = getsizeof(value) + 8
    if isinstance(value, dict):
        return own + sum(map(weight, value.values()))
    if isinstance(value, list):
        return own + sum(map(weight, value))
    return own


def check_statement(text: str) -> None:
    """Refuse a statement that is too long or too deep to be handed to a parser; raises RefusedQuery."""
    if len(text) > LONGEST:
        raise RefusedQuery(_too_long(len(text)))
    depth = 0
    for sign in re.findall(r"[(\[{)\]}]", signs(text)):
        depth += 1 if sign in "([{" else -1
        if depth > DEEPEST:
            raise RefusedQuery(_too_deep())


def _too_much(most: int) -> Words:
    return Words(
        f"The answer fills more than {most // MB} MB. Ask for less, keep fewer rows with --limit, or write"
        " them one by one into a .csv or .json file with -o.",
        f"答案超过 {most // MB} MB。请缩小查询，用 --limit 减少行数，或用 -o 逐行写入 .csv、.json 文件。",
    )


def _too_long(length: int) -> Words:
    return Words(
        f"The statement has {length:,} characters. Write at most {LONGEST:,}.",
        f"语句有 {length:,} 个字符，最多 {LONGEST:,} 个。",
    )


def _too_deep() -> Words:
    return Words(
        f"The statement nests brackets deeper than {DEEPEST}. Write it with fewer inside each other.",
        f"语句的括号嵌套超过 {DEEPEST} 层，请减少嵌套。",
    )
