"""What the name of a body tells by its words (words.yaml): branch, whether it is a department, its system."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from graph.core.dates import OPEN_END, Period
from graph.offices.words import MUNICIPALITIES

OF_STATE = ("人民银行", "银行业", "银行保险", "银行监")
"""Names with 银行 that do not name a bank."""
WORDS = Path(__file__).parent / "words.yaml"


@dataclass(frozen=True)
class System:
    """A vertical system (垂直管理) in a period: the local offices whose name holds one of the words.

    `system` is the central body that leads them, None where no source says who does; `province`: the
    bureau of their province leads them; `own`: their own government does, whatever another row says.
    """

    words: tuple[str, ...]
    system: str | None = None
    province: bool = False
    own: bool = False
    at: str | None = None
    """Only offices of provinces, below_provinces, or of counties, those of municipalities left out."""
    branch: str | None = None
    note: str | None = None
    period: Period = field(default_factory=lambda: Period.of(None, None))

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> System:
        """A row of the list `vertical`."""
        own = {key: value for key, value in row.items() if key not in ("words", "from", "to")}
        period = Period.of(row.get("from"), row.get("to"))
        return cls(words=tuple(row["words"]), period=period, **own)

    def holds(self, name: str, code: str | None, day: dt.date | None) -> bool:
        """Whether a name is that of one of its offices, in the division of the code, on the day.

        Without a day the row that has no end counts.
        """
        then = self.period.end.day == OPEN_END if day is None else self.period.holds(day)
        return then and any(word in name for word in self.words) and self._stands_at(code)

    def _stands_at(self, code: str | None) -> bool:
        if self.at is None or code is None:
            return self.at != "counties"
        if self.at == "counties":
            return not code.endswith("00") and code[:2] not in MUNICIPALITIES
        return code.endswith("0000") == (self.at == "provinces")


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

    def system(
        self, name: str, code: str | None = None, day: dt.date | None = None
    ) -> System | None:
        """The system of a local office by its name, its division's code and the day; the first row counts."""
        return next((one for one in self.systems if one.holds(name, code, day)), None)

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
        systems=tuple(map(System.of, raw["vertical"])),
        one_name=tuple(raw["one_name"].items()),
    )
