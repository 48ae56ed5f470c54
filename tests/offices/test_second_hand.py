"""Titles that a second hand wrote without having seen the rules, and that were first misread or refused."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.offices.bodies import Setting
from graph.offices.errors import Unresolved
from graph.offices.names import NO_SINGLE_BODY
from graph.offices.post import Post
from graph.offices.ranks import Mode
from graph.offices.read import Titles
from loaders.units.shipped import shipped_bodies, shipped_places


def setting(code: str, year: int) -> Setting:
    """A group of a place, on the first day of a year."""
    day = dt.date(year, 1, 1)
    return Setting(day, shipped_places().coded(code, None, day), "other")


def posts(title: str, where: Setting, beside: str | None = None) -> tuple[Post, ...]:
    """The posts of a title, beside a body or the place of the group."""
    own = shipped_bodies().find(beside, where) if beside else None
    return Titles(shipped_bodies()).read(title, own, where)


@pytest.mark.parametrize(
    ("title", "code", "year", "body"),
    [
        (
            "省委常委、雄安新区党工委书记、管委会主任",
            "130000",
            2021,
            "agency:130000:河北省雄安新区管委会",
        ),
        ("开发区党工委书记、管委会主任", "330100", 2021, "agency:330100:杭州市开发区管委会"),
        ("地区妇联主任", "522400", 1990, "agency:522400:毕节地区妇联"),
        ("地委政策研究室主任", "522400", 1990, "agency:522400:毕节地委政策研究室"),
        (
            "黄委会黄河上中游管理局局长",
            "150000",
            2019,
            "agency:水利部黄河水利委员会黄河上中游管理局",
        ),
        ("水利部黄委副主任", "410000", 2019, "agency:水利部黄河水利委员会"),
        ("特区法院副院长", "520203", 2012, "agency:520203:六枝特区法院"),
        ("国家文物局司局级巡视员", "410300", 2019, "agency:国家文物局"),
        ("白城铁路分局副分局长", "220800", 2000, "agency:220800:白城铁路分局"),
        ("国家能源局江苏监管办专员", "320000", 2019, "agency:国家能源局江苏监管办"),
        ("第八师副师长", "659001", 2005, "agency:兵团第八师"),
        ("喀什地委组织部部长", "440000", 2015, "agency:653100:喀什地委组织部"),
        ("省农牧厅副厅长兼办公室主任", "630000", 2012, "agency:630000:青海省农牧厅办公室"),
        ("科技部党组成员、秘书长", "110000", 2005, "agency:科学技术部"),
        ("总后勤部卫生部副部长", "110000", 2003, "agency:总后勤部卫生部"),
        ("市检察院检察委员会委员", "350900", 2018, "agency:350900:宁德市检察院检察委员会"),
        ("长江防总办公室副主任", "420000", 2010, "agency:长江防总办公室"),
        ("国家计委农经司司长", "110000", 2001, "agency:国家计委农经司"),
        ("香港海关关长", "440300", 2016, "agency:810000:香港海关"),
        ("济南黄河河务局局长", "370100", 2018, "agency:370100:济南黄河河务局"),
        ("市防汛指挥部副指挥长", "420100", 2010, "agency:420100:武汉市防汛指挥部"),
        ("中铁二十一局玉树指挥部指挥长", "632700", 2010, "agency:632700:中铁二十一局玉树指挥部"),
        ("中建三局项目部经理", "632700", 2010, "agency:632700:中建三局项目部"),
        ("省委第三巡视组组长", "370000", 2016, "agency:370000:山东省委第三巡视组"),
        ("水电部海河水利委员会副主任", "120000", 1986, "agency:水电部海河水利委员会"),
        ("电力部华北电业管理局局长", "120000", 1994, "agency:电力部华北电业管理局"),
        ("石油部物探局局长", "130600", 1985, "agency:石油部物探局"),
        ("市劳动局副局长兼领导小组办公室主任", "370100", 1999, "370100"),
        (
            "市政府副秘书长、办公厅主任",
            "210100",
            1988,
            "agency:210100:沈阳市人民政府办公室",
        ),
        ("石柱县财政局局长", "500000", 2008, "agency:500240:石柱土家族自治县财政局"),
        ("阿坝州州长", "510000", 2008, "513200:阿坝藏族羌族自治州"),
        (
            "中国人民建设银行吉林省分行行长",
            "220000",
            1990,
            "agency:220000:中国人民建设银行吉林省分行",
        ),
        ("兖矿集团有限公司副总经理", "370800", 2012, "agency:370800:兖矿集团有限公司"),
    ],
)
def test_the_body_of_the_last_office(title: str, code: str, year: int, body: str) -> None:
    assert posts(title, setting(code, year))[-1].body.ref == body


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("大理市、洱源县", NO_SINGLE_BODY.en),
        ("谷营镇姚寨村", "townships are not in the table of divisions"),
        ("博鳌镇委", "townships are not in the table of divisions"),
        ("青城村", "townships are not in the table of divisions"),
        ("市财政局、市审计局", NO_SINGLE_BODY.en),
        ("市直各有关单位", NO_SINGLE_BODY.en),
        ("州财政局", "of which 州? (兰考县)"),
    ],
)
def test_two_divisions_and_villages_are_no_body(name: str, why: str) -> None:
    with pytest.raises(Unresolved) as refused:
        shipped_bodies().find(name, setting("410225", 2015), agency_of="410225")
    assert str(refused.value) == why


@pytest.mark.parametrize(
    ("title", "beside", "code", "body"),
    [
        ("总后勤部副部长", "中国人民解放军", "110000", "agency:中国人民解放军总后勤部"),
        ("副部长", "解放军总后勤部卫生部", "110000", "agency:解放军总后勤部卫生部"),
        ("保卫部部长", "北京大学", "110000", "agency:110000:北京大学保卫部"),
        ("研究生院常务副院长", "清华大学", "110000", "agency:110000:清华大学研究生院"),
        ("生产部副部长", "胜利石油管理局", "370500", "agency:370500:胜利石油管理局生产部"),
        ("权益部部长", "市妇联", "370100", "agency:370100:济南市妇联权益部"),
        ("副部长", "二炮后勤部", "110000", "agency:二炮后勤部"),
        ("联勤部部长", "沈阳军区", "210100", "agency:沈阳军区联勤部"),
        ("副司令员", "东部战区空军", "320000", "agency:东部战区空军"),
        ("后勤部部长", "锡林郭勒军分区", "152500", "agency:152500:锡林郭勒军分区后勤部"),
        ("检委会专职委员", "市检察院", "500000", "agency:500000:重庆市检察院检委会"),
        ("地区处处长", "省计委", "220000", "agency:220000:吉林省计委地区处"),
        (
            "公安分局局长",
            "荆州市长江河道管理局",
            "421022",
            "agency:421000:荆州市长江河道管理局公安分局",
        ),
        ("副分局长", "白城铁路分局", "220800", "agency:220800:白城铁路分局"),
    ],
)
def test_a_part_is_that_of_the_body_beside_the_title(
    title: str, beside: str, code: str, body: str
) -> None:
    (post,) = posts(title, setting(code, 2015), beside)
    assert post.body.ref == body


def test_who_is_stated_to_own_a_body_owns_it() -> None:
    firm, where = "浙江中国小商品城集团股份有限公司", setting("330782", 2016)
    assert shipped_bodies().find(firm, where, agency_of="330782").division.code == "330782"
    assert shipped_bodies().find(firm, where, beside="330782").division.code == "330000"


@pytest.mark.parametrize(
    ("name", "code", "of"),
    [
        ("县农行", "500237", None),
        ("嘉陵机器厂", "510200", None),
        ("省地方税务局", "210000", "210000"),
        ("济南黄河河务局", "370100", "agency:水利部黄河水利委员会"),
        ("山西煤矿安全监察局", "140000", None),
    ],
)
def test_who_leads_a_body_is_not_guessed_by_its_name(name: str, code: str, of: str | None) -> None:
    where = setting(code, 1990 if code == "510200" else 2005)
    body = shipped_bodies().find(name, where, beside=code)
    assert body.agency is not None and body.agency.of == of


def test_chiefs_of_staff_are_no_heads() -> None:
    (post,) = posts("潍坊军分区参谋长", setting("370700", 2018))
    assert post.mode is Mode.OTHER
