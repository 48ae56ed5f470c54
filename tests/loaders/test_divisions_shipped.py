"""The shipped division data: counts, named places, the tree on each year's end."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from graph.core.dates import OPEN_END
from loaders.divisions.lookup import DivisionTable, shipped_divisions
from loaders.divisions.read import DivisionData
from tests.loaders.divisions_for_tests import in_force, shipped_data, superiors

YEARS = range(1983, 2027)


@pytest.fixture(name="data")
def shipped() -> DivisionData:
    return shipped_data()


def test_the_current_table_has_3214_codes_below_the_centre(data: DivisionData) -> None:
    current = [u for u in data.units if data.periods[u.uid].end.day == OPEN_END]
    levels = Counter(unit.level for unit in current)
    assert levels == {"Country": 1, "Province": 34, "Prefecture": 333, "County": 2847}
    assert len({unit.code for unit in current}) == 3214 + 1


@pytest.mark.parametrize(
    ("day", "code", "name", "kind", "rank"),
    [
        ("1993-12-31", "370100", "济南市", "地级市", 6),
        ("1994-12-31", "370100", "济南市", "副省级市", 7),
        ("1993-12-31", "370102", "历下区", "市辖区", 4),
        ("2026-09-01", "370102", "历下区", "市辖区", 5),
        ("1996-12-31", "510200", "重庆市", "副省级市", 7),
        ("1997-12-31", "500000", "重庆市", "直辖市", 8),
        ("2009-12-31", "320323", "铜山县", "县", 4),
        ("2010-12-31", "320312", "铜山区", "市辖区", 4),
        ("2009-12-31", "420600", "襄樊市", "地级市", 6),
        ("2010-12-31", "420600", "襄阳市", "地级市", 6),
        ("2011-12-31", "340181", "巢湖市", "县级市", 4),
        ("2026-09-01", "310115", "浦东新区", "市辖区", 7),
        ("2026-09-01", "120116", "滨海新区", "市辖区", 7),
        ("2026-09-01", "110105", "朝阳区", "市辖区", 6),
        ("2026-09-01", "500229", "城口县", "县", 6),
        ("2026-09-01", "500157", "两江新区", "市辖区", 6),
        ("2026-09-01", "810000", "香港特别行政区", "特别行政区", None),
        ("2026-09-01", "820000", "澳门特别行政区", "特别行政区", None),
        ("2026-09-01", "710000", "台湾省", "省", None),
        ("2026-09-01", "100000", "中华人民共和国", "国家", 10),
        ("2026-09-01", "654000", "伊犁哈萨克自治州", "自治州", 7),
        ("2026-09-01", "659001", "石河子市", "县级市", 5),
    ],
)
def test_a_place_on_a_day(
    data: DivisionData, day: str, code: str, name: str, kind: str, rank: int | None
) -> None:
    unit = in_force(data, dt.date.fromisoformat(day))[code]
    assert (unit.name, unit.kind, unit.rank) == (name, kind, rank)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("1997-12-31", "510200"),
        ("2010-12-31", "320323"),
        ("2011-12-31", "341400"),
        ("1988-12-31", "442100"),
        ("2026-01-01", "500112"),
        ("1996-12-31", "810000"),
        ("1999-12-19", "820000"),
    ],
)
def test_a_code_that_is_not_in_force(data: DivisionData, day: str, code: str) -> None:
    assert code not in in_force(data, dt.date.fromisoformat(day))


def test_almost_every_unit_that_ended_since_1984_has_a_successor(data: DivisionData) -> None:
    """Not so: five counties of 1983 that were never set up, and what no act read here tells."""
    followed = {row.old for row in data.successions}
    ended = [u for u in data.units if dt.date(1984, 1, 1) <= data.periods[u.uid].end.day < OPEN_END]
    lost = {unit.name for unit in ended if unit.uid not in followed}
    assert len(ended) > 3000 and len(lost) < 16
    assert {"盐井县", "碧土县", "妥坝县", "生达县", "隆格尔县"} <= lost


@pytest.mark.parametrize(
    ("code", "upper", "mode"),
    [
        ("419001", "div:410000:河南省", "statutory"),
        ("429004", "div:420000:湖北省", "statutory"),
        ("429021", "div:420000:湖北省", "statutory"),
        ("469021", "div:460000:海南省", "statutory"),
        ("370881", "div:370800:济宁市", "acting"),
        ("222401", "div:222400:延边朝鲜族自治州", "statutory"),
        ("370826", "div:370800:济宁市", "statutory"),
        ("110105", "div:110000:北京市", "statutory"),
        ("810000", "div:100000:中华人民共和国", "statutory"),
    ],
)
def test_the_superior_of_a_place(data: DivisionData, code: str, upper: str, mode: str) -> None:
    assert superiors(data, code, dt.date(2026, 9, 1)) == [(upper, mode)]


def test_taiwan_has_no_superior(data: DivisionData) -> None:
    assert superiors(data, "710000", dt.date(2026, 9, 1)) == []


def test_the_fifteen_sub_provincial_cities(data: DivisionData) -> None:
    names = "哈尔滨 长春 沈阳 大连 济南 青岛 南京 杭州 宁波 厦门 广州 深圳 武汉 成都 西安"
    found = [u for u in in_force(data, dt.date(2026, 9, 1)).values() if u.kind == "副省级市"]
    assert {unit.name_short for unit in found} == set(names.split())
    assert {unit.rank for unit in found} == {7}


@pytest.mark.parametrize("year", YEARS)
def test_no_code_has_two_divisions_at_a_year_end(data: DivisionData, year: int) -> None:
    day = dt.date(year, 12, 31)
    codes = [unit.code for unit in data.units if data.periods[unit.uid].holds(day)]
    assert len(codes) > 3100 and len(codes) == len(set(codes))


def test_every_successor_exists_when_the_old_unit_ends(data: DivisionData) -> None:
    periods = data.periods
    assert [
        row for row in data.successions if not periods[row.new].holds(periods[row.old].end.day)
    ] == []


def test_no_unit_outlives_its_superiors(data: DivisionData) -> None:
    """Day by day: each unit has a superior from its first day to its last, and that one exists."""
    last: dict[str, dt.date] = {}
    for tie, span in zip(data.ties, data.tie_periods, strict=True):
        assert span.end.day <= data.periods[tie.upper].end.day, tie
        last[tie.lower] = max(last.get(tie.lower, span.end.day), span.end.day)
    assert {uid for uid, period in data.periods.items() if last.get(uid) != period.end.day} == {
        "div:100000:中华人民共和国", "div:710000:台湾省",
    }  # fmt: skip


@pytest.mark.parametrize("year", YEARS)
def test_the_ties_of_a_year_end_form_a_tree(data: DivisionData, year: int) -> None:
    day = dt.date(year, 12, 31)
    alive = {unit.uid: unit for unit in in_force(data, day).values()}
    spans = zip(data.ties, data.tie_periods, strict=True)
    ties = [tie for tie, span in spans if span.holds(day)]
    counted = Counter(tie.lower for tie in ties)
    expected = {uid for uid, u in alive.items() if u.code not in ("100000", "710000")}
    assert set(counted) == expected and set(counted.values()) == {1}
    assert {tie.upper for tie in ties} <= set(alive)


def test_every_row_names_a_source_with_a_licence(data: DivisionData) -> None:
    licences = {source.uid: source.licence for source in data.sources}
    named = {unit.source for unit in data.units} | {tie.source for tie in data.ties}
    named |= {row.source for row in data.successions}
    assert all(licences[source] for source in named)


def test_every_override_has_a_reason_in_the_data(data: DivisionData) -> None:
    departing = [u for u in data.units if u.rank != u.rank_by_rule]
    assert departing and {unit.rank_basis for unit in departing} == {"override"}


def test_nothing_rests_on_the_history_that_users_load_themselves(data: DivisionData) -> None:
    """Of areacodes only the texts of official acts were read, none of its tables."""
    read_there = [s for s in data.sources if "yescallop" in f"{s.title} {s.url} {s.read_at}"]
    assert {source.kind for source in read_there} == {"official document"}
    assert not any("yescallop" in f"{s.title} {s.url}" for s in read_there)
    assert not {"areacodes"} & {s.uid for s in data.sources}


def test_the_table_of_divisions_has_the_periods_of_the_data(data: DivisionData) -> None:
    table = DivisionTable.of(data)
    found = {unit.uid: unit.period for units in table.by_code.values() for unit in units}
    assert found == data.periods
    assert shipped_divisions() is shipped_divisions()
    (unit,) = (u for u in table.versions("370100") if u.period.holds(dt.date(1994, 2, 25)))
    assert (unit.uid, unit.rank) == ("div:370100:济南市:2", 7)
