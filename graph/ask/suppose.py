"""A supposed chair: a title (职务名称) read against the divisions and agencies of the graph on a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from graph.catalogue import queries
from graph.connection import Database
from graph.core.dates import Period
from graph.core.errors import AmbiguousName, InputError
from graph.core.words import Words
from graph.offices.agencies import Agencies
from graph.offices.agency import Agency
from graph.offices.bodies import Bodies, Setting
from graph.offices.central import Central
from graph.offices.divisions import Division, Places
from graph.offices.errors import NotRead
from graph.offices.grammar import Seat, read_offices
from graph.offices.post import Post, seat_of
from graph.offices.read import Titles
from graph.places.find import find_unit

LONGEST_NAME = 15
"""Most characters of a division's name that a title is searched for."""


def suppose_chair(
    database: Database, title: str, as_of: dt.date, near: str | None = None
) -> dict[str, Any]:
    """The parameter `suppose_chair` for a title: a post of the graph, or one that the rules give.

    `near`: the uid of a division, or of a group for its place, beside which a title without a place
    is read. Raises InputError for a title that no rule covers or of an agency that the graph does
    not hold, UnknownName for an unknown place.
    """
    known = _known(database, title, as_of)
    if known is not None:
        return known
    post = seat_of(posts_of(database, title, as_of, near), None)
    agency, division = post.body.agency, post.body.division
    if agency is not None and not agency.known:
        raise InputError(
            Words(
                f"{title!r} means {post.mode} of {post.body.name}, and the graph holds no such agency on"
                f" {as_of}. Load it among the units of a file, or suppose a post of a unit that is there.",
                f"“{title}”是{post.body.name}的职务（{post.mode}），而图谱中 {as_of} 没有这个机构。请"
                "把它列入文件的单位后载入，或假设已有单位的职务。",
            )
        )
    unit = agency.uid if agency else division.uid
    return _known(database, post.title, as_of, unit) or _made(post, title, unit)


def posts_of(
    database: Database, title: str, as_of: dt.date, near: str | None = None
) -> tuple[Post, ...]:
    """The posts of a title, former ones left out, as the divisions and agencies of the graph give them.

    Raises as suppose_chair does, but for agencies that the graph does not hold: those have no node.
    """
    text = "".join(title.split())
    titles, place = _titles(database, text, as_of, near)
    try:
        posts = titles.read(text, None, Setting(as_of, place, "other"))
    except NotRead as reason:
        _raise_of_the_place(database, text, as_of)
        raise _not_understood(title, reason.words) from None
    held = tuple(post for post in posts if not post.former)
    if not held:
        raise _not_understood(title, Words("原 marks a former post", "“原”表示曾任职务"))
    return held


def _known(
    database: Database, title: str, as_of: dt.date, unit: str | None = None
) -> dict[str, Any] | None:
    """The one post of the graph that bears the title, in the unit if one is given."""
    posts = [
        post
        for post in queries.posts_titled(title, as_of, database=database)
        if unit in (None, post.unit)
    ]
    if len(posts) > 1:
        raise AmbiguousName(
            Words("post", "职务"), title, [f"{p.title} ({p.unit_name}, {p.post})" for p in posts]
        )
    return {"post": posts[0].post, "title": title} if posts else None


def _made(post: Post, title: str, unit: str) -> dict[str, Any]:
    rank = post.whole_rank
    return {
        "title": title, "unit": unit, "mode": str(post.mode), "branch": post.branch, "rank": rank,
        "rank_basis": None if rank is None else post.rank_basis or "derived",
    }  # fmt: skip


def _titles(
    database: Database, text: str, as_of: dt.date, near: str | None
) -> tuple[Titles, Division | None]:
    """The reader over the divisions that the words may mean and the agencies of the day; the place."""
    starts = range(len(text))
    names = {text[i : i + n] for i in starts for n in range(2, LONGEST_NAME + 1)}
    rows = queries.divisions_of_names(sorted(names), as_of, near, database=database)
    found = {
        row.uid: Division(
            row.uid, row.code, row.name, row.name_short, row.level, row.rank,
            Period.of(row.from_edtf, row.to_edtf),
        )
        for row in rows
    }  # fmt: skip
    ties = ((row.uid, row.upper, found[row.uid].period) for row in rows if row.upper)
    places = Places.of(found.values(), ties)
    agencies = Agencies(places, Central.of({}))
    agencies.enter(
        Agency(
            row.uid, row.name, row.branch, rank=row.rank, known=True,
            period=Period.of(row.from_edtf, row.to_edtf),
        )
        for row in queries.agencies_on(as_of, database=database)
    )  # fmt: skip
    place = next((found[row.uid] for row in rows if row.place), None)
    return Titles(Bodies(places, agencies)), place


def _raise_of_the_place(database: Database, text: str, as_of: dt.date) -> None:
    """Raises what is to be said of a place that a title names and that is not one on the day."""
    for office in read_offices(text) or ():
        if office.seat is Seat.GOVERNMENT and len(office.body) > 1 and office.word != "专员":
            whole = office.body.endswith(office.ends)
            find_unit(database, office.body if whole else office.body + office.ends, as_of)


def _not_understood(title: str, why: Words) -> InputError:
    return InputError(
        Words(
            f"The title {title!r} is not understood ({why.en}). Write place and office, for example"
            " 济南市市长, 山东省副省长, 北京市委书记, 国务院副总理.",
            f"读不懂职务“{title}”（{why.zh}）。请写地方与职务，例如济南市市长、山东省副省长、"
            "北京市委书记、国务院副总理。",
        )
    )
