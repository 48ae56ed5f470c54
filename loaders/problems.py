"""Problems of data files: collected with their places and suggestions, reported all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz, process

from graph.errors import InvalidData

LIKE_ENOUGH = 60.0
"""Least similarity (0 to 100, rapidfuzz WRatio) at which a name is worth suggesting."""


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file; line and column count from 1, 0 means the file as a whole."""

    path: Path
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else str(self.path)


@dataclass(frozen=True, order=True)
class Problem:
    """One fault with its remedy in words and the nearest right values, best first."""

    place: Place
    text: str
    suggestions: tuple[str, ...] = ()

    def __str__(self) -> str:
        hint = f" Did you mean {' or '.join(map(repr, self.suggestions))}?"
        return f"{self.place}: {self.text}{hint if self.suggestions else ''}"


@dataclass
class Problems:
    """The faults found so far; `stop` raises them together."""

    found: list[Problem] = field(default_factory=list)

    def add(self, place: Place, text: str, suggestions: Iterable[str] = ()) -> None:
        """Note a fault and go on reading."""
        self.found.append(Problem(place, text, tuple(suggestions)))

    def stop(self) -> None:
        """Raise InvalidData with every problem, in the order of files and lines, if any."""
        if self.found:
            raise InvalidData([str(problem) for problem in sorted(set(self.found))])


def nearest(wrong: str, right: Sequence[str], limit: int = 3) -> tuple[str, ...]:
    """The names most like the wrong one, best first; none where nothing is like it."""
    found = process.extract(
        wrong, sorted(right), scorer=fuzz.WRatio, limit=limit, score_cutoff=LIKE_ENOUGH
    )
    return tuple(name for name, _, _ in found)
