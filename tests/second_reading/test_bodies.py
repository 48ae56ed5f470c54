"""Bodies and ranks, by case: what was abolished has ended, a rule tells who leads a local office."""

from __future__ import annotations

import pytest

from graph.catalogue import Row
from loaders.divisions.read import read_divisions
from loaders.groups.rows import AgencyRow, GroupData

ENDED = [
    ("水利电力部", "1988-04"),
    ("轻工业部", "1993-06"),
    ("纺织工业部", "1993"),
    ("劳动人事部", "[..1988-12-31]"),
    ("对外经济贸易部", "[..1993-12-31]"),
    ("国家计划委员会", "1998-03-10"),
    ("国家科学技术委员会", "1998"),
    ("国家经济委员会", "[..1993-03]"),
    ("成都军区", "2016-02-01"),
    ("南京军区", "2016-02-01"),
    ("中国人民解放军总参谋部", "2016-01"),
]


def agency(data: GroupData, uid: str) -> AgencyRow:
    """An agency by the end of its uid."""
    (row,) = [one for one in data.agencies if one.uid == f"agency:{uid}"]
    return row


@pytest.mark.parametrize(("name", "end"), ENDED, ids=[case[0] for case in ENDED])
def test_what_was_abolished_has_an_end(data: GroupData, name: str, end: str) -> None:
    assert agency(data, name).period.end_edtf == end


def test_a_ministry_of_1999_is_the_one_of_that_year(data: GroupData) -> None:
    """国家计委 and 外经贸部 of the group of 1999 are what came after the bodies of the 1980s."""
    sat = {row.post for row in data.seats if row.group == "group:f-cn-info-lsg-1999"}
    assert {"post:国家发展计划委员会副主任", "post:对外贸易经济合作部副部长"} <= sat


def test_the_foreign_experts_bureau_follows_its_ministries(data: GroupData) -> None:
    uppers = {
        tie.start: (tie.end, tie.properties["from_edtf"])
        for tie in data.ties
        if tie.start.startswith("agency:国家外国专家局")
    }
    last = agency(data, "国家外国专家局").period
    assert uppers["agency:国家外国专家局"] == ("agency:人力资源和社会保障部", "2008-03")
    assert (last.start_edtf, last.end_edtf) == ("2008-03", "2018-03-17")


def test_the_forestry_district_has_a_contested_rank() -> None:
    (unit,) = [one for one in read_divisions().units if one.uid == "div:429021:神农架林区"]
    assert (unit.rank, unit.rank_basis, unit.rank_by_rule) == (5, "override", 4)


@pytest.mark.parametrize(
    "uid",
    [
        "140902:忻府区委办", "140902:忻府区政府办", "410883:孟州市政府办", "610112:未央区政府办",
        "621200:陇南市政府办",
    ],
)  # fmt: skip
def test_a_general_office_is_one_by_any_name(data: GroupData, uid: str) -> None:
    assert agency(data, uid).general_office


LED = [
    ("水利部长江水利委员会", "led_by", "agency:水利部"),
    ("120000:天津海事局", "led_by", "agency:交通运输部"),
    ("441600:河源海事局", "led_by", "agency:交通运输部"),
    ("440000:广东省消防救援总队", "led_by", "agency:应急管理部"),
    ("450924:兴业县消防救援大队", "led_by", "agency:应急管理部"),
    ("430400:衡阳市消防救援支队", "led_by", "agency:应急管理部"),
    ("610923:宁陕县工商局", "led_by", "agency:610000:陕西省工商局"),
    ("610923:宁陕县质量技术监督局", "led_by", "agency:610000:陕西省质监局"),
    ("330100:杭州市质监局", "led_by", "agency:330000:浙江省质监局"),
    ("330110:余杭区地税局", "led_by", "agency:330000:浙江省地税局"),
    ("620000:甘肃省工商局", "department_of", "div:620000:甘肃省"),
    ("510000:四川省地税局", "department_of", "div:510000:四川省"),
    ("431100:永州市国土资源局", "department_of", "div:431100:永州市"),
]


@pytest.mark.parametrize(("uid", "tie", "upper"), LED, ids=[case[0] for case in LED])
def test_who_leads_a_local_office(data: GroupData, uid: str, tie: str, upper: str) -> None:
    told = {(one.type.value.lower(), one.end) for one in data.ties if one.start == f"agency:{uid}"}
    assert told == {(tie, upper)}


@pytest.mark.parametrize("uid", ["431100:永州市工商局", "330185:临安市质监局"])
def test_between_2012_and_2015_no_source_says_when_a_province_let_go(
    data: GroupData, uid: str
) -> None:
    assert [one for one in data.ties if one.start == f"agency:{uid}"] == []
    assert "国办发〔2011〕48号" in (agency(data, uid).note or "")


def test_the_border_police_was_military_before_2019(data: GroupData) -> None:
    row = agency(data, "120000:天津边检总站")
    assert (row.branch, row.rank) == ("military", None)


def test_land_bureaus_keep_their_government_and_a_note(data: GroupData) -> None:
    assert "cadres" in (agency(data, "431100:永州市国土资源局").note or "")


@pytest.mark.parametrize(
    ("title", "rank"), [("生态环境部党组书记", 8), ("天津市合作交流办公室党组书记", 6)]
)
def test_the_secretary_of_a_party_group_heads_the_department(
    data: GroupData, title: str, rank: int
) -> None:
    (post,) = [one for one in data.posts if one.title == title]
    assert (post.mode.value, post.rank, post.rank_basis) == ("DEPT_HEAD", rank, "derived")


def test_no_single_maritime_or_fire_office_leaves_a_type_unknown(answers: dict[str, Row]) -> None:
    """e-hengyang-elderly and d-dongjiang were UNKNOWN by one office whose leader no rule told."""
    for name in (
        "e-hengyang-elderly",
        "d-dongjiang-reservoirs-meeting",
        "b-guangdong-aviation-industry",
    ):
        assert "link_unknown" not in answers[name].flags
