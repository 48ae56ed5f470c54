"""Reads a copy of yescallop/areacodes (CC0): codes and names by year (`result.csv`), days of acts (`diff/`).

A row of the table holds from its first year-end (启用时间) up to, but not in, that of its last year
(变更/弃用时间). A diff file is named after two years: a block of comment lines (`#`, with the act's day,
日期) describes the lines of changes below it; `-` ends a code, `+` starts one in the later year. A day
counts only if it lies in that year; an act of the year before shows no day of effect.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.files.dates import date_in
from tools.divisions.witnesses import Tables

COLUMNS = {
    "代码": r"\d{6}", "名称": ".+", "状态": "在用|变更|弃用",
    "启用时间": r"(19|20)\d\d", "变更/弃用时间": r"((19|20)\d\d)?",
}  # fmt: skip
"""What each column that is read may hold; others may stand beside them."""

_YEARS = ("启用时间", "变更/弃用时间")
_NAME = re.compile(r"(\d{4})-(\d{4})\.diff")
_DATE = re.compile(r"#\s*日期[：:]\s*(.+?)\s*$")
_CHANGE = re.compile(r"[-+=](\d{6}) [^<>\s]+([<>].+)?\s*$")


@dataclass(frozen=True)
class AreaDay:
    """The code starts (or ends) on the day, by the one act that describes its line."""

    code: str
    starts: bool
    on: dt.date


def read_area_tables(path: Path) -> Tables:
    """Read result.csv: code to name at the end of each year; raises ValueError with the faults and lines."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = csv.DictReader(file)
        if missing := set(COLUMNS) - set(read.fieldnames or ()):
            raise ValueError(f"{path}: no column {', '.join(sorted(missing))}")
        rows = [(read.line_num, row) for row in read]
    faults = [f"{path}:{line}: {told}" for line, row in rows if (told := _fault(row))]
    if faults or not rows:
        raise ValueError("\n".join(faults) or f"{path} holds no row")
    last = max(int(row[column] or 0) for _, row in rows for column in _YEARS)
    tables: Tables = {}
    for line, row in rows:
        code, name, (first, end) = row["代码"], row["名称"], (row[column] for column in _YEARS)
        for year in range(int(first), int(end or last + 1)):
            held = tables.setdefault(year, {}).setdefault(code, name)
            if held != name:
                raise ValueError(f"{path}:{line}: {code} is {held} and {name} in {year}")
    return tables


def _fault(raw: Mapping[str, str | None]) -> str:
    """Say what is wrong with a row, nothing if it is sound."""
    if None in raw or None in raw.values():
        return "too many or too few fields"
    for column, form in COLUMNS.items():
        if not re.fullmatch(form, raw[column] or ""):
            return f"{column} {raw[column]!r} is not valid"
    first, end = (raw[column] or "" for column in _YEARS)
    if (raw["状态"] == "在用") != (not end):
        return f"状态 {raw['状态']!r} does not fit 变更/弃用时间 {end!r}"
    return f"it ends in {end}, not after its start in {first}" if end and end <= first else ""


def read_area_days(folder: Path) -> tuple[AreaDay, ...]:
    """Return the days of all diff files; raises ValueError for a name or a line that is none of a diff."""
    return tuple(day for path in sorted(folder.glob("*.diff")) for day in _days_of(path))


def _days_of(path: Path) -> Iterator[AreaDay]:
    named = _NAME.fullmatch(path.name)
    if not named:
        raise ValueError(f"{path}: the name must be two years, like 2017-2018.diff")
    year, said, open_block = int(named[2]), set[dt.date](), False
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if line.startswith("#"):
            said = said if open_block else set()
            open_block = True
            date = _DATE.match(line)
            day = chinese_day(date[1]) if date else None
            said |= {day} if day else set()
        elif line.strip():
            open_block = False
            change = _CHANGE.match(line)
            if not change:
                raise ValueError(f"{path}:{number}: {line[:40]!r} is not a line of a diff")
            within = {day for day in said if day.year == year}
            if line[0] in "+-" and len(within) == 1:
                yield AreaDay(change[1], line[0] == "+", within.pop())


def chinese_day(text: str) -> dt.date | None:
    """Return the day of `2018年12月26日` or `一九八五年四月十五日`; None if the text names no whole day."""
    written = date_in(text)
    whole = written and len(written) == len("2018-12-26")
    return dt.date.fromisoformat(written) if written and whole else None
