"""Finding a place by any name or code that it ever had, on the shipped data."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.lookup import find_unit
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, UnknownName
from graph.places.find import find_place, places

NOW = dt.date(2026, 9, 11)
day = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("text", "on", "code", "name"),
    [
        ("371200", "2018-12-25", "371200", "莱芜市"),
        ("div:371200:莱芜市", "2018-12-25", "371200", "莱芜市"),
        ("莱芜市", "2018-12-25", "371200", "莱芜市"),
        ("莱芜市", "1984-12-31", "372602", "莱芜市"),
        ("莱芜", "1985-12-31", "370919", "莱芜市"),
        ("莱芜", "2026-09-11", "370116", "莱芜区"),
        ("襄樊", "2009-06-30", "420600", "襄樊市"),
        ("xiangfan", "2009-06-30", "420600", "襄樊市"),
        ("Xiāngfán Shì", "2009-06-30", "420600", "襄樊市"),
        ("Jinan City", "2026-09-11", "370100", "济南市"),
        ("Shandong Province", "2026-09-11", "370000", "山东省"),
        ("Inner Mongolia", "2026-09-11", "150000", "内蒙古自治区"),
        ("Tibet", "2026-09-11", "540000", "西藏自治区"),
        ("shaanxi", "2026-09-11", "610000", "陕西省"),
        ("Lüliang", "2026-09-11", "141100", "吕梁市"),
        ("lvliang", "2026-09-11", "141100", "吕梁市"),
        ("luliang shi", "2026-09-11", "141100", "吕梁市"),
        ("Lu'an", "2026-09-11", "341500", "六安市"),
        ("LUAN", "2026-09-11", "341500", "六安市"),
        ("３７０１００", "2026-09-11", "370100", "济南市"),
        ("  济南 ", "1990-01-01", "370100", "济南市"),
        ("中国", "2026-09-11", "100000", "中华人民共和国"),
        ("朝阳市", "2026-09-11", "211300", "朝阳市"),
    ],
)
def test_a_place_is_found_by_each_of_its_names(
    loaded: Database, text: str, on: str, code: str, name: str
) -> None:
    found = find_place(loaded, text, day(on))
    assert (found.code, found.name, found.as_of) == (code, name, day(on))
    assert found.matched == found.uid


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("朝阳", {"110105", "211300", "211321", "220104"}),
        ("chaoyang district", {"110105", "220104", "440513"}),  # 朝阳区 twice and 潮阳区
        ("长安", {"130102", "610116"}),
        ("鼓楼", {"320106", "320302", "350102", "410204"}),
        ("鼓楼区", {"320106", "320302", "350102", "410204"}),
        ("341400", {"340100", "340200", "340500"}),
    ],
)
def test_an_ambiguous_name_lists_all_and_chooses_none(
    loaded: Database, text: str, codes: set[str]
) -> None:
    assert {place.code for place in places(loaded, text, NOW)} == codes
    with pytest.raises(AmbiguousName) as told:
        find_place(loaded, text, NOW)
    assert {candidate[:6] for candidate in told.value.candidates} == codes
    assert all(code in str(told.value) for code in codes)


@pytest.mark.parametrize(
    ("text", "region", "code"),
    [
        ("朝阳", "北京", "110105"),
        ("朝阳区", "吉林省", "220104"),
        ("鼓楼", "徐州市", "320302"),
        ("鼓楼区", "350000", "350102"),
        ("长安", "Shaanxi", "610116"),
        ("襄樊", "湖北", "420600"),
        ("鼓楼", "开封", "410204"),
    ],
)
def test_a_region_decides(loaded: Database, text: str, region: str, code: str) -> None:
    assert find_place(loaded, text, NOW, region).code == code


def test_a_region_that_leaves_several_does_not_decide(loaded: Database) -> None:
    with pytest.raises(AmbiguousName, match=r"320106 鼓楼区 \(南京市, 江苏省\)"):
        find_place(loaded, "鼓楼", NOW, "江苏省")


def test_a_place_outside_the_region_is_told_with_where_it_is(loaded: Database) -> None:
    with pytest.raises(InputError, match=r"no place in 山东省 .*420600 襄阳市 \(湖北省\)"):
        find_place(loaded, "襄樊", NOW, "山东省")


@pytest.mark.parametrize(
    ("text", "on", "code", "name", "notes"),
    [
        ("襄樊", NOW, "420600", "襄阳市", ["襄樊市 was renamed 襄阳市 on 2010-11-26."]),
        (
            "371200", NOW, "370100", "济南市",
            ["莱芜市 (371200) was merged into 济南市 (370100) on 2018-12-26."],
        ),
        ("襄阳市", day("2009-12-31"), "420600", "襄樊市", ["襄樊市 was renamed 襄阳市 on 2010-11-26."]),
        (
            "370116", day("1985-12-31"), "370919", "莱芜市",
            [
                "莱芜市 (370919) became 莱芜市 (379004) in 1986.",
                "莱芜市 (379004) became 莱芜市 (370981) in 1990.",
                "莱芜市 (370981) was split; a part became 莱城区 (371202) on 1992-11-22.",
                "莱城区 (371202) became 莱芜区 (370116) on 2018-12-26 (国函〔2018〕163号).",
            ],
        ),
        (
            "铜山县", NOW, "320312", "铜山区",
            ["铜山县 (320323) was merged into 铜山区 (320312) in 2010-09."],
        ),
        (
            "海南行政区", NOW, "460000", "海南省",
            ["海南行政区 (442100) became 海南省 (460000) on 1988-04-13."],
        ),
        (
            "510200", NOW, "500000", "重庆市",
            ["重庆市 (510200) was merged into 重庆市 (500000) on 1997-03-14."],
        ),
        (
            "500112", NOW, "500157", "两江新区",
            ["渝北区 (500112) was merged into 两江新区 (500157) in 2025-11."],
        ),
    ],
)  # fmt: skip
def test_what_is_no_more_answers_with_its_successor_and_says_so(
    loaded: Database, text: str, on: dt.date, code: str, name: str, notes: list[str]
) -> None:
    found = find_place(loaded, text, on)
    assert (found.code, found.name) == (code, name)
    assert list(found.notes) == notes
    assert found.matched != found.uid


def test_what_was_divided_names_all_its_parts(loaded: Database) -> None:
    with pytest.raises(AmbiguousName) as told:
        find_place(loaded, "341400", NOW)
    assert told.value.__notes__ == [
        "巢湖市 (341400) was divided among 合肥市 (340100), 芜湖市 (340200) and 马鞍山市 (340500)"
        " on 2011-07-14."
    ]


def test_a_county_that_was_split_answers_with_the_city_that_holds_all_parts(
    loaded: Database,
) -> None:
    found = find_place(loaded, "莱芜县", day("2000-01-01"))
    assert (found.code, found.matched) == ("371200", "div:372622:莱芜县")
    assert found.notes[-1] == (
        "莱芜市 (370981) was split into 莱芜市 (371200), 莱城区 (371202) and 钢城区 (371203)"
        " on 1992-11-22."
    )


def test_a_former_name_is_no_province_by_its_successor(loaded: Database) -> None:
    with pytest.raises(AmbiguousName, match=r"500000 重庆市 .*500101 万州区"):
        find_place(loaded, "万县市", NOW)


def test_the_bare_name_of_a_province_is_the_province_and_the_others_are_told(
    loaded: Database,
) -> None:
    found = find_place(loaded, "海南", NOW)
    assert found.code == "460000"
    assert "150303 海南区" in found.notes[-1] and "632500 海南藏族自治州" in found.notes[-1]
    assert [place.code for place in places(loaded, "海南", NOW)] == ["150303", "460000", "632500"]
    with pytest.raises(AmbiguousName, match="150303 海南区"):
        find_place(loaded, "海南", day("1985-01-01"))


def test_who_else_bore_the_name_is_told(loaded: Database) -> None:
    found = find_place(loaded, "朝阳市", NOW)
    assert found.notes == (
        "At other times 朝阳市 was also: 212201 朝阳市 (朝阳地区, 辽宁省 from [..1980-12-31]"
        " until 1984).",
    )


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("襄凡市", "襄樊市 420600"),
        ("Shangdong", "山东省 370000"),
        ("济男市", "济南市 370100"),
        ("Jinnan City", "济南市 370100"),
    ],
)
def test_a_misspelt_name_gets_suggestions(loaded: Database, wrong: str, right: str) -> None:
    with pytest.raises(UnknownName) as told:
        find_place(loaded, wrong, NOW)
    assert right in told.value.suggestions


def test_before_the_data_begins_nothing_is_known(loaded: Database) -> None:
    with pytest.raises(InputError, match=r"on 1970-01-01 is not known\. Known since: 370100"):
        find_place(loaded, "济南", day("1970-01-01"))


def test_a_unit_of_another_time_is_not_taken_for_a_member(loaded: Database) -> None:
    with pytest.raises(InputError, match=r"no place on 2018-12-26.*merged into 济南市"):
        find_unit(loaded, "371200", day("2018-12-26"))
    assert find_unit(loaded, "371200").uid == "div:371200:莱芜市"
    assert find_unit(loaded, "山东", NOW).code == "370000"
    assert find_unit(loaded, "财政部").level is None
    with pytest.raises(AmbiguousName, match="211300"):
        find_unit(loaded, "朝阳", NOW)
    with pytest.raises(UnknownName, match="济南市"):
        find_unit(loaded, "济男市", NOW)


def test_a_place_is_told_whole(loaded: Database) -> None:
    found = find_place(loaded, "鼓楼区", day("2020-01-01"), "南京")
    assert found.described == "320106 鼓楼区 (南京市, 江苏省)"
    told = found.to_dict()
    assert told["above"] == ["南京市", "江苏省", "中华人民共和国"]
    assert (told["rank"], told["level"], told["kind"]) == (5, "County", "市辖区")
    assert (told["valid_from"], told["valid_to"]) == ("1994-02-25", "..")
