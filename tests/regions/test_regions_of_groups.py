"""To which region a group belongs, and that its figures are those of the authority of a group."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.authority import Question, authorities
from graph.catalogue import queries
from graph.connection import Database
from graph.regions.groups import LEVELS, Selection, read_groups
from tests.regions.conftest import Build
from tests.regions.world import DAY, Made


def test_a_region_is_the_province_of_all_member_governments(build: Build) -> None:
    made = [
        Made("g:one", "甲省"),
        Made("g:across", "甲省", other="乙省"),
        Made("g:shared", "乙省", post="p:g:one", document="doc:1", instrument=3),
    ]
    rows = {r.group: r for r in queries.groups_by_region(as_of=DAY, database=build(made))}
    found = {uid: (r.region_name, r.stratum, r.levels, r.n_placed) for uid, r in rows.items()}
    assert found == {
        "g:one": ("甲省", "province", ["Prefecture"], 2),
        "g:across": (None, "cross_province", ["Prefecture"], 2),
        "g:shared": ("乙省", "province", ["Prefecture"], 2),
    }
    assert rows["g:one"].chairs == rows["g:shared"].chairs == ["p:g:one"]
    assert (rows["g:shared"].documents, rows["g:shared"].instruments) == (["doc:1"], [3])


def test_regions_of_the_shipped_groups(loaded: Database) -> None:
    rows = {
        row.group: row
        for row in queries.groups_by_region(
            as_of=dt.date(2018, 12, 25), stale=True, database=loaded
        )
    }
    by_region = {uid: (row.region_name, row.stratum) for uid, row in rows.items()}
    assert by_region["group:jinan-laiwu"] == ("山东省", "province")
    assert by_region["group:guangfo"] == ("广东省", "province")
    assert by_region["group:bth-air-lsg"] == (None, "cross_province")
    assert by_region["group:west-two-basics-2004"] == (None, "no_province")
    assert by_region["group:sd-xiaoqing-river"] == (None, "unknown")
    assert rows["group:guangfo"].chairs == ["post:佛山市市长", "post:广州市市长"]
    assert by_region["group:guangfozhao"] == ("广东省", "province")
    assert rows["group:guangfozhao"].chairs == []


@pytest.mark.parametrize("basis", ["person", "seat", "unit"])
@pytest.mark.parametrize("day", [None, dt.date(2018, 12, 25)])
def test_the_figures_are_those_of_the_authority(
    loaded: Database, basis: str, day: dt.date | None
) -> None:
    rows = queries.readings_by_group(as_of=day, basis=basis, database=loaded)
    asked = {row.group: row for row in rows}
    known = {row.group: row for row in authorities(loaded, Question(day, basis))}
    assert asked.keys() == known.keys()
    for uid, row in known.items():
        for name in ("as_of", "scope", "n_members", "gap_min", "gap_min_at_most", "lc", "lc_min",
                     "lc_max", "type", "possible", "flags"):  # fmt: skip
            assert asked[uid][name] == row[name], (uid, name)


def test_defined_tells_what_is_missing_from_what_there_is_not(build: Build) -> None:
    made = [
        Made("g:own", "甲省", own=True),
        Made("g:none", "甲省", gap=None),
        Made("g:led", "甲省"),
    ]
    rows = queries.readings_by_group(as_of=DAY, database=build(made))
    asked = {r.group: (r.defined, r.gap_min, r.lc) for r in rows}
    assert asked == {
        "g:own": (False, None, None), "g:none": (True, None, None), "g:led": (True, 1, 1.0)
    }  # fmt: skip


@pytest.mark.parametrize("day", [None, dt.date(2018, 12, 25)])
def test_a_comparison_assigns_groups_as_the_query_does(
    loaded: Database, day: dt.date | None
) -> None:
    """Members are read once and their provinces looked up; the query finds the region in one statement."""
    known = {row.group: row for row in queries.groups_by_region(as_of=day, database=loaded)}
    read = {group.group: group for group in read_groups(loaded, day, Selection())}
    assert read.keys() == known.keys()
    for uid, row in known.items():
        group = read[uid]
        assert (group.region, group.region_name, group.stratum, group.as_of, group.kind) == (
            row.region, row.region_name, row.stratum, row.as_of, row.kind
        ), uid  # fmt: skip
        assert group.shares == {uid, *row.chairs, *row.documents}, uid
        assert (group.level in row.levels) if group.level else not set(row.levels) & set(LEVELS), (
            uid
        )
