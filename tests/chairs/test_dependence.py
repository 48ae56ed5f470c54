"""Chair dependence: pairs, turnover and its interval, against hand counts and printed tables."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.authority import Question
from graph.catalogue import queries
from graph.chairs import chair_dependence, poisson_interval, turnover
from graph.chairs.dependence import member_pairs
from graph.connection import Database
from tests.chairs.worlds import over_three, written
from tests.reference.draft import DAY, led_by_vice_governor, shandong


def test_the_governor_binds_what_the_secretary_binds(loaded: Database) -> None:
    """Both command both cities: one pair with the chair, one without."""
    (found,) = chair_dependence(loaded, "group:gd-gba-lsg", Question(dt.date(2023, 5, 8)))
    assert (found.pairs, found.pairs_without_chair, found.pair_dependence) == (1, 1, 0.0)
    assert (found.name, found.named, found.type_now) == ("黄坤明", "both", "STRONG")
    assert (found.best_deputy, found.type_with_best_deputy) == ("广东省省长", "STRONG")
    assert found.deputies_keep_strong == ("王伟中 广东省省长",)
    assert (found.deputies, found.deputies_unknown, found.other_groups) == (3, 0, ())
    assert found.turnover.reason == "the chair is documented on one day only"


def test_the_air_group_hangs_on_its_chair(loaded: Database) -> None:
    """Seven members make 21 pairs; three mayors own one member each, the minister none."""
    (found,) = chair_dependence(loaded, "group:bth-air-lsg", Question(dt.date(2018, 7, 12)))
    assert (found.pairs, found.pairs_without_chair, found.pair_dependence) == (21, 0, 1.0)
    assert (found.type_with_best_deputy, found.deputies_keep_strong) == ("WEAK", ())
    assert found.other_groups == (
        "group:hainan-reform-opening",
        "group:jjj-coordinated-development",
        "group:yangtze-economic-belt",
    )


def test_without_a_pair_there_is_no_dependence(loaded: Database) -> None:
    """The secretary of Shanghai owns one member and commands none: P(H) is 0."""
    (found,) = chair_dependence(loaded, "group:yrd-air-coop")
    assert (found.pairs, found.pair_dependence, found.best_deputy) == (0, None, None)
    changes = found.turnover
    assert (changes.changes, changes.since) == (1, dt.date(2014, 1, 7))
    assert changes.years == pytest.approx(1742 / 365.2425)
    assert changes.per_year == pytest.approx(0.2097, abs=1e-4)
    assert (changes.low, changes.high) == pytest.approx((0.0053, 1.1682), abs=1e-4)


def test_no_chair_no_vector(loaded: Database) -> None:
    assert chair_dependence(loaded, "group:jinan-laiwu", Question(dt.date(2018, 12, 25))) == ()


def test_co_chairs_have_a_vector_each(loaded: Database) -> None:
    found = chair_dependence(loaded, "group:guangfo", Question(dt.date(2020, 11, 18)))
    assert [(one.chair, one.pair_dependence) for one in found] == [
        ("广州市市长", None),
        ("佛山市市长", None),
    ]
    assert {one.turnover.reason for one in found} == {"several chairs begin together"}


def test_a_deputy_who_binds_three_of_four(clean: Database) -> None:
    """The mayor of 济南 owns the city, a member by his seat, and commands its two districts.

    Four members make six pairs; three of them are left without the chair: 1 - 3/6.
    """
    (found,) = chair_dependence(written(clean, over_three("济南长", "乙")), "g", Question(DAY))
    assert (found.pairs, found.pairs_without_chair) == (6, 3)
    assert found.pair_dependence == 0.5
    assert (found.type_now, found.type_with_best_deputy) == ("STRONG", "WEAK")


def test_the_deputys_own_member_counts_in_the_graph_as_it_is(clean: Database) -> None:
    """济南 is a member by the seat of its mayor alone: he owns it, and commands its district."""
    draft = shandong()
    draft.division("历下", "County", 5, "济南")
    draft.listed("历下", "淄博")
    draft.seat("chair", "副省长")
    draft.seat("deputy_chair", "济南长", person="乙")
    draft.says(issuers=("山东",))
    (found,) = chair_dependence(written(clean, draft), "g", Question(DAY))
    assert (found.pairs, found.pairs_without_chair) == (3, 1)
    assert (found.name, found.named, found.other_groups) == (None, "post", None)
    assert found.turnover.reason == "a chair is named by post only, so its persons are not told"


def test_without_deputies_everything_hangs_on_the_chair(clean: Database) -> None:
    database = written(clean, led_by_vice_governor())
    (found,) = chair_dependence(database, "g", Question(DAY))
    assert (found.pairs, found.pair_dependence, found.deputies) == (1, 1.0, 0)
    assert (found.best_deputy, found.type_with_best_deputy) == (None, None)


def test_pairs_are_those_of_one_component() -> None:
    assert member_pairs({}) == 0
    assert member_pairs({"a": ["x"], "b": ["y"]}) == 0
    assert member_pairs({"a": ["x", "y"], "b": ["y", "z"], "c": ["v", "w"]}) == 4


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0.0, 3.6889),
        (1, 0.0253, 5.5716),
        (5, 1.6235, 11.6683),
        (10, 4.7954, 18.3904),
        (50, 37.1109, 65.9188),
    ],
)
def test_the_interval_is_that_of_the_printed_tables(count: int, low: float, high: float) -> None:
    """Garwood (1936), 95 %."""
    assert poisson_interval(count, 1) == pytest.approx((low, high), abs=1e-4)
    assert poisson_interval(count, 4) == pytest.approx((low / 4, high / 4), abs=1e-4)


@pytest.mark.parametrize(
    ("group", "reason"),
    [
        ("group:jinan-laiwu", "no chair is documented"),
        ("group:sd-yellow-river", "a chair is named by post only, so its persons are not told"),
        ("group:jining-weishan-lake-tourism-dev", "a chair is not dated"),
    ],
)
def test_what_is_not_known_is_told(loaded: Database, group: str, reason: str) -> None:
    found = turnover(queries.chairs_over_time(group, database=loaded))
    assert (found.reason, found.per_year) == (reason, None)


def test_chairs_who_follow_one_another(loaded: Database) -> None:
    """Two chairs, the second known by 2018-05-21: one change since 2013-06."""
    rows = queries.chairs_over_time("group:poverty-alleviation", database=loaded)
    assert [(r.name, r.since, r.until, r.named) for r in rows] == [
        ("汪洋", "2013-06", "[..2018-03-19]", "both"),
        (None, "[..2018-03-19]", "[..2018-05-21]", "post"),
        ("胡春华", "[..2018-05-21]", "2021", "both"),
    ]
    found = turnover(rows)
    assert (found.changes, found.since, found.until) == (
        1,
        dt.date(2013, 6, 1),
        dt.date(2018, 5, 21),
    )
