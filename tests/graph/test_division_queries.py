"""The questions about divisions, answered on the shipped data and checked by hand-known changes."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from graph.catalogue import queries
from graph.connection import Database
from loaders.divisions.read import read_divisions
from tests.servers import statements

day = dt.date.fromisoformat
YEAR_ENDS = [dt.date(year, 12, 31) for year in range(1983, 2027)]

LAIWU = {
    ("372622", "莱芜县"), ("372602", "莱芜市"), ("370919", "莱芜市"), ("379004", "莱芜市"),
    ("370981", "莱芜市"), ("371200", "莱芜市"), ("371202", "莱城区"), ("371203", "钢城区"),
    ("370116", "莱芜区"), ("370117", "钢城区"),
}  # fmt: skip
"""Six codes of one place, the two districts of its city, and the two of Jinan that followed them."""


@pytest.mark.parametrize(("code", "name"), sorted(LAIWU))
def test_laiwu_tells_its_whole_history_whichever_unit_is_asked(
    loaded: Database, code: str, name: str
) -> None:
    rows = queries.place_history(f"div:{code}:{name}", database=loaded)
    assert {(r.code, r.name) for r in rows} == LAIWU | {("370100", "济南市")}
    assert [r.code for r in rows][:6] == [
        "372622", "372602", "370919", "379004", "370981", "371200",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "codes"),
    [
        ("div:420600:襄阳市", ["420600", "420600"]),
        ("div:460000:海南省", ["442100", "460000"]),
        ("div:340181:巢湖市", ["342601", "341402", "340181"]),
        ("div:341400:巢湖市", ["340100", "340200", "340500", "342600", "341400"]),
        ("div:370100:济南市:2", ["370100", "371200", "370100"]),
    ],
)
def test_a_history_ends_where_an_older_unit_took_the_place_in(
    loaded: Database, unit: str, codes: list[str]
) -> None:
    assert [row.code for row in queries.place_history(unit, database=loaded)] == codes


@pytest.mark.parametrize(
    ("unit", "on", "codes"),
    [
        ("div:320323:铜山县", "2010-12-31", {"320312"}),
        ("div:320304:九里区", "2010-12-31", {"320302", "320311", "320312"}),
        ("div:420600:襄樊市", "2010-11-26", {"420600"}),
        ("div:341400:巢湖市", "2011-12-31", {"340100", "340200", "340500"}),
        ("div:342601:巢湖市", "2005-12-31", {"341402"}),
        ("div:342601:巢湖市", "2011-12-31", {"340181"}),
        ("div:510200:重庆市", "1997-12-31", {"500000"}),
        ("div:442100:海南行政区", "1988-12-31", {"460000"}),
        ("div:500105:江北区", "2025-12-31", {"500157"}),
        ("div:500112:渝北区", "2025-12-31", {"500157"}),
        ("div:370100:济南市", "1994-12-31", {"370100"}),
        ("div:372622:莱芜县", "1990-12-31", {"370981"}),
        ("div:372622:莱芜县", "1992-12-31", {"371200", "371202", "371203"}),
        ("div:372622:莱芜县", "2018-12-26", {"370100", "370116", "370117"}),
        ("div:371200:莱芜市", "2018-12-25", {"371200"}),
        ("div:371200:莱芜市", "1990-12-31", set()),
    ],
)
def test_the_successors_on_a_day(loaded: Database, unit: str, on: str, codes: set[str]) -> None:
    rows = queries.successor_on(unit, day(on), database=loaded)
    assert {row.code for row in rows} == codes
    assert all(row.steps == [] for row in rows if row.uid == unit)


def test_the_steps_to_a_successor_are_told_in_order(loaded: Database) -> None:
    row = queries.successor_on("div:510200:重庆市", day("1997-12-31"), database=loaded)[0]
    told = [(step["kind"], step["on"], step["source"]) for step in row.steps]
    assert told == [
        ("upgrade", "1994-02-25", "zb-1994-1"),
        ("merge", "1997-03-14", "npc-1997-chongqing"),
    ]


@pytest.mark.parametrize(
    ("unit", "on", "codes"),
    [
        ("div:320312:铜山区", "2009-12-31", {"320304", "320323"}),
        ("div:500157:两江新区", "2024-12-31", {"500105", "500112"}),
        ("div:500000:重庆市", "1996-12-31", {"510200", "511200", "513500", "517000"}),
        ("div:370100:济南市:2", "1990-12-31", {"370100"}),
        ("div:370116:莱芜区", "1985-12-31", {"370919"}),
    ],
)
def test_the_predecessors_on_a_day(loaded: Database, unit: str, on: str, codes: set[str]) -> None:
    rows = queries.predecessor_on(unit, day(on), database=loaded)
    assert {row.code for row in rows} == codes


Change = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("first", "last", "region", "changes"),
    [
        (
            "2018-12-25", "2018-12-26", "div:370000:山东省",
            {("merge", "371200", "370100"), ("upgrade", "371202", "370116"),
             ("upgrade", "371203", "370117")},
        ),
        ("2018-12-26", "2018-12-31", "div:370000:山东省", set()),
        (
            "2010-08-31", "2010-09-01", "div:320300:徐州市",
            {("merge", "320304", "320302"), ("merge", "320304", "320311"),
             ("merge", "320304", "320312"), ("merge", "320323", "320312")},
        ),
        (
            "2010-11-25", "2010-11-26", "div:420000:湖北省",
            {("rename", "420600", "420600"), ("rename", "420607", "420607")},
        ),
        ("2010-11-25", "2010-11-26", "div:370000:山东省", set()),
        (
            "2011-07-13", "2011-07-14", "div:340000:安徽省",
            {("merge", "341400", "340100"), ("merge", "341400", "340200"),
             ("merge", "341400", "340500"), ("upgrade", "341402", "340181"),
             ("transfer", "341421", "340124"), ("transfer", "341422", "340225"),
             ("transfer", "341423", "340522"), ("transfer", "341424", "340523")},
        ),
        (
            "1994-02-24", "1994-02-25", "div:370100:济南市",
            {("upgrade", code, code)
             for code in ("370100", "370102", "370103", "370104", "370105", "370112")},
        ),
        (
            "2025-10-31", "2025-11-30", "div:500000:重庆市",
            {("merge", "500105", "500157"), ("merge", "500112", "500157")},
        ),
    ],
)  # fmt: skip
def test_what_changed_between_two_days(
    loaded: Database, first: str, last: str, region: str, changes: set[Change]
) -> None:
    rows = queries.changes_between(day(first), day(last), region, database=loaded)
    assert {(row.kind, row.old_code, row.new_code) for row in rows} == changes
    assert all(day(first) < row.day <= day(last) for row in rows)


@pytest.mark.parametrize(
    ("region", "on", "old", "new", "count"),
    [
        ("div:460000:海南省", "1988-04-13", "442100", "460000", 23),
        ("div:500000:重庆市", "1997-03-14", "510200", "500000", 47),
    ],
)
def test_a_province_is_made(
    loaded: Database, region: str, on: str, old: str, new: str, count: int
) -> None:
    eve = day(on) - dt.timedelta(days=1)
    rows = queries.changes_between(eve, day(on), region, database=loaded)
    assert (old, new) in {(row.old_code, row.new_code) for row in rows}
    assert len(rows) == count
    assert {row.new_code[:2] for row in rows} == {new[:2]}


def test_the_changes_of_all_years_account_for_every_unit_that_came_or_went(
    loaded: Database,
) -> None:
    first, last = day("1983-12-31"), day("2024-12-31")
    rows = queries.changes_between(first, last, database=loaded)
    then = {r.uid for r in queries.divisions_in_force(first, database=loaded)}
    later = {r.uid for r in queries.divisions_in_force(last, database=loaded)}
    assert then - later <= {row.old for row in rows}
    assert later - then <= {row.new for row in rows}


def test_children_before_the_merger_and_on_the_day(loaded: Database) -> None:
    def below(unit: str, on: str) -> set[str]:
        return {row.name for row in queries.children(unit, day(on), database=loaded)}

    jinan = below("div:370100:济南市:2", "2018-12-25")
    districts = ["历下区", "市中区", "槐荫区", "天桥区", "历城区", "长清区", "章丘区", "济阳区"]
    assert jinan == {*districts, "平阴县", "商河县"}
    assert below("div:370100:济南市:2", "2018-12-26") - jinan == {"莱芜区", "钢城区"}
    assert below("div:371200:莱芜市", "2018-12-25") == {"莱城区", "钢城区"}
    assert below("div:371200:莱芜市", "2018-12-26") == set()
    assert {r.mode for r in queries.children("div:370800:济宁市", database=loaded)} == {
        "statutory", "acting",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "on", "names"),
    [
        ("div:370116:莱芜区", "2018-12-26", ["济南市", "山东省", "中华人民共和国"]),
        ("div:372602:莱芜市", "1984-12-31", ["泰安地区", "山东省", "中华人民共和国"]),
        ("div:379004:莱芜市", "1988-12-31", ["山东省", "中华人民共和国"]),
        ("div:500157:两江新区", "2025-12-31", ["重庆市", "中华人民共和国"]),
        ("div:510202:渝中区", "1996-12-31", ["重庆市", "四川省", "中华人民共和国"]),
        ("div:710000:台湾省", "2020-01-01", []),
        ("div:370116:莱芜区", "2018-12-25", []),
    ],
)
def test_who_is_above(loaded: Database, unit: str, on: str, names: list[str]) -> None:
    rows = queries.ancestors(unit, day(on), database=loaded)
    assert [row.name for row in rows] == names
    assert [row.steps for row in rows] == list(range(1, len(names) + 1))


def test_divisions_in_force_by_level(loaded: Database) -> None:
    rows = queries.divisions_in_force(database=loaded)
    assert Counter(row.level for row in rows) == {
        "Country": 1, "Province": 34, "Prefecture": 333, "County": 2847,
    }  # fmt: skip
    assert len({row.code for row in rows}) == len(rows)


def test_every_shipped_row_has_a_source_and_a_licence(loaded: Database) -> None:
    shipped = read_divisions()
    rows = queries.sources_of_divisions(database=loaded)
    assert Counter(row.what for row in rows) == {
        "unit": len(shipped.units),
        "superior": len(shipped.ties),
        "succession": len(shipped.successions),
    }
    assert [row.row for row in rows if not row.source or not row.licence] == []
    expected = {unit.uid: unit.source for unit in shipped.units}
    assert {row.row: row.source for row in rows if row.what == "unit"} == expected


def test_the_sources_of_one_unit(loaded: Database) -> None:
    rows = queries.sources_of_divisions("div:371200:莱芜市", database=loaded)
    assert [(row.what, row.source) for row in rows] == [
        ("unit", "gh-1992-182"), ("superior", "gh-1992-182"), ("succession", "gh-2018-163"),
    ]  # fmt: skip


def test_the_counts_by_source_are_those_of_the_rows(loaded: Database) -> None:
    shipped = read_divisions()
    counted = {
        row.source: (row.units, row.superiors, row.successions)
        for row in queries.divisions_by_source(database=loaded)
    }
    parts = [Counter(row.source for row in p) for p in (shipped.units, shipped.ties)]
    parts.append(Counter(row.source for row in shipped.successions))
    named = {source for part in parts for source in part}
    assert counted == {source: tuple(part[source] for part in parts) for source in named}


def test_every_year_end_is_a_tree(loaded: Database) -> None:
    """The centre is the root and 台湾省 has no tie; nothing else stands outside."""
    rows = statements.outside_the_tree(YEAR_ENDS, database=loaded)
    found = {(row.day, row.code, row.superiors) for row in rows}
    assert found == {(end, code, 0) for end in YEAR_ENDS for code in ("100000", "710000")}


def test_no_code_is_borne_twice_on_a_day(loaded: Database) -> None:
    assert list(statements.shared_codes(0, database=loaded)) == []
    near = {(row.first, row.second) for row in statements.shared_codes(1, database=loaded)}
    assert ("div:420600:襄樊市", "div:420600:襄阳市") in near, "the query cannot find a thing"


def test_every_successor_is_there_when_the_old_unit_ends(loaded: Database) -> None:
    rows = statements.successors_in_force(database=loaded)
    shipped = len(read_divisions().successions)
    assert [(row.in_force, row.successions) for row in rows] == [(True, shipped)]


def test_no_unit_outlives_its_superior(loaded: Database) -> None:
    rows = statements.outliving_superiors(database=loaded)
    assert {(row.unit, row.reason) for row in rows} == {
        ("div:100000:中华人民共和国", "no tie"), ("div:710000:台湾省", "no tie"),
    }  # fmt: skip


def test_on_its_first_day_a_division_and_its_ties_are_there(loaded: Database) -> None:
    """重庆市 became a municipality on 1997-03-14, and its districts were led by it from that day."""
    first, unit, below = day("1997-03-14"), "div:500000:重庆市", "div:500102:涪陵区"
    centre = "div:100000:中华人民共和国"

    def answers(on: dt.date) -> list[bool]:
        def uids(name: str, *given: object) -> set[str]:
            rows = queries[name](*given, on, database=loaded)
            return {row.get("uid") or f"{row.start} {row.end}" for row in rows}

        return [
            below in uids("children", unit),
            below in uids("region_hierarchy", unit),
            below in uids("units_below", unit),
            {unit, centre} <= uids("ancestors", below),
            {f"{centre} {unit}", f"{unit} {below}"} <= uids("command_between", [below], [centre]),
            f"{unit} {below}" in uids("command_between", [below], [unit]),
            below in uids("units_in_force"),
            below in uids("divisions_in_force"),
            below in uids("national_hierarchy"),
        ]

    assert answers(first) == [True] * 9
    assert answers(first - dt.timedelta(days=1)) == [False] * 9
