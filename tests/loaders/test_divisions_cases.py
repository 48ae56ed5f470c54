"""The cases that everyone knows, each by its name: what was before, what after, on which day."""

from __future__ import annotations

import datetime as dt

from tests.loaders.divisions_for_tests import in_force, shipped_data, superiors


def on(day: str) -> dict[str, str]:
    """Code to name on a day."""
    units = in_force(shipped_data(), dt.date.fromisoformat(day))
    return {code: unit.name for code, unit in units.items()}


def followers(old: str) -> set[tuple[str, str, str | None]]:
    """uid, kind and date of all that follow a unit."""
    return {(row.new, row.kind, row.on) for row in shipped_data().successions if row.old == old}


def test_laiwu_merged_into_jinan_2018() -> None:
    before, after = on("2018-12-25"), on("2018-12-26")
    assert before["371200"] == "莱芜市" and "371200" not in after
    assert (after["370116"], after["370117"]) == ("莱芜区", "钢城区")
    assert followers("div:371200:莱芜市") == {("div:370100:济南市:2", "merge", "2018-12-26")}


def test_tongshan_county_to_district_2010() -> None:
    before, after = on("2010-08-31"), on("2010-12-31")
    assert before["320323"] == "铜山县" and after["320312"] == "铜山区"
    assert "320323" not in after and "320312" not in before
    assert {uid for uid, _, _ in followers("div:320323:铜山县")} == {"div:320312:铜山区"}


def test_chaohu_one_into_three_2011() -> None:
    three = {"div:340100:合肥市", "div:340200:芜湖市", "div:340500:马鞍山市"}
    assert followers("div:341400:巢湖市") == {(city, "merge", "2011-07-14") for city in three}
    before, after = on("2011-07-13"), on("2011-07-14")
    assert before["341400"] == "巢湖市" and "341400" not in after
    assert after["340181"] == "巢湖市"
    day = dt.date(2011, 7, 14)
    moved = {"340124": "340100", "340225": "340200", "340522": "340500", "340523": "340500"}
    found = {code: superiors(shipped_data(), code, day)[0][0].split(":")[1] for code in moved}
    assert found == moved


def test_xiangfan_renamed_xiangyang_2010() -> None:
    assert on("2010-11-25")["420600"] == "襄樊市"
    assert on("2010-11-26")["420600"] == "襄阳市"
    assert followers("div:420600:襄樊市") == {("div:420600:襄阳市", "rename", "2010-11-26")}


def test_chongqing_under_the_centre_1997() -> None:
    before = in_force(shipped_data(), dt.date(1997, 3, 13))
    after = in_force(shipped_data(), dt.date(1997, 3, 14))
    assert (before["510200"].name, before["510200"].rank) == ("重庆市", 7)
    assert (after["500000"].kind, after["500000"].rank) == ("直辖市", 8)
    assert not {"510200", "511200", "513500", "517000"} & set(after)
    olds = {row.old for row in shipped_data().successions if row.new == "div:500000:重庆市"}
    assert olds == {
        "div:510200:重庆市:2", "div:511200:万县市", "div:513500:黔江地区", "div:517000:涪陵市",
    }  # fmt: skip


def test_hainan_a_province_1988() -> None:
    before, after = on("1988-04-12"), on("1988-04-13")
    assert before["442100"] == "海南行政区" and "460000" not in before
    assert after["460000"] == "海南省" and "442100" not in after
    assert not {code for code in before if code.startswith("46")}
    assert followers("div:442100:海南行政区") == {("div:460000:海南省", "upgrade", "1988-04-13")}


def test_liangjiang_two_into_one_2025() -> None:
    before, after = on("2025-10-31"), on("2025-12-31")
    assert (before["500105"], before["500112"]) == ("江北区", "渝北区")
    assert after["500157"] == "两江新区" and not {"500105", "500112"} & set(after)
    for old in ("div:500105:江北区", "div:500112:渝北区"):
        assert {(uid, kind) for uid, kind, _ in followers(old)} == {
            ("div:500157:两江新区", "merge")
        }
