"""Our own data beside the packages: corrections, kinds, rank overrides, sources, read as YAML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from loaders.files.yaml import shipped_yaml
from tools.divisions.packages import Table

FILE = Path(__file__).with_name("corrections.yaml")

_Row = TypeVar("_Row", "Patch", "Recode", "Move", "Day", "Handover")


@dataclass(frozen=True)
class Patch:
    """What the tables of some years miss or have too much."""

    years: range
    put: Table
    drop: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Recode:
    """A class of codes that the snapshots keep longer than the official table."""

    years: range
    until: int
    pattern: str
    source: str


@dataclass(frozen=True)
class Move:
    """Codes that the snapshots of some years give wrongly: old to new."""

    years: range
    codes: dict[str, str]
    source: str


@dataclass(frozen=True)
class Day:
    """A date (EDTF) for units that end or start in a year, by code."""

    on: str
    year: int
    ends: tuple[str, ...]
    starts: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Handover:
    """Who took over from whom in a year, by code, as a document states it."""

    year: int
    old: tuple[str, ...]
    new: tuple[str, ...]
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


def read_corrections() -> Corrections:
    """Read corrections.yaml."""
    raw = shipped_yaml(FILE)
    status = raw["sub_provincial"]
    return Corrections(
        {row["year"]: row["month"] for row in raw["snapshots"]},
        "|".join(row["name"] for row in raw["placeholders"]),
        _rows(Recode, raw["recodes"]),
        _rows(Move, raw["moves"]),
        _rows(Patch, raw["tables"]),
        _rows(Patch, raw["later"]),
        _rows(Day, raw["days"]),
        _rows(Handover, raw["successions"]),
        SubProvincial(status["on"], frozenset(status["codes"]), status["source"]),
    )


_OPTIONAL: dict[str, Any] = {"put": {}, "drop": [], "ends": [], "starts": []}


def _rows(kind: type[_Row], rows: list[dict[str, Any]]) -> tuple[_Row, ...]:
    """Return the rows of one list of the file as values of the class that holds such a row."""
    names = kind.__dataclass_fields__
    return tuple(kind(**{name: _value(name, row) for name in names}) for row in rows)


def _value(name: str, row: dict[str, Any]) -> Any:
    """Return the value of a field; a row may give one year for a span, and a day for its year."""
    if name == "years":
        first, last = row["years"] if "years" in row else (row["year"], row["year"])
        return range(first, last + 1)
    if name == "year":
        return row.get("year") or int(str(row["on"])[:4])
    value = {**_OPTIONAL, **row}[name]
    if isinstance(value, list):
        return tuple(value)
    return str(value) if name == "on" else value
