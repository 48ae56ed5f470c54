"""Central bodies (中央机构) by period: what each is, on a day, in the State Council or the party.

The table is `loaders/data/central/bodies.yaml`, made from the State Council's notices on its organisation
and reports of them, each row with the source that was read. A rank follows the category: 组成部门 8,
部委管理的国家局 7; of the other categories no rule gives one (DOMAIN definitions, section 2).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field
from ruamel.yaml import YAML

from graph.dates import Period
from loaders.form import Branch, Row, SourceKind, Text

BODIES = Path(__file__).parent / "data" / "central" / "bodies.yaml"
Category = Literal[
    "组成部门", "直属特设机构", "直属机构", "办事机构", "直属事业单位", "部委管理的国家局",
    "党中央职能部门", "党中央办事机构", "党中央派出机关", "党中央直属事业单位",
]  # fmt: skip
RANKS: Mapping[str, int] = {"组成部门": 8, "部委管理的国家局": 7}
"""Rank of a central body by its category (机构类别), where a rule gives one."""


class CentralSource(Row):
    """A source of the table; `read` tells how much of it was read."""

    title: Text
    number: Text | None = None
    date: Text | None = None
    kind: SourceKind
    read_at: Text
    read: Text


class CentralBody(Row):
    """A body in one category under one manager; category None: no source read gives it."""

    name: Text
    category: Category | None
    under: Text | None = None
    from_: Text | None = Field(default=None, alias="from")
    to: Text | None = None
    predecessors: tuple[Text, ...] = ()
    short: tuple[Text, ...] = ()
    branch: Branch = "government"
    note: Text | None = None
    source: Annotated[tuple[Text, ...], Field(min_length=1)]

    @property
    def period(self) -> Period:
        """When it was this: an end that was not read is unknown."""
        return Period.of(self.from_, self.to)

    @property
    def rank(self) -> int | None:
        """By its category, None where no rule gives one."""
        return RANKS.get(self.category or "")


@dataclass(frozen=True)
class CentralBodies:
    """The table: rows by name in their order in time, and its sources."""

    sources: Mapping[str, CentralSource]
    rows: Mapping[str, Sequence[CentralBody]]

    def on(self, name: str, day: dt.date | None) -> CentralBody | None:
        """The row of a name on a day, the last one without a day; None where it was none then."""
        rows = self.rows.get(name, ())
        alive = [row for row in rows if day is None or row.period.holds(day)]
        return alive[-1] if alive else None

    def follower(self, row: CentralBody) -> CentralBody | None:
        """What came after a row: the next of its name, else the body that names it a predecessor."""
        own = self.rows[row.name]
        place = own.index(row)
        if place + 1 < len(own):
            return own[place + 1]
        if row.to is None:
            return None
        after = (one for rows in self.rows.values() for one in rows if row.name in one.predecessors)
        return next((one for one in after if one.from_ == row.to), None)


@cache
def central_bodies() -> CentralBodies:
    """The table, read once. Raises pydantic.ValidationError where the shipped file is faulty."""
    raw: dict[str, Any] = YAML(typ="safe").load(BODIES.read_text(encoding="utf-8"))
    sources = {uid: CentralSource.model_validate(row) for uid, row in raw["sources"].items()}
    rows: dict[str, list[CentralBody]] = defaultdict(list)
    for row in raw["bodies"]:
        body = CentralBody.model_validate(row)
        rows[body.name].append(body)
    return CentralBodies(sources, dict(rows))
