"""Names of bodies in their setting: whose they are, what branch, who leads them, as of a day."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.offices.bodies import Body, Setting
from graph.offices.errors import Unresolved
from loaders.units.central_bodies import central
from loaders.units.shipped import shipped_bodies, shipped_places

DAY = dt.date(2019, 6, 1)


def find(
    name: str,
    place: str | None = None,
    code: str | None = None,
    agency_of: str | None = None,
    day: dt.date = DAY,
) -> Body:
    """The body of a name in a group of a place."""
    places = shipped_places()
    setting = Setting(
        day, places.named(place, day) if place else None, "prefecture" if place else "central"
    )
    return shipped_bodies().find(name, setting, code, agency_of)


@pytest.mark.parametrize(
    ("name", "place", "ref"),
    [
        ("绵阳市", None, "510700"),
        ("市政府", "绵阳市", "510700"),
        ("中共四川省委", None, "510000"),
        ("省委", "绵阳市", "510000"),
        ("苏州市吴江区", None, "320509"),
        ("恩施自治州", None, "422800:恩施土家族苗族自治州"),
        ("国务院", None, "100000"),
        ("市财政局", "绵阳市", "agency:510700:绵阳市财政局"),
        ("省水利厅", "绵阳市", "agency:510000:四川省水利厅"),
        ("发展改革委", None, "agency:国家发展和改革委员会"),
        ("住建部", None, "agency:住房和城乡建设部"),
    ],
)
def test_what_a_name_means(name: str, place: str | None, ref: str) -> None:
    assert find(name, place).ref == ref


@pytest.mark.parametrize(
    ("name", "branch", "tie"),
    [
        ("市财政局", "government", "department_of"),
        ("市委宣传部", "party", "department_of"),
        ("市政协", "cppcc", None),
        ("市人大常委会", "congress", None),
        ("市中级法院", "court", None),
        ("市检察院", "procuratorate", None),
        ("绵阳军分区", "military", None),
        ("市总工会", "mass_organisation", None),
        ("市水务集团有限公司", "enterprise", None),
        ("市税务局", "government", "led_by"),
        ("市气象局", "government", "led_by"),
        ("市邮政管理局", "government", "led_by"),
        ("国家税务总局绵阳市税务局", "government", "led_by"),
        ("成都市生态环境局青羊分局", "government", "led_by"),
        ("市公安局交警支队", "government", "department_of"),
        ("人行绵阳支行", "government", "led_by"),
        ("市地震监测中心", "government", None),
        ("高新区管委会", "government", None),
        ("市青联", "mass_organisation", None),
        ("市学联", "mass_organisation", None),
        ("市司法行政戒毒系统", "government", None),
        ("绵阳机场公安机关", "government", None),
        ("市消防救援支队", "government", "led_by"),
        ("海事局", "government", "led_by"),
        ("地方海事局", "government", "department_of"),
        ("市地震局", "government", "department_of"),
    ],
)
def test_branch_and_tie_by_the_name(name: str, branch: str, tie: str | None) -> None:
    agency = find(name, "绵阳市").agency
    assert agency is not None
    assert (agency.branch, agency.tie) == (branch, tie)


@pytest.mark.parametrize(
    ("name", "tie"),
    [("国家林业局驻贵阳森林资源监督专员办", "led_by"),
     ("国家林业局野生动植物保护与自然保护区管理司", "department_of")],
)  # fmt: skip
def test_a_national_bureau_has_parts_as_a_ministry_has(name: str, tie: str) -> None:
    agency = find(name, agency_of="100000", day=dt.date(2016, 6, 1)).agency
    assert agency is not None
    assert (agency.of, agency.tie) == ("agency:国家林业局", tie)


def test_spellings_of_one_name_are_one_body() -> None:
    places = shipped_places()
    bodies = shipped_bodies()
    setting = Setting(DAY, places.named("四川省", DAY), "provincial")
    names = ("省发展改革委", "四川省发改委", "省发展和改革委员会")
    assert len({bodies.find(name, setting).ref for name in names}) == 1


@pytest.mark.parametrize("name", ["财政", "各街道", "12个乡镇", "张江镇", "各成员单位"])
def test_what_names_no_single_body_of_the_table(name: str) -> None:
    with pytest.raises(Unresolved):
        find(name, "绵阳市")


def test_codes_hold_on_the_day() -> None:
    assert find("莱芜市", code="371200", day=dt.date(2018, 12, 25)).ref == "371200"
    with pytest.raises(Unresolved, match="no division has the code 371200 on 2018-12-26"):
        find("莱芜市", code="371200", day=dt.date(2018, 12, 26))


def test_a_code_of_another_time_falls_back_on_the_name() -> None:
    # The code of Laiwu as a prefecture, on a day when it was a county-level city.
    assert find("莱芜市", code="371200", day=dt.date(1990, 6, 1)).ref == "370981"


def test_a_short_name_of_several_bodies_is_none() -> None:
    assert central().full("广电总局") is None
    assert central().full("办公室") is None


def test_ministries_take_their_rank_by_rule_and_others_none() -> None:
    ministry, bureau = find("教育部").agency, find("统计局").agency
    assert ministry is not None and bureau is not None
    assert (ministry.rank, ministry.rank_basis) == (8, "derived")
    assert (bureau.rank, bureau.rank_reason) == (None, "直属机构: no rule covers its rank")
