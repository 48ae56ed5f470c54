"""Level, kind, place in the tree and rank of a division from its code, its name and its table.

These rules run only when the data is built; what they give is shipped as data, beside the overrides
that depart from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from graph.core.errors import InputError
from graph.core.terms import LEVELS
from graph.core.words import Words
from graph.offices.words import MUNICIPALITIES
from loaders.divisions.checks import Known
from loaders.divisions.read import SHIPPED
from loaders.divisions.rows import SourceRow
from loaders.files.yaml import shipped_yaml

CENTRE = ("100000", "中华人民共和国")
SUB_PROVINCIAL = "副省级市"

LEVEL_ORDER = tuple(LEVELS)


@dataclass(frozen=True)
class Rank:
    """A rank (None: outside the ladder or not known) with the value of the rule beside it.

    Two are equal if their values are: why it is so makes no other division.
    """

    value: int | None
    by_rule: int | None = field(compare=False)
    basis: str = field(compare=False)


@dataclass(frozen=True)
class Kinds:
    """kinds.yaml and rank_overrides.yaml, ready to ask."""

    rows: tuple[dict[str, Any], ...]
    statutory: frozenset[str]
    without_superior: frozenset[str]
    overrides: dict[tuple[str, str | None], int | None]
    classes: tuple[dict[str, Any], ...]

    def kind(self, code: str, name: str) -> str:
        """建制类型 by level and name; raises InputError for a name that no line covers."""
        return str(self._row(level(code), name)["kind"])

    def rank(self, code: str, name: str, kind: str, parent: str | None, upper: str | None) -> Rank:
        """Rank by rule, then by override; `upper` is the kind of the superior `parent`."""
        by_rule = self._rank_by_rule(code, name, kind, parent, upper)
        for key in ((code, name), (code, None)):
            if key in self.overrides:
                return Rank(self.overrides[key], by_rule, "override")
        for row in self.classes:
            if kind in row["kinds"] and upper == row["under"]:
                return Rank(row["rank"], by_rule, "override")
        return Rank(by_rule, by_rule, "derived")

    def _rank_by_rule(
        self, code: str, name: str, kind: str, parent: str | None, upper: str | None
    ) -> int | None:
        row = self._promoted if kind == SUB_PROVINCIAL else self._row(level(code), name)
        if row["rank"] != "county":
            return None if row["rank"] is None else int(row["rank"])
        if upper == SUB_PROVINCIAL and kind == "市辖区":
            return 5
        return 6 if parent in {f"{code}0000" for code in MUNICIPALITIES} else 4

    def known(self, sources: Iterable[SourceRow]) -> Known:
        """Return the words that division data of these sources may use."""
        return Known(
            frozenset(str(row["kind"]) for row in self.rows),
            self.without_superior,
            frozenset(source.uid for source in sources),
        )

    @property
    def _promoted(self) -> dict[str, Any]:
        return next(row for row in self.rows if row["kind"] == SUB_PROVINCIAL)

    def _row(self, at: str, name: str) -> dict[str, Any]:
        for row in self.rows:
            if row["level"] == at and re.fullmatch(row["name"], name):
                return row
        raise InputError(
            Words(
                f"kinds.yaml: no line covers the {at.lower()} {name!r}; add one.",
                f"kinds.yaml：没有适用于 {at.lower()}“{name}”的行；请补上一行。",
            )
        )


@cache
def read_kinds(folder: Path = SHIPPED) -> Kinds:
    """Read kinds.yaml and rank_overrides.yaml."""
    raw, ranks = (shipped_yaml(folder / name) for name in ("kinds.yaml", "rank_overrides.yaml"))
    overrides = {
        (code, row.get("name")): row["rank"] for row in ranks["overrides"] for code in row["codes"]
    }
    return Kinds(
        tuple(raw["kinds"]),
        frozenset(raw["statutory_above_county_city"]),
        frozenset(row["code"] for row in raw["without_superior"]),
        overrides,
        tuple(ranks["classes"]),
    )


def level(code: str) -> str:
    """Country, Province, Prefecture or County, as the zeros of the code say."""
    if code == CENTRE[0]:
        return "Country"
    if code.endswith("0000"):
        return "Province"
    return "Prefecture" if code.endswith("00") else "County"
