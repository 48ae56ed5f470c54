"""Problems of data files: collected with their places and suggestions, reported all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz, process

from graph.core.errors import InvalidData, Refused
from graph.core.language import say
from graph.core.words import NOTHING, Words

MOST = 1_000
"""Faults after which reading stops: such a file is of another kind."""

LONGEST = 800
"""Characters of what is said of one fault; more of a text that is quoted in it is left out."""

MANY = 20_000
"""Names that are not looked through for a like one: it would take longer than reading does."""

LIKE_ENOUGH = 60.0
"""Least similarity (0 to 100, rapidfuzz WRatio) at which a name is worth suggesting."""


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file; line and column count from 1, 0 means the file as a whole.

    In a spreadsheet (`rows`) the line is a row; `sheet` and the column's name (`label`) go along.
    """

    path: Path
    line: int = 0
    column: int = 0
    sheet: str = ""
    label: str = ""
    rows: bool = False

    @property
    def words(self) -> Words:
        """The spot as a reader looks for it."""
        # A name of a file need not be text: what cannot be printed is shown as `?`.
        path = str(self.path).encode("utf-8", "replace").decode("utf-8")
        if self.rows or self.sheet:
            return Words.joined((Words.same(path), *self._in_sheet()), ", ", "，")
        return Words.same(f"{path}:{self.line}:{self.column}" if self.line else path)

    def __str__(self) -> str:
        return say(self.words)

    def _in_sheet(self) -> Iterator[Words]:
        if self.sheet:
            yield Words(f"sheet {self.sheet}", f"工作表 {self.sheet}")
        if self.line:
            yield Words(f"row {self.line}", f"第 {self.line} 行")
        if self.column:
            letter = _letters(self.column) if self.sheet else str(self.column)
            label = f" ({self.label})" if self.label else ""
            label_zh = f"（{self.label}）" if self.label else ""
            yield Words(f"column {letter}{label}", f"{letter} 列{label_zh}")


def _letters(column: int) -> str:
    """How a spreadsheet names a column: 1 is A, 28 is AB."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


@dataclass(frozen=True, order=True)
class Problem:
    """One fault with its remedy in words and the nearest right values, best first."""

    place: Place
    text: Words
    suggestions: tuple[str, ...] = ()

    @property
    def said(self) -> Words:
        """What is wrong and what may be meant, without its place."""
        names = self.suggestions
        hint = Words(
            f" Did you mean {' or '.join(map(repr, names))}?",
            f"您是否要找{'或'.join(f'“{name}”' for name in names)}？",
        )
        return Words.joined((self.text, hint if names else NOTHING), "", "")

    @property
    def words(self) -> Words:
        """All of it: where, what is wrong, and what may be meant."""
        return Words.joined((self.place.words, self.said), ": ", "：")

    def __str__(self) -> str:
        return say(self.words)


@dataclass
class Problems:
    """The faults found so far; `stop` raises them together."""

    found: list[Problem] = field(default_factory=list)
    most: int = MOST

    def add(self, place: Place, told: Words, suggestions: Iterable[str] = ()) -> None:
        """Note a fault and go on reading.

        Raises InvalidData where there are too many to go on.
        """
        text = Words(_shortened(told.en), _shortened(told.zh))
        self.found.append(Problem(place, text, tuple(suggestions)))
        if len(self.found) >= self.most:
            self.stop()

    def refuse(self, path: Path, reason: Refused, *, rows: bool = False) -> None:
        """Note why a file is not read."""
        column = 0 if rows else min(reason.line, 1)
        self.add(Place(path, reason.line, column, rows=rows), reason.text)

    def stop(self) -> None:
        """Raise InvalidData with every problem, in the order of files and lines, if any."""
        if self.found:
            raise InvalidData(sorted(set(self.found)))


def _shortened(text: str) -> str:
    if len(text) > LONGEST:
        return f"{text[: LONGEST // 2]} … {text[-LONGEST // 4 :]}"
    return text


def nearest(wrong: str, right: Sequence[str], limit: int = 3) -> tuple[str, ...]:
    """The names most like the wrong one, best first; none where nothing is like it or they are many."""
    if len(right) > MANY:
        return ()
    found = process.extract(
        wrong[:100], sorted(right), scorer=fuzz.WRatio, limit=limit, score_cutoff=LIKE_ENOUGH
    )
    return tuple(name for name, _, _ in found)
