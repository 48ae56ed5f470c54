"""Central bodies by any of their names: 发展改革委 and 国家发改委 are 国家发展和改革委员会."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from loaders.units.central_bodies import central_bodies
from loaders.units.words import words

NAMES = Path(__file__).parent / "central.yaml"
PREFIXES = ("国家", "国务院", "中国", "中央", "中华全国", "中华", "全国", "最高人民", "总局")
"""What a short name leaves off the front of the full one."""


SHORTEST = 3
"""Fewest characters of a short name: 办 alone means nothing."""


@dataclass(frozen=True)
class Central:
    """The full names, by key; the first of a short name's equals wins."""

    names: Mapping[str, str]

    def full(self, name: str, day: dt.date | None = None) -> str | None:
        """The full name of a central body, None where the short one means none or several.

        Of several that the table of central bodies all knows, the only one there on the day is meant.
        """
        key = words().key(name)
        if key in self.names:
            return self.names[key]
        if len(key) < SHORTEST:
            return None
        tail = [self.names[p + key] for p in PREFIXES if p + key in self.names]
        if tail:
            return tail[0]
        alike = [full for other, full in self.names.items() if held(key, other)]
        table = central_bodies()
        if day is not None and len(alike) > 1 and all(full in table.rows for full in alike):
            alike = [full for full in alike if table.on(full, day) is not None]
        return alike[0] if len(alike) == 1 else None


@cache
def central() -> Central:
    """The names of central.yaml, read once."""
    raw = YAML(typ="safe").load(NAMES.read_text(encoding="utf-8"))
    rows = [row for rows in central_bodies().rows.values() for row in rows]
    full = [*raw["names"], *(row.name for row in rows)]
    short = raw["short"] | {text: row.name for row in rows for text in row.short}
    names = {words().key(name): name for name in full}
    return Central(names | {words().key(text): name for text, name in short.items()})


def central_sources(
    units: Iterable[Mapping[str, object]], known: Container[str]
) -> dict[str, dict[str, object]]:
    """The sources of the table of central bodies that the units name, as entries of the form."""
    told: set[str] = set()
    for unit in units:
        sources = unit["source"]
        assert isinstance(sources, list)
        told |= set(sources)
    found: dict[str, dict[str, object]] = {}
    for uid, row in central_bodies().sources.items():
        if uid in told and uid not in known:
            title = f"{row.title} {row.number}" if row.number else row.title
            entry = {"title": title, "url": row.read_at, "kind": row.kind, "date": row.date}
            found[uid] = {key: value for key, value in entry.items() if value}
            found[uid]["licence"] = "facts only"
    return found


def held(short: str, full: str) -> bool:
    """Whether the full name holds the short one's characters in their order and ends like it."""
    if short[-1] != full[-1]:
        return False
    rest = iter(full)
    return all(character in rest for character in short)
