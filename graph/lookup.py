"""From what a user types to what is in the graph: groups, places and posts by name or code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from rapidfuzz import fuzz, process

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.errors import AmbiguousName, InputError, UnknownName
from graph.ranks import Mode, post_rank
from graph.titles import read_title

LEVELS = ("Country", "Province", "Prefecture", "County", "Township")


def find_group(database: Database, text: str) -> Row:
    """A group by uid (with or without `group:`), name, English name or a part that only it has.

    Raises UnknownName with suggestions, or AmbiguousName with the candidates.
    """
    groups = list(queries.group_names(database=database))
    exact = [g for g in groups if text in (g.uid, g.uid.removeprefix("group:"), g.name, g.name_en)]
    found = exact or [g for g in groups if text.lower() in f"{g.name} {g.name_en or ''}".lower()]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousName("group", text, [f"{g.name} ({g.uid})" for g in found[:8]])
    raise UnknownName("group", text, _near(text, (f"{g.name} ({g.uid})" for g in groups)))


def find_unit(database: Database, text: str, as_of: dt.date | None = None) -> Row:
    """A division or agency by code, name, short name, pinyin or uid, on a day (None: ever).

    Of several the highest level wins only when it is alone there (山东 is the province); equals are
    listed in an AmbiguousName and none is chosen. A unit of another time is named in the error.
    """
    found = list(queries.units_named(text, as_of, database=database))
    if as_of is None and found:
        found = _latest(found)
    best = [row for row in found if _level(row) == min(map(_level, found))]
    if len(best) == 1:
        return best[0]
    if best:
        raise AmbiguousName("place", text, [_described(row) for row in best])
    raise _unknown_unit(database, text, as_of)


def suppose_chair(database: Database, title: str, as_of: dt.date) -> dict[str, Any]:
    """The parameter `suppose_chair` for a title: a post of the graph, or one that the rules give.

    Raises InputError for a title that no rule covers, UnknownName for an unknown place.
    """
    posts = queries.posts_titled(title, as_of, database=database)
    if len(posts) == 1:
        return {"post": posts[0].post, "title": title}
    if len(posts) > 1:
        raise AmbiguousName("post", title, [f"{p.title} ({p.unit_name}, {p.post})" for p in posts])
    read = read_title(title)
    if read is None:
        raise InputError(
            f"The title {title!r} is not understood. Write place and office, for example 济南市市长,"
            " 山东省副省长, 北京市委书记, 国务院副总理."
        )
    unit = find_unit(database, read.unit, as_of)
    rank = post_rank(Mode(read.mode), unit.rank)
    return {
        "title": title,
        "unit": unit.uid,
        "mode": str(read.mode),
        "branch": read.branch,
        "rank": rank,
        "rank_basis": "derived" if rank is not None else None,
    }


def _unknown_unit(database: Database, text: str, as_of: dt.date | None) -> InputError:
    elsewhen = list(queries.units_named(text, None, database=database)) if as_of else []
    if elsewhen:
        known = "; ".join(_described(row) for row in elsewhen[:6])
        return InputError(f"{text!r} is no place on {as_of}. At other times: {known}.")
    names = queries.division_names(as_of, database=database)
    return UnknownName("place", text, _near(text, (f"{row.name} {row.code}" for row in names)))


def _near(text: str, names: Iterable[str]) -> list[str]:
    found = process.extract(text, list(names), scorer=fuzz.WRatio, limit=4, score_cutoff=45)
    return [name for name, _, _ in found]


def _latest(rows: list[Row]) -> list[Row]:
    newest: dict[str, Row] = {}
    for row in rows:
        newest[f"{row.code} {row.name}"] = row
    last = max(row.valid_to for row in newest.values())
    return [row for row in newest.values() if row.valid_to == last]


def _level(row: Row) -> int:
    return LEVELS.index(row.level) if row.level else len(LEVELS)


def _described(row: Row) -> str:
    since = "" if row.valid_from.year == 1 else f" from {row.valid_from}"
    until = "" if row.valid_to.year == 9999 else f" until {row.valid_to}"
    return f"{row.code or row.uid} {row.name} ({row.parent or 'no superior'}{since}{until})"
