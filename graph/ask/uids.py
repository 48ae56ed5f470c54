"""Names where a query wants a uid: each resolved as the commands resolve it, or refused in words.

The header of a query declares what a uid is of (`uid<Group>`). Python callers of the catalogue pass uids; a
command line and a page pass what people type through `with_uids` first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.ask.lookup import find_group, find_unit, name_and_uid
from graph.ask.suppose import suppose_chair
from graph.catalogue import Query, Row, queries
from graph.chairs.persons import find_person
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, NamesNothing, UnknownName
from graph.core.moved import moved
from graph.core.words import Words
from graph.places.find import find_place
from graph.places.suggestions import nearest_things
from graph.regions.named.definitions import is_named
from graph.regions.places import find_area

_SHOWN = 8
"""Divisions of a region that a note names."""


def with_uids(
    database: Database, query: Query, values: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Words]]:
    """Return the values with uids in the place of names, and notes on what each name was read as.

    A uid of the graph stays what it is; one that moved since an earlier release is followed. A name is read
    on the day of the parameter `as_of`, where that is given. Raises AmbiguousName with the candidates for a
    name of several things, UnknownName or another InputError with suggestions for a name of none.
    """
    typed = {p.name: p.type.item or p.type for p in query.parameters}
    wanted = {name: kind.uid for name, kind in typed.items() if kind.uid and values.get(name)}
    if not wanted:
        return dict(values), []
    given = {text for name in wanted for text in _texts(values[name])}
    day = values.get("as_of")
    now = {move.new for text in given if (move := moved(text))}
    known = _kinds(database, given | now)
    names = _Names(database, day if isinstance(day, dt.date) else None, known)
    found = dict(values)
    for name, kinds in wanted.items():
        uids = [uid for text in _texts(values[name]) for uid in names.uids(text, name, kinds)]
        found[name] = uids[0] if isinstance(values[name], str) else uids
    return found, names.notes


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _kinds(database: Database, uids: set[str]) -> dict[str, frozenset[str]]:
    """What each text that is a uid of the graph already is the uid of."""
    rows = queries.things_by_uid(sorted(uids), database=database)
    return {row.uid: frozenset(_kinds_of(row)) for row in rows}


def _kinds_of(row: Row) -> Iterator[str]:
    yield row.what.capitalize()
    if row.level:
        yield from ("Division", "Place", "Region")


@dataclass
class _Names:
    """Names of one question: its day (None: any), what is known to be a uid, and the notes so far."""

    database: Database
    day: dt.date | None
    known: Mapping[str, frozenset[str]]
    notes: list[Words] = field(default_factory=list)

    def uids(self, text: str, parameter: str, kinds: tuple[str, ...]) -> list[str]:
        """The uids that a text means: several of a region that people name together, else one."""
        if "Region" not in kinds or not is_named(text):
            return [self.uid(text, parameter, kinds)]
        area = find_area(self.database, text)
        named = Words.first(map(Words.same, area.names), _SHOWN, "另 {} 个", "、", "、")
        told = Words(f"{parameter}: {text} is {named.en}.", f"{parameter}：{text} 即 {named.zh}。")
        self.notes.append(told)
        return area.marked

    def uid(self, text: str, parameter: str, kinds: tuple[str, ...]) -> str:
        """The uid that a text means for a parameter; an empty text stands for nothing and stays."""
        if not text or self.known.get(text, frozenset()) & {*kinds}:
            return text
        if text in self.known:
            what = Words.joined((KINDS[kind] for kind in kinds), " or ", "或")
            raise NamesNothing(
                Words(
                    f"{text} cannot be {parameter}. Give the name or uid of a {what.en}.",
                    f"{text} 不能用作 {parameter}。请给出{what.zh}的名称或 uid。",
                )
            )
        move = moved(text)
        if move and self.known.get(move.new, frozenset()) & {*kinds}:
            self.notes.append(move.said)
            return move.new
        found = self._one(text, kinds)
        if found != text:
            self.notes.append(
                Words(f"{parameter}: {text} is {found}.", f"{parameter}：{text} 即 {found}。")
            )
        return found

    def _one(self, text: str, kinds: tuple[str, ...]) -> str:
        if len(kinds) == 1:
            return _FINDERS[kinds[0]](self, text)
        found: dict[str, str] = {}
        refused: list[InputError] = []
        for kind in kinds:
            try:
                found.setdefault(_FINDERS[kind](self, text), kind)
            except InputError as error:
                refused.append(error)
        if len(found) > 1:
            raise AmbiguousName(Words("thing", "事物"), text, list(found))
        if not found:
            if several := [error for error in refused if isinstance(error, AmbiguousName)]:
                raise several[0]
            unknown = [error for error in refused if isinstance(error, UnknownName)]
            raise UnknownName(
                Words("thing", "事物"), text, [s for e in unknown for s in e.suggestions[:2]]
            )
        return next(iter(found))

    def group(self, text: str) -> str:
        return str(find_group(self.database, text).uid)

    def person(self, text: str) -> str:
        return str(find_person(self.database, text).uid)

    def unit(self, text: str) -> str:
        return str(find_unit(self.database, text, self.day).uid)

    def division(self, text: str) -> str:
        if self.day is None:
            return self.place(text)
        found = find_place(self.database, text, self.day)
        self.notes += map(Words.same, found.notes)
        return found.uid

    def place(self, text: str) -> str:
        """The uid of the division that a text names; InputError for an agency, else raises as find_unit."""
        found = find_unit(self.database, text)
        if not found.level:
            raise InputError(
                Words(
                    f"{found.name} ({found.uid}) is an agency. Give a division.",
                    f"{found.name}（{found.uid}）是机构。请给出区划。",
                )
            )
        return str(found.uid)

    def post(self, text: str) -> str:
        """The uid of a post, by its title as it stands or, on a day, in another usual wording (外交部长)."""
        try:
            return self.titled("Post", text)
        except UnknownName:
            read = self._read_title(text)
            if read is None:
                raise
            return read

    def _read_title(self, text: str) -> str | None:
        if self.day is None:
            return None
        try:
            return suppose_chair(self.database, text, self.day).get("post")
        except InputError:
            return None

    def titled(self, label: str, text: str) -> str:
        """The uid of the only node of a label with this title, name or number; raises as `with_uids`."""
        rows = queries.titles(label, text, database=self.database)
        if len(rows) == 1:
            return str(rows[0].uid)
        if rows:
            raise AmbiguousName(KINDS[label], text, list(map(name_and_uid, rows)))
        named = queries.titles(label, database=self.database)
        spellings = {name_and_uid(row): (row.name, row.uid) for row in named}
        raise UnknownName(KINDS[label], text, nearest_things(text, spellings))


KINDS: Mapping[str, Words] = {
    kind: Words(kind.lower(), zh)
    for kind, zh in {
        "Group": "小组", "Person": "人物", "Unit": "单位", "Division": "区划", "Place": "地方",
        "Region": "地区", "Post": "职务", "Document": "文件", "Source": "来源",
    }.items()
}  # fmt: skip
"""What the kinds of things that a parameter takes are called."""

_FINDERS: Mapping[str, Callable[[_Names, str], str]] = {
    "Group": _Names.group,
    "Person": _Names.person,
    "Unit": _Names.unit,
    "Division": _Names.division,
    "Place": _Names.place,
    "Region": _Names.division,
    "Post": _Names.post,
    "Document": lambda names, text: names.titled("Document", text),
    "Source": lambda names, text: names.titled("Source", text),
}
