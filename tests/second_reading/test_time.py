"""Time, by case: nobody is dated back, who follows ends who was, what became of a body is linked."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.authority import authority
from graph.ask.question import Question
from graph.catalogue import queries
from graph.connection import Database
from graph.pictures.group import group_picture
from loaders.groups.rows import GroupData, GroupRow
from loaders.quality.finds import finds
from tests.loaders.groups_for_tests import seats_of


def chairs(database: Database, group: str, day: dt.date) -> set[str | None]:
    """The names of those who chair a group on a day."""
    asked = {"groups": [f"group:{group}"], "as_of": day, "sensitivity": False}
    (row,) = queries.authority_by_group(**asked, database=database)
    return {chair["name"] for chair in row.chairs}


def test_nobody_is_dated_back_to_the_founding(wide: Database) -> None:
    assert chairs(wide, "a-sme", dt.date(2012, 6, 1)) == {"张德江"}
    assert not {"彭清华", "尹力"} & chairs(wide, "f-sichuan-poverty-lsg", dt.date(2016, 6, 1))
    assert chairs(wide, "h-cq-river-chiefs", dt.date(2017, 7, 1)) == set()


def test_successive_chairs_are_not_joint_ones(wide: Database) -> None:
    zhejiang = "g-zhejiang-common-prosperity"
    assert chairs(wide, zhejiang, dt.date(2024, 1, 1)) == {"易炼红"}
    assert chairs(wide, zhejiang, dt.date(2024, 6, 1)) == {"易炼红"}
    assert chairs(wide, "f-anhui-fengsha-chief", dt.date(2021, 11, 22)) == {"张红文"}
    assert chairs(wide, "f-anhui-fengsha-chief", dt.date(2021, 12, 1)) == {None}, (
        "a vice-post: last shown"
    )


def test_a_chair_whose_end_a_source_tells_of_does_not_chair_after_it(wide: Database) -> None:
    assert chairs(wide, "a-food-safety", dt.date(2018, 6, 27)) == {"韩正"}


def test_no_seat_is_dated_to_the_founding_by_a_later_source(data: GroupData) -> None:
    """46 seats were: the guard finds none, and every such find would be new."""
    assert [find.uid for find in finds(data) if find.kind == "early_seat"] == []


def test_another_secretary_ended_who_chaired_before(wide: Database) -> None:
    """京津冀: the secretary of Beijing chairs, and since May 2017 that was not 郭金龙."""
    assert chairs(wide, "a-jjj-air-cooperation", dt.date(2013, 12, 1)) == {"郭金龙"}
    assert chairs(wide, "a-jjj-air-cooperation", dt.date(2017, 5, 27)) == {"蔡奇"}
    assert chairs(wide, "a-jjj-air-cooperation", dt.date(2018, 7, 2)) == {"蔡奇"}


ONCE: list[tuple[str, dt.date, set[str | None]]] = [
    ("d-anhui-huaihe-chief", dt.date(2021, 12, 1), {"王清宪"}),
    ("ah-river-chief-2021", dt.date(2021, 12, 1), {"郑栅洁", "王清宪"}),
    ("b-hubei-covid-command", dt.date(2020, 1, 22), {"蒋超良", "王晓东"}),
    ("b-hubei-covid-command", dt.date(2020, 2, 17), {"应勇", "王晓东"}),
]


@pytest.mark.parametrize(
    ("group", "day", "names"), ONCE, ids=[f"{case[0]} {case[1]}" for case in ONCE]
)
def test_one_chair_is_told_once(
    wide: Database, group: str, day: dt.date, names: set[str | None]
) -> None:
    assert chairs(wide, group, day) == names


def test_taihu_has_three_conveners(data: GroupData) -> None:
    seats = [one for one in seats_of(data, "group:taihu-lake-chiefs") if one.role == "chair"]
    assert sorted(one.post or "" for one in seats) == [
        "post:水利部太湖流域管理局主要负责人", "post:江苏省省级太湖湖长", "post:浙江省省级太湖湖长",
    ]  # fmt: skip


def test_a_single_leadership_has_one_chair_but_where_a_day_is_not_printed(data: GroupData) -> None:
    """34 groups of single leadership had several; the rest are known cases of the guard."""
    assert {find.uid for find in finds(data) if find.kind == "several_chairs"} == {
        "group:a-xinjiang", "group:f-cn-taiwan-lsg", "group:f-cn-cyber-commission",
    }  # fmt: skip


CO_CHAIRS = (
    "b-hubei-covid-command", "h-cn-yangling", "g-xinfu-taixin-lsg", "b-gansu-river-chiefs",
    "d-middle-yangtze-joint-office", "d-xian-xian-xianyang-integration",
)  # fmt: skip


@pytest.mark.parametrize("group", CO_CHAIRS)
def test_two_whom_one_source_names_together_chair_together(data: GroupData, group: str) -> None:
    assert found(data, group).leadership == "co_chairs"


def found(data: GroupData, group: str) -> GroupRow:
    """A group by the end of its uid."""
    (row,) = [one for one in data.groups if one.uid == f"group:{group}"]
    return row


FOLLOWED = [
    ("central-deep-reform", "f-cn-deepreform-commission", "[..2018-03-28]"),
    ("central-cyber", "f-cn-cyber-commission", "2018-03"),
    ("a-finance-economy", "a-finance-economy-commission", "2018-03"),
    ("b-shandong-sars-lsg", "b-shandong-sars-command", None),
]


@pytest.mark.parametrize(("group", "after", "end"), FOLLOWED, ids=[case[0] for case in FOLLOWED])
def test_what_came_after_is_linked(
    data: GroupData, group: str, after: str, end: str | None
) -> None:
    row = found(data, group)
    assert (row.succeeded_by, row.period.end_edtf) == ((f"group:{after}",), end)


@pytest.mark.parametrize("group", ["a-three-gorges", "a-snwd"])
def test_what_was_merged_into_a_ministry_ends_without_a_group_after_it(
    data: GroupData, group: str
) -> None:
    row = found(data, group)
    assert (row.succeeded_by, row.period.end_edtf) == ((), "2018")


CHAIRS = [
    ("central-covid", "2020-02-01", {"李克强"}),
    ("central-covid", "2022-06-15", {None}),
    ("central-covid", "2023-01-15", {"李强"}),
    ("central-hkmo", "2023-01-01", {None}),
    ("central-hkmo", "2023-07-12", {"丁薛祥"}),
    ("sd-yellow-river", "2022-09-30", {"李干杰", "周乃翔"}),
    ("c-shenzhen-smart-city", "2021-06-09", {None}),
    ("c-guangzhou-economic-census-5", "2023-06-09", {None}),
    ("f-cn-taiwan-lsg", "2017-11-18", {None}),
    ("a-desertification", "2003-03-01", {None}),
    ("h-cq-united-front", "2018-12-25", set()),
]
"""Days on which a person had left, had not come yet, or is shown with another (Holders, definitions.md)."""


@pytest.mark.parametrize(("group", "day", "named"), CHAIRS, ids=[f"{g} {d}" for g, d, _ in CHAIRS])
def test_who_chairs_on_a_day(wide: Database, group: str, day: str, named: set[str | None]) -> None:
    """李克强 stays premier to 2023-03-11 and is not shown in the chair after 李强 is."""
    assert chairs(wide, group, dt.date.fromisoformat(day)) == named


def test_a_chair_who_is_last_shown_is_drawn_so(wide: Database) -> None:
    """韩正 is not known to chair on the day: the box tells when he was shown, and the rank of the post."""
    asked = Question(as_of=dt.date(2023, 1, 1))
    picture = group_picture(wide, authority(wide, "group:central-hkmo", asked))
    (chair,) = [node for node in picture.nodes if node.role == "chair"]
    assert chair.last_shown and not chair.unknown
    assert "，最后见于：韩正，" in chair.label and ", last shown: 韩正 on " in chair.label_en
    assert chair.rank_of.en == "Rank of the post"
