"""Exact days from the `diff/*.diff` files of yescallop/areacodes, where the copy has them.

A block of comment lines (`#`, with the act's number 文号 and day 日期) describes the lines of changes
below it: `-` ends a code, `+` starts one in the later of the two years that the file is named after.
A day counts only if it lies in that year; an act of the year before shows no day of effect.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.core.door import TABLE
from graph.core.errors import Refused
from graph.core.words import Words
from loaders.files.dates import date_in
from loaders.files.decoding import sound_text
from loaders.files.problems import Place, Problems

_NAME = re.compile(r"(\d{4})-(\d{4})\.diff")
_DATE = re.compile(r"#\s*日期[：:]\s*(.+?)\s*$")
_CHANGE = re.compile(r"[-+=](\d{6}) [^<>\s]+([<>].+)?\s*$")


@dataclass(frozen=True)
class AreaDay:
    """The code starts (or ends) on the day, by the one act that describes its line."""

    code: str
    starts: bool
    on: dt.date


def read_area_days(folder: Path) -> tuple[AreaDay, ...]:
    """Return the days of all files, none if the folder is missing; raises InvalidData with the lines."""
    problems = Problems()
    days = [day for path in sorted(folder.glob("*.diff")) for day in _days_of(path, problems)]
    problems.stop()
    return tuple(days)


def _days_of(path: Path, problems: Problems) -> Iterator[AreaDay]:
    named = _NAME.fullmatch(path.name)
    if not named:
        problems.add(
            Place(path),
            Words(
                "the name must be two years, like 2017-2018.diff.",
                "文件名应为两个年份，如 2017-2018.diff。",
            ),
        )
        return
    try:
        lines = sound_text(path, TABLE).splitlines()
    except Refused as reason:
        problems.refuse(path, reason)
        return
    year, said, open_block = int(named[2]), set[dt.date](), False
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            said = said if open_block else set()
            open_block = True
            said |= _said(line)
        elif line.strip():
            open_block = False
            change = _CHANGE.match(line)
            if not change:
                problems.add(
                    Place(path, number, 1),
                    Words(
                        f"{line[:40]!r} is not a line of a diff.",
                        f"“{line[:40]}”不是 diff 文件的行。",
                    ),
                )
                continue
            within = {day for day in said if day.year == year}
            if line[0] in "+-" and len(within) == 1:
                yield AreaDay(change[1], line[0] == "+", within.pop())


def _said(line: str) -> set[dt.date]:
    date = _DATE.match(line)
    day = chinese_day(date[1]) if date else None
    return {day} if day else set()


def chinese_day(text: str) -> dt.date | None:
    """Return the day of `2018年12月26日` or `一九八五年四月十五日`; None if the text names no whole day."""
    written = date_in(text)
    whole = written and len(written) == len("2018-12-26")
    return dt.date.fromisoformat(written) if written and whole else None
