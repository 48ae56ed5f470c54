"""Divisions (行政区) by code and by name, as of a day: what a code or the name of a place means then.

The shipped table and the graph both hand over their divisions; the lookups are the same.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.core.dates import Period

CENTRE = "100000"
AUTONOMOUS = ("自治州", "自治县", "自治旗")
STILL = dt.date(9999, 12, 30)
"""A day on which only what has no end is in force."""
SHORTEST_SHORT = 2
"""Least length of a place name without its ending."""
LONGEST_NAME = 12
"""Most characters of a full name that is looked for at the start of a text."""


@dataclass(frozen=True)
class Division:
    """A division for one period; `reused`: its code has meant divisions of several names."""

    uid: str
    code: str
    name: str
    short: str
    level: str
    rank: int | None
    period: Period
    reused: bool = False

    @property
    def ref(self) -> str:
        """How a file of the form names it: by code, with the name where the code alone is not enough."""
        return f"{self.code}:{self.name}" if self.reused else self.code

    @property
    def before_committee(self) -> str:
        """What stands before 委 in the name of its party committee: 喀什地 of 喀什地区."""
        return self.name.removesuffix("区") if self.name.endswith("地区") else self.name

    @property
    def kind_word(self) -> str:
        """The word that stands for the name in 市财政局: 省, 市, 区 ..., 自治区."""
        if self.name.endswith("地区"):
            return "地"
        return "自治区" if self.name.endswith("自治区") else self.name[-1]


@dataclass(frozen=True)
class Places:
    """Divisions with lookups; every day is one on which the answer is in force."""

    by_uid: Mapping[str, Division]
    by_code: Mapping[str, Sequence[Division]]
    by_name: Mapping[str, Sequence[Division]]
    by_short: Mapping[str, Sequence[Division]]
    uppers: Mapping[str, Sequence[tuple[str, Period]]]

    @classmethod
    def of(cls, divisions: Iterable[Division], ties: Iterable[tuple[str, str, Period]]) -> Places:
        """Lookups over divisions and their ties: lower, upper, period."""
        found = sorted(divisions, key=lambda one: one.period.start.day)
        uppers: dict[str, list[tuple[str, Period]]] = defaultdict(list)
        for lower, upper, period in ties:
            uppers[lower].append((upper, period))
        by_code, by_name, by_short = defaultdict(list), defaultdict(list), defaultdict(list)
        for division in found:
            by_code[division.code].append(division)
            by_name[division.name].append(division)
            if division.level in ("Province", "Prefecture") and len(division.short) > 1:
                by_short[division.short].append(division)
        return cls({one.uid: one for one in found}, by_code, by_name, by_short, uppers)

    @property
    def centre(self) -> Division:
        """The country."""
        return self.by_code[CENTRE][0]

    def coded(self, code: str, name: str | None, day: dt.date | None) -> Division | None:
        """The division of a code (and name) on a day, the last one without a day."""
        versions = list(self.by_code.get(code, ()))
        named = [one for one in versions if name is None or one.name == name] or versions
        return _on(named, day) or _on(versions, day)

    def named(self, name: str, day: dt.date | None, near: str | None = None) -> Division | None:
        """The only division of the name on the day; of several the one inside, or around, `near`."""
        alive = [one for one in self.by_name.get(name, ()) if _alive(one, day)]
        if day is None:
            # Without a day a name means what bears it now, not what bore it once under another code.
            alive = [one for one in alive if one.period.holds(STILL)] or alive
        codes = {one.code for one in alive}
        if len(codes) > 1 and near:
            for length in (6, 4, 2):
                close = [one for one in alive if one.code[:length] == near[:length]]
                if close and len({one.code for one in close}) == 1:
                    return close[-1]
        return alive[-1] if len(codes) == 1 else None

    def abbreviated(self, name: str, day: dt.date | None) -> Division | None:
        """恩施自治州 and 恩施州 are 恩施土家族苗族自治州, 石柱县 is 石柱土家族自治县.

        It is the only one that begins and ends so on the day, on which none bears the short name.
        """
        if self.named(name, day) is not None:
            return None
        whole = next((end for end in AUTONOMOUS if name.endswith(end[-1])), None)
        start = name.removesuffix(whole or "")
        start = start[:-1] if start == name else start
        if whole is None or len(start) < SHORTEST_SHORT:
            return None
        names = [full for full in self.by_name if full.startswith(start) and full.endswith(whole)]
        found = [one for full in names if (one := self.named(full, day)) is not None]
        return found[0] if len(found) == 1 else None

    def above(self, division: Division, day: dt.date | None) -> Iterator[Division]:
        """The division and its superiors, the nearest first, the centre left out."""
        seen: Division | None = division
        while seen is not None and seen.code != CENTRE:
            yield seen
            uppers = self.uppers.get(seen.uid, ())
            upper = next((uid for uid, period in uppers if day and period.holds(day)), None)
            seen = self.by_uid.get(upper or (uppers[-1][0] if uppers else ""))

    def name_at_start(self, text: str, shortest: int = 2) -> str | None:
        """The longest full name that any division ever bore and that begins the text."""
        sizes = range(min(LONGEST_NAME, len(text)), shortest - 1, -1)
        return next((text[:size] for size in sizes if text[:size] in self.by_name), None)

    def beginning_short(self, text: str, day: dt.date | None, near: Division) -> Division | None:
        """The other province or prefecture whose short name begins the text: 宁波海事局, 上海铁路局."""
        for length in (4, 3, 2):
            alive = [one for one in self.by_short.get(text[:length], ()) if _alive(one, day)]
            found = min(alive, key=lambda one: _nearness(one, near), default=None)
            if found is not None and len(text) > length:
                return None if found.code == near.code or near.short in text else found
        return None

    def beginning(self, text: str, day: dt.date | None, near: str | None) -> Division | None:
        """The division whose full name begins the text, the longest; 苏州市吴江区 is 吴江区."""
        for length in range(len(text), 1, -1):
            found = self.named(text[:length], day, near)
            if found is not None:
                inner = self.beginning(text[length:], day, found.code)
                below = inner is not None and inner.code[:2] == found.code[:2]
                return inner if below and inner and inner.level != found.level else found
        return None


def _nearness(division: Division, near: Division) -> tuple[bool, bool]:
    """Those of the same province first, provinces before prefectures."""
    return division.code[:2] != near.code[:2], division.level != "Province"


def _alive(division: Division, day: dt.date | None) -> bool:
    return day is None or division.period.holds(day)


def _on(versions: Sequence[Division], day: dt.date | None) -> Division | None:
    alive = [one for one in versions if _alive(one, day)]
    return alive[-1] if alive else None
