"""Reads `result.csv` of yescallop/areacodes (CC0): every code, its name and the years of its tables.

A row holds from its first year-end table (启用时间) up to, but not in, the one of its last year
(变更/弃用时间). Nothing of the data set is shipped; a user names a copy.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from graph.core.door import TABLE
from graph.core.errors import Refused
from graph.core.safe_text import LONGEST
from loaders.files.decoding import sound_text
from loaders.files.delimited import records
from loaders.files.problems import Place, Problems

COLUMNS = ("代码", "名称", "级别", "状态", "启用时间", "变更/弃用时间", "新代码")
"""Columns that are read; others may stand beside them."""

STATES = ("在用", "变更", "弃用")
LEVELS = {"省级": "0000", "地级": "00", "县级": ""}

_CODE = re.compile(r"\d{6}")
_YEAR = re.compile(r"(19|20)\d\d")
_NEW = re.compile(r"(\d{6})(?:\[(\d{4})\])?")


@dataclass(frozen=True)
class AreaRow:
    """One code under one name: in force at the end of the years `first` to `end` - 1.

    `end` None is in the last table; `new` are (code, year) that its territory went to.
    """

    code: str
    name: str
    first: int
    end: int | None
    new: tuple[tuple[str, int], ...]
    line: int


@dataclass(frozen=True)
class AreaTable:
    """All rows; `last` is the year of the last table, `provinces` the two digits that it lists.

    A province that the file lists is taken as listed in full.
    """

    rows: tuple[AreaRow, ...]
    last: int

    @cached_property
    def provinces(self) -> frozenset[str]:
        """First two digits of the codes."""
        return frozenset(row.code[:2] for row in self.rows)

    def at(self, year: int) -> dict[str, str]:
        """Code to name at the end of a year."""
        return {
            row.code: row.name
            for row in self.rows
            if row.first <= year and (row.end is None or year < row.end)
        }

    def heirs(self, code: str, name: str, year: int) -> tuple[str, ...]:
        """Codes that took over the territory of a unit that has left the table of the year."""
        return tuple(
            heir
            for row in self.rows
            if (row.code, row.name, row.end) == (code, name, year)
            for heir, on in row.new
            if on == year
        )


def read_area_table(path: Path) -> AreaTable:
    """Read result.csv; raises InvalidData with every problem, each with file and line."""
    problems = Problems()
    try:
        text = sound_text(path, TABLE)
    except Refused as reason:
        problems.refuse(path, reason)
        problems.stop()
        raise

    def fault(line: int, told: str) -> None:
        problems.add(Place(path, line, 1), told)

    read = records(io.StringIO(text, newline=""), ",", LONGEST, fault)
    head = next(read, (1, []))[1]
    missing = [column for column in COLUMNS if column not in head]
    if missing:
        told = f"the column {', '.join(missing)} is missing; name result.csv of areacodes."
        problems.add(Place(path, 1), told)
        problems.stop()
    rows = list(_rows(path, head, read, problems))
    _overlaps(path, rows, problems)
    if not rows:
        problems.add(Place(path), "the file holds no row. Name the result.csv of areacodes.")
    problems.stop()
    years = [year for row in rows for year in (row.first, row.end) if year]
    return AreaTable(tuple(rows), max(years))


def _rows(
    path: Path, head: Sequence[str], read: Iterator[tuple[int, list[str]]], problems: Problems
) -> Iterator[AreaRow]:
    for line, fields in read:
        if not fields:
            continue
        raw = dict(zip(head, fields, strict=False))
        fits = len(fields) == len(head)
        faults = list(_faults(raw)) if fits else ["too many or too few fields in the row."]
        for fault in faults:
            problems.add(Place(path, line, 1), fault)
        if not faults:
            yield _row(raw, line)


def _row(raw: Mapping[str, str], line: int) -> AreaRow:
    end = raw["变更/弃用时间"]
    new = tuple(
        (code, int(year or end)) for code, year in _NEW.findall(raw["新代码"]) if year or end
    )
    until = int(end) if end else None
    return AreaRow(raw["代码"], raw["名称"], int(raw["启用时间"]), until, new, line)


def _faults(raw: Mapping[str, str]) -> Iterator[str]:
    code, name, level, state, first, end, new = (raw[column] for column in COLUMNS)
    if not _CODE.fullmatch(code):
        yield f"代码 {code!r} must have six digits."
    elif level not in LEVELS or not code.endswith(LEVELS[level]):
        yield f"级别 {level!r} does not fit the code {code}; it is 省级, 地级 or 县级."
    if not name:
        yield "名称 must not be empty."
    if state not in STATES:
        yield f"状态 {state!r} is not one of {', '.join(STATES)}."
    elif (state == "在用") != (not end):
        yield f"状态 {state!r} does not fit 变更/弃用时间 {end!r}."
    for year in filter(None, (first or "nothing", end)):
        if not _YEAR.fullmatch(year):
            yield f"{year!r} is not a year."
    if _YEAR.fullmatch(first) and _YEAR.fullmatch(end) and end <= first:
        yield f"it ends in {end}, not after its start in {first}."
    if new and not all(map(_NEW.fullmatch, new.split(";"))):
        yield f"新代码 {new!r} must be codes with `;` between, a year in brackets after each at most."


def _overlaps(path: Path, rows: list[AreaRow], problems: Problems) -> None:
    by_code: dict[str, list[AreaRow]] = defaultdict(list)
    for row in rows:
        by_code[row.code].append(row)
    for found in by_code.values():
        for before, after in pairwise(sorted(found, key=lambda row: row.first)):
            if before.end is None or after.first < before.end:
                text = f"{after.code} is held from {after.first} while line {before.line} holds it."
                problems.add(Place(path, after.line, 1), text)
