"""Which regions are compared, and when: provinces, named regions, what lies across; days and periods."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.catalogue import Result, Row, queries
from graph.connection import Database
from graph.core.as_of import parse_as_of
from graph.core.dates import OPEN_END, UNKNOWN_START, start_bound
from graph.core.errors import InputError, NamesNothing
from graph.core.model import Level
from graph.core.words import NOTHING, Words
from graph.places.find import find_unit
from graph.regions.named.area import Area, area_of, custom_area
from graph.regions.named.definitions import Definition, version_of, versions_of

CROSS = ("跨省", "cross-province")
"""What names the stratum of groups whose members lie in several provinces."""

PROVINCE = Level.PROVINCE.value
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, order=True)
class Span:
    """The days from `start` up to, not including, `end` (时段, 前闭后开).

    An open end is 9999-12-31, an open start 0001-01-01.
    """

    start: dt.date
    end: dt.date

    @property
    def last(self) -> dt.date:
        """The last day, at the latest today: the day on which the hierarchy of a period is shown."""
        return min(self.end - _DAY, dt.date.today())

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two have a day in common."""
        return self.start < other.end and other.start < self.end

    def __str__(self) -> str:
        start = "" if self.start == UNKNOWN_START else _short(self.start)
        end = "" if self.end == OPEN_END else _short(self.end)
        return f"{start}..{end}"


def _short(day: dt.date) -> str:
    """Return a first day of a year as the year, as it is written in a period."""
    return f"{day:%Y}" if (day.month, day.day) == (1, 1) else str(day)


def is_span(text: str) -> bool:
    """Tell whether a text is written as a period."""
    return ".." in text


def span_of(text: str) -> Span:
    """Read `2013..2018`: from 2013-01-01 up to, not including, 2018-01-01; `2018..` is open.

    Each end is a day, month or year and stands for its first day, so that `..2018` and `2018..` touch
    and have no day in common. Raises InputError for another form, or a period that holds no day.
    """
    start, dots, end = text.partition("..")
    if not dots or "." in end or not (start or end):
        raise InputError(
            Words(
                f"{text!r} is not a period. Write FROM..TO, for example 2013..2018 (up to the end of 2017) or"
                " 2018.. (from 2018 on).",
                f"“{text}”不是时期。请写 FROM..TO，如 2013..2018（至 2017 年底）或 2018..（2018 年起）。",
            )
        )
    found = Span(
        start_bound(start).day if start else UNKNOWN_START,
        start_bound(end).day if end else OPEN_END,
    )
    if found.end <= found.start:
        raise InputError(
            Words(
                f"The period {text!r} holds no day: its end, {found.end}, is not in it and must come after"
                f" its start, {found.start}.",
                f"时期“{text}”不含任何一日：其终点 {found.end} 不计在内，且须晚于起点 {found.start}。",
            )
        )
    return found


@dataclass(frozen=True)
class Asked:
    """A region as it was written: a name, its day or period, and the mark of one of its own.

    `definition` is that of a named region; `members` are the texts of one that the user put together.
    """

    name: str
    day: dt.date | None
    period: Span | None
    mark: str
    definition: Definition | None = None
    members: tuple[str, ...] = ()

    @property
    def area(self) -> tuple[Definition | None, tuple[str, ...]] | None:
        """What tells a named region from another; None of a province and of the stratum across provinces."""
        return (self.definition, self.members) if self.definition or self.members else None


def asked_region(text: str, as_of: dt.date | str | None) -> Asked:
    """Read a region as it is written. Raises InputError for an unknown version, and without members."""
    name, version, own = _parts(text)
    name, equals, listed = name.partition("=")
    members = tuple(part.strip() for part in listed.split("+") if part.strip())
    if equals and not (name.strip() and members):
        raise NamesNothing(
            Words(
                f"{text!r} names no region. Write NAME=MEMBER+MEMBER, for example 沪苏=上海市+江苏省.",
                f"“{text}”不是区域。请写“名称=成员+成员”，例如 沪苏=上海市+江苏省。",
            )
        )
    versions = versions_of(name)
    definition = version_of(versions, version) if versions and not equals else None
    mark = f"@{version}" if version else ""
    if is_span(own):
        period = span_of(own)
        return Asked(name, period.last, period, f"{mark} {period}", definition, members)
    day = _day(own or as_of)
    return Asked(name, day, None, f"{mark} {day}" if own else mark, definition, members)


def _parts(text: str) -> tuple[str, str | None, str]:
    """Split into name, version (None without) and day or period: 长三角@2010@2017-12-31 has all.

    What follows the name of a named region is a version if the region has it, or if it is a bare year.
    """
    name, _, rest = text.partition("@")
    versions = versions_of(name)
    first, _, last = rest.partition("@")
    if versions and (first in versions or (len(first) == 4 and first.isdigit())):
        return name, first, last
    return name, None, rest


def has_time(text: str) -> bool:
    """Tell whether a region is written with a day or period of its own."""
    return bool(_parts(text)[2])


def _day(given: dt.date | str | None) -> dt.date | None:
    return parse_as_of(given)[0] if isinstance(given, str) else given


@dataclass(frozen=True)
class Region:
    """A province on a day or in a period, or the stratum across provinces, or a named region (`area`).

    `uid` is that of the province, None for the others. `label` is what answers call it. Of a period `as_of`
    is its last day, on which the hierarchy is shown.
    """

    label: str
    name: str
    uid: str | None
    as_of: dt.date | None
    period: Span | None = None
    area: Area | None = None

    @property
    def when(self) -> Span | dt.date | None:
        """The period, else the day; None for each group on its last documented day."""
        return self.period or self.as_of


def asked_of(regions: Sequence[Region]) -> list[str]:
    """Return the divisions of named regions, of which the reading of groups must tell."""
    return sorted({uid for region in regions if region.area for uid in region.area.asked})


def find_region(database: Database, text: str, as_of: dt.date | str | None) -> Region:
    """Return the region that a text means: a province by name or code, a region by name (长三角, 长三角@2010,
    沪苏=上海市+江苏省), 跨省 for the stratum across provinces.

    `山东省@2017-12-31` puts a day of its own to it, `山东省@2013..2018` a period; `as_of` may be either.
    Raises InputError for a place that is not a province, and as `find_unit`.
    """
    if isinstance(as_of, str) and is_span(as_of) and not has_time(text):
        return find_region(database, f"{text}@{as_of}", None)
    asked = asked_region(text, as_of)
    return _region(database, asked, _unit(database, asked))


def find_area(database: Database, text: str) -> Area:
    """Return the divisions of a region of several. Raises InputError with a day, and as `find_region`."""
    asked = asked_region(text, None)
    if not asked.area or has_time(text):
        raise InputError(
            Words(
                f"{text!r} is not a region of several divisions alone. Write 长三角, 长三角@2010 or"
                " 沪苏=上海市+江苏省, and the day as as_of.",
                f"“{text}”不是仅由数个区划组成的区域。请写 长三角、长三角@2010 或 沪苏=上海市+江苏省，"
                "日期另写为 as_of。",
            )
        )
    return _area(database, asked)


def _unit(database: Database, asked: Asked) -> Row | None:
    """Return the unit asked for; None for the stratum across provinces and for a named region."""
    if asked.name in CROSS or asked.area:
        return None
    return find_unit(database, asked.name, asked.day)


def _area(database: Database, asked: Asked) -> Area:
    if asked.definition:
        return area_of(database, asked.definition)
    found = [find_unit(database, member, asked.day) for member in asked.members]
    for member, unit in zip(asked.members, found, strict=True):
        if not unit.level:
            raise InputError(
                Words(
                    f"{member} is not a division. Put a region together of divisions.",
                    f"{member} 不是区划。区域由区划组成。",
                )
            )
    return custom_area(database, [(unit.code, unit.name) for unit in found])


def _region(database: Database, asked: Asked, unit: Row | None) -> Region:
    if asked.area:
        name = asked.definition.name if asked.definition else asked.name
        area = _area(database, asked)
        return Region(name + asked.mark, name, None, asked.day, asked.period, area)
    if unit is None:
        return Region(CROSS[0] + asked.mark, CROSS[0], None, asked.day, asked.period)
    if unit.level != PROVINCE:
        above = _province_above(database, unit.uid, asked.day)
        raise InputError(
            Words(
                f"{unit.name} is not a province. Groups are compared by province: a group belongs to the"
                f" province of all its member governments.{above.en}",
                f"{unit.name} 不是省。小组按省比较：一个小组属于其全部成员政府所在的省。{above.zh}",
            )
        )
    return Region(unit.name + asked.mark, unit.name, unit.uid, asked.day, asked.period)


def find_regions(
    database: Database,
    texts: Sequence[str],
    as_of: dt.date | str | None,
    periods: Sequence[str] = (),
) -> list[Region]:
    """Two regions or more that do not overlap, each in every one of the periods where any is given.

    Raises InputError for fewer, for the same one twice, for periods that share a day, and for a period
    beside a day.
    """
    if isinstance(texts, str) or (len(texts) < 2 and len(periods) < 2):
        raise InputError(
            Words(
                "A comparison needs two regions or more, for example 山东省 广东省, or one before and after:"
                " 山东省@2017-12-31 山东省@2018-12-31, or 山东省 --period 2013..2018 --period 2018..",
                "比较须有两个以上的地区，如 山东省 广东省，或一个地区的前后：山东省@2017-12-31 山东省"
                "@2018-12-31，或 山东省 --period 2013..2018 --period 2018..",
            )
        )
    if periods and (as_of is not None or any(map(has_time, texts))):
        raise InputError(
            Words(
                "A period and a day were given together. Give either --as-of (or REGION@DAY) or --period.",
                "同时给出了时期和日期。请只给 --as-of（或 区域@日期）或 --period。",
            )
        )
    crossed = [f"{text}@{period}" for text in texts for period in periods] or list(texts)
    asked = [asked_region(text, as_of) for text in crossed]
    units = [(one, _unit(database, one)) for one in asked]
    _check_overlap(database, units)
    return [_region(database, one, unit) for one, unit in units]


def _check_overlap(database: Database, units: Sequence[tuple[Asked, Row | None]]) -> None:
    """At one time no region may be another or lie in it: its groups would be compared with themselves.

    Named regions may overlap: their shared groups are left out of the tests and counted.
    """
    for (asked, one), (other_asked, other) in combinations(units, 2):
        if not _meet(asked, other_asked):
            continue
        same = asked.area == other_asked.area and (one and one.uid) == (other and other.uid)
        pairs = ((one, other), (other, one))
        if same or any(a and b and _lies_in(database, a, b, asked.day) for a, b in pairs):
            left = f"{one.name if one else asked.name}{asked.mark}"
            right = f"{other.name if other else other_asked.name}{other_asked.mark}"
            raise InputError(
                Words(
                    f"The regions overlap: {left} and {right}. Groups of the smaller one would be compared"
                    " with themselves. Name regions that have no place in common, or days or periods that"
                    " do not meet (2013..2018 ends with 2017, so 2018.. may follow).",
                    f"地区重叠：{left}与{right}。较小一方的小组会与自身比较。请写没有共同地方的地区，或不相接的"
                    "日期、时期（2013..2018 止于 2017 年，其后可接 2018..）。",
                )
            )


def _meet(one: Asked, other: Asked) -> bool:
    """Tell whether two regions are read at the same time: the same day, or periods with a day in common."""
    if one.period and other.period:
        return one.period.overlaps(other.period)
    for period, asked in ((one.period, other), (other.period, one)):
        if period:
            return asked.day is None or period.start <= asked.day < period.end
    return one.day == other.day


def _lies_in(database: Database, lower: Row, upper: Row, day: dt.date | None) -> bool:
    if lower.level == upper.level == PROVINCE:
        return False
    return any(row["uid"] == upper.uid for row in _above(database, lower.uid, day))


def _above(database: Database, uid: str, day: dt.date | None) -> Result:
    return queries.ancestors(unit=uid, as_of=day or dt.date.today(), database=database)


def _province_above(database: Database, uid: str, day: dt.date | None) -> Words:
    names = [row["name"] for row in _above(database, uid, day) if row["level"] == PROVINCE]
    return Words(f" Ask for {names[0]}.", f"请查{names[0]}。") if names else NOTHING
