"""Names and titles of the shipped rosters, run together in every order: how they are told apart."""

from __future__ import annotations

import random
from functools import cache

import pytest

from loaders.notices.words.split import split
from tests.notices.together import Told, layouts, shipped_pairs, told_apart


@cache
def pairs() -> list[tuple[str, str]]:
    return shipped_pairs()


def test_all_shipped_pairs_are_asked() -> None:
    assert len(pairs()) > 1600


@pytest.mark.parametrize("layout", layouts([("张三", "市长")]))
def test_run_together_pairs_are_told_apart(layout: str) -> None:
    """At least 98 of 100 are right, at most 3 of 1,000 are wrong and certain, and few are doubted."""
    told = told_apart(layouts(pairs())[layout])
    assert told.right / told.asked >= 0.98, told
    assert told.silent / told.asked <= 0.003, told
    assert told.doubted / told.asked <= 0.15, told


def test_a_reading_holds_every_character_of_its_run() -> None:
    """Nothing of a run is left out: the words of its parts are those of the run, in their order."""
    chance = random.Random(1)
    for _ in range(200):
        run = "".join(person + title for person, title in chance.sample(pairs(), 3))
        reading = split(run)
        assert reading is not None
        assert "".join(part.mark + part.text for part in reading.parts) == run


def test_a_wrong_order_is_counted() -> None:
    """The measure itself: a pair that is read otherwise is not counted as right."""
    assert told_apart([("市长张三", [("三", "市长")])]) == Told(1, 0, 1, 0)


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("陈芸副省长", [("陈芸", "副省长")]),
        ("周济教育部部长", [("周济", "教育部部长")]),
        ("李四副市长王五副市长", [("李四", "副市长"), ("王五", "副市长")]),
        ("副市长李四同志和副市长王五", [("李四", "副市长"), ("王五", "副市长")]),
        ("努尔·白克力能源局局长", [("努尔·白克力", "能源局局长")]),
        ("武夷山市副市长", [(None, "武夷山市副市长")]),
        ("石家庄市长", [(None, "石家庄市长")]),
    ],
)
def test_runs(run: str, expected: list[tuple[str | None, str]]) -> None:
    reading = split(run)
    assert reading is not None
    assert [(part.person, part.title) for part in reading.parts] == expected


def test_a_title_that_begins_with_no_known_word_is_never_certain() -> None:
    reading = split("王五稀土产业园管委会主任")
    assert reading is not None
    assert not any(part.certain for part in reading.parts if part.title)
