"""The program as one more coder: what the queries say of each group of a sheet on its day."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import Words
from loaders.coding.form import FIXED
from loaders.coding.read import Cells, Sheet, day_of

NAME = "program"


def program_sheet(database: Database, sheet: Sheet) -> Sheet:
    """The answers of the graph for the groups of a sheet.

    Its one type stands in both columns of types: against a coder's type by the idea it tells validity.
    It does not tell who presided, the host and the issuer: left open, and so is a group that the graph
    lacks on its day. Raises InputError where it lacks all.
    """
    by_day: dict[dt.date, list[str]] = defaultdict(list)
    for uid, cells in sheet.rows.items():
        by_day[day_of(cells)].append(uid)
    found = {row.group: row for day, uids in by_day.items() for row in _asked(database, day, uids)}
    if not found:
        raise InputError(
            Words(
                f"The graph lacks every group of {sheet.path}. Load the data of the sheet.",
                f"图谱中没有 {sheet.path} 的任何小组。请载入该表所用的数据。",
            )
        )
    rows = {uid: _cells(cells, found.get(uid)) for uid, cells in sheet.rows.items()}
    digest = hashlib.sha256(json.dumps(rows, ensure_ascii=False, sort_keys=True).encode())
    return Sheet(Path(NAME), rows, sheet.lines, digest.hexdigest())


def _asked(database: Database, day: dt.date, uids: list[str]) -> Iterator[Row]:
    yield from queries.authority_by_group(
        groups=uids, as_of=day, sensitivity=False, with_members=True, database=database
    )


def _cells(cells: Cells, row: Row | None) -> Cells:
    fixed = {column.name: cells.get(column.name, "") for column in FIXED}
    if row is None:
        return {**fixed, "source_sufficient": "no"}
    governments = [m["member_name"] for m in row.members or () if m["member"].startswith("div:")]
    return fixed | {
        "chair_name": _joined(chair["name"] for chair in row.chairs),
        "chair_post": _joined(chair["title"] for chair in row.chairs),
        "n_member_governments": str(len(governments)),
        "members": _joined(m["member_name"] for m in row.members or ()),
        "leadership": row.leadership, "roster": row.roster,
        "type_by_table": row.type, "type_by_idea": row.type, "source_sufficient": "yes",
    }  # fmt: skip


def _joined(names: Iterator[str | None]) -> str:
    return "、".join(name for name in names if name) or "unknown"
