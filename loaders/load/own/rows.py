"""Read the user's own CSV table of divisions (自备区划表): one line a unit."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.core import terms
from graph.core.dates import Period, end_bound, start_bound
from graph.core.door import TABLE
from graph.core.errors import InputError, Refused
from graph.core.files import NAME_ANOTHER, write_fresh
from graph.core.safe_text import LONGEST
from graph.core.terms import term
from graph.core.words import Words
from loaders.divisions.kinds import level, read_kinds
from loaders.files.dates import date_as
from loaders.files.decoding import sound_text
from loaders.files.delimited import delimiter, records
from loaders.files.problems import Place, Problems, nearest

COLUMNS = ("code", "name", "kind", "parent", "valid_from", "valid_to", "source")

TEMPLATE = Path(__file__).parents[2] / "data" / "templates" / "divisions.csv"


@dataclass(frozen=True)
class OwnRow:
    """One line: `kind`, `parent` and dates may be empty where the unit is known already."""

    code: str
    name: str
    kind: str
    parent: str
    valid_from: str
    valid_to: str
    source: str
    line: int


def write_template(path: Path) -> None:
    """Write a table to fill in; raises InputError where there is a file already."""
    write_fresh(path, TEMPLATE.read_text(encoding="utf-8"), False, NAME_ANOTHER)


def read_own_rows(path: Path, problems: Problems) -> list[OwnRow]:
    """Return the rows of the table; each fault is added to `problems` with its line.

    Raises Refused if the file is missing.
    """
    if not path.exists():
        raise Refused(
            Words(
                "no such file. Begin with: lsgraph load divisions --template FILE",
                "没有此文件。请先运行：lsgraph load divisions --template 文件",
            ),
            path,
        )
    try:
        text = sound_text(path, TABLE)
    except Refused as reason:
        problems.refuse(path, reason)
        return []

    def fault(line: int, told: Words) -> None:
        problems.add(Place(path, line, 1), told)

    # Remarks become empty lines, so that the number of a line stays.
    lines = ("" if line.startswith("#") else line for line in io.StringIO(text))
    first = next((line for line in io.StringIO(text) if line.strip("\n ") and line[0] != "#"), "")
    read = records(lines, delimiter([first]), LONGEST, fault)
    numbered = ((number, fields) for number, fields in read if any(map(str.strip, fields)))
    line, head = next(numbered, (1, []))
    if tuple(head) != COLUMNS:
        problems.add(
            Place(path, line, 1),
            Words(
                f"the first line must be {','.join(COLUMNS)}.", f"第一行应为“{','.join(COLUMNS)}”。"
            ),
        )
        return []
    rows = [row for line, fields in numbered for row in _row(path, line, fields, problems)]
    _repeated(path, rows, problems)
    return rows


def _row(path: Path, line: int, fields: list[str], problems: Problems) -> Iterator[OwnRow]:
    place = Place(path, line, 1)
    if len(fields) != len(COLUMNS):
        problems.add(
            place,
            Words(
                f"{len(fields)} fields where {len(COLUMNS)} belong.",
                f"有 {len(fields)} 个字段，应为 {len(COLUMNS)} 个。",
            ),
        )
        return
    code, name, kind, parent, start, end, source = (text.strip() for text in fields)
    faults: list[Words] = []
    try:
        start = date_as(start_bound, start, number=True)
        end = date_as(end_bound, end, number=True)
        Period.of(start, end)
    except InputError as wrong:
        faults.append(wrong.words)
    row = OwnRow(code, name, kind, parent, start, end, source, line)
    faults[:0] = _code_faults(row)
    for text in faults:
        problems.add(place, text)
    kinds = sorted({str(known["kind"]) for known in read_kinds().rows})
    if row.kind and row.kind not in kinds:
        problems.add(
            place,
            Words(f"unknown kind {row.kind!r}.", f"建制“{row.kind}”未知。"),
            nearest(row.kind, kinds),
        )
    elif not faults:
        yield row


def _code_faults(row: OwnRow) -> Iterator[Words]:
    if not re.fullmatch(r"[1-9]\d{5}", row.code):
        yield Words(
            f"code {row.code!r} must have six digits (GB/T 2260), county level or above.",
            f"代码“{row.code}”应为六位数字（GB/T 2260，县级以上）。",
        )
    if row.parent and not re.fullmatch(r"[1-9]\d{5}", row.parent):
        yield Words(
            f"parent {row.parent!r} must be a code of six digits.",
            f"parent 的值“{row.parent}”应为六位代码。",
        )
    elif row.parent and row.parent == row.code:
        yield Words(f"{row.code} cannot be its own parent.", f"{row.code} 不能是自己的上级。")
    if not row.name:
        yield Words("name must not be empty.", "name 不能为空。")
    if not row.source:
        yield Words(
            "source must not be empty: say where the row was read.",
            "source 不能为空：请写明该行的出处。",
        )
    if row.kind and row.name and re.fullmatch(r"[1-9]\d{5}", row.code):
        yield from _kind_faults(row)


def _kind_faults(row: OwnRow) -> Iterator[Words]:
    levels = {str(known["level"]) for known in read_kinds().rows if known["kind"] == row.kind}
    if levels and level(row.code) not in levels:
        yield Words(
            f"the code {row.code} is that of a {level(row.code)}, which a {row.kind} is not.",
            f"代码 {row.code} 属于{term(terms.LEVELS, level(row.code)).zh}，{row.kind}不是该层级。",
        )


def _repeated(path: Path, rows: list[OwnRow], problems: Problems) -> None:
    seen: dict[tuple[str, str, str], int] = {}
    for row in rows:
        key = row.code, row.name, row.valid_from
        if key in seen:
            text = Words(
                f"{row.code} {row.name} from the same day stands in line {seen[key]} already.",
                f"{row.code} {row.name}自同一日起的记录已见于第 {seen[key]} 行。",
            )
            problems.add(Place(path, row.line, 1), text)
        seen.setdefault(key, row.line)
