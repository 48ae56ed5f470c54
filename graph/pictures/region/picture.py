"""The picture of a region: its divisions on a day, and who leads whom."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from graph.ask.lookup import find_unit
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.terms import division_kind
from graph.core.words import Words
from graph.pictures import Fact, Picture
from graph.pictures.parts import Sources, command_tie, unit_box
from graph.pictures.words import fact, said


def region_picture(database: Database, region: str, as_of: dt.date | None = None) -> Picture:
    """Return the hierarchy below a division, named by code or name, as of a day (default: today).

    Raises UnknownName or AmbiguousName for a region that is not one division on that day.
    """
    day = as_of or dt.date.today()
    unit = find_unit(database, region, day)
    rows = list(queries.region_hierarchy(unit.uid, day, database=database))
    sources = Sources(database, (row.source for row in rows))
    root = next(row for row in rows if row.uid == unit.uid)
    english = root.name_en or root.name
    return Picture(
        title=Words(english, root.name),
        caption=Words(
            f"{len(rows) - 1} divisions below {english} on {day}",
            f"{day} {root.name}下辖 {len(rows) - 1} 个区划",
        ),
        as_of=str(day),
        layout="tree",
        facts=tuple(_counts(rows)),
        notes=(),
        nodes=tuple(
            unit_box(
                row,
                "focus" if row is root else "subordinate",
                _facts(row),
                sources.refs(row.source),
            )
            for row in rows
        ),
        ties=tuple(command_tie(row, row.parent, row.uid, sources) for row in rows if row.parent),
    )


def _counts(rows: Iterable[Row]) -> Iterable[Fact]:
    for kind, count in Counter(row.kind for row in rows).items():
        yield Fact(division_kind(kind), said(count))


def _facts(row: Row) -> Iterable[Fact]:
    rank = "none" if row.rank is None else f"{row.rank} ({row.rank_basis})"
    yield fact("Code (GB/T 2260)", "代码", said(row.code))
    yield fact("Kind", "类别", division_kind(row.kind))
    yield fact("Rank", "级别", said(rank))
