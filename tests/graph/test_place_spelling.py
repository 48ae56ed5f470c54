"""Codes, days and spellings as users type them, and changes in words."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.lookup import find_unit
from graph.connection import Database
from graph.core.as_of import parse_as_of
from graph.core.errors import InputError
from graph.places.find import Code, find_place, read_code
from graph.places.spelling import typed, without_ending
from graph.places.trails import changes_in_words, when

NOW = dt.date(2026, 9, 11)
day = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("37120", "has 5 digits"),
        ("3712001", "has 7 digits"),
        ("370001", "no county without a prefecture"),
        ("991200", "No province has the code 990000"),
        ("379901", "nor its superior's, 379900"),
        ("371299", "county level, below 371200 莱芜市.*371203"),
        ("370101", "headings of tables, 市辖区"),
        ("429099", "county level, below 420000 湖北省"),
        ("379900", "prefecture level, below 370000 山东省"),
    ],
)
def test_a_code_that_nobody_has_is_explained(loaded: Database, code: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        find_place(loaded, code, NOW)
    with pytest.raises(InputError, match=message):
        find_unit(loaded, code, NOW)


@pytest.mark.parametrize(
    ("text", "level", "parent"),
    [
        ("100000", "Country", None),
        ("370000", "Province", "100000"),
        ("370100", "Prefecture", "370000"),
        ("370116", "County", "370100"),
        ("110105", "County", "110000"),
        ("429004", "County", "420000"),
        ("370116001", "Township", "370116"),
    ],
)
def test_the_digits_say_level_and_superior(text: str, level: str, parent: str | None) -> None:
    assert read_code(text) == Code(text, level, parent)


@pytest.mark.parametrize("text", ["", "37010a", "三七", "²70100"])
def test_what_is_no_digit_is_no_code(text: str) -> None:
    with pytest.raises(InputError):
        read_code(text)


@pytest.mark.parametrize(
    ("text", "answer", "told"),
    [
        ("2009-06-30", day("2009-06-30"), 0),
        ("2009", day("2009-12-31"), 1),
        ("2008-02", day("2008-02-29"), 1),
        ("9999", day("9999-12-31"), 1),
        ("２００９－０６", day("2009-06-30"), 1),
    ],
)
def test_a_year_is_its_last_day_and_told_so(text: str, answer: dt.date, told: int) -> None:
    read, notes = parse_as_of(text)
    assert (read, len(notes)) == (answer, told)
    assert all(f"{text} is read as its last day, {answer}." == note for note in notes)


@pytest.mark.parametrize("text", ["2009-13", "2009-02-30", "spring", "", "20"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_as_of(text)


def test_dates_and_changes_in_words() -> None:
    assert [
        when("2010-11-26", "day").en,
        when("1986", "year").en,
        when("[..1987-12-31]", "by").en,
    ] == [
        "on 2010-11-26", "in 1986", "by 1987-12-31",
    ]  # fmt: skip
    assert when(None, None).en == "on a day that is not known"
    step = {
        "old": "a", "old_code": "1", "old_name": "甲", "new": "b", "new_code": "1", "new_name": "乙",
        "kind": "rename", "on": "1986", "precision": "year", "document": None,
    }  # fmt: skip
    assert changes_in_words([step, step]) == ["甲 was renamed 乙 in 1986."]


def test_spellings() -> None:
    assert typed(" Lǚliáng ") == "Lüliang"
    assert typed("（甲）") == "（甲）"
    assert without_ending("Jinan City") == ("Jinan", ("市",))
    assert without_ending("tongshanxian") == ("tongshan", ("县",))
    assert without_ending("济南") is None
