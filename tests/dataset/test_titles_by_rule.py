"""Titles read office by office: none of these lists decides, they stand for what a title may hold."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from graph.offices.bodies import Setting
from graph.offices.errors import NotUnderstood, Unresolved
from graph.offices.grammar import read_offices
from graph.offices.post import Post, seat_of
from graph.offices.read import Titles
from loaders.units.shipped import shipped_bodies, shipped_places

DAY = dt.date(2019, 6, 1)


@cache
def titles() -> Titles:
    """The rules over the shipped divisions."""
    return Titles(shipped_bodies())


def read(title: str, of: str | None = None, place: str | None = None) -> tuple[Post, ...]:
    """The posts of a title beside a body, in a group of a place."""
    found = titles()
    setting = Setting(DAY, shipped_places().named(place, DAY) if place else None, "provincial")
    own = found.bodies.find(of, setting) if of else None
    return found.read(title, own, setting)


@pytest.mark.parametrize(
    ("title", "of", "unit", "mode", "branch"),
    [
        ("市长", "绵阳市", "510700", "HEAD", "government"),
        ("市委书记", "绵阳市", "510700", "HEAD", "party"),
        ("市委副书记", "绵阳市", "510700", "DEPUTY_HEAD", "party"),
        ("绵阳市委常委", "绵阳市", "510700", "COLLEGIAL", "party"),
        ("常务副州长", "大理白族自治州", "532900", "DEPUTY_HEAD", "government"),
        ("自治区党委副书记", "宁夏回族自治区", "640000", "DEPUTY_HEAD", "party"),
        ("副主席", "西藏自治区", "540000", "DEPUTY_HEAD", "government"),
        ("行政长官", "澳门特别行政区", "820000", "HEAD", "government"),
        ("副总理", "国务院", "100000", "DEPUTY_HEAD", "government"),
        ("中央政治局委员", "中共中央", "100000", "COLLEGIAL", "party"),
        ("分管教育工作的副市长", "绵阳市", "510700", "DEPUTY_HEAD", "government"),
        ("市政府主要负责人", "绵阳市", "510700", "HEAD", "government"),
        ("市委主要负责同志", "绵阳市", "510700", "HEAD", "party"),
        ("代县长", "微山县", "370826", "HEAD", "government"),
        ("县委常委、宣传部部长", "微山县", "agency:370826:微山县宣传部", "DEPT_HEAD", "party"),
        ("教育局长", "微山县", "agency:370826:微山县教育局", "DEPT_HEAD", "government"),
        ("局党组书记、局长", "绵阳市教育局", "agency:510700:绵阳市教育局", "DEPT_HEAD", "government"),
        ("市教育局分管负责人", "绵阳市", "agency:510700:绵阳市教育局", "DEPUTY_HEAD", "government"),
        ("市人大常委会副主任", "绵阳市", "agency:510700:绵阳市人大常委会", "DEPUTY_HEAD", "congress"),
        ("市政协主席", "绵阳市", "agency:510700:绵阳市政协", "DEPT_HEAD", "cppcc"),
        ("副检察长", "绵阳市检察院", "agency:510700:绵阳市检察院", "DEPUTY_HEAD", "procuratorate"),
        ("团市委书记", "绵阳市", "agency:510700:共青团绵阳市委", "DEPT_HEAD", "mass_organisation"),
        ("政委", "四川省军区", "agency:510000:四川省军区", "DEPT_HEAD", "military"),
        ("副行长", "人民银行", "agency:中国人民银行", "DEPUTY_HEAD", "government"),
        ("主任", "国家发展改革委", "agency:国家发展和改革委员会", "DEPT_HEAD", "government"),
        ("副秘书长", "国务院", "agency:国务院办公厅", "OTHER", "government"),
        ("副秘书长", "绵阳市", "agency:510700:绵阳市人民政府办公室", "OTHER", "government"),
        ("部长助理", "商务部", "agency:商务部", "OTHER", "government"),
        ("总农艺师", "农业农村部", "agency:农业农村部", "OTHER", "government"),
        ("总经理", "绵阳市水务集团有限公司", "agency:510700:绵阳市水务集团有限公司", "OTHER", "enterprise"),
        ("市级河长", "绵阳市", "510700", "OTHER", "government"),
        ("市委常委、秘书长", "绵阳市", "agency:510700:中共绵阳市委办公室", "OTHER", "party"),
        ("县武装部部长", "微山县", "agency:370826:微山县武装部", "DEPT_HEAD", "military"),
        ("副主任", "四川省人大", "agency:510000:四川省人大", "DEPUTY_HEAD", "congress"),
        ("办公室主任", "绵阳市水利局", "agency:510700:绵阳市水利局办公室", "DEPT_HEAD", "government"),
        ("自治县县长", "北川羌族自治县", "510726:北川羌族自治县", "HEAD", "government"),
        ("常委", "四川省纪委", "agency:510000:四川省纪委", "OTHER", "party"),
        ("市纪委常委", "绵阳市", "agency:510700:绵阳市纪委", "OTHER", "party"),
        ("支队长", "绵阳市交警支队", "agency:510700:绵阳市交警支队", "OTHER", "government"),
    ],
)  # fmt: skip
def test_unit_mode_and_branch(title: str, of: str, unit: str, mode: str, branch: str) -> None:
    post = seat_of(read(title, of), None)
    assert (post.body.ref, str(post.mode), post.branch) == (unit, mode, branch)


@pytest.mark.parametrize(
    ("title", "rank"),
    [("巡视员", 6), ("副巡视员", 5), ("一级巡视员", 6), ("二级巡视员", 5), ("调研员", 4),
     ("副调研员", 3), ("二级调研员", 4), ("四级调研员", 3), ("总工程师", None), ("主任科员", None)],
)  # fmt: skip
def test_grades_of_non_leading_posts(title: str, rank: int | None) -> None:
    (post,) = read(title, "四川省水利厅")
    assert (post.rank, str(post.mode)) == (rank, "OTHER")


@pytest.mark.parametrize(
    ("title", "of"),
    [
        ("各县县长", "绵阳市"), ("副市长（全体）", "绵阳市"), ("大法师", "绵阳市"), ("省领导", "四川省"),
        ("省长", "绵阳市教育局"), ("局长", "公安部"), ("区长", "宁夏回族自治区"), ("主席", "绵阳市"),
        ("名誉主任", "绵阳市教育局"), ("书记", None), ("县人大、县政协领导", "微山县"),
        ("副省级领导", "四川省"), ("一名负责人", "绵阳市水利局"),
        ("革委会主任", "四川省"), ("代表", "绵阳市"),
    ],
)  # fmt: skip
def test_what_no_rule_covers_is_not_guessed(title: str, of: str | None) -> None:
    with pytest.raises((NotUnderstood, Unresolved)):
        read(title, of)


def test_the_seat_of_a_compound_title() -> None:
    province = shipped_places().named("四川省", DAY)
    city = read("省委常委、成都市委书记", "四川省")
    assert [post.title for post in city] == ["四川省委常委", "成都市委书记"]
    assert seat_of(city, province).title == "成都市委书记"
    governor = read("省委副书记、省长", "四川省")
    assert seat_of(governor, province).title == "四川省省长"
    bureau = read("省政协副主席、省水利厅厅长", "四川省")
    assert seat_of(bureau, province).title == "四川省水利厅厅长"
    games = read("局长、亚运会组委会主席", "国家体育总局")
    assert seat_of(games, None).title == "国家体育总局局长"


def test_a_bare_person_in_charge_stands_for_the_unit_and_a_former_one_for_nobody() -> None:
    (unit,) = read("负责人", "四川省水利厅")
    assert unit.stands_for_unit
    offices = read_offices("原市委副书记")
    assert offices is not None and offices[0].former


def test_a_remark_in_brackets_is_no_office() -> None:
    (post,) = read("副市长（兼任总河长）", "绵阳市")
    assert post.title == "绵阳市副市长"
