"""The groups as a table to choose from (小组一览): type, chair and last seen of each, filtered and sorted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.ask.english import titles_in_english
from graph.ask.question import choose
from graph.catalogue import Result, Row, queries
from graph.connection import Database
from graph.core.words import Words
from graph.export.columns import Column
from graph.export.results import Asked
from graph.names.fit import best_fit
from graph.regions.groups import places_of
from graph.regions.named.definitions import definitions, is_named
from graph.regions.places import find_area

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
    name or title, or stands in the uid; `region` is the name of a province, of a stratum, or of a region of
    several (长三角@2010, 沪苏=上海市+江苏省). `sort` is among SORTS, led by "-" for the reverse; what is
    not known stands last either way.
    """

    as_of: dt.date | None = None
    text: str = ""
    region: str = ""
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


def listed(database: Database, chosen: Chosen) -> Listed:
    """Return the groups that are chosen: rows of types_of_groups, with title and name of a single chair.

    Raises InputError for an unknown order, and for a region of several that cannot be read.
    """
    choose(Words("sort", "排序"), chosen.sort.removeprefix("-"), SORTS)
    stale = chosen.stale or chosen.as_of is None
    types = queries.types_of_groups(as_of=chosen.as_of, stale=stale, database=database)
    rows = list(_with_names(database, types))
    inside = _inside(database, chosen, rows) if is_named(chosen.region) else None
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


def _inside(database: Database, chosen: Chosen, among: Sequence[Row]) -> frozenset[str]:
    """The groups of a region of several divisions: every member that decides lies in it, as of a province."""
    area, uids = find_area(database, chosen.region), [row.group for row in among]
    found = queries.groups_by_region(groups=uids, as_of=chosen.as_of, database=database)
    places = places_of(database, ((row.placed, row.as_of) for row in found), sorted(area.asked))
    return frozenset(
        row.group for row in found
        if area.encloses(row.stratum, [places[uid, row.as_of] for uid in row.placed])
    )  # fmt: skip


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
