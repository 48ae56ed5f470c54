"""The statements of one thing: of a group with its seats, of a person, a post, an act or a source.

asked(package_rows(read_everything()), "group:bth-air-lsg", "from")
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from graph.core.errors import AmbiguousName, UnknownName
from graph.core.moved import current, followed, ids
from graph.core.words import Words
from loaders.groups.read import read_everything
from loaders.package.cells import DERIVED
from loaders.package.rows import package_rows
from loaders.package.tables import STATEMENTS, Rows

NAMED = ("groups", "persons", "posts", "documents", "sources", "units")
OF = ("group:", "person:", "div:", "agency:")
"""How the uids of things begin that have a page with their statements."""


def asked(rows: Mapping[str, Rows], text: str, property: str | None = None) -> Rows:
    """Its statements by entity and property; `text` is a uid, a permanent id or a whole name.

    Warns (UidMoved) of one that moved or was withdrawn; a withdrawn one has nothing.
    Raises UnknownName, for a property too, and AmbiguousName.
    """
    uid = _uid(rows, text)
    found = [row for row in rows[STATEMENTS.name] if _is_of(row, uid)]
    known = sorted({str(row["property"]) for row in found})
    if found and property is not None and property not in known:
        what = Words(f"property of {uid}", f"{uid} 的属性")
        raise UnknownName(what, property, known)
    return sorted((row for row in found if property in (None, row["property"])), key=_order)


class Statements:
    """The statements of groups, persons and units, read once: who says what of each; nothing by mere rule.

    A group has those of its seats, a unit those of seats and posts in it; `rows` are of `package_rows`.
    """

    def __init__(self, rows: Mapping[str, Rows]) -> None:
        self.names = _names(rows)
        self.sources = {str(row["uid"]): row for row in rows["sources"]}
        units = {str(row["uid"]): str(row["unit"]) for row in rows["posts"] if row["unit"]}
        self._of: defaultdict[str, Rows] = defaultdict(list)
        for row in sorted(rows[STATEMENTS.name], key=_order):
            if row["property"] not in DERIVED:
                told = {*str(row["entity"]).split("|"), str(row["value"])}
                for uid in told | {units[one] for one in told if one in units}:
                    if uid.startswith(OF):
                        self._of[uid].append(row)

    def of(self, uid: str) -> Rows:
        """The statements of a thing, those of one cell side by side; none of what the data does not hold."""
        return self._of.get(uid, [])


@cache
def shipped_statements() -> Statements:
    """Those of the shipped data. The first call reads the entries, for some ten seconds."""
    return Statements(package_rows(read_everything()))


def _order(row: Mapping[str, object]) -> list[str]:
    return [str(row[name]) for name in ("table", "entity", "property", "source", "value")]


def _is_of(row: Mapping[str, object], uid: str) -> bool:
    return uid in str(row["entity"]).split("|") or uid in (row["value"], row["source"])


def _names(rows: Mapping[str, Rows]) -> dict[str, str]:
    """What each thing is called; one without a name by its uid."""
    return {
        str(row["uid"]): str(row.get("name") or row.get("title") or row["uid"])
        for t in NAMED
        for row in rows[t]
    }


def _uid(rows: Mapping[str, Rows], text: str) -> str:
    uid = followed(text) or ids().get(text, text)
    named = _names(rows)
    if uid in named or not current(uid):
        return uid
    same = [one for one, name in named.items() if name == text]
    if len(same) > 1:
        raise AmbiguousName(Words("thing of the data", "数据中的事物"), text, same)
    if not same:
        near = get_close_matches(text, [*named, *named.values()])
        raise UnknownName(Words("thing of the data", "数据中的事物"), text, near)
    return same[0]
