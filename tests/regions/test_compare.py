"""Profiles and comparisons of made-up provinces on a real server."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from graph.connection import Database
from graph.core.errors import InputError, UnknownName
from graph.regions import cliffs_delta, compare, permutation_p, profile
from graph.regions.groups import Selection
from graph.regions.profile import wilson
from graph.regions.several import fisher_exact, holm
from tests.regions.by_hand import delta_interval
from tests.regions.conftest import Build
from tests.regions.world import DAY, Made, plain
from visualize.report.methods import REFERENCES, methods
from visualize.report.overview import overview


def test_a_profile(build: Build) -> None:
    made = plain("甲省", [1, 3, 2, 2, None])
    made += [Made("g:own", "甲省", own=True), Made("g:across", "甲省", other="乙省", gap=1)]
    found = profile("甲省", DAY, database=build(made))
    assert (found.n, found.hand_picked) == (6, 0)
    gap = found.gap_min
    assert (gap.values, gap.missing, gap.not_defined) == ((1, 2, 2, 3), 1, 1)
    assert (gap.lower_quartile, gap.median, gap.upper_quartile) == (1, 2, 2)
    assert (found.lc.values, found.lc.median) == ((1.0,) * 4, 1.0)
    types = {share.type: share for share in found.types}
    assert {name: share.count for name, share in types.items()} == {
        "STRONG": 4, "WEAK": 0, "SELF_FORMING": 1, "UNKNOWN": 1
    }  # fmt: skip
    strong = types["STRONG"]
    assert (strong.low, strong.high) == wilson(4, 6)
    assert (strong.at_least, strong.at_most) == (4 / 6, 5 / 6)
    assert types["WEAK"].at_most == types["UNKNOWN"].share == 1 / 6
    assert types["UNKNOWN"].at_least == 0


def test_two_regions(build: Build) -> None:
    a, b = [1, 2, 2, 3], [0, 1, 1, 2, 1]
    database = build([*plain("甲省", a), *plain("乙省", b)])
    found = compare(["甲省", "乙省"], DAY, database=database)
    assert found.refused is None and found.as_of == DAY
    gap, lc = found.differences
    assert (gap.outcome, gap.a, gap.b, gap.n) == ("gap_min", "甲省", "乙省", (4, 5))
    assert gap.delta == cliffs_delta(a, b)
    assert gap.test == permutation_p(a, b)
    assert (gap.delta_low, gap.delta_high) == (gap.delta, gap.delta)
    assert gap.interval is None and gap.p_holm is None
    assert lc.delta == 0 and lc.test and lc.test.p == 1
    assert found.types.table == ((4,), (5,)) and found.types.test == fisher_exact([[4], [5]])
    assert compare(["甲省", "乙省"], DAY, database=database) == found


def test_enough_groups_for_an_interval(build: Build) -> None:
    a, b = [1, 2, 2, 3] * 3, [0, 1, 1, 2] * 3
    database = build([*plain("甲省", a), *plain("乙省", b)])
    gap = compare(["甲省", "乙省"], DAY, database=database).differences[0]
    assert gap.interval == delta_interval(a, b)
    assert gap.interval and gap.interval.approximate
    assert gap.test == permutation_p(a, b) and gap.test.exact


def test_three_regions(build: Build) -> None:
    gaps = {"甲省": [1, 2, 3], "乙省": [1, 1, 2], "丙省": [0, 1, 0]}
    made = [one for province, own in gaps.items() for one in plain(province, own)]
    found = compare(list(gaps), DAY, database=build(made))
    gap = [one for one in found.differences if one.outcome == "gap_min"]
    assert {(one.a, one.b) for one in gap} == {
        ("甲省", "乙省"), ("甲省", "丙省"), ("乙省", "丙省")
    }  # fmt: skip
    sizes = [abs(one.delta or 0) for one in gap]
    assert sizes == sorted(sizes, reverse=True) and gap[0].b == "丙省"
    p = [permutation_p(gaps[one.a], gaps[one.b]).p for one in gap]
    assert [one.test.p for one in gap if one.test] == p
    assert [one.p_holm for one in gap] == holm(p)


def test_missing_gaps_leave_bounds(build: Build) -> None:
    database = build([*plain("甲省", [2, None]), *plain("乙省", [1, 1])])
    found = compare(["甲省", "乙省"], DAY, database=database)
    gap = found.differences[0]
    assert (gap.n, gap.missing, gap.delta) == ((1, 2), (1, 0), 1)
    assert gap.delta_low == cliffs_delta([2, -9], [1, 1])
    assert gap.delta_high == cliffs_delta([2, 9], [1, 1])
    assert any("Some gaps and coverages are missing" in text for text in found.warnings)
    assert overview(found)[0]["Gap missing"] == "1 of 2"


def test_groups_that_share_a_chair_move_together(build: Build) -> None:
    shared = [Made(f"g:s{i}", "甲省", gap=2, post="p:shared") for i in range(3)]
    database = build([*shared, *plain("甲省", [1, 1]), *plain("乙省", [0, 1, 0, 1])])
    found = compare(["甲省", "乙省"], DAY, database=database)
    gap = found.differences[0]
    keys = ["s", "s", "s", *range(6)]
    assert gap.test and gap.test.n_clusters == (3, 4)
    assert gap.test.p == permutation_p([2, 2, 2, 1, 1], [0, 1, 0, 1], keys).p
    assert gap.interval is None
    assert any("5 groups of 甲省 form 3 independent clusters" in text for text in found.warnings)


def test_a_document_of_both_regions_is_left_out(build: Build) -> None:
    database = build(
        [
            *plain("甲省", [1, 2]),
            *plain("乙省", [0, 1]),
            Made("g:x", "甲省", gap=3, document="doc:both"),
            Made("g:y", "乙省", gap=3, document="doc:both"),
        ]
    )
    found = compare(["甲省", "乙省"], DAY, database=database)
    gap = found.differences[0]
    assert gap.n == (3, 3) and gap.test and gap.test.left_out == (1, 2)
    assert gap.test.p == permutation_p([1, 2], [0, 1]).p
    assert found.types.left_out == 1
    assert any("1 clusters of groups that share" in text for text in found.warnings)


def test_before_and_after_is_a_comparison_like_any_other(build: Build) -> None:
    """A group of both days is one group and no evidence of change."""
    gone = [Made(f"g:old{i}", "甲省", gap=0, until=dt.date(2018, 1, 1)) for i in range(3)]
    database = build([*gone, *plain("甲省", [1, 2])])
    found = compare(["甲省@2017-06-30", "甲省@2018-12-25"], database=database)
    assert [one.region.label for one in found.regions] == ["甲省 2017-06-30", "甲省 2018-12-25"]
    assert [one.n for one in found.regions] == [5, 2]
    gap = found.differences[0]
    assert gap.test is None and "nothing independent is left" in str(gap.not_tested)
    assert found.as_of is None


def test_the_stratum_across_provinces_is_a_region(build: Build) -> None:
    across = [Made(f"g:x{i}", "甲省", gap=0, other="乙省") for i in range(2)]
    found = compare(["甲省", "跨省"], DAY, database=build([*plain("甲省", [1]), *across]))
    assert [(one.region.label, one.n) for one in found.regions] == [("甲省", 1), ("跨省", 2)]


def test_too_few_to_find_anything_is_said(build: Build) -> None:
    database = build([*plain("甲省", [1, 2, 3, 4]), *plain("乙省", [0, -1, -2])])
    found = compare(["甲省", "乙省"], DAY, database=database)
    assert found.differences[0].test and found.differences[0].test.p == pytest.approx(2 / 35)
    assert any(
        "4 independent groups against 3" in text and "could reach p < 0.05" in text
        for text in found.warnings
    )


def test_equal_values_leave_nothing_to_test(build: Build) -> None:
    database = build([*plain("甲省", [1, 1]), *plain("乙省", [1, 1, 1])])
    found = compare(["甲省", "乙省"], DAY, database=database)
    gap = found.differences[0]
    assert gap.delta == 0 and gap.test and gap.test.p == gap.test.smallest_p == 1
    assert "All known values are equal, so there is nothing to test" in found.warnings[0]


def test_filters(build: Build) -> None:
    made = [Made("g:w", "甲省", gap=1), Made("g:t", "甲省", gap=3, field="tourism", kind="委员会")]
    database = build(made)
    one = profile("甲省", DAY, database=database, selection=Selection(field="tourism"))
    assert one.gap_min.values == (3,)
    kinds = profile("甲省", DAY, database=database, selection=Selection(kind="领导小组"))
    assert kinds.gap_min.values == (1,)
    level = Selection(level="Prefecture")
    assert profile("甲省", DAY, database=database, selection=level).n == 2
    with pytest.raises(InputError, match="No group of 甲省 is known"):
        profile("甲省", DAY, database=database, selection=Selection(level="County"))
    with pytest.raises(UnknownName, match="touris"):
        profile("甲省", DAY, database=database, selection=Selection(field="touris"))
    with pytest.raises(InputError, match="Unknown level 'city'"):
        Selection(level="city")


def test_hand_picked_cases_support_no_inference(build: Build) -> None:
    picked = [Made(f"g:p{i}", "甲省", gap=2, in_paper=True) for i in range(3)]
    database = build([*picked, *plain("乙省", [0, 1, 0])])
    found = compare(["甲省", "乙省"], DAY, database=database)
    assert found.refused and "no inference about regions" in found.refused
    assert all(one.test is None and one.interval is None for one in found.differences)
    assert found.differences[0].delta == 1 and found.types.test is None
    mixed = compare(
        ["甲省", "乙省"], DAY, database=build([*picked, *plain("甲省", [1]), *plain("乙省", [0])])
    )
    assert mixed.refused is None
    assert "Chosen by hand" in mixed.warnings[0] and "3 of 4 groups of 甲省" in mixed.warnings[0]


def test_all_ranks_missing_is_told(build: Build) -> None:
    database = build([*plain("甲省", [None, None]), *plain("乙省", [1, 2])])
    gap = compare(["甲省", "乙省"], DAY, database=database).differences[0]
    assert gap.delta is None and gap.test is None
    assert "Every gap of 甲省 is missing (2 of 2 groups)" in str(gap.not_tested)
    own = build([Made("g:own", "丙省", own=True), *plain("乙省", [1])])
    gap = compare(["丙省", "乙省"], DAY, database=own).differences[0]
    assert "a chair heads every member" in str(gap.not_tested)


@pytest.mark.parametrize(
    ("regions", "says"),
    [
        (["甲省", "丙省"], "No group of 丙省 is known on 2018-12-25.*groups of 甲省 1"),
        (["甲省", "甲省"], "The regions overlap: 甲省 and 甲省"),
        (["甲省", "910000"], "The regions overlap"),
        (["甲省", "甲0市"], "The regions overlap: 甲省 and 甲0市"),
        (["甲0市", "乙省"], "甲0市 is not a province.*Ask for 甲省"),
        (["跨省", "cross-province"], "The regions overlap"),
        (["甲省"], "needs two regions or more"),
        (["甲省", "丁省"], "No place is called '丁省'"),
    ],
)
def test_refusals_that_teach(build: Build, regions: list[str], says: str) -> None:
    with pytest.raises(InputError, match=says):
        compare(regions, DAY, database=build([Made("g:one", "甲省")]))


def test_json_holds_everything(build: Build) -> None:
    database = build([*plain("甲省", [1, None]), *plain("乙省", [0])])
    found = compare(["甲省", "乙省"], DAY, database=database)
    read = json.loads(json.dumps(found.to_dict(), ensure_ascii=False, default=str, allow_nan=False))
    assert [one["n"] for one in read["regions"]] == [2, 1]
    assert read["regions"][0]["groups"][1]["gap_min"] is None
    assert read["differences"][0]["delta"] == 1 and read["seed"] == found.seed


def test_the_methods_cite_what_was_done(build: Build) -> None:
    database = build([*plain("甲省", [1, 2, 3] * 4), *plain("乙省", [0, 1, 2] * 4)])
    text, references = methods(compare(["甲省", "乙省"], DAY, database=database))
    assert "midrank sum, exact;" in text and "permutations" not in text
    assert {REFERENCES["feng"], REFERENCES["miao"]} <= set(references)
    assert REFERENCES["phipson"] not in references
    assert REFERENCES["holm"] not in references and "Holm" not in text
    assert "as of 2018-12-25" in text and "甲省 (12), 乙省 (12)" in text


def test_the_shipped_cases_are_refused(loaded: Database) -> None:
    found = compare(["山东省", "广东省"], database=loaded)
    assert found.refused and [one.n for one in found.regions] == [3, 3]
    assert found.types.types == ("UNKNOWN",)
    assert found.types.table == ((3,), (3,)) and found.types.test is None
