"""Central bodies (中央机构) by period: what each is, on a day, in the State Council or the party.

The table is `loaders/data/central/bodies.yaml`, made from the State Council's notices on its organisation
and reports of them, each row with the source that was read. A rank follows the category: 组成部门 8,
部委管理的国家局 7; in the other categories the level (正部级 8, 副部级 7) that the body's own 三定规定
states, else none (docs/data.md, Central bodies).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from graph.core.dates import Period
from graph.core.errors import InputError
from graph.core.words import Words
from graph.offices.agencies import NO_RULE, UNLED
from graph.offices.agency import Agency
from graph.offices.central import Central
from graph.offices.divisions import CENTRE
from loaders.files.yaml import shipped_yaml
from loaders.form.values import Branch, Row, SourceKind, Text

BODIES = Path(__file__).parents[1] / "data" / "central" / "bodies.yaml"
Category = Literal[
    "办公厅", "组成部门", "直属特设机构", "直属机构", "办事机构", "直属事业单位", "部委管理的国家局",
    "党中央职能部门", "党中央办事机构", "党中央派出机关", "党中央直属事业单位",
]  # fmt: skip
RANKS: Mapping[str, int] = {"组成部门": 8, "部委管理的国家局": 7}
"""Rank of a central body by its category (机构类别), where a rule gives one."""
Level = Literal["正部级", "副部级"]
LEVELS: Mapping[str, int] = {"正部级": 8, "副部级": 7}
"""Rank of a central body by the level (机构级别) that its own 三定规定 states."""


class Notice(Row):
    """A notice (通知) of the State Council on its organisation, and what of its text was read."""

    number: Text
    title: Text
    date: Text | None = None
    address: Text | None = None
    read: Literal["whole", "part", "no"]
    what: Text | None = None
    source: Text | None = None


class CentralSource(Row):
    """A source of the table; `read` tells how much of it was read, `staffing` marks a 三定规定."""

    title: Text
    number: Text | None = None
    date: Text | None = None
    kind: SourceKind
    read_at: Text
    read: Text
    staffing: bool = False


class CentralBody(Row):
    """A body in one category under one manager; category None: no source read gives it."""

    name: Text
    category: Category | None
    under: Text | None = None
    from_: Text | None = Field(default=None, alias="from")
    to: Text | None = None
    predecessors: tuple[Text, ...] = ()
    short: tuple[Text, ...] = ()
    level: Level | None = None
    branch: Branch = "government"
    note: Text | None = None
    source: Annotated[tuple[Text, ...], Field(min_length=1)]

    @property
    def period(self) -> Period:
        """When it was this: an end that was not read is unknown."""
        return Period.of(self.from_, self.to)

    @property
    def rank(self) -> int | None:
        """By its category, else by the level its 三定规定 states; None where neither gives one."""
        return RANKS.get(self.category or "", LEVELS.get(self.level or ""))

    @property
    def rank_basis(self) -> str | None:
        """`derived` from the category, `stated` by a 三定规定, None without a rank."""
        if self.rank is None:
            return None
        return "derived" if self.category in RANKS else "stated"


@dataclass(frozen=True)
class CentralBodies:
    """The table: rows by name in their order in time, its sources and the notices behind it."""

    notices: Sequence[Notice]
    sources: Mapping[str, CentralSource]
    rows: Mapping[str, Sequence[CentralBody]]


@cache
def central() -> Central:
    """The central bodies with the lookups over their names, made once."""
    return central_of(central_bodies())


def central_of(table: CentralBodies) -> Central:
    """The lookups over a table of central bodies."""
    rows = table.rows
    return Central.of(
        {name: [_agency(row, row is rows[name][-1]) for row in rows[name]] for name in rows}
    )


def _agency(row: CentralBody, last: bool) -> Agency:
    army = row.branch == "military"
    of, tie = (None, None) if army else (CENTRE, "department_of")
    return Agency(
        f"agency:{row.name}" if last else f"agency:{row.name}@{row.to}", row.name, row.branch,
        of, tie, row.rank, row.rank_basis, None if army else _by_category(row),
        category=row.category, note=row.note or (UNLED if army else None), period=row.period,
        under=row.under,
        names=set(row.short), sources=dict.fromkeys(row.source),
    )  # fmt: skip


def _by_category(row: CentralBody) -> str:
    what = row.category or "its category was not read"
    under = f", under {row.under}" if row.under else ""
    stated = f": {row.level} as its 三定规定 states" if row.rank_basis == "stated" else ""
    return f"{what}{under}{stated}" + ("" if row.rank else f": {NO_RULE}")


def central_sources(
    units: Iterable[Mapping[str, object]], known: Container[str]
) -> dict[str, dict[str, object]]:
    """The sources of the table of central bodies that the units name, as entries of the form."""
    told: set[str] = set()
    for unit in units:
        sources = unit["source"]
        assert isinstance(sources, list)
        told |= set(sources)
    found: dict[str, dict[str, object]] = {}
    for uid, row in central_bodies().sources.items():
        if uid in told and uid not in known:
            title = f"{row.title} {row.number}" if row.number else row.title
            entry = {"title": title, "url": row.read_at, "kind": row.kind, "date": row.date}
            found[uid] = {key: value for key, value in entry.items() if value}
            found[uid]["licence"] = "facts only"
    return found


@cache
def central_bodies() -> CentralBodies:
    """The table, read once. Raises InputError or pydantic.ValidationError where the file is faulty."""
    return read_bodies(BODIES)


def read_bodies(path: Path) -> CentralBodies:
    """A table of central bodies; raises InputError with all contradictions of its rows at once."""
    raw = shipped_yaml(path)
    sources = {uid: CentralSource.model_validate(row) for uid, row in raw["sources"].items()}
    rows: dict[str, list[CentralBody]] = defaultdict(list)
    for row in raw["bodies"]:
        body = CentralBody.model_validate(row)
        rows[body.name].append(body)
    notices = tuple(Notice.model_validate(row) for row in raw.get("notices", ()))
    table = CentralBodies(notices, sources, dict(rows))
    if faults := list(_faults(table)):
        raise InputError(
            Words.joined([Words.same(path), Words.joined(faults, "; ", "；")], ": ", "：")
        )
    return table


def _faults(table: CentralBodies) -> Iterator[Words]:
    told: list[Notice | CentralBody] = [
        *table.notices,
        *(row for rows in table.rows.values() for row in rows),
    ]
    for one in told:
        name = one.number if isinstance(one, Notice) else one.name
        for uid in (uid for uid in _sources(one) if uid not in table.sources):
            yield Words(
                f"{name}: no source {uid!r} in the file; add it to `sources`",
                f"{name}：文件中没有来源“{uid}”；请加入 sources",
            )
    for rows in table.rows.values():
        yield from _level_faults(rows, table.sources)
        for row, after in pairwise(rows):
            if row.to is None or after.from_ is None or _day(row.to) > _day(after.from_):
                yield (
                    Words(
                        f"{row.name}: the period to {row.to} overlaps the one from {after.from_}; "
                        "put the rows in order of time and end one where the next starts",
                        f"{row.name}：至 {row.to} 的一段与自 {after.from_} 起的一段重叠；"
                        "请按时间排列各行，前一行止于后一行开始之时",
                    )
                )


def _level_faults(
    rows: Iterable[CentralBody], sources: Mapping[str, CentralSource]
) -> Iterator[Words]:
    for row in rows:
        if row.level is None:
            continue
        if not any(uid in sources and sources[uid].staffing for uid in row.source):
            yield Words(
                f"{row.name}: level {row.level} without its 三定规定; mark that source `staffing`",
                f"{row.name}：载有级别 {row.level} 而未注“三定规定”；请将该来源标为 staffing",
            )
        if row.rank != LEVELS[row.level]:
            yield Words(
                f"{row.name}: level {row.level} contradicts {row.category} (rank {row.rank})",
                f"{row.name}：级别 {row.level} 与{row.category}（级别 {row.rank}）不符",
            )


def _sources(row: Notice | CentralBody) -> tuple[str, ...]:
    if isinstance(row, CentralBody):
        return row.source
    return (row.source,) if row.source else ()


def _day(text: str) -> dt.date:
    """The earliest day of a date: a month given as an end may be the next row's start."""
    return Period.of(text, None).start.day
