"""Types of all groups at one go say what is said of each group alone."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.types import types
from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError

DAYS = (dt.date(2013, 10, 23), dt.date(2018, 7, 12), dt.date(2024, 1, 1))
ALIKE = (
    *("name", "scope", "n_members", "origin", "type", "row", "possible", "type_in_paper", "roster"),
    *("gap_min", "gap_median", "gap_max", "gap_min_at_most", "lc", "lc_min", "lc_max", "unbound"),
    "veto",
)


@pytest.mark.parametrize("basis", ["person", "seat", "unit"])
@pytest.mark.parametrize("scope", ["auto", "all"])
def test_all_at_one_go_is_each_alone(loaded: Database, basis: str, scope: str) -> None:
    for day in DAYS:
        found = types(loaded, day, basis=basis, scope=scope)
        alone = queries.authority_by_group(
            as_of=day, basis=basis, scope=scope, sensitivity=False, database=loaded
        )
        assert [row.group for row in found] == [row.group for row in alone]
        for ours, theirs in zip(found, alone, strict=True):
            assert {k: ours[k] for k in ALIKE} == {k: theirs[k] for k in ALIKE}, ours.group
            assert set(ours.flags) == set(theirs.flags)
            if len(theirs.chairs) == 1:
                (chair,) = theirs.chairs
                told = (chair["post"], chair["person"], chair["rank"])
                assert (ours.chair, ours.person, ours.chair_rank) == told


def test_both_ways_answer_for_some_groups(loaded: Database) -> None:
    at_one_go = {row.group for row in queries.types_of_groups(as_of=DAYS[1], database=loaded)}
    everything = {row.group for row in types(loaded, DAYS[1])}
    assert at_one_go < everything
    assert at_one_go


def test_gaps_are_the_figures_of_the_types(loaded: Database) -> None:
    gaps = queries.gaps_of_groups(as_of=DAYS[1], database=loaded)
    whole = queries.types_of_groups(as_of=DAYS[1], database=loaded)
    assert [dict(row) for row in gaps] == [{k: row[k] for k in gaps.columns} for row in whole]


def test_an_unknown_basis_is_named(loaded: Database) -> None:
    with pytest.raises(InputError, match="basis"):
        types(loaded, DAYS[0], basis="rank")


def test_regions_are_read_at_one_go_as_one_by_one(loaded: Database) -> None:
    for day in DAYS:
        at_one_go = queries.readings_at_one_go(as_of=day, database=loaded)
        alone = queries.readings_by_group(
            groups=[row.group for row in at_one_go], as_of=day, sensitivity=False, database=loaded
        )
        assert len(at_one_go) == len(alone) > 0
        for ours, theirs in zip(at_one_go, alone, strict=True):
            for name in alone.columns:
                if name in ("placed", "chairs", "flags", "possible"):
                    assert sorted(ours[name]) == sorted(theirs[name]), (ours.group, name)
                else:
                    assert ours[name] == theirs[name], (ours.group, name)
