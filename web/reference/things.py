"""The pages of groups, persons and places: the functions of the application, each page in both languages."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from graph.ask.question import Question
from graph.catalogue import queries
from graph.chairs.persons import PersonGroups, PersonSheet, find_person
from graph.connection import Database
from graph.names.earlier import earlier_names
from graph.pictures import Picture
from graph.pictures.group.sheet import group_sheet
from graph.places.sheet import PlaceSheet, place_sheet
from loaders.package.ask import Statements
from visualize.page.shared import shared_page
from web.pages.around import group_address, person_address, place_address
from web.pages.facts.statements import EMPTY, drawer
from web.pages.group import group_page
from web.pages.things import person_page, place_page
from web.reference.addresses import picture_file, relative
from web.reference.cited import Citing
from web.reference.held import Held
from web.reference.search import Named
from web.reference.still import DRAWN_BY, File, Writer, compact, files

MANY = 20
"""Pictures that say a piece of HTML before it stands in the script."""
LEAST = 60
"""Characters of such a piece: of a shorter one the place would be as long."""
_PARTS = "parts.js"
_PIECE = re.compile(
    r"^<(?!script|noscript|title)(\w+)[ >].*</\1>$|<li>(?:(?!</?li>).)+</li>", re.MULTILINE
)
"""A line that is an element, and an entry of the legend."""


class Pictures:
    """Takes the picture of each group, and writes them all when what they share is known."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._pages: dict[str, str] = {}

    def add(self, uid: str, picture: Picture) -> None:
        """Keep the page of a picture until all are there. Raises as `shared_page` does."""
        here = picture_file(uid)

        def at(*names: str) -> Iterator[str]:
            return (relative(here, files()[name].path) for name in names)

        scripts = [*at("constants.js"), _PARTS, *at("frame.js", DRAWN_BY, "picture.js")]
        self._pages[here] = shared_page(picture, scripts, [*at("page.css", "frame.css")])

    def write(self) -> None:
        """Write the pages, and the script with the pieces that many of them share."""
        counted = Counter(piece for page in self._pages.values() for piece in _pieces(page))
        shared = sorted(piece for piece, n in counted.items() if n >= MANY)
        numbers = {piece: number for number, piece in enumerate(shared)}
        parts = File(_PARTS, f"const pictureParts = {compact(shared)};\n")
        self._writer.text(parts.path, parts.text)

        def short(found: re.Match[str]) -> str:
            number = numbers.get(found[0])
            tag = "li" if found[0].startswith("<li") else "b"
            return found[0] if number is None else f'<{tag} data-of="{number}"></{tag}>'

        for here, page in self._pages.items():
            made = _PIECE.sub(short, page)
            self._writer.text(
                here, made.replace(f'src="{_PARTS}"', f'src="{relative(here, parts.path)}"')
            )
        self._pages.clear()


def _pieces(page: str) -> set[str]:
    return {found[0] for found in _PIECE.finditer(page) if len(found[0]) >= LEAST}


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
