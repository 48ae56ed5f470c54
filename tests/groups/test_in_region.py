"""Which groups lie in a region, by the units and the ties of command alone."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

import pytest

from graph.catalogue import queries
from graph.connection import Database
from tests.servers import statements

DAY = dt.date(2018, 12, 25)


@pytest.mark.parametrize("without", [False, True])
def test_a_group_is_where_its_units_are(loaded: Database, without: bool) -> None:
    """Of each province, and of each without its first city: `-` before a uid leaves it out."""
    superiors: defaultdict[str, set[str]] = defaultdict(set)
    for tie in queries.command_ties(DAY, database=loaded):
        superiors[tie.lower].add(tie.upper)

    def line(unit: str) -> set[str]:
        return {unit}.union(*map(line, superiors[unit]))

    lines = {row.group: list(map(line, row.units))
             for row in statements.units_of_groups(DAY, database=loaded)}  # fmt: skip
    divisions = queries.divisions_in_force(DAY, database=loaded)
    found = 0
    for province in (row.uid for row in divisions if row.level == "Province"):
        cities = [
            row.uid for row in divisions if row.level == "Prefecture" and province in line(row.uid)
        ]
        left_out = set(cities[:1] if without else [])
        region = [province, *(f"-{uid}" for uid in left_out)]
        rows = queries.groups_in_force(DAY, region=region, stale=True, database=loaded)
        expected = {group for group, units in lines.items()
                    if any(province in one and not one & left_out for one in units)}  # fmt: skip
        assert {row.uid for row in rows} == expected, region
        found += len(expected)
    assert found > 20
