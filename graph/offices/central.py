"""Central bodies by any of their names: 发展改革委 and 国家发改委 are 国家发展和改革委员会."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ruamel.yaml import YAML

from graph.offices.agency import Agency
from graph.offices.body_words import words
from graph.offices.words import CENTRAL_BEGINS

NAMES = Path(__file__).parent / "central.yaml"
PREFIXES = (*CENTRAL_BEGINS, "总局")
"""What a short name leaves off the front of the full one."""


SHORTEST = 3
"""Fewest characters of a short name: 办 alone means nothing."""


@dataclass(frozen=True)
class Central:
    """The full names by key, and what is known of each body by period, in the order of time."""

    names: Mapping[str, str]
    rows: Mapping[str, Sequence[Agency]]

    @classmethod
    def of(cls, rows: Mapping[str, Sequence[Agency]]) -> Central:
        """The names of central.yaml and of the rows; the first of a short name's equals wins."""
        raw = YAML(typ="safe").load(NAMES.read_text(encoding="utf-8"))
        every = [row for periods in rows.values() for row in periods]
        full = [*raw["names"], *(row.name for row in every)]
        short = {text: row.name for row in every for text in row.names} | raw["short"]
        names = {words().key(name): name for name in full}
        return cls(names | {words().key(text): name for text, name in short.items()}, rows)

    def on(self, name: str, day: dt.date | None) -> Agency | None:
        """The row of a name on a day, the last one without a day; None where it was none then."""
        alive = [row for row in self.rows.get(name, ()) if day is None or row.period.holds(day)]
        return alive[-1] if alive else None

    def full(self, name: str, day: dt.date | None = None) -> str | None:
        """The full name of a central body, None where the short one means none or several.

        A short name of several means the one there on the day: 国家计委 is 国家发展计划委员会 in 2000.
        """
        key = words().key(name)
        exact = self.names.get(key)
        if exact and day is not None and exact in self.rows and self.on(exact, day) is None:
            then = (row for rows in self.rows.values() for row in rows if name in row.names)
            return next((row.name for row in then if row.period.holds(day)), exact)
        if exact or len(key) < SHORTEST:
            return exact
        tail = [self.names[p + key] for p in PREFIXES if p + key in self.names]
        if tail:
            return tail[0]
        held_by = (full for other, full in self.names.items() if held(key, other))
        alike = [full for full in held_by if not self._later(full, day)]
        if day is not None and len(alike) > 1 and all(full in self.rows for full in alike):
            alike = [full for full in alike if self.on(full, day) is not None]
        return alike[0] if len(alike) == 1 else None

    def _later(self, name: str, day: dt.date | None) -> bool:
        """Whether a body began after the day by the table: 国家物资局 of 1986 is no body of 2018."""
        rows = self.rows.get(name, ())
        return day is not None and bool(rows) and all(row.period.start.day > day for row in rows)

    def begins(self, name: str) -> bool:
        """Whether a name is that of a central body, or begins with one (水利部长江水利委员会)."""
        if name.startswith(CENTRAL_BEGINS):
            return True
        return self.full(name) is not None or any(self.heads(name))

    @cached_property
    def known(self) -> frozenset[str]:
        """The full names."""
        return frozenset(self.names.values())

    def heads(self, name: str) -> Iterator[str]:
        """The full names that begin a longer one, the shortest first: 国家能源局 of 国家能源局江苏监管办."""
        return (name[:n] for n in range(SHORTEST, len(name)) if name[:n] in self.known)


def held(short: str, full: str) -> bool:
    """Whether the full name holds the short one's characters in their order and ends like it."""
    if short[-1:] != full[-1:]:
        return False
    rest = iter(full)
    return all(character in rest for character in short)
