"""Reads filled sheets, strictly: every fault with its file, row and remedy, all at once."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.core.door import WORKBOOK, content
from graph.core.errors import InputError, Refused
from graph.core.words import Words
from graph.export.columns import Column
from graph.export.texts import bare
from loaders.coding.form import ANSWERS, FIXED, SHEET, THIRD
from loaders.coding.lines import lines_of
from loaders.files.dates import edtf
from loaders.files.problems import Place, Problems, nearest

MOST_NAMED = 5
"""Missing groups that are named in a fault."""

Cells = Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """A filled sheet: rows by uid, in the order of the file; `lines` are their rows in it."""

    path: Path
    rows: Mapping[str, Cells]
    lines: Mapping[str, int]
    sha256: str

    def at(self, uid: str = "") -> Place:
        """Where a group stands, or the file as a whole."""
        return Place(self.path, self.lines.get(uid, 0), rows=True)


def read_sheets(paths: Sequence[Path]) -> list[Sheet]:
    """Sheets of the same groups on the same days; raises InvalidData with every fault of all."""
    problems = Problems()
    sheets = [_sheet(path, problems) for path in paths]
    problems.stop()
    for other in sheets[1:]:
        _alike(sheets[0], other, problems)
    problems.stop()
    return sheets


def read_part(path: Path, whole: Sheet, uids: Sequence[str]) -> Sheet:
    """A sheet of exactly these of the groups of another; raises InvalidData."""
    problems = Problems()
    sheet = _sheet(path, problems)
    problems.stop()
    kept = {uid: whole.rows[uid] for uid in uids}
    _alike(Sheet(whole.path, kept, whole.lines, whole.sha256), sheet, problems)
    problems.stop()
    return sheet


def day_of(cells: Cells) -> dt.date:
    """The day of a row that was read."""
    return dt.date.fromisoformat(cells["day"])


def _sheet(path: Path, problems: Problems) -> Sheet:
    rows: dict[str, Cells] = {}
    lines: dict[str, int] = {}
    digest = ""
    try:
        digest = hashlib.sha256(content(path, WORKBOOK)).hexdigest()
        found = lines_of(path, problems)
        names = _head(path, next(found, (1, [])), problems)
        for line, fields in found if names else ():
            place = Place(path, line, rows=True)
            cells = _cells(names, fields, place, problems)
            uid = cells.get("uid", "")
            if uid in lines:
                problems.add(
                    place,
                    Words(
                        f"{uid} stands in row {lines[uid]} too. Keep one of the two.",
                        f"{uid} 也在第 {lines[uid]} 行。请只保留一行。",
                    ),
                )
            elif cells:
                rows[uid], lines[uid] = _checked(cells, place, problems), line
    except Refused as reason:
        problems.refuse(path, reason, rows=True)
    return Sheet(path, rows, lines, digest)


def _head(path: Path, first: tuple[int, list[str]], problems: Problems) -> list[str]:
    """The names of the columns; none, with faults noted, where one is missing or strange."""
    place = Place(path, first[0], rows=True)
    names = [name.strip() for name in first[1]]
    strange = [name for name in names if name and name not in THIRD.names]
    for name in strange:
        near = nearest(name, THIRD.names)[:1]
        problems.add(
            place,
            Words(f"Unknown column {name!r}. Take it out.", f"未知的列“{name}”。请去掉。"),
            near,
        )
    missing = [name for name in SHEET.names if name not in names]
    if missing:
        told = Words(
            f"The columns {', '.join(missing)} are missing. Begin with: lsgraph data sheet -o FILE",
            f"缺少列 {'、'.join(missing)}。请先运行：lsgraph data sheet -o 文件",
        )
        problems.add(place, told)
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        problems.add(
            place,
            Words(
                f"The columns {', '.join(twice)} stand twice. Keep one of each.",
                f"列 {'、'.join(twice)} 出现两次。请各保留一列。",
            ),
        )
    return [] if strange or missing or twice else names


def _cells(names: list[str], fields: list[str], place: Place, problems: Problems) -> Cells:
    """The filled cells of a row by column."""
    if any(field.strip() for field in fields[len(names) :]):
        told = Words(
            f"The row has {len(fields)} cells where the first row has {len(names)}. Quote commas.",
            f"该行有 {len(fields)} 个单元格，而第一行有 {len(names)} 个。请给含逗号的文本加引号。",
        )
        problems.add(place, told)
    pairs = zip(names, fields, strict=False)
    return {name: bare(text.strip()) for name, text in pairs if name and text.strip()}


def _checked(cells: Cells, place: Place, problems: Problems) -> Cells:
    for column in SHEET.columns:
        text = cells.get(column.name, "")
        if not text and column.required:
            problems.add(place, _empty(column))
        elif text and column.values and text not in column.values:
            told = Words(
                f"Unknown {column.name} {text!r}. {_remedy(column).en}",
                f"{column.name} 的值“{text}”未知。{_remedy(column).zh}",
            )
            problems.add(place, told, nearest(text, column.values)[:1])
    number = cells.get("n_member_governments", "unknown")
    if number != "unknown" and not number.isdecimal():
        told = Words(
            f"n_member_governments is {number!r}. Write a whole number, or unknown.",
            f"n_member_governments 为“{number}”。请写整数或 unknown。",
        )
        problems.add(place, told)
    if cells.get("source_sufficient") != "no":
        for column in ANSWERS:
            if column.name not in cells:
                remedy = Words(
                    "Or set source_sufficient to no.", "也可将 source_sufficient 设为 no。"
                )
                told = Words.joined([_empty(column), remedy], " ", "")
                problems.add(place, told)
    return {**cells, "day": _day(cells.get("day", ""), place, problems)}


def _empty(column: Column) -> Words:
    remedy = _remedy(column)
    return Words(f"{column.name} is empty. {remedy.en}", f"{column.name} 为空。{remedy.zh}")


def _remedy(column: Column) -> Words:
    if column.values:
        return Words(
            f"Choose {', '.join(column.values[:-1])} or {column.values[-1]}.",
            f"可选：{'、'.join(column.values)}。",
        )
    return Words("Copy it from the empty sheet.", "请从空白表中复制。")


def _day(text: str, place: Place, problems: Problems) -> str:
    """A day in any form that a spreadsheet gives it, as 2018-12-25."""
    try:
        return dt.date.fromisoformat(edtf(text) or "").isoformat() if text else ""
    except (InputError, ValueError):
        problems.add(
            place,
            Words(
                f"{text!r} is not a day. Write it as 2018-12-25.",
                f"“{text}”不是日期。请写成 2018-12-25。",
            ),
        )
        return text


def _alike(one: Sheet, other: Sheet, problems: Problems) -> None:
    for uid, cells in other.rows.items():
        if uid not in one.rows:
            told = Words(
                f"{uid} is not among the groups of {one.path}. Take the row out.",
                f"{uid} 不在 {one.path} 的小组之列。请去掉该行。",
            )
            problems.add(other.at(uid), told, nearest(uid, list(one.rows))[:1])
            continue
        for column in FIXED[2:]:
            mine, theirs = cells.get(column.name, ""), one.rows[uid].get(column.name, "")
            if mine != theirs:
                told = Words(
                    f"{column.name} of {uid} is {mine!r} here and {theirs!r} in {one.path}. Copy "
                    "it from the empty sheet.",
                    f"{uid} 的 {column.name} 在此为“{mine}”，在 {one.path} 中为“{theirs}”。"
                    "请从空白表中复制。",
                )
                problems.add(other.at(uid), told)
    missing = [uid for uid in one.rows if uid not in other.rows]
    if missing:
        named = ", ".join(missing[:MOST_NAMED]) + (", …" if len(missing) > MOST_NAMED else "")
        told = Words(
            f"{len(missing)} rows of {one.path} are missing: {named}. Code them too.",
            f"缺少 {one.path} 中的 {len(missing)} 行：{named}。请一并编码。",
        )
        problems.add(other.at(), told)
