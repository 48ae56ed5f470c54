"""Persons (任职者): who is meant by a name, and in which groups somebody sits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.ask.lookup import find_group, name_and_uid
from graph.ask.remarks import remark
from graph.catalogue import Result, Row, queries
from graph.connection import Database
from graph.core.dates import lasts
from graph.core.errors import AmbiguousName, InputError, UnknownName
from graph.core.language import say
from graph.core.moved import followed
from graph.core.words import Words
from graph.names.earlier import earlier_names
from graph.names.fit import Fit, best_fit
from graph.names.readings import spelt
from graph.places.suggestions import nearest_things


@dataclass(frozen=True)
class PersonGroups:
    """The seats of one person in groups, and the counts of all seats: how many name nobody.

    `seats` are rows of `groups_of_person`, `counted` of `seats_counted` (the denominator).
    """

    person: Row
    seats: Result
    counted: Result

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the seats as plain dictionaries, each with the person."""
        who = {"person": self.person.uid, "name": self.person.name}
        return [{**who, **row} for row in self.seats]


@dataclass(frozen=True)
class PersonSheet:
    """A person as a page tells it: the seats in groups, and the posts held (rows of `posts_of_person`)."""

    groups: PersonGroups
    posts: Result


def person_sheet(database: Database, text: str, as_of: dt.date | None = None) -> PersonSheet:
    """Return the sheet of a person, at any time or on a day; raises what `find_person` raises."""
    groups = groups_of_person(database, text, as_of)
    posts = queries.posts_of_person(groups.person.uid, as_of=as_of, database=database)
    return PersonSheet(groups, posts)


def find_person(database: Database, text: str) -> Row:
    """Return a person by uid (with or without `person:`), name (姓名) or earlier name, pinyin or initials.

    A uid that moved is followed, with the warning UidMoved.
    Raises AmbiguousName with the candidates and what tells them apart where several bear the name:
    it chooses none; UnknownName with suggestions where nobody bears the name.
    """
    persons = queries.persons_named(text, database=database)
    if not persons:
        persons = queries.persons_named(f"person:{text}", database=database)
    if not persons and (new := followed(text, "person")):
        persons = queries.persons_named(new, database=database)
    if len(persons) == 1:
        return persons[0]
    if persons:
        raise AmbiguousName(Words("person", "人物"), text, [shown(person) for person in persons])
    people = queries.person_names(database=database)
    if not people:
        raise InputError(
            Words(
                "The graph holds no persons yet. Load groups first: lsgraph load groups",
                "图谱中尚无人物。请先载入小组：lsgraph load groups",
            )
        )
    uids = bearers(people, text)
    if len(uids) == 1:
        return queries.persons_named(uids[0], database=database)[0]
    told = {p.uid: name_and_uid(p) for p in people}
    if uids:
        raise AmbiguousName(Words("person", "人物"), text, [told[uid] for uid in uids])
    spellings = {told[p.uid]: (p.name, spelt(p.name)) for p in people}
    raise UnknownName(Words("person", "人物"), text, nearest_things(text, spellings))


def bearers(people: Iterable[Row], text: str) -> list[str]:
    """The uids of persons whose whole name, or earlier one, a text is: in Chinese, pinyin or initials."""
    return [p.uid for p in people if best_fit((p.name, *earlier_names(p.uid)), text) is Fit.WHOLE]


def groups_of_person(database: Database, text: str, as_of: dt.date | None = None) -> PersonGroups:
    """Return every group that a person chairs, deputises or sits in, at any time or on a day.

    Raises what `find_person` raises.
    """
    person = find_person(database, text)
    seats = queries.groups_of_person(person.uid, database=database)
    if as_of is not None:
        rows = tuple(row for row in seats if lasts(row.valid_from, row.valid_to, as_of))
        seats = Result(seats.columns, rows)
    return PersonGroups(person, seats, queries.seats_counted(database=database))


def groups_of_chair(database: Database, group: str, as_of: dt.date | None = None) -> Result:
    """Return the other groups of whoever chairs a group on a day (default: its last documented one).

    Rows of the query of this name. Raises InputError for an unknown group.
    """
    named = find_group(database, group)
    day = as_of or named.read_on
    return queries.groups_of_chair(group=named.uid, as_of=day, database=database)


def shown(person: Row) -> str:
    """A bearer of a name, with what tells the person apart from the others."""
    told = "、".join(person.posts) or say(remark(person.note))
    apart = told or say(Words("no post known", "职务不明"))
    return f"{person.name} ({person.uid}: {apart})"
