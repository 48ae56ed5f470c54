"""areacodes over the shipped divisions: same units, finer dates, nothing doubled, conflicts told."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from graph.core.dates import Precision
from loaders.areacodes.merge import Merged, merge_areacodes, read_areacodes
from loaders.areacodes.rows import Builder
from loaders.areacodes.table import AreaTable, read_area_table
from loaders.areacodes.tables import shipped_tables
from loaders.divisions.read import DivisionData, UnitRow
from tests.loaders.areacodes_for_tests import EXCERPT, copy_of_areacodes, merged_years
from tests.loaders.divisions_for_tests import in_force, shipped_data, superiors

FINE = [Precision.UNKNOWN, Precision.BY, Precision.YEAR, Precision.MONTH, Precision.DAY]
DAYS_AWAY = {
    "2017-2018.diff": "# 日期：2018年12月20日\n-371200 莱芜市\n+370116 莱芜区<莱城区\n",
}


@pytest.fixture(scope="module")
def with_days(tmp_path_factory: pytest.TempPathFactory) -> DivisionData:
    folder = copy_of_areacodes(tmp_path_factory.mktemp("areacodes"))
    return merge_areacodes(shipped_data(), read_areacodes(folder)).data


def by_uid(data: DivisionData) -> dict[str, UnitRow]:
    return {unit.uid: unit for unit in data.units}


def years_of(data: DivisionData, unit: UnitRow) -> tuple[int, int]:
    period = data.periods[unit.uid]
    return period.start.day.year, (period.end.day - dt.timedelta(days=1)).year


def test_tables_of_the_shipped_data_alone_build_the_shipped_data() -> None:
    tables = shipped_tables(shipped_data())
    built, faults = Builder(shipped_data(), AreaTable((), 2024), tables, tables).build(())
    assert not faults
    assert set(built.units) == set(shipped_data().units)
    assert set(built.ties) == set(shipped_data().ties)
    assert set(built.successions) == set(shipped_data().successions)


def test_nothing_is_doubled(with_days: DivisionData) -> None:
    by_code = defaultdict(list)
    for unit in with_days.units:
        by_code[unit.code].append(with_days.periods[unit.uid])
    for spans in by_code.values():
        for before, after in pairwise(sorted(spans, key=lambda span: span.start.day)):
            assert before.end.day <= after.start.day
    assert max(Counter(unit.uid for unit in with_days.units).values()) == 1
    lives = Counter((u.code, u.name, with_days.periods[u.uid].start.day) for u in with_days.units)
    assert max(lives.values()) == 1


def test_the_whole_is_a_sound_tree(with_days: DivisionData) -> None:
    tables = shipped_tables(with_days)
    assert Builder(shipped_data(), AreaTable((), 2024), tables, tables).problems(with_days) == []
    for year in range(1983, 2027):
        day = dt.date(year, 12, 31)
        alive = {unit.uid for unit in in_force(with_days, day).values()}
        spans = zip(with_days.ties, with_days.tie_periods, strict=True)
        led = Counter(tie.lower for tie, span in spans if span.holds(day))
        assert {uid for uid in alive if led[uid] != 1} == {
            "div:100000:中华人民共和国", "div:710000:台湾省",
        }  # fmt: skip


def test_each_year_end_is_that_of_areacodes_where_it_lists_the_province() -> None:
    area = read_area_table(EXCERPT)
    for year in range(1983, 2025):
        ours = in_force(merged_years().data, dt.date(year, 12, 31))
        shandong = {code: unit.name for code, unit in ours.items() if code.startswith("37")}
        assert shandong == area.at(year), year


def test_other_provinces_are_untouched(with_days: DivisionData) -> None:
    def others(data: DivisionData) -> set[UnitRow]:
        return {unit for unit in data.units if not unit.code.startswith("37")}

    assert others(with_days) == others(shipped_data())


def test_the_same_code_and_name_in_the_same_years_is_the_same_unit(with_days: DivisionData) -> None:
    merged = by_uid(with_days)
    for unit in shipped_data().units:
        known = merged.get(unit.uid)
        if known is None:
            first, last = years_of(shipped_data(), unit)
            alike = [u for u in merged.values() if (u.code, u.name) == (unit.code, unit.name)]
            spans = [years_of(with_days, u) for u in alike]
            assert not any(a <= last and first <= b for a, b in spans), unit.uid
    assert merged["div:370114:章丘区"].valid_from == "2016-09-14"


def test_dates_are_never_less_precise(with_days: DivisionData) -> None:
    merged, finer = by_uid(with_days), set()
    for unit in (unit for unit in shipped_data().units if unit.uid in merged):
        other = merged[unit.uid]
        for date, end in (("valid_from", "from_precision"), ("valid_to", "to_precision")):
            old, new = str(getattr(unit, date)), str(getattr(other, date))
            if old.strip("[.")[:4] == new.strip("[.")[:4] and old != new:
                before, after = FINE.index(getattr(unit, end)), FINE.index(getattr(other, end))
                assert after > before, unit.uid
                finer.add((unit.uid, date))
    assert finer == {
        ("div:370181:章丘市", "valid_to"),
        ("div:370114:章丘区", "valid_from"),
        ("div:370125:济阳县", "valid_to"),
        ("div:370115:济阳区", "valid_from"),
    }


def test_a_day_of_areacodes_replaces_the_year(with_days: DivisionData) -> None:
    merged = by_uid(with_days)
    assert merged["div:370125:济阳县"].valid_to == "2018-06-19"
    assert merged["div:370115:济阳区"].valid_from == "2018-06-19"
    assert merged["div:370115:济阳区"].source == "areacodes"
    on = {s.on for s in with_days.successions if s.new == "div:370115:济阳区"}
    assert on == {"2018-06-19"}
    assert superiors(with_days, "370115", dt.date(2018, 6, 19)) == [
        ("div:370100:济南市:2", "statutory")
    ]


def test_a_documented_day_wins_and_both_readings_are_told(tmp_path: Path) -> None:
    area = read_areacodes(copy_of_areacodes(tmp_path, DAYS_AWAY))
    merged = merge_areacodes(shipped_data(), area)
    assert by_uid(merged.data)["div:371200:莱芜市"].valid_to == "2018-12-26"
    told = {
        (c.code, c.shipped, c.areacodes, c.followed)
        for c in merged.conflicts
        if c.reason.endswith("gh-2018-163")
    }
    assert told == {
        ("371200", "end 2018-12-26", "end 2018-12-20", "shipped"),
        ("370116", "start 2018-12-26", "start 2018-12-20", "shipped"),
    }


def test_years_that_differ_are_told_and_areacodes_is_followed() -> None:
    told = {
        (c.code, c.name): (c.shipped, c.areacodes, c.followed) for c in merged_years().conflicts
    }
    assert told["370901", "威海市"] == ("1983-1984", "none", "areacodes")
    assert told["370620", "威海市"] == ("1985", "1983-1986", "areacodes")
    assert told["372802", "日照市"] == ("none", "1985-1988", "areacodes")
    assert ("370116", "莱芜区") not in told


def test_a_unit_that_only_areacodes_knows_is_added_with_its_successor() -> None:
    data = merged_years().data
    added = by_uid(data)["div:372802:日照市"]
    assert (added.pinyin, added.kind, added.rank, added.source) == (
        "rizhao", "县级市", 4, "areacodes",
    )  # fmt: skip
    followed = {(row.old, row.new) for row in data.successions}
    assert ("div:372802:日照市", "div:371100:日照市") in followed or (
        "div:372802:日照市",
        "div:379008:日照市",
    ) in followed


def test_laiwu_keeps_its_six_codes_and_two_districts() -> None:
    data: DivisionData = merged_years().data
    codes = {
        unit.code
        for unit in data.units
        if unit.name in ("莱芜县", "莱芜市", "莱芜区") and unit.code.startswith("37")
    }
    assert codes == {"372622", "372602", "370919", "379004", "370981", "371200", "370116"}


def test_days_that_do_not_fit_each_other_give_way_to_the_year(tmp_path: Path) -> None:
    days = {
        "2017-2018.diff": "# 日期：2018年3月1日\n+370115 济阳区<济阳县\n\n"
        "# 日期：2018年5月1日\n-370125 济阳县>济阳区\n",
        "2015-2016.diff": "# 日期：2016年3月1日\n-370100 济南市\n",
    }
    merged: Merged = merge_areacodes(
        shipped_data(), read_areacodes(copy_of_areacodes(tmp_path, days))
    )
    assert by_uid(merged.data)["div:370100:济南市:2"].valid_to == ".."
    assert by_uid(merged.data)["div:370125:济阳县"].valid_to == "2018-05-01"
