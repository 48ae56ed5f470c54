"""Questions that several tests ask of division data."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import pytest

from loaders.divisions.read import DivisionData, UnitRow, read_divisions
from loaders.load import verbs
from loaders.write import apply


@lru_cache(maxsize=1)
def shipped_data() -> DivisionData:
    """The shipped division data, read once."""
    return read_divisions()


def in_force(data: DivisionData, day: dt.date) -> dict[str, UnitRow]:
    return {unit.code: unit for unit in data.units if data.periods[unit.uid].holds(day)}


def superiors(data: DivisionData, code: str, day: dt.date) -> list[tuple[str, str]]:
    uid = in_force(data, day)[code].uid
    spans = zip(data.ties, data.tie_periods, strict=True)
    return [(t.upper, t.mode) for t, span in spans if t.lower == uid and span.holds(day)]


@lru_cache
def of_one_province(code: str = "37") -> DivisionData:
    """The country and one province with its whole history: a sixteenth of the shipped rows, of every kind."""
    data = shipped_data()
    units = tuple(u for u in data.units if u.level == "Country" or u.code.startswith(code))
    kept = {unit.uid for unit in units}
    ties = tuple(tie for tie in data.ties if {tie.lower, tie.upper} <= kept)
    successions = tuple(row for row in data.successions if {row.old, row.new} <= kept)
    return DivisionData(units, ties, successions, data.sources)


def load_little(patch: pytest.MonkeyPatch, province: DivisionData) -> None:
    """Let a load of the shipped divisions bring these, in as many batches as all of them take."""
    patch.setattr(verbs, "read_divisions", lambda: province)
    patch.setattr(apply, "BATCH", 60)
