"""Our own data beside the packages: corrections, kinds, rank overrides, sources, read as YAML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from loaders.division_rules.inputs import Table

DATA = Path(__file__).parents[1] / "data" / "divisions"


@dataclass(frozen=True)
class Patch:
    """What the tables of some years miss or have too much."""

    years: range
    put: Table
    drop: tuple[str, ...]
    reason: str
    source: str


@dataclass(frozen=True)
class Recode:
    """A class of codes that the snapshots keep longer than the official table."""

    years: range
    until: int
    pattern: str
    reason: str
    source: str


@dataclass(frozen=True)
class Move:
    """Codes that the snapshots of some years give wrongly: old to new."""

    years: range
    codes: dict[str, str]
    reason: str
    source: str


@dataclass(frozen=True)
class Day:
    """A date (EDTF) for units that end or start in a year, by code.

    The reason says what day it is: of approval, of announcement or of effect.
    """

    on: str
    year: int
    ends: tuple[str, ...]
    starts: tuple[str, ...]
    reason: str
    source: str


@dataclass(frozen=True)
class Handover:
    """Who took over from whom in a year, by code, as a document states it."""

    year: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    reason: str
    source: str


@dataclass(frozen=True)
class SubProvincial:
    """The cities that have been sub-provincial (副省级市) since a day."""

    on: str
    codes: frozenset[str]
    source: str


@dataclass(frozen=True)
class Corrections:
    """All of corrections.yaml."""

    snapshots: dict[int, str]
    placeholder: str
    recodes: tuple[Recode, ...]
    moves: tuple[Move, ...]
    tables: tuple[Patch, ...]
    later: tuple[Patch, ...]
    days: tuple[Day, ...]
    successions: tuple[Handover, ...]
    sub_provincial: SubProvincial


def load_yaml(name: str, folder: Path = DATA) -> Any:
    """One YAML file of the folder as plain Python values."""
    with open(folder / name, encoding="utf-8") as file:
        return YAML(typ="safe").load(file)


def read_corrections(folder: Path = DATA) -> Corrections:
    """Read corrections.yaml."""
    raw = load_yaml("corrections.yaml", folder)
    status = raw["sub_provincial"]
    return Corrections(
        {row["year"]: row["month"] for row in raw["snapshots"]},
        "|".join(row["name"] for row in raw["placeholders"]),
        tuple(
            Recode(_years(row), row["until"], row["pattern"], row["reason"], row["source"])
            for row in raw["recodes"]
        ),
        tuple(
            Move(_years(row), row["codes"], row["reason"], row["source"]) for row in raw["moves"]
        ),
        tuple(_patch(row) for row in raw["tables"]),
        tuple(_patch(row) for row in raw["later"]),
        tuple(_day(row) for row in raw["days"]),
        tuple(
            Handover(
                row["year"], tuple(row["from"]), tuple(row["to"]), row["reason"], row["source"]
            )
            for row in raw["successions"]
        ),
        SubProvincial(status["on"], frozenset(status["codes"]), status["source"]),
    )


def _years(row: dict[str, Any]) -> range:
    first, last = row["years"] if "years" in row else (row["year"], row["year"])
    return range(first, last + 1)


def _patch(row: dict[str, Any]) -> Patch:
    return Patch(
        _years(row),
        row.get("set", {}),
        tuple(row.get("drop", ())),
        row["reason"],
        row["source"],
    )


def _day(row: dict[str, Any]) -> Day:
    on = str(row["on"])
    year = row.get("year") or int(on[:4])
    ends, starts = tuple(row.get("ends", ())), tuple(row.get("starts", ()))
    return Day(on, year, ends, starts, row["reason"], row["source"])
