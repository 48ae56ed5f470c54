"""Reads the shipped division data (行政区划): units, who leads whom, who followed whom.

Three CSV files and two YAML files in one folder; the build (`python -m loaders.build.divisions`)
writes the tables, and a folder of the same form written by hand can be read as well. Everything is
checked before anything is returned.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ruamel.yaml import YAML

from graph.core.dates import Period
from graph.core.errors import InvalidData
from loaders.divisions.checks import Known, problems
from loaders.divisions.periods import division_periods, tie_periods
from loaders.divisions.rows import SourceRow, SuccessionRow, TieRow, UnitRow
from loaders.divisions.tree_checks import Checked

__all__ = ["DivisionData", "SourceRow", "SuccessionRow", "TieRow", "UnitRow", "read_divisions"]

SHIPPED = Path(__file__).parents[1] / "data" / "divisions"

_Row = TypeVar("_Row")


@dataclass(frozen=True)
class DivisionData:
    """All rows of one folder, checked, in file order."""

    units: tuple[UnitRow, ...]
    ties: tuple[TieRow, ...]
    successions: tuple[SuccessionRow, ...]
    sources: tuple[SourceRow, ...]

    @cached_property
    def periods(self) -> dict[str, Period]:
        """Validity of each unit by uid; an end known by year lies where its successor starts."""
        return division_periods(self.units, self.successions)

    @cached_property
    def tie_periods(self) -> tuple[Period, ...]:
        """Validity of each tie, in the order of `ties`."""
        return tie_periods(self.ties, self.periods)


def read_divisions(folder: Path = SHIPPED) -> DivisionData:
    """Read and check a folder of division data.

    Raises InvalidData that lists every problem of every file with file and line.
    """
    found: list[str] = []
    units = _table(folder / "units.csv", _unit, found)
    ties = _table(folder / "ties.csv", _tie, found)
    successions = _table(folder / "successions.csv", _succession, found)
    sources = _sources(folder / "sources.yaml", found)
    known = _known(folder / "kinds.yaml", sources, found)
    if not found:
        found = problems(folder, Checked(units, ties, successions), known)
    if found:
        raise InvalidData(found)
    return DivisionData(tuple(units), tuple(ties), tuple(successions), tuple(sources))


def _table(path: Path, make: Callable[[Mapping[str, str]], _Row], found: list[str]) -> list[_Row]:
    """Rows of one CSV file; what can not be read is added to `found` with its line."""
    if not path.is_file():
        found.append(f"{path}: no such file; run python -m loaders.build.divisions.")
        return []
    rows: list[_Row] = []
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        for raw in reader:
            try:
                rows.append(make(raw))
            except KeyError as missing:
                found.append(f"{path}:1: the column {missing} is missing.")
                return []
            except (TypeError, ValueError, AttributeError) as wrong:
                found.append(f"{path}:{reader.line_num}: {wrong}; check the number of fields.")
    return rows


def _unit(raw: Mapping[str, str]) -> UnitRow:
    return UnitRow(
        raw["uid"],
        raw["code"],
        raw["name"],
        raw["name_short"],
        raw["pinyin"],
        raw["level"],
        raw["kind"],
        _number(raw["rank"]),
        raw["rank_basis"],
        _number(raw["rank_by_rule"]),
        raw["valid_from"] or None,
        raw["valid_to"] or None,
        raw["from_precision"],
        raw["to_precision"],
        raw["source"],
    )


def _tie(raw: Mapping[str, str]) -> TieRow:
    return TieRow(
        raw["lower"],
        raw["upper"],
        raw["mode"],
        raw["valid_from"] or None,
        raw["valid_to"] or None,
        raw["from_precision"],
        raw["to_precision"],
        raw["source"],
    )


def _succession(raw: Mapping[str, str]) -> SuccessionRow:
    return SuccessionRow(
        raw["from"],
        raw["to"],
        raw["kind"],
        raw["on"] or None,
        raw["precision"],
        raw["document"] or None,
        raw["source"],
    )


def _number(text: str) -> int | None:
    return int(text) if text else None


def _sources(path: Path, found: list[str]) -> list[SourceRow]:
    if not path.is_file():
        found.append(f"{path}: no such file; every row names a source that it lists.")
        return []
    with open(path, encoding="utf-8") as file:
        raw = YAML(typ="safe").load(file)
    fields = ("uid", "title", "url", "kind", "licence", "read_at")
    return [SourceRow(*(row.get(field) for field in fields)) for row in raw["sources"]]


def _known(path: Path, sources: list[SourceRow], found: list[str]) -> Known:
    """The words that the data may use: kinds and sources, and the codes without a superior."""
    path = path if path.is_file() else SHIPPED / path.name
    with open(path, encoding="utf-8") as file:
        raw = YAML(typ="safe").load(file)
    return Known(
        frozenset(row["kind"] for row in raw["kinds"]),
        frozenset(row["code"] for row in raw["without_superior"]),
        frozenset(source.uid for source in sources),
    )
