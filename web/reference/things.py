"""The pages of groups, persons and places: the functions of the application, each page in both languages."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from graph.ask.question import Question
from graph.catalogue import queries
from graph.chairs.persons import PersonGroups, PersonSheet, find_person
from graph.connection import Database
from graph.names.earlier import earlier_names
from graph.pictures.group.sheet import group_sheet
from graph.places.sheet import PlaceSheet, place_sheet
from loaders.package.ask import Statements
from web.pages.around import group_address, person_address, place_address
from web.pages.facts.statements import EMPTY, drawer
from web.pages.group import group_page
from web.pages.things import person_page, place_page
from web.reference.cited import Citing
from web.reference.held import Held
from web.reference.pictures import Pictures
from web.reference.search import Named
from web.reference.still import Writer

AT_ONCE = 2
"""Questions at a time: the graph answers one while a page of another is written."""
AHEAD = 4
"""Answers that wait for their page at most."""
NOTHING = {"as_of": "", "basis": "", "scope": "", "suppose": None, "member": ""}
"""What a page of a group asks for: each stands on its last documented day."""
T = TypeVar("T")


def asked(ask: Callable[[str], T], uids: Sequence[str]) -> Iterator[T]:
    """The answers for the uids, in their order; a few are asked ahead, in the language that is spoken."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ahead: deque[Future[T]] = deque()
        for uid in uids:
            ahead.append(pool.submit(copy_context().run, ask, uid))
            if len(ahead) > AHEAD:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def write_groups(
    writer: Writer, citing: Citing, db: Database, held: Held, says: Statements | None
) -> Iterator[Named]:
    """Write the page and the picture of every group."""
    rows = {row.uid: row for row in queries.group_names(database=db)}
    pictures = Pictures(writer)
    for sheet in asked(lambda uid: group_sheet(db, rows[uid]), list(held.things["Group"])):
        own = held.things["Group"][sheet.uid]
        name, english = str(own["name"]), own.get("name_en")
        file, here = writer.book.files[sheet.uid], group_address(sheet.uid)
        foot = citing.foot(sheet.uid, name, english, sheet.answer.group.as_of)
        told = drawer(says, sheet.uid) if says else EMPTY
        for around in writer.arounds(file, here, foot):
            writer.put(around, group_page(sheet, Question(), around, NOTHING, [], told))
        pictures.add(sheet.uid, sheet.picture)
        before = [held.name(one) for one in held.before.get(sheet.uid, ())]
        yield Named(file, name, english or "", (*before, *earlier_names(sheet.uid)))
    pictures.write()


def write_persons(
    writer: Writer, citing: Citing, db: Database, held: Held, says: Statements | None
) -> Iterator[Named]:
    """Write the page of every person."""
    counted = queries.seats_counted(database=db)

    def sheet_of(uid: str) -> PersonSheet:
        seats = queries.groups_of_person(uid, database=db)
        posts = queries.posts_of_person(uid, database=db)
        return PersonSheet(PersonGroups(find_person(db, uid), seats, counted), posts)

    for sheet in asked(sheet_of, list(held.things["Person"])):
        person = sheet.groups.person
        file, here = writer.book.files[person.uid], person_address(person.uid)
        told = drawer(says, person.uid) if says else EMPTY
        for around in writer.arounds(file, here, citing.foot(person.uid, person.name)):
            writer.put(around, person_page(sheet, "", around, drawer=told))
        yield Named(file, person.name, "", earlier_names(person.uid))


def write_places(
    writer: Writer,
    citing: Citing,
    db: Database,
    held: Held,
    says: Statements | None,
    today: dt.date,
) -> Iterator[Named]:
    """Write the page of every unit that sits in, runs or chairs a group, as it last stood by `today`."""

    def sheet_of(uid: str) -> PlaceSheet:
        return place_sheet(db, uid, today=today)

    for uid, sheet in zip(held.places, asked(sheet_of, held.places), strict=True):
        own = held.things["Unit"][uid]
        name, english = str(own["name"]), own.get("name_en")
        file, here = writer.book.files[uid], place_address(uid)
        told = drawer(says, uid) if says else EMPTY
        for around in writer.arounds(file, here, citing.foot(uid, name, english)):
            writer.put(around, place_page(sheet, "", around, drawer=told))
        before = {str(row.name) for row in sheet.history} - {name}
        yield Named(file, name, english or "", (*sorted(before), *earlier_names(uid)))
