"""A line for each group says what is said of each group at length."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.types import types
from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.regions.groups import Selection, read_groups

DAYS = (dt.date(2013, 10, 23), dt.date(2018, 7, 12), dt.date(2024, 1, 1))
CHAIR = ("chair", "person", "chair_rank")
"""Columns that authority_by_group gives in its list of chairs."""
OWN = (*CHAIR, "chair_level", "kind", "field", "level", "region", "region_name", "stratum")
"""Columns that authority_by_group does not give."""


@pytest.mark.parametrize("basis", ["person", "seat", "unit"])
@pytest.mark.parametrize("scope", ["auto", "all"])
def test_a_line_is_what_is_said_at_length(loaded: Database, basis: str, scope: str) -> None:
    for day in DAYS:
        found = types(loaded, day, basis=basis, scope=scope)
        alone = queries.authority_by_group(
            as_of=day, basis=basis, scope=scope, sensitivity=False, database=loaded
        )
        alike = [name for name in found.columns if name not in OWN]
        assert [row.group for row in found] == [row.group for row in alone]
        for ours, theirs in zip(found, alone, strict=True):
            assert {k: ours[k] for k in alike} == {k: theirs[k] for k in alike}, ours.group
            chairs = [(c["post"], c["person"], c["rank"]) for c in theirs.chairs]
            only = chairs[0] if len(chairs) == 1 else (None, None, None)
            assert tuple(ours[name] for name in CHAIR) == only


def test_a_line_tells_region_field_and_levels(loaded: Database) -> None:
    for day in DAYS:
        found = types(loaded, day)
        places = {row.group: row for row in queries.groups_by_region(as_of=day, database=loaded)}
        read = {group.group: group for group in read_groups(loaded, day, Selection())}
        since = dt.date(1900, 1, 1)
        led = queries.groups_led_by(since=since, as_of=day, database=loaded)
        chairs = {(row.group, row.post): row.level for row in led if row.day == day}
        for row in found:
            alike = ("region", "region_name", "stratum", "kind", "field", "name_en")
            assert all(row[name] == places[row.group][name] for name in alike)
            assert row.level == read[row.group].level
            if row.chair is None:
                assert row.chair_level is None
            elif (row.group, row.chair) in chairs:
                assert row.chair_level == chairs[row.group, row.chair]
        told = {row.group: (row.region_name, row.level, row.chair_level) for row in found}
        if day == DAYS[1]:
            assert told["group:bth-air-lsg"][2] == "Country"
        assert {level for *_, level in told.values()} > {None}


def test_an_unknown_basis_is_named(loaded: Database) -> None:
    with pytest.raises(InputError, match="basis"):
        types(loaded, DAYS[0], basis="rank")


def test_regions_are_read_as_the_types_are(loaded: Database) -> None:
    alike = ("scope", "n_members", "type", "possible", "flags")
    for day in DAYS:
        found = types(loaded, day)
        read = queries.readings_by_group(as_of=day, database=loaded)
        assert len(found) == len(read) > 0
        for ours, theirs in zip(found, read, strict=True):
            assert {k: ours[k] for k in alike} == {k: theirs[k] for k in alike}, ours.group
            for name in ("gap_min", "gap_min_at_most", "lc", "lc_min", "lc_max"):
                assert ours[name] == theirs[name], (ours.group, name)
