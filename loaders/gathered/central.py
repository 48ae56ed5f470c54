"""Central bodies by any of their names: 发展改革委 and 国家发改委 are 国家发展和改革委员会."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from loaders.gathered.words import words

NAMES = Path(__file__).parent / "central.yaml"
PREFIXES = ("国家", "国务院", "中国", "中央", "中华全国", "中华", "全国", "最高人民", "总局")
"""What a short name leaves off the front of the full one."""


SHORTEST = 3
"""Fewest characters of a short name: 办 alone means nothing."""


@dataclass(frozen=True)
class Central:
    """The full names, by key; the first of a short name's equals wins."""

    names: Mapping[str, str]

    def full(self, name: str) -> str | None:
        """The full name of a central body, None where the short one means none or several."""
        key = words().key(name)
        if key in self.names:
            return self.names[key]
        if len(key) < SHORTEST:
            return None
        tail = [self.names[p + key] for p in PREFIXES if p + key in self.names]
        if tail:
            return tail[0]
        held = [full for other, full in self.names.items() if _held(key, other)]
        return held[0] if len(held) == 1 else None


@cache
def central() -> Central:
    """The names of central.yaml, read once."""
    raw = YAML(typ="safe").load(NAMES.read_text(encoding="utf-8"))
    names = {words().key(name): name for name in raw["names"]}
    return Central(names | {words().key(short): name for short, name in raw["short"].items()})


def _held(short: str, full: str) -> bool:
    """Whether the full name holds the short one's characters in their order and ends like it."""
    if short[-1] != full[-1]:
        return False
    rest = iter(full)
    return all(character in rest for character in short)
