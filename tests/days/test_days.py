"""Every query answers the rows that its definition gives, on the days on which something changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.model import Label, TieType
from tests.days.rows import cases, compared, named, stand, without
from tests.days.world import events, page, parts, records


@pytest.mark.parametrize("name", named())
def test_rows_are_as_expected(days: Database, name: str) -> None:
    told = [text for case in cases(name) if (text := case.difference(days))]
    assert not told, "- expected, + found\n" + "\n".join(told)


def test_a_case_not_yet_met_fails_once_it_is_met(days: Database) -> None:
    met = cases("children")[1]
    assert met.difference(days) == ""
    assert "is met now" in replace(met, not_yet="an example").difference(days)
    assert replace(met, rows=(), not_yet="an example").difference(days) == ""
    assert "+ div:910100:甲市" in replace(met, rows=()).difference(days)


def test_every_query_and_option_has_rows() -> None:
    """What has none stands in without.txt with its reason; what has some now is taken out of it."""
    listed, held = without(), stand()
    assert {name for name in listed if name in held} == {n for n, yes in held.items() if not yes}
    assert all(listed.values())


def test_every_file_is_of_a_query() -> None:
    assert set(named()) <= {query.name for query in queries.readable()}


def test_nothing_else_happens_on_a_day() -> None:
    days = Counter(day for day, _ in events())
    assert [day for day, times in days.items() if times > 1] == []


def test_the_world_holds_every_label_and_tie() -> None:
    made = records()
    assert {node.label for part in made for node in part.nodes} == set(Label)
    assert {tie.type for part in made for tie in part.ties} == set(TieType)


def test_the_drawing_is_current() -> None:
    assert parts()[1] == page(), "python -m tests.days --draw"


def test_a_difference_is_told_by_its_cell() -> None:
    expected = ({"uid": "a", "rank": 7}, {"uid": "b", "rank": None})
    assert compared(expected, expected) == ""
    assert compared(expected, tuple(reversed(expected)), ordered=False) == ""
    assert compared(expected, tuple(reversed(expected))) != ""
    found = ({"uid": "a", "rank": 6}, {"uid": "b", "rank": None})
    assert "rank: expected 7, found 6" in compared(expected, found)
    assert compared(expected, expected[:1]).splitlines()[-1] == "  - b | "
