"""On which day a source was read: as its entry says, else as the shipped table records it."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from graph.core.dates import Precision, start_bound
from loaders.form.schema import SourceEntry

TABLE = Path(__file__).parents[1] / "data" / "read_days.csv"
"""Source and the day on which it was read, for sources whose entry does not say it."""


def read_day(uid: str, sources: Mapping[str, SourceEntry]) -> dt.date | None:
    """The day on which the source was read, None where none is recorded to the day."""
    told = sources[uid].read if uid in sources else None
    return _day(told or _recorded().get(uid))


def _day(text: str | None) -> dt.date | None:
    bound = start_bound(text) if text else None
    return bound.day if bound and bound.precision is Precision.DAY else None


@cache
def _recorded() -> Mapping[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["uid"]: row["read"] for row in csv.DictReader(file)}
