"""From what a user types to what is in the graph: groups and posts; places are in graph.places."""

from __future__ import annotations

import datetime as dt
from typing import Any

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, UnknownName
from graph.offices.ranks import Mode, post_rank
from graph.offices.titles import read_title
from graph.places.find import find_unit
from graph.places.suggestions import near

__all__ = ["find_group", "find_unit", "suppose_chair"]


def find_group(database: Database, text: str) -> Row:
    """A group by uid (with or without `group:`), name, English name or a part that only it has.

    Raises UnknownName with suggestions, or AmbiguousName with the candidates.
    """
    groups = list(queries.group_names(database=database))
    if not groups:
        raise InputError("The graph holds no groups yet. Load them first: lsgraph load groups")
    exact = [g for g in groups if text in (g.uid, g.uid.removeprefix("group:"), g.name, g.name_en)]
    found = exact or [g for g in groups if text.lower() in f"{g.name} {g.name_en or ''}".lower()]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousName("group", text, [f"{g.name} ({g.uid})" for g in found[:8]])
    raise UnknownName("group", text, near(text, (f"{g.name} ({g.uid})" for g in groups)))


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
