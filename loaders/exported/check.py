"""Every row of an export held against the model, before anything is written; all faults at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.core.dates import OPEN_END, UNKNOWN_START, end_bound, start_bound
from graph.core.errors import InputError
from graph.core.model import Label, Node, Tie
from graph.core.safe_text import LONGEST, NOT_WEB, is_web_address, told, unseen
from graph.core.words import Words
from graph.export.columns import NodeTable, TieTable
from graph.export.elements import LABELS
from loaders.exported.read_back import Held, Unreadable, said, value
from loaders.files.problems import Problems, nearest

OWN = ("uid", "labels", "start", "end", "key", "dataset", "digest")
"""Columns that the record does not store as properties."""

BOUNDS = {"rank": range(1, 11), "rank_by_rule": range(1, 11), "instrument": range(4)}
ADDRESSES = ("url", "read_at")
ANEW = Words(
    "Type it anew here, or correct it where the graph was loaded from and export again.",
    "请在此重新录入，或在载入图谱的原文件中更正后重新导出。",
)


@dataclass
class Checked:
    """What was found: `uids` of the files, those `known` with what the graph holds already.

    `edited` counts rows that were changed since the export.
    """

    uids: dict[Label, set[str]] = field(default_factory=lambda: {label: set() for label in Label})
    known: dict[Label, set[str]] = field(default_factory=lambda: {label: set() for label in Label})
    keys: dict[str, set[str]] = field(default_factory=dict)
    datasets: set[str] = field(default_factory=set)
    edited: int = 0


@dataclass(frozen=True)
class Element:
    """A record, the dataset that owns it and the row where it stands."""

    record: Node | Tie
    dataset: str
    number: int
    digest: str | None


def check_head(held: Held, problems: Problems) -> bool:
    """Tell whether a table has just its columns; each that is missing, unknown or twice is a problem."""
    known, before = held.table.names, len(problems.found)
    for name in held.columns:
        if name not in known:
            left = [column for column in known if column not in held.columns]
            says = Words(
                f"{held.table.name} has no column {name!r}.", f"{held.table.name} 没有列“{name}”。"
            )
            problems.add(held.place(1, name), says, nearest(name, left))
        elif held.columns.count(name) > 1:
            problems.add(
                held.place(1, name),
                Words(f"The column {name!r} is there twice.", f"列“{name}”出现两次。"),
            )
    missing = [name for name in known if name not in held.columns]
    if missing:
        problems.add(
            held.place(1, None),
            Words(
                f"{held.table.name} lacks the columns {', '.join(missing)}.",
                f"{held.table.name} 缺少列 {'、'.join(missing)}。",
            ),
        )
    return len(problems.found) == before


def check_rows(
    held: Held, checked: Checked, problems: Problems, known: Mapping[Label, set[str]] | None
) -> None:
    """Look at every row of a table; nodes come before ties, whose ends must be among the `known` uids."""
    for element in elements(held, problems):
        record = element.record
        checked.datasets.add(element.dataset)
        checked.edited += element.digest is not None and element.digest != record.digest
        if isinstance(record, Node):
            _once(held, element, record.uid, checked.uids[record.label], "uid", problems)
            checked.known[record.label].add(record.uid)
        else:
            keys = checked.keys.setdefault(held.table.name, set())
            _once(held, element, record.key, keys, "key", problems)
            if known is not None:
                _check_ends(held, element, known, problems)


def _check_ends(
    held: Held, element: Element, known: Mapping[Label, set[str]], problems: Problems
) -> None:
    """Whether both ends of a tie are there."""
    table, tie = held.table, element.record
    if isinstance(table, TieTable) and isinstance(tie, Tie):
        for name, uid, labels in (
            ("start", tie.start, table.start),
            ("end", tie.end, (table.end,)),
        ):
            if not any(uid in known[label] for label in labels):
                words = " or ".join(label.lower() for label in labels)
                problems.add(
                    held.place(element.number, name),
                    Words(
                        f"No {words} has the uid {uid!r}.",
                        f"没有 uid 为“{uid}”的 {' 或 '.join(label.lower() for label in labels)}。",
                    ),
                )


def elements(held: Held, problems: Problems) -> Iterator[Element]:
    """Yield the records of a table; a row with a fault is a problem and left out."""
    for number, cells in held.rows(problems):
        before = len(problems.found)
        row = _typed(held, number, cells, problems)
        if len(problems.found) == before:
            record = _record(held, number, row, problems)
            if record is not None:
                yield Element(record, row["dataset"], number, row.get("digest"))


def _typed(held: Held, number: int, cells: Mapping[str, Any], problems: Problems) -> dict[str, Any]:
    row: dict[str, Any] = {}
    extra = cells.keys() - set(held.table.names)
    if extra:
        says = Words(
            f"{', '.join(sorted(map(str, extra)))} : {held.table.name} has no such column.",
            f"{'、'.join(sorted(map(str, extra)))}：{held.table.name} 没有这样的列。",
        )
        problems.add(held.place(number, None), says)
    for column in held.table.columns:
        try:
            typed = value(held, column, cells.get(column.name))
        except Unreadable:
            says = Words(
                f"{str(cells[column.name])[:60]!r} is not {said(column).en}.",
                f"“{str(cells[column.name])[:60]}”不是{said(column).zh}。",
            )
            problems.add(held.place(number, column.name), says)
            continue
        if typed is None and column.required:
            problems.add(
                held.place(number, column.name),
                Words(f"The {column.name} is missing.", f"缺少 {column.name}。"),
            )
        elif typed is not None and column.values and typed not in column.values:
            says = Words(
                f"{typed!r} is not one of {', '.join(column.values)}.",
                f"“{typed}”不在可选值中：{'、'.join(column.values)}。",
            )
            problems.add(held.place(number, column.name), says, nearest(typed, column.values))
        elif fault := _breach(column.name, typed):
            problems.add(held.place(number, column.name), fault)
        row[column.name] = typed
    return row


def _breach(name: str, value: Any) -> Words | None:
    """What is wrong with a value of the right type: it hides something, or is out of bounds."""
    if isinstance(value, int) and name in BOUNDS and value not in BOUNDS[name]:
        return Words(
            f"{value} is out of bounds. Write {BOUNDS[name][0]} to {BOUNDS[name][-1]}, or nothing.",
            f"{value} 超出范围。请写 {BOUNDS[name][0]} 至 {BOUNDS[name][-1]}，或留空。",
        )
    for text in value if isinstance(value, list) else [value]:
        if not isinstance(text, str):
            continue
        if hidden := unseen(text):
            return Words(
                f"The text holds characters that cannot be seen ({told(hidden)}). {ANEW.en}",
                f"文本含有不可见字符（{told(hidden)}）。{ANEW.zh}",
            )
        if len(text) > LONGEST:
            return Words(
                f"The text has {len(text):,} characters; at most {LONGEST:,} are read. Shorten it.",
                f"文本有 {len(text):,} 个字符，最多读取 {LONGEST:,} 个。请缩短。",
            )
        if name in ADDRESSES and not is_web_address(text):
            return NOT_WEB
    return None


def _record(held: Held, number: int, row: dict[str, Any], problems: Problems) -> Node | Tie | None:
    """Return the record with the bounds that queries compare with."""
    _dates(held, number, row, problems)
    _bounds(row)
    start, end = row.get("valid_from"), row.get("valid_to")
    if isinstance(start, dt.date) and isinstance(end, dt.date) and end <= start:
        problems.add(
            held.place(number, "valid_to"),
            Words(
                f"The period from {start} to {end} holds no day.",
                f"{start} 至 {end} 之间没有一天。",
            ),
        )
        return None
    properties = {
        name: found for name, found in row.items() if name not in OWN and found is not None
    }
    table = held.table
    if isinstance(table, NodeTable):
        labels = tuple(row.get("labels") or ())
        if wrong := [label for label in labels if label not in LABELS]:
            says = Words(f"{wrong[0]!r} is not a label of a unit.", f"“{wrong[0]}”不是单位的标签。")
            problems.add(held.place(number, "labels"), says, nearest(wrong[0], LABELS))
            return None
        return Node(table.label, row["uid"], properties, labels)
    ends, key = f"{row['start']}|{row['end']}", row["key"]
    if key != ends and not key.startswith(f"{ends}|"):
        problems.add(
            held.place(number, "key"),
            Words(
                f"The key does not begin with start and end ({ends!r}).",
                f"key 不以 start 和 end 开头（“{ends}”）。",
            ),
        )
        return None
    return Tie(table.type, row["start"], row["end"], properties, key[len(ends) + 1 :])


def _dates(held: Held, number: int, row: dict[str, Any], problems: Problems) -> None:
    """Whether dates as a source gives them are such dates."""
    for name, read in (("from_edtf", start_bound), ("to_edtf", end_bound)):
        try:
            read(row.get(name))
        except InputError as wrong:
            problems.add(held.place(number, name), wrong.words)


def _bounds(row: dict[str, Any]) -> None:
    """An unknown start and an open or unknown end are stored as days, too."""
    if row.get("valid_from") is None and row.get("from_precision"):
        row["valid_from"] = UNKNOWN_START
    if row.get("valid_to") is None and row.get("to_precision"):
        row["valid_to"] = OPEN_END


def _once(
    held: Held, element: Element, name: str, seen: set[str], column: str, problems: Problems
) -> None:
    if name in seen:
        problems.add(
            held.place(element.number, column),
            Words(f"The {column} {name!r} is there twice.", f"{column}“{name}”出现两次。"),
        )
    seen.add(name)
