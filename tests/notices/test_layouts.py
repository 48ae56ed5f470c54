"""Notices in many layouts with facts of the dataset: what is read is held against what they state."""

from __future__ import annotations

from collections import defaultdict

import pytest

from loaders.groups.read import read_everything
from loaders.notices.read import read_notice
from tests.notices.cases import Case, cases, score

ALL = cases()


def test_there_are_enough_texts_and_layouts() -> None:
    assert len(ALL) >= 40
    assert len({case.layout for case in ALL}) >= 8


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.path.stem)
def test_no_wrong_seat_is_certain(case: Case) -> None:
    """A seat that the notice does not state, or states otherwise, is flagged as uncertain."""
    assert score(case).silent == ()


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.path.stem)
def test_the_facts_of_the_notice(case: Case) -> None:
    read = read_notice(case.path).to_dict()
    assert {key: read[key] for key in case.facts} == case.facts


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.path.stem)
def test_the_line_of_a_seat_is_the_line_that_states_it(case: Case) -> None:
    lines = case.path.read_text(encoding="utf-8").splitlines()
    for group in read_notice(case.path).groups:
        for seat in group.seats:
            said = "".join("".join(lines[seat.line - 1 : seat.line + 8]).split())
            words = seat.person or seat.title or seat.unit or "?"
            assert words in said, seat


def test_at_least_95_of_100_seats_are_right() -> None:
    by_layout: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for case in ALL:
        found = score(case)
        by_layout[case.layout][0] += found.right
        by_layout[case.layout][1] += found.stated
    table = {layout: f"{right} of {stated}" for layout, (right, stated) in by_layout.items()}
    right = sum(right for right, _ in by_layout.values())
    stated = sum(stated for _, stated in by_layout.values())
    assert stated > 700
    assert right / stated >= 0.95, table


def test_most_right_seats_are_certain() -> None:
    """A reader that flagged everything would tell nothing: fewer than one seat in ten is low."""
    seats = [s for case in ALL for group in read_notice(case.path).groups for s in group.seats]
    low = [seat for seat in seats if seat.check]
    assert len(low) / len(seats) < 0.1


def test_the_facts_are_those_of_groups_of_the_dataset() -> None:
    """No person of a text is made up: each sits in the group that the text names."""
    data = read_everything()
    names = {row.uid: row.name for row in data.persons}
    known: dict[str, set[str | None]] = defaultdict(set)
    for seat in data.seats:
        known[seat.group].add(names.get(seat.person or ""))
    for case in ALL:
        persons = {person for _, _, person, _, _ in case.seats} - {None}
        assert persons <= set().union(*(known[source] for source in case.sources)), case.path.name
