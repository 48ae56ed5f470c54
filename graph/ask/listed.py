"""The groups as a table to choose from (小组一览), and those of a place (一地的小组)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.ask.english import titles_in_english
from graph.ask.question import choose
from graph.ask.uids import with_uids
from graph.catalogue import Result, Row, queries
from graph.connection import Database
from graph.core.terms import RELATIONS_TO_PLACE, STRATA
from graph.core.words import Words
from graph.export.columns import Column
from graph.export.results import Asked
from graph.names.fit import best_fit
from graph.regions.named.definitions import definitions, is_named

BESIDE: Mapping[str, Words] = {
    "region_name_en": Words("name of the province in English", "该省的英文名称"),
    "chair_title": Words(
        "title of the chairing post; null where there is no chair or several",
        "任组长的职务的名称；没有组长或组长不止一人的为空",
    ),
    "chair_name": Words("name of its holder; null if not known", "其任职者的姓名；不明的为空"),
}
"""What stands beside the columns of types_of_groups."""
FILTERS = ("region", "level", "field", "kind", "type", "status")
SORTS = ("name", "name_en", "region", "level", "field", "type", "gap_min", "chair_rank", "seen")
RELATIONS = ("any", *RELATIONS_TO_PLACE, "touching")
"""What may be asked for: any of run_by, sits_in and within; one of them; or touching, the widest."""
NEWEST = "-seen"
"""The order where none is asked for: what was seen last stands first."""
_LEVELS = ("Country", "Province", "Prefecture", "County", "Township")
_COLUMN = {"region": "region_name", "level": "chair_level"}
"""The column of a filter or an order, where it is not of that name. `level` is that of the chair."""


@dataclass(frozen=True)
class Chosen:
    """Which groups are shown and in which order; empty: all.

    `as_of` None reads each on its last documented day. With a day, those that do not count on it (stale or
    undated) are shown only with `stale`. Each word of `text` finds the name (graph.names.fit), the chair's
    name or title, or stands in the uid; `region` is a stratum, a division, or a region of several
    (长三角@2010, 沪苏=上海市+江苏省): the groups that it runs, sits in or holds within it
    (`groups_of_place`), by `relation`. `sort` is among SORTS, led by "-" for the reverse; what is not
    known stands last either way.
    """

    as_of: dt.date | None = None
    text: str = ""
    region: str = ""
    relation: str = "any"
    level: str = ""
    field: str = ""
    kind: str = ""
    type: str = ""
    status: str = ""
    stale: bool = False
    sort: str = NEWEST


@dataclass(frozen=True)
class Listed:
    """The rows that are shown, out of `total` that are read.

    `choices` are the values of each filter, `regions` the English names of those that have one, `titles` the
    English form of the titles of chairs that have one.
    """

    chosen: Chosen
    rows: Result
    total: int
    choices: Mapping[str, tuple[str, ...]]
    regions: Mapping[str, str]
    titles: Mapping[str, str]


def groups_of_place(database: Database, values: Mapping[str, Any]) -> Result:
    """Return the rows of the query `groups_of_place`; `values` are its parameters, a region as uids.

    Raises InputError for a relation that is none of RELATIONS.
    """
    choose(Words("relation", "关系"), values["relation"], RELATIONS)
    return queries.groups_of_place(**values, database=database)


def left_out(database: Database, values: Mapping[str, Any], rows: Sequence[Row]) -> Words | None:
    """Say how many groups of the place the answer leaves out and how to see them; None where none is."""
    every = queries.groups_of_place(
        **{**values, "relation": "touching", "stale": True}, database=database
    )
    shown = {row.group for row in rows}
    more = [row for row in every if row.group not in shown]
    old = Counter(row.status for row in more if row.status in ("stale", "undated"))
    other = len(more) - old.total()
    told = [
        Words(
            f"{other} that only a government or a unit below it runs or sits in (--relation touching)",
            f"仅与其下级政府或单位有关的 {other} 个（--relation touching）",
        )
        if other
        else None,
        Words(
            f"{old['stale']} last seen long before and {old['undated']} that no source dates by"
            " then (--stale)",
            f"久无记载的 {old['stale']} 个、届时无日期的 {old['undated']} 个（--stale）",
        )
        if old
        else None,
    ]
    said = Words.joined((one for one in told if one), "; ", "；")
    return Words(f"Not listed: {said.en}.", f"未列出：{said.zh}。") if more else None


def listed(database: Database, chosen: Chosen) -> Listed:
    """Return the groups that are chosen: rows of types_of_groups, with title and name of a single chair.

    Raises InputError for an unknown order, and UnknownName for a region that is none.
    """
    choose(Words("sort", "排序"), chosen.sort.removeprefix("-"), SORTS)
    stale = chosen.stale or chosen.as_of is None
    types = queries.types_of_groups(as_of=chosen.as_of, stale=stale, database=database)
    rows = list(_with_names(database, types))
    inside = _inside(database, chosen) if chosen.region not in ("", *STRATA) else None
    shown = [row for row in rows if _matches(row, chosen, inside)]
    result = replace(
        types, columns=(*types.columns, *BESIDE), rows=tuple(_sorted(shown, chosen.sort)),
        types={**types.types, **dict.fromkeys(BESIDE, "string?")},
    )  # fmt: skip
    choices = {name: _values(rows, name) for name in FILTERS}
    own = (chosen.region,) if is_named(chosen.region) and chosen.region not in definitions() else ()
    choices["region"] = (*choices["region"], *definitions(), *own)
    regions = {row.region_name: row.region_name_en for row in rows if row.region_name_en}
    titles = titles_in_english(database, (row.chair_title for row in shown))
    return Listed(chosen, result, len(rows), choices, regions, titles)


def listed_as(found: Listed) -> Asked:
    """Say what the rows are, for the codebook of a file."""
    asked = Asked.query(queries.types_of_groups, _told(found.chosen))
    columns = tuple(Column(name, "string", text, None) for name, text in BESIDE.items())
    return replace(asked, columns=(*asked.columns, *columns))


def _told(chosen: Chosen) -> dict[str, Any]:
    """What was chosen, without what was left open."""
    return {name: value for name, value in vars(chosen).items() if value not in ("", None, False)}


def region_of(row: Mapping[str, Any]) -> str:
    """The name of the province of a row, else the stratum that says why there is none."""
    return str(row["region_name"] or row["stratum"])


def _with_names(database: Database, types: Result) -> Iterable[Row]:
    """The rows with what their chairs, holders and regions are called."""
    asked = {row[key] for row in types for key in ("chair", "person", "region") if row[key]}
    things = {row.uid: row for row in queries.things_by_uid(sorted(asked), database=database)}
    for row in types:
        chair, person, region = (things.get(row[key]) for key in ("chair", "person", "region"))
        yield Row({
            **row,
            "region_name_en": region and region.name_en,
            "chair_title": chair and chair.name,
            "chair_name": person and person.name,
        })  # fmt: skip


def _value(row: Mapping[str, Any], name: str) -> Any:
    return region_of(row) if name == "region" else row[_COLUMN.get(name, name)]


def _inside(database: Database, chosen: Chosen) -> frozenset[str]:
    """The groups that a division or a region of several runs, sits in, or holds within it."""
    query = queries.groups_of_place
    asked = query.values({
        "region": [chosen.region], "as_of": chosen.as_of, "stale": True, "relation": chosen.relation,
    })  # fmt: skip
    values, _ = with_uids(database, query, asked)
    return frozenset(row.group for row in groups_of_place(database, values))


def _matches(row: Row, chosen: Chosen, inside: frozenset[str] | None) -> bool:
    texts = (row.name, row.name_en, row.chair_title, row.chair_name)
    words = chosen.text.split()
    if not all(word.lower() in row.group or best_fit(texts, word) is not None for word in words):
        return False
    kept = [name for name in FILTERS if name != "region"] if inside is not None else FILTERS
    return (inside is None or row.group in inside) and all(
        getattr(chosen, name) in ("", _value(row, name)) for name in kept
    )


def _values(rows: Iterable[Row], name: str) -> tuple[str, ...]:
    found = {value for row in rows if (value := _value(row, name)) is not None}
    if name == "level":
        return tuple(one for one in _LEVELS if one in found)
    return tuple(sorted(found))


def _sorted(rows: Iterable[Row], sort: str) -> list[Row]:
    name = sort.removeprefix("-")
    known: list[Row] = []
    unknown: list[Row] = []
    for row in rows:
        (unknown if _value(row, name) is None else known).append(row)
    known.sort(key=_key(name), reverse=sort.startswith("-"))
    return [*known, *unknown]


def _key(name: str) -> Callable[[Row], Any]:
    if name == "level":
        return lambda row: _LEVELS.index(row.chair_level)
    return lambda row: _value(row, name)
