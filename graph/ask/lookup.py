"""From what a user types to what is in the graph: groups; places are in graph.places."""

from __future__ import annotations

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, UnknownName
from graph.core.moved import followed
from graph.core.words import Words
from graph.places.find import find_unit
from graph.places.suggestions import near

__all__ = ["find_group", "find_unit"]


def find_group(database: Database, text: str | Row) -> Row:
    """A group by uid (with or without `group:`), name, English name or a part that only it has.

    A row of `group_names` is the group itself: nothing is looked up.

    A uid that moved is followed, with the warning UidMoved.
    Raises UnknownName with suggestions, or AmbiguousName with the candidates.
    """
    if isinstance(text, Row):
        return text
    groups = list(queries.group_names(database=database))
    if not groups:
        raise InputError(
            Words(
                "The graph holds no groups yet. Load them first: lsgraph load groups",
                "图谱中尚无小组。请先载入：lsgraph load groups",
            )
        )
    exact = [g for g in groups if text in (g.uid, g.uid.removeprefix("group:"), g.name, g.name_en)]
    new = None if exact else followed(text, "group")
    exact = exact or [g for g in groups if g.uid == new]
    found = exact or [g for g in groups if text.lower() in f"{g.name} {g.name_en or ''}".lower()]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousName(
            Words("group", "小组"), text, [f"{g.name} ({g.uid})" for g in found[:8]]
        )
    raise UnknownName(
        Words("group", "小组"), text, near(text, (f"{g.name} ({g.uid})" for g in groups))
    )
