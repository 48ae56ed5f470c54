"""Uids that moved: what an earlier release called a thing leads to the node that stands for it now.

    moved("person:韩俊@340000")        # Moved(old=..., new="person:韩俊", since="2.0", why=...)
    followed("韩俊@340000", "person")  # "person:韩俊", and warns UidMoved

The table ships beside this module. A graph that still holds the old node is asked first: only what it
does not find is followed. A line without a new uid withdraws the old one: no page bears it out.
"""

from __future__ import annotations

import csv
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from graph.core.errors import Notice
from graph.core.language import say
from graph.core.words import Words

TABLE = Path(__file__).with_name("moved.csv")
"""Old uid, new uid (empty: withdrawn), the release of the data since which it holds, and why."""
IDS = Path(__file__).with_name("ids.csv")
"""Permanent ids (永久标识): id, and the uid that the thing had when it got it. No line ever changes."""
_ID = re.compile(r"[BDOP]\d{5,}")
"""What an id looks like: other texts need not look into the table."""


class UidMoved(Notice):
    """A uid was followed to the node that took its place; the text says both."""


@dataclass(frozen=True)
class Moved:
    """One move; `new` is a uid of the present data, empty where the old one was withdrawn."""

    old: str
    new: str
    since: str
    why: str

    @property
    def said(self) -> Words:
        """The move in words; without `since`, where a permanent id leads."""
        if not self.since:
            return Words(f"{self.old} is {self.new}.", f"{self.old} 即 {self.new}。")
        if not self.new:
            return Words(
                f"{self.old} was withdrawn in version {self.since} of the data: {self.why}.",
                f"{self.old} 自数据 {self.since} 版起撤销：{self.why}。",
            )
        return Words(
            f"{self.old} is {self.new} since version {self.since} of the data: {self.why}.",
            f"{self.old} 自数据 {self.since} 版起为 {self.new}：{self.why}。",
        )


@cache
def moves() -> Mapping[str, Moved]:
    """Every line of the table by the old uid; one that moved twice leads to the last."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        found = {row["old"]: Moved(**row) for row in csv.DictReader(file)}

    def last(move: Moved) -> str:
        return last(found[move.new]) if move.new in found else move.new

    return {old: replace(move, new=last(move)) for old, move in found.items()}


@cache
def ids() -> Mapping[str, str]:
    """Every permanent id with the uid that it was given to: P00012 for person:丛澜.

    It holds no name and is never given twice; every door that takes a uid takes it as well.
    """
    with IDS.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["uid"] for row in csv.DictReader(file)}


def current(uid: str) -> str:
    """The uid of today: where a moved one leads, empty for one that was withdrawn, else itself."""
    move = moves().get(uid)
    return move.new if move else uid


def moved(text: str, kind: str = "") -> Moved | None:
    """The move of a uid, which may lack its `kind:` (person, group, agency), or where a permanent id leads.

    None for any other text.
    """
    move = _line(text, kind)
    return move if move and move.new else None


def followed(text: str, kind: str = "") -> str | None:
    """The new uid of one that moved, with a warning (UidMoved) that says so; None for any other text.

    The warning also names a uid that was withdrawn; that one leads nowhere.
    """
    move = _line(text, kind)
    if move is None:
        return None
    warnings.warn(say(move.said), UidMoved, stacklevel=3)
    return move.new or None


def _line(text: str, kind: str) -> Moved | None:
    if _ID.fullmatch(text) and (uid := ids().get(text)):
        move = moves().get(uid)
        return replace(move, old=text) if move else Moved(text, uid, "", "")
    return moves().get(text) or (moves().get(f"{kind}:{text}") if kind else None)
