"""The way between two things: the shortest ties of a day that join them, as rows and as a picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from graph.ask.question import choose
from graph.ask.uids import with_uids
from graph.catalogue import Result, Row, queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.model import TieType
from graph.core.words import Words
from graph.pictures.contract import Picture
from graph.pictures.query import query_picture

_POSTS = (TieType.IN, TieType.HOLDS)
WALKS: Mapping[str, tuple[TieType, ...] | None] = {
    "all": None,
    "command": (TieType.PART_OF, TieType.DEPARTMENT_OF, TieType.LED_BY, *_POSTS),
    "groups": (
        TieType.CHAIRS, TieType.DEPUTY_CHAIRS, TieType.DIRECTS_OFFICE_OF, TieType.SITS_IN,
        TieType.MEMBER_OF, *_POSTS,
    ),
}  # fmt: skip
"""Which ties may be walked: all; superiors and posts; seats in groups and posts."""


@dataclass(frozen=True)
class Way:
    """The steps between two things on a day, and their sources; no picture where nothing joins them."""

    as_of: dt.date
    ends: tuple[Row, Row]
    rows: Result
    sources: Mapping[str, Row]
    picture: Picture | None
    notes: tuple[Words, ...]

    @property
    def drawn(self) -> Picture:
        """The picture; raises InputError where nothing joins the two."""
        if self.picture is None:
            one, other = (end.name or end.uid for end in self.ends)
            raise InputError(
                Words(
                    f"Nothing in the graph joins {one} and {other} within 12 steps on {self.as_of}. Try"
                    " another day or other ties.",
                    f"{self.as_of} 图谱中 12 步之内没有连接 {one} 与 {other} 的路径。请换一日或换其他关系。",
                )
            )
        return self.picture


def way_between(
    database: Database, one: str, other: str, as_of: dt.date | None = None, walk: str = "all"
) -> Way:
    """Return the shortest ways between two things, each a name or uid, on a day (default: today).

    Raises InputError for an unknown walk, an end that is not named, twice the same thing and, as
    `with_uids`, for a name of nothing or of several things.
    """
    choose(Words("walk", "走法"), walk, tuple(WALKS))
    if not (one and other):
        raise InputError(
            Words(
                "A way has two ends, one and other. Name both.",
                "路径有两端，one 和 other。请都写明。",
            )
        )
    query, ties = queries.way_between, WALKS[walk]
    day = as_of or dt.date.today()
    values, notes = with_uids(database, query, {"one": one, "other": other, "as_of": day})
    if values["one"] == values["other"]:
        raise InputError(
            Words(
                f"Both ends of the way are {values['one']}. Name two different things.",
                f"路径两端都是 {values['one']}。请写两个不同的事物。",
            )
        )
    values["ties"] = None if ties is None else [tie.stored for tie in ties]
    rows = query(**values, database=database)
    named = {
        row.uid: row
        for row in queries.things_by_uid([values["one"], values["other"]], database=database)
    }
    cited = sorted({row.source for row in rows if row.source})
    sources = queries.sources_by_uid(cited, database=database)
    return Way(
        day,
        (named[values["one"]], named[values["other"]]),
        rows,
        {row.uid: row for row in sources},
        query_picture(database, query, rows, values) if rows else None,
        tuple(notes),
    )
