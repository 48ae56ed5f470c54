"""The types of query headers: what they hold, and how text becomes a value."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.catalogue import queries
from graph.catalogue.types import UnknownType, parse_type
from graph.core.errors import InputError


@pytest.mark.parametrize(
    ("name", "held", "refused"),
    [
        ("string", ["", "济南"], [None, 1]),
        ("integer", [0, -9], [None, True, 1.0, "1"]),
        ("float", [0.5, 1], [None, False, "0.5"]),
        ("boolean", [True], [None, 1, "true"]),
        ("date", [dt.date(2018, 12, 25)], [None, "2018-12-25"]),
        ("map", [{}, {"a": 1}], [None, []]),
        ("any", [None, 1, "x", [1]], []),
        ("string?", [None, "x"], [1]),
        ("list<integer>", [[], [1, 2], (3,)], [None, [None], ["1"], [True], 1]),
        ("uid<Group>", ["group:x"], [None, 1]),
        ("list<uid<Unit|Group>>?", [None, ["div:1"]], ["div:1", [None]]),
        ("list<string?>?", [None, [None, "x"]], [[1]]),
        ("list<list<date>>", [[[dt.date(2018, 1, 1)]]], [[dt.date(2018, 1, 1)]]),
    ],
)
def test_a_type_holds_its_values(name: str, held: list[object], refused: list[object]) -> None:
    kind = parse_type(name)
    assert str(kind) == name
    assert [value for value in held if not kind.holds(value)] == []
    assert [value for value in refused if kind.holds(value)] == []


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("string", "济南", "济南"),
        ("integer", "-3", -3),
        ("float", "0.5", 0.5),
        ("boolean", "No", False),
        ("date", "2018-12-25", dt.date(2018, 12, 25)),
        ("date", "2018", dt.date(2018, 12, 31)),
        ("map?", "null", None),
        ("string?", "", None),
        ("map", '{"title": "济南市市长"}', {"title": "济南市市长"}),
        ("list<string>", "div:1, div:2", ["div:1", "div:2"]),
        ("list<string>", '["a, b"]', ["a, b"]),
        ("list<string>", "[]", []),
        ("list<string>", "[div:370100:济南市, div:2]", ["div:370100:济南市", "div:2"]),
        ("list<date>", "2018-12-25", [dt.date(2018, 12, 25)]),
        ("list<integer>", "[1, 2]", [1, 2]),
    ],
)
def test_text_becomes_a_value(name: str, text: str, value: object) -> None:
    assert parse_type(name).read(text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("integer", "many"), ("integer", ""), ("float", "1,5"), ("boolean", "perhaps"),
        ("date", "2018-13-01"), ("map", "{title: x}"), ("list<integer>", "1, x"),
        ("list<date>", "[2018-12-25, 2018-13]"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused_in_words(name: str, text: str) -> None:
    with pytest.raises(InputError, match=r"not a value of the type|is not a day"):
        parse_type(name).read(text)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "text",
        "uid",
        "uid<>",
        "uid<Thing>",
        "list<>",
        "list<text>",
        "string??",
        "String",
        "list",
    ],
)
def test_what_is_no_type_is_refused(name: str) -> None:
    with pytest.raises(UnknownType, match="unknown type"):
        parse_type(name)


def test_a_day_given_by_default_is_the_last_that_the_divisions_are_known_for() -> None:
    given = {
        (query.name, one.name): one.default
        for query in queries.values()
        for one in query.parameters
        if isinstance(one.default, dt.date)
    }
    assert len(given) >= 5
    assert set(given.values()) == {dt.date(2026, 9, 11)}
