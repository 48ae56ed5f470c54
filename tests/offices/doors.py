"""The doors through which a title comes in: supposed chairs, spreadsheets, notices.

A door answers which of a title's posts sits, and all of them in their order; None where it does not
understand the title. Spreadsheets and notices are read to the end, as files that are loaded are.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from graph.ask.suppose import posts_of
from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.offices.post import Post, seat_of
from loaders.files.problems import Problems
from loaders.form.entries import Entries
from loaders.groups.read import read_groups, shipped_files
from loaders.groups.rows import GroupData, SeatRow
from loaders.notices.words.titles import Place, body_of
from loaders.tables.convert import read_tables
from loaders.units.shipped import shipped_places
from tests.offices.titles import UNIT, Answer, Title

Answers = tuple[int, list[Answer]]


def supposed(database: Database, title: Title) -> Answers | None:
    """A supposed chair, before the unit of the post is asked for in the graph."""
    rows = queries.units_named(title.code, title.day, database=database)
    try:
        posts = posts_of(database, title.text, title.day, rows[0].uid)
    except InputError:
        return None
    return _of_posts(posts, seat_of(posts, None))


def _ordered(title: Title, seat: Answer, beside: Iterable[Answer]) -> Answers:
    """The answers in the order of the right ones; the one that sits may be among them twice."""
    answers = sorted([seat, *beside], key=lambda one: _position(title, one))
    return answers.index(seat), answers


def _answer(post: Post) -> Answer:
    mode = UNIT if post.stands_for_unit else str(post.mode)
    return Answer(post.body.name, mode, post.branch, post.whole_rank)


def _of_posts(posts: Sequence[Post], seat: Post) -> Answers:
    return list(posts).index(seat), list(map(_answer, posts))


def tables(folder: Path, asked: Iterable[tuple[str, Title, str]]) -> Path:
    """A folder of CSV with a group and a chair for each title: key, title, unit beside it."""
    folder.mkdir(parents=True)
    rows = list(asked)
    day = rows[0][1].day.isoformat()
    _csv(
        folder / "sources.csv",
        ["source", "title", "kind", "date"],
        [["S", "某通知", "gov_doc", day]],
    )
    groups = [[key, f"{key}领导小组", title.code, day, "S"] for key, title, _ in rows]
    _csv(folder / "groups.csv", ["group", "name", "place", "from", "source"], groups)
    seats = [[key, "chair", title.text, unit, _person(key), day, "S"] for key, title, unit in rows]
    header = ["group", "role", "title", "unit", "person", "from", "source"]
    _csv(folder / "seats.csv", header, seats)
    return folder


def _person(key: str) -> str:
    """A name of its own for each seat: 李〇〇七."""
    return "李" + "".join("〇一二三四五六七八九"[int(digit)] for digit in key[1:]) + key[0]


def _csv(path: Path, header: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def loaded_rows(path: Path) -> Callable[[str, Title], Answers | None]:
    """What a folder gives in the end: the posts of the chair of a group, by its key."""
    data = read_groups([*shipped_files(), path])
    persons = {row.name: row.uid for row in data.persons}
    chairs = {row.person: row for row in data.seats if row.person}

    def answer(key: str, title: Title) -> Answers | None:
        seat = chairs[persons[_person(key)]]
        return _of_rows(data, seat, title)

    return answer


def _of_rows(data: GroupData, seat: SeatRow, title: Title) -> Answers | None:
    agencies = {row.uid: row for row in data.agencies}
    if seat.unit is not None:
        unit = agencies.get(seat.unit)
        place = shipped_places().by_uid.get(seat.unit)
        if unit is not None:
            return 0, [Answer(unit.name, UNIT, unit.branch, unit.rank)]
        assert place is not None
        return 0, [Answer(place.name, UNIT, "government", place.rank)]
    if seat.post is None:
        return None
    posts = {row.uid: row for row in data.posts}
    beside = {row.post for row in data.tenures if row.person == seat.person} - {seat.post}

    def told(uid: str) -> Answer:
        row = posts[uid]
        name = agencies[row.unit].name if row.unit in agencies else row.unit.split(":")[2]
        return Answer(name, str(row.mode), row.branch, row.rank)

    return _ordered(title, told(seat.post), map(told, beside))


def _position(title: Title, one: Answer) -> int:
    """Where the right answer has a post of this body, mode and branch; wrong ones come last."""
    rights = title.posts or ()
    for number, right in enumerate(rights):
        if (right["mode"], right["branch"]) == (one.mode, one.branch):
            return number
    return len(rights)


def not_understood(path: Path) -> tuple[list[list[dict[str, object]]], str]:
    """The seats of each group of a folder, and all that its reader tells."""
    problems = Problems()
    read = read_tables(path, Entries(), problems)
    assert read is not None
    file, doubts = read
    groups = file.tree["groups"]
    told = "\n".join([*doubts, *map(str, problems.found)])
    return [group.get("seats", []) for group in groups], told


def printed(title: Title) -> str:
    """The unit that a draft of a notice gives beside the title; empty where it gives none."""
    return body_of(title.text, _place(title)).unit or ""


def doubtful(title: Title) -> bool:
    """Whether a notice names no body for the title, or marks what it names as doubtful."""
    found = body_of(title.text, _place(title))
    return found.unit is None or bool(found.check)


def _place(title: Title) -> Place:
    place = shipped_places().coded(title.code, None, title.day)
    assert place is not None
    above = [one.name for one in shipped_places().above(place, title.day)]
    return Place(title.place, "".join(reversed(above)), title.day)


def by_day(titles: Iterable[Title]) -> dict[dt.date, list[Title]]:
    """Titles of one day together: one post is of one unit in a file."""
    found: dict[dt.date, list[Title]] = {}
    for title in titles:
        found.setdefault(title.day, []).append(title)
    return found
