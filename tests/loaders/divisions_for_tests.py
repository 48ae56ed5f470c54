"""Questions that several tests ask of division data."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from loaders.divisions.read import DivisionData, UnitRow, read_divisions


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
