"""The texts of a folder of tests/notices with the seats that each states, and how many of them are read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from loaders.files.characters import simplified
from loaders.notices.model import Notice
from loaders.notices.read import read_notice
from loaders.notices.words.names import HONOURS

TEXTS = Path(__file__).parent / "texts"
OTHER_HAND = Path(__file__).parent / "texts_other_hand"
"""Texts and seats by one who had not seen the parser."""
ASIDE = Path(__file__).parent / "texts_aside"
"""Texts of pages with what a reader takes from them, for counting only."""
Key = tuple[str | None, str, str | None, str | None, str | None]
"""Group (None where a notice has one), role, person, title, unit."""


@dataclass(frozen=True)
class Case:
    """A text, its layout, the groups of the dataset whose facts it has, and what it states."""

    path: Path
    layout: str
    sources: tuple[str, ...]
    facts: dict[str, Any]
    seats: tuple[Key, ...]

    @property
    def several(self) -> bool:
        """Whether the notice has several groups, so that a seat's group counts."""
        return any(seat[0] for seat in self.seats)


@dataclass(frozen=True)
class Score:
    """Of `stated` seats `right` are read; `silent` are read otherwise and not flagged."""

    stated: int
    right: int
    silent: tuple[Key, ...]


@cache
def cases(folder: Path = TEXTS) -> tuple[Case, ...]:
    """Every text of a folder with its sibling, in the order of their names."""
    return tuple(map(_case, sorted(folder.glob("*.yaml"))))


def _case(path: Path) -> Case:
    tree = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    facts = {k: tree[k] for k in ("name", "number", "date", "issuers") if k in tree}
    seats = tuple(
        (s.get("group"), s["role"], s["person"], s["title"], s["unit"]) for s in tree["seats"]
    )
    return Case(path.with_suffix(".txt"), tree["layout"], tuple(tree["sources"]), facts, seats)


def score(case: Case, notice: Notice | None = None) -> Score:
    """How a notice is read, seat by seat; a seat is right when all of its parts are."""
    read = notice or read_notice(case.path)
    stated = [_by_place(key) for key in case.seats]
    found: Counter[Key] = Counter()
    certain: Counter[Key] = Counter()
    for group in read.groups:
        for seat in group.seats:
            name = group.name if case.several else None
            key = _by_place((name, seat.role, seat.person, seat.title, seat.unit))
            found[key] += 1
            certain[key] += not seat.check
    right = found & Counter(stated)
    silent = certain - Counter(stated)
    return Score(len(stated), right.total(), tuple(silent.elements()))


def _by_place(key: Key) -> Key:
    """A seat with 市 for the unit of who leads a city or sits in its committee, and without 教授.

    市政府 and 市委 are such units as well as the city by its name, as one reads docs/notices.md; so is 教授
    behind a name a title or none.
    """
    group, role, person, title, unit = key
    title = None if title and simplified(title) in HONOURS else title
    body = re.fullmatch(r"\S*?([省市县区州盟旗镇乡])(?:委|人民政府|政府)?", unit or "")
    return (group, role, person, title, body[1] if body else unit)
