"""What changed between two releases of the data, cell by cell: OLD and the changes give NEW, byte for byte.

    changes = compared(read_release(Path("data-1.0.1")), read_release(Path("data-2.0.0")))
    patched(old, changes) == new  # True

A release is the folder that `lsgraph data package` writes; its CSV files are compared, which hold all rows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from graph.core.errors import InputError
from graph.core.words import Words

KEYS = ("uid", "key", "old")
"""What a table is sorted by and tells its rows apart by: the first of these that is one of its columns."""
LISTED = "; "


@dataclass(frozen=True)
class Sheet:
    """A table of a release: its columns in order, and its rows by key, in order."""

    columns: tuple[str, ...]
    rows: Mapping[str, Mapping[str, str]]


Release = Mapping[str, Sheet]
What = Literal["columns", "removed", "moved", "added", "changed"]


class Change(NamedTuple):
    """One line of a diff: a cell that differs, a row that has a new key, or the columns of a table.

    `moved` has the old key and the new one; `added` and `removed` have a line for each cell that is not
    empty; `columns` has all columns, and no old or new ones where the table itself is new or gone.
    """

    table: str
    key: str
    change: What
    column: str
    old: str
    new: str


def read_release(folder: Path) -> Release:
    """Read the CSV files of a package.

    Raises InputError for a folder that holds none, or a table without a key.
    """
    files = sorted((folder / "csv").glob("*.csv"))
    if not files:
        raise InputError(
            Words(
                f"{folder} holds no release of the data: csv/*.csv is missing. Give a folder that"
                " `lsgraph data package` wrote.",
                f"{folder} 中没有数据的发布版：缺少 csv/*.csv。请给出 lsgraph data package 所写的文件夹。",
            )
        )
    return {path.stem: _sheet(path) for path in files}


def compared(old: Release, new: Release) -> list[Change]:
    """Every change, table by table, in the order of the keys."""
    moves = _moves(new)
    return [
        change
        for table in sorted({*old, *new})
        for change in _changes(table, old.get(table), new.get(table), moves)
    ]


def patched(old: Release, changes: Iterable[Change]) -> Release:
    """The release that the changes lead to. Raises InputError where they do not fit the old one."""
    made = {
        name: ([*one.columns], {k: {**r} for k, r in one.rows.items()}) for name, one in old.items()
    }
    for change in changes:
        _apply(made, change)
    return {name: _sorted(*one) for name, one in made.items() if one[0]}


def csv_text(sheet: Sheet) -> str:
    """The table as the package writes it: RFC 4180, lines end in CRLF."""
    return _csv([sheet.columns, *([row[c] for c in sheet.columns] for row in sheet.rows.values())])


def diff_text(changes: Iterable[Change]) -> str:
    """The changes as CSV."""
    return _csv([Change._fields, *changes])


def read_diff(path: Path) -> list[Change]:
    """Read what `diff_text` wrote. Raises InputError for another file."""
    head, rows = _read(path)
    if tuple(head) != Change._fields:
        raise InputError(
            Words(
                f"{path} is no diff. Its columns must be: {', '.join(Change._fields)}.",
                f"{path} 不是差异文件。其各列应为：{'、'.join(Change._fields)}。",
            )
        )
    return [Change(*row) for row in rows]  # type: ignore[arg-type]


def _sheet(path: Path) -> Sheet:
    columns, rows = _read(path)
    key = next((columns.index(name) for name in KEYS if name in columns), None)
    by_key = {} if key is None else {row[key]: dict(zip(columns, row, strict=True)) for row in rows}
    if key is None or len(by_key) < len(rows) or [*by_key] != sorted(by_key):
        raise InputError(
            Words(
                f"{path}: a table needs a column {' or '.join(KEYS)}, in order, each value once.",
                f"{path}：表须有列 {' 或 '.join(KEYS)}，按顺序排列，每个值出现一次。",
            )
        )
    return Sheet(tuple(columns), by_key)


def _read(path: Path) -> tuple[list[str], list[list[str]]]:
    """Head and rows of a CSV file. Raises InputError for a row that has not the cells of the head."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        head = next(reader, [])
        rows = []
        for row in reader:
            if len(row) != len(head):
                raise InputError(
                    Words(
                        f"{path}, line {reader.line_num}: {len(row)} cells, the head has {len(head)}.",
                        f"{path} 第 {reader.line_num} 行：有 {len(row)} 个单元格，而表头有 {len(head)} 个。",
                    )
                )
            rows.append(row)
    return head, rows


def _sorted(columns: list[str], rows: Mapping[str, Mapping[str, str]]) -> Sheet:
    by_key = {key: {c: row.get(c, "") for c in columns} for key, row in sorted(rows.items())}
    return Sheet(tuple(columns), by_key)


def _moves(new: Release) -> Mapping[str, str]:
    moved = new.get("moved", Sheet((), {}))
    return {old: to for old, row in moved.rows.items() if (to := row.get("new"))}


def _changes(
    table: str, old: Sheet | None, new: Sheet | None, moves: Mapping[str, str]
) -> Iterator[Change]:
    columns = [LISTED.join(one.columns) if one else "" for one in (old, new)]
    if columns[0] != columns[1]:
        yield Change(table, "", "columns", "", *columns)
    before, after = ({} if one is None else one.rows for one in (old, new))
    went = _went(before.keys() - after.keys(), after.keys() - before.keys(), moves)
    for key in sorted(before.keys() - after.keys() - went.keys()):
        yield from (Change(table, key, "removed", c, v, "") for c, v in before[key].items() if v)
    yield from (Change(table, key, "moved", "", key, to) for key, to in sorted(went.items()))
    came = {to: before[key] for key, to in went.items()}
    for key, row in after.items():
        was = came.get(key, before.get(key))
        what: What = "added" if was is None else "changed"
        for column in dict.fromkeys((*row, *(was or ()))):
            cells = (was or {}).get(column, ""), row.get(column, "")
            if cells[0] != cells[1]:
                yield Change(table, key, what, column, *cells)


def _went(gone: Set[str], come: Set[str], moves: Mapping[str, str]) -> dict[str, str]:
    """Old and new keys of rows that are still there under a moved uid; of two that became one, the last."""
    lead = {"|".join(moves.get(part, part) for part in key.split("|")): key for key in sorted(gone)}
    return {key: to for to, key in lead.items() if to in come}


def _apply(made: dict[str, tuple[list[str], dict[str, dict[str, str]]]], change: Change) -> None:
    columns, rows = made.setdefault(change.table, ([], {}))
    if change.change == "columns":
        _fits(change, LISTED.join(columns))
        columns[:] = change.new.split(LISTED) if change.new else []
    elif change.change == "moved":
        _fits(change, change.old if change.old in rows else "")
        rows[change.new] = rows.pop(change.old)
    else:
        row = (
            rows.setdefault(change.key, {})
            if change.change == "added"
            else rows.get(change.key, {})
        )
        _fits(change, row.get(change.column, ""))
        row[change.column] = change.new
        if change.change == "removed" and not any(row.values()):
            del rows[change.key]


def _fits(change: Change, found: str) -> None:
    if found != change.old:
        raise InputError(
            Words(
                f"{change.table}, {change.key or 'columns'}, {change.column or change.change}: "
                "the diff expects"
                f" {change.old!r}, the release has {found!r}. Give the release that the diff begins with.",
                f"{change.table}，{change.key or '各列'}，{change.column or change.change}："
                f"差异文件所载为“{change.old}”，发布版为“{found}”。请给出该差异所依据的发布版。",
            )
        )


def _csv(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()
