"""Every kind of page on real data: a government, a person, a region with groups, the answers of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.pictures import Picture
from graph.pictures.government.picture import government_picture
from graph.pictures.person.picture import person_picture
from graph.pictures.query import query_picture
from graph.pictures.region.groups import region_groups_picture
from tests.browser.conftest import Open
from tests.browser.test_access import assert_no_violation, violations
from tests.browser.test_picture import ink

DAY = dt.date(2018, 7, 12)


def _query(database: Database, name: str, **given: object) -> Picture:
    query = queries[name]
    values = query.values(given)
    return query_picture(database, query, query(**values, database=database), values)


KINDS: dict[str, Callable[[Database], Picture]] = {
    "government": lambda db: government_picture(db, "北京市", DAY),
    "centre": lambda db: government_picture(db, "中华人民共和国", DAY),
    "person": lambda db: person_picture(db, "韩正"),
    "region": lambda db: region_groups_picture(db, "广东省", DAY),
    "succession": lambda db: _query(db, "succession_ties", unit="div:371200:莱芜市"),
    "chairs": lambda db: _query(db, "chair_ties", as_of=DAY),
    "command": lambda db: _query(
        db,
        "command_between",
        lower=["div:370100:济南市:2"],
        upper=["div:100000:中华人民共和国"],
        as_of=DAY,
    ),
}


@pytest.fixture(scope="module")
def pictures(loaded: Database) -> dict[str, Picture]:
    """Each kind once: the questions behind them take seconds."""
    return {name: make(loaded) for name, make in KINDS.items()}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", KINDS)
def test_it_is_readable_without_eyes_and_has_ink(
    show: Open, pictures: dict[str, Picture], name: str, width: int, lang: str
) -> None:
    page = show(pictures[name], width, lang)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    canvas = page.locator("#canvas canvas").bounding_box()
    assert canvas and canvas["x"] >= 0 and canvas["x"] + canvas["width"] <= width
    form = page.evaluate("page.form()")
    for box in form["boxes"][:: max(1, len(form["boxes"]) // 20)]:
        assert ink(page, box) > 60
    assert_no_violation(page)


@pytest.mark.parametrize("name", KINDS)
def test_the_table_equals_the_drawing(show: Open, pictures: dict[str, Picture], name: str) -> None:
    page = show(pictures[name])
    picture = pictures[name]
    rows = "(rows) => rows.map((row) => [row.dataset.uid ?? row.dataset.start, row.dataset.end])"
    boxes = page.locator("#boxes tbody tr").evaluate_all(rows)
    assert [uid for uid, _ in boxes] == [node.uid for node in picture.nodes]
    assert [uid for uid, _ in boxes] == page.evaluate("page.picture.nodes.map((n) => n.uid)")
    ties = page.locator("#ties tbody tr").evaluate_all(rows)
    assert [tuple(ends) for ends in ties] == [(tie.start, tie.end) for tie in picture.ties]
    assert len(page.evaluate("page.form().routes")) == len(ties)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", KINDS)
def test_boxes_and_badges_stand_apart(
    show: Open, pictures: dict[str, Picture], name: str, width: int, lang: str
) -> None:
    page = show(pictures[name], width, lang)
    form = page.evaluate("page.form()")
    badges = [[x, y, size, 15] for x, y, _, size in filter(None, form["badges"])]
    places = [*form["boxes"], *badges]
    for number, one in enumerate(places):
        assert one[0] - one[2] / 2 >= 0 and one[0] + one[2] / 2 <= form["width"] + 0.5
        for other in places[number + 1 :]:
            aside = abs(one[0] - other[0]) >= (one[2] + other[2]) / 2 - 0.5
            apart = abs(one[1] - other[1]) >= (one[3] + other[3]) / 2 - 0.5
            assert aside or apart, (one, other)


def test_what_is_dark_is_readable_too(show: Open, pictures: dict[str, Picture]) -> None:
    page = show(pictures["government"])
    page.emulate_media(color_scheme="dark")
    page.locator("#table summary").click()
    assert violations(page) == []
