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
from graph.core.words import Words
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

    def fault(line: int, told: Words) -> None:
        problems.add(Place(path, line, 1), told)

    read = records(io.StringIO(text, newline=""), ",", LONGEST, fault)
    head = next(read, (1, []))[1]
    missing = [column for column in COLUMNS if column not in head]
    if missing:
        told = Words(
            f"the column {', '.join(missing)} is missing; name result.csv of areacodes.",
            f"缺少列 {'、'.join(missing)}；请给出 areacodes 的 result.csv。",
        )
        problems.add(Place(path, 1), told)
        problems.stop()
    rows = list(_rows(path, head, read, problems))
    _overlaps(path, rows, problems)
    if not rows:
        problems.add(
            Place(path),
            Words(
                "the file holds no row. Name the result.csv of areacodes.",
                "文件没有数据行。请给出 areacodes 的 result.csv。",
            ),
        )
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
        faults = (
            list(_faults(raw))
            if fits
            else [Words("too many or too few fields in the row.", "该行字段过多或过少。")]
        )
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


def _faults(raw: Mapping[str, str]) -> Iterator[Words]:
    code, name, level, state, first, end, new = (raw[column] for column in COLUMNS)
    if not _CODE.fullmatch(code):
        yield Words(f"代码 {code!r} must have six digits.", f"代码“{code}”应为六位数字。")
    elif level not in LEVELS or not code.endswith(LEVELS[level]):
        yield Words(
            f"级别 {level!r} does not fit the code {code}; it is 省级, 地级 or 县级.",
            f"级别“{level}”与代码 {code} 不符；应为省级、地级或县级。",
        )
    if not name:
        yield Words("名称 must not be empty.", "名称不能为空。")
    if state not in STATES:
        yield Words(
            f"状态 {state!r} is not one of {', '.join(STATES)}.",
            f"状态“{state}”不在可选值中：{'、'.join(STATES)}。",
        )
    elif (state == "在用") != (not end):
        yield Words(
            f"状态 {state!r} does not fit 变更/弃用时间 {end!r}.",
            f"状态“{state}”与变更/弃用时间“{end}”不符。",
        )
    for year in filter(None, (first or "nothing", end)):
        if not _YEAR.fullmatch(year):
            yield Words(f"{year!r} is not a year.", f"“{year}”不是年份。")
    if _YEAR.fullmatch(first) and _YEAR.fullmatch(end) and end <= first:
        yield Words(
            f"it ends in {end}, not after its start in {first}.",
            f"终止于 {end}，不晚于其开始 {first}。",
        )
    if new and not all(map(_NEW.fullmatch, new.split(";"))):
        yield Words(
            f"新代码 {new!r} must be codes with `;` between, a year in brackets after each at most.",
            f"新代码“{new}”应为以 ; 分隔的代码，每个代码后最多可在方括号中写一个年份。",
        )


def _overlaps(path: Path, rows: list[AreaRow], problems: Problems) -> None:
    by_code: dict[str, list[AreaRow]] = defaultdict(list)
    for row in rows:
        by_code[row.code].append(row)
    for found in by_code.values():
        for before, after in pairwise(sorted(found, key=lambda row: row.first)):
            if before.end is None or after.first < before.end:
                text = Words(
                    f"{after.code} is held from {after.first} while line {before.line} holds it.",
                    f"{after.code} 自 {after.first} 起使用，而第 {before.line} 行仍在使用该代码。",
                )
                problems.add(Place(path, after.line, 1), text)
