"""The statements of one thing: of a group with its seats, of a person, a post, an act or a source.

asked(package_rows(read_everything()), "group:bth-air-lsg", "from")
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from graph.core.errors import AmbiguousName, UnknownName
from graph.core.moved import current, followed, ids
from graph.core.words import Words
from loaders.package.tables import STATEMENTS, Rows

NAMED = ("groups", "persons", "posts", "documents", "sources", "units")


def asked(rows: Mapping[str, Rows], text: str, property: str | None = None) -> Rows:
    """Its statements by entity and property; `text` is a uid, a permanent id or a whole name.

    Warns (UidMoved) of one that moved or was withdrawn; a withdrawn one has what earlier releases said of
    it, or nothing. Raises UnknownName, for a property too, and AmbiguousName.
    """
    uid = _uid(rows, text)
    found = [row for row in rows[STATEMENTS.name] if _is_of(row, uid)]
    known = sorted({str(row["property"]) for row in found})
    if found and property is not None and property not in known:
        what = Words(f"property of {uid}", f"{uid} 的属性")
        raise UnknownName(what, property, known)
    return sorted(
        (row for row in found if property in (None, row["property"])),
        key=lambda row: [str(row[name]) for name in ("table", "entity", "property", "source", "value")],
    )  # fmt: skip


def _is_of(row: Mapping[str, object], uid: str) -> bool:
    return uid in str(row["entity"]).split("|") or uid in (row["value"], row["source"])


def _uid(rows: Mapping[str, Rows], text: str) -> str:
    uid = followed(text) or ids().get(text, text)
    named = {
        str(row["uid"]): str(row.get("name") or row.get("title")) for t in NAMED for row in rows[t]
    }
    if uid in named or not current(uid):
        return uid
    same = [one for one, name in named.items() if name == text]
    if len(same) > 1:
        raise AmbiguousName(Words("thing of the data", "数据中的事物"), text, same)
    if not same:
        near = get_close_matches(text, [*named, *named.values()])
        raise UnknownName(Words("thing of the data", "数据中的事物"), text, near)
    return same[0]
