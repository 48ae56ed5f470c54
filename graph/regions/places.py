"""Which regions are compared: provinces, the stratum across provinces, each on its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.asked_day import asked_day
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.errors import InputError
from graph.places import find_unit

CROSS = ("跨省", "cross-province")
"""What names the stratum of groups whose members lie in several provinces."""


@dataclass(frozen=True)
class Region:
    """A province on a day, or the stratum across provinces (`uid` None). `label` is what answers call it."""

    label: str
    name: str
    uid: str | None
    as_of: dt.date | None


def find_region(database: Database, text: str, as_of: dt.date | str | None) -> Region:
    """The region that a text means: a province by name or code, 跨省 for the stratum across provinces.

    `山东省@2017-12-31` puts a day of its own to it. Raises InputError for a place that is no province,
    and as `find_unit`.
    """
    name, _, own = text.partition("@")
    day = _day(own or as_of)
    shown = f"{name} {day}" if own else name
    if name in CROSS:
        return Region(shown.replace(name, CROSS[0]), CROSS[0], None, day)
    unit = find_unit(database, name, day)
    if unit.level != "Province":
        raise InputError(
            f"{unit.name} is no province. Groups are compared by province: a group belongs to the"
            f" province of all its member governments.{_province_above(database, unit.uid, day)}"
        )
    return Region(shown.replace(name, unit.name), unit.name, unit.uid, day)


def find_regions(
    database: Database, texts: Sequence[str], as_of: dt.date | str | None
) -> list[Region]:
    """Two regions or more that do not overlap; raises InputError for fewer, or for the same one twice."""
    if isinstance(texts, str) or len(texts) < 2:
        raise InputError(
            "A comparison needs two regions or more, for example 山东省 广东省, or one before and after:"
            " 山东省@2017-12-31 山东省@2018-12-31."
        )
    _check_overlap(database, texts, as_of)
    return [find_region(database, text, as_of) for text in texts]


def _check_overlap(database: Database, texts: Sequence[str], as_of: dt.date | str | None) -> None:
    """On one day no region may be another or lie in it: its groups would be compared with themselves."""
    units = []
    for text in texts:
        name, _, own = text.partition("@")
        day = _day(own or as_of)
        units.append((name, day, None if name in CROSS else find_unit(database, name, day)))
    for (name, day, one), (_, other_day, other) in combinations(units, 2):
        if day != other_day:
            continue
        same = (one and one.uid) == (other and other.uid)
        pairs = ((one, other), (other, one))
        if same or any(a and b and _lies_in(database, a.uid, b.uid, day) for a, b in pairs):
            raise InputError(
                f"The regions overlap: {one.name if one else name} and"
                f" {other.name if other else name}. Groups of the smaller one would be compared with"
                " themselves. Name regions that have no place in common, or different days."
            )


def _lies_in(database: Database, lower: str, upper: str, day: dt.date | None) -> bool:
    return any(row["uid"] == upper for row in _above(database, lower, day))


def _above(database: Database, uid: str, day: dt.date | None) -> list[Row]:
    rows = queries.ancestors(unit=uid, as_of=day or dt.date.today(), database=database)
    return list(rows)


def _province_above(database: Database, uid: str, day: dt.date | None) -> str:
    names = [row["name"] for row in _above(database, uid, day) if row["level"] == "Province"]
    return f" Ask for {names[0]}." if names else ""


def _day(given: dt.date | str | None) -> dt.date | None:
    return asked_day(given)[0] if isinstance(given, str) else given
