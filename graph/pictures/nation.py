"""The national hierarchy (全国行政区划): every division in force on a day, and who leads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import Words
from graph.pictures import SourceRef


@dataclass(frozen=True, slots=True)
class NationUnit:
    """One division in force; what a source does not say is None.

    `parent` is the uid of the division that leads it, `mode` statutory or acting (代管), `sources` and
    `tie_source` uids of sources. `level` is Country to Township, `kind` 省, 地级市, 镇 and so on. `rank`
    counts 10 down to 1, `rank_by_rule` and `rank_reason` stand beside an override.
    """

    uid: str
    parent: str | None
    mode: str | None
    tie_source: str | None
    name: str
    name_en: str | None
    pinyin: str | None
    code: str
    level: str
    kind: str
    rank: int | None
    rank_basis: str | None
    rank_by_rule: int | None
    rank_reason: str | None
    from_edtf: str | None
    to_edtf: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Nation:
    """All divisions in force on a day, in the order of their codes, with the sources that they name."""

    as_of: dt.date
    units: tuple[NationUnit, ...]
    sources: Mapping[str, SourceRef]


def nation(database: Database, as_of: dt.date | None = None) -> Nation:
    """Return every division in force on a day (default: today), townships where they are loaded.

    Raises InputError where the graph holds no division, or none of that day.
    """
    day = as_of or dt.date.today()
    units = tuple(
        NationUnit(**{**row, "sources": tuple(row.sources)})
        for row in queries.national_hierarchy(day, database=database)
    )
    if not units:
        raise InputError(
            Words(
                f"The graph holds no division that is in force on {day}. Load them first (lsgraph load"
                " divisions), or ask for a later day.",
                f"图谱中没有 {day} 存续的区划。请先载入（lsgraph load divisions），或换较晚的日期。",
            )
        )
    named = {uid for unit in units for uid in (*unit.sources, unit.tie_source) if uid}
    sources = queries.sources_by_uid(sorted(named), database=database)
    return Nation(day, units, {s.uid: SourceRef(s.uid, s.title, s.url) for s in sources})
