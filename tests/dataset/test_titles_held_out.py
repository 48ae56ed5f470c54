"""Titles that the rules had not seen, each with the reading written down before: what is read is right.

`-` stands for a title or body that must not be understood; `;` parts unit, mode, branch and rank, `//`
readings that are equally right. The list holds titles of all levels, parties, companies, the corps,
garrisons, universities and the central bodies before and after 2018 and 2023.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from graph.offices.bodies import Setting
from graph.offices.body_words import words
from graph.offices.errors import NotRead
from graph.offices.post import seat_of
from graph.offices.read import Titles
from loaders.units.shipped import shipped_bodies, shipped_places

HELD_OUT = Path(__file__).parent / "files" / "titles.txt"
LINES = [
    line.split("|")
    for line in HELD_OUT.read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def read(title: str, of: str, place: str, level: str, day: dt.date) -> str:
    """The seat's unit, mode, branch and rank; `-` where nothing is understood."""
    places = shipped_places()
    bodies = shipped_bodies()
    setting = Setting(day, places.named(place, day) if place else None, level or "prefecture")
    try:
        own = bodies.find(of, setting) if of else None
        posts = [post for post in Titles(bodies).read(title, own, setting) if not post.former]
    except NotRead:
        return "-"
    if not posts:
        return "former"
    post = seat_of(tuple(posts), None)
    mode = "UNIT" if post.stands_for_unit else str(post.mode)
    rank = [] if post.rank is None else [str(post.rank)]
    return ";".join([words().key(post.body.name), mode, post.branch, *rank])


def expected(told: str) -> set[str]:
    """The readings that are right."""
    found = set()
    for reading in told.split("//"):
        unit, *rest = reading.strip().split(";")
        found.add(";".join([words().key(unit), *rest]) if rest else unit)
    return found


def answers() -> list[tuple[str, str, set[str]]]:
    """Title, what is read, what is right."""
    found = []
    for title, of, place, level, told, *day in LINES:
        when = dt.date.fromisoformat(day[0].strip()) if day else dt.date(2020, 6, 1)
        got = read(title.strip(), of.strip(), place.strip(), level.strip(), when)
        found.append((title.strip(), got, expected(told)))
    return found


@pytest.fixture(scope="module")
def judged() -> list[tuple[str, str, set[str]]]:
    """Every title once."""
    return answers()


def test_no_title_is_misunderstood(judged: list[tuple[str, str, set[str]]]) -> None:
    wrong = {title: got for title, got, right in judged if got != "-" and got not in right}
    assert wrong == {}


def test_what_can_be_understood_is(judged: list[tuple[str, str, set[str]]]) -> None:
    asked = [(got, right) for _, got, right in judged if "-" not in right]
    assert len(asked) > 500
    assert sum(got != "-" for got, _ in asked) >= 0.97 * len(asked)
