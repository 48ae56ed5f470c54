"""What the name of a body tells by its words (words.yaml): branch, whether it is a department, its system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from graph.offices.words import MUNICIPALITIES

OF_STATE = ("人民银行", "银行业", "银行保险", "银行监")
"""Names with 银行 that do not name a bank."""
WORDS = Path(__file__).parent / "words.yaml"


@dataclass(frozen=True)
class System:
    """A vertical system (垂直管理): local offices whose name holds one of the words are led by it."""

    words: tuple[str, ...]
    system: str | None
    note: str | None = None
    counties: bool = False
    """Only offices of counties are led by it, those of municipalities (直辖市) left out."""
    below_provinces: bool = False
    """The office of a province is a department; those below are led by it."""

    def holds(self, name: str, code: str | None = None) -> bool:
        """Whether a name is that of one of its offices; `code` is the division's that it is in."""
        county = code is not None and not code.endswith("00") and code[:2] not in MUNICIPALITIES
        if self.below_provinces and code is not None and code.endswith("0000"):
            return False
        return any(word in name for word in self.words) and (county or not self.counties)


@dataclass(frozen=True)
class Words:
    """The lists of words.yaml."""

    branches: Mapping[str, Sequence[str]]
    party_begins: tuple[str, ...]
    party_holds: tuple[str, ...]
    no_department: tuple[str, ...]
    systems: tuple[System, ...]
    one_name: tuple[tuple[str, str], ...]

    def branch(self, name: str) -> str:
        """Branch of a body by its name: government where no word tells another."""
        name = name.replace("机关工委", "机关党工委")  # no 关工委, which is the elders' committee
        for branch, words in self.branches.items():
            if any(word in name for word in words):
                return branch
        if "银行" in name and not any(word in name for word in OF_STATE):
            return "enterprise"
        bare = name.partition("（")[0].partition("(")[0]
        if bare.startswith(("中央人民政府", "中央政府")):
            return "government"
        party = bare.startswith(self.party_begins) or any(word in bare for word in self.party_holds)
        return "party" if party else "government"

    def department(self, name: str) -> bool:
        """Whether a body is a department of its government or committee by its name."""
        return not name.endswith(self.no_department)

    def system(self, name: str, code: str | None = None) -> System | None:
        """The vertical system that a local office belongs to by its name and its division's code."""
        return next((one for one in self.systems if one.holds(name, code)), None)

    def key(self, name: str) -> str:
        """One text for all spellings of one name."""
        for written, meant in self.one_name:
            if meant == "" or meant not in name or len(meant) < len(written):
                name = name.replace(written, meant)
        return name


@cache
def words() -> Words:
    """The lists, read once."""
    raw: dict[str, Any] = YAML(typ="safe").load(WORDS.read_text(encoding="utf-8"))
    return Words(
        branches=raw["branches"],
        party_begins=tuple(raw["party"]["begins"]),
        party_holds=tuple(raw["party"]["holds"]),
        no_department=tuple(raw["not_a_department"]["ends"]),
        systems=tuple(
            System(
                tuple(row["words"]),
                row["system"],
                row.get("note"),
                "counties" in row,
                "below_provinces" in row,
            )
            for row in raw["vertical"]
        ),
        one_name=tuple(raw["one_name"].items()),
    )
