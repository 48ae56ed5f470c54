"""Snapshots and the list of changes as two witnesses: who is followed where they differ."""

from __future__ import annotations

import re

from tools.divisions.packages import Change
from tools.divisions.witnesses import decided, replayed

HEADING = re.compile("市辖区")


def change(
    kind: str, old: tuple[str, str] | None, new: tuple[str, str] | None, year: int = 2000
) -> Change:
    old_code, old_name = old or (None, None)
    new_code, new_name = new or (None, None)
    return Change(year, kind, old_code, old_name, new_code, new_name, None)


def test_the_list_is_undone_year_by_year() -> None:
    changes = [
        change("撤县设市", ("110122", "甲县"), ("110181", "甲市"), 2001),
        change("新设", None, ("110102", "乙区"), 2002),
    ]
    tables = replayed({"110181": "甲市", "110102": "乙区"}, 2002, 2000, changes, HEADING)
    assert tables[2001] == {"110181": "甲市"}
    assert tables[2000] == {"110122": "甲县"}


def test_the_unit_that_took_in_an_abolished_one_was_there_before() -> None:
    changes = [
        change("撤销", ("110103", "丙区"), ("110101", "丁区")),
        change("撤销", ("110101", "市辖区"), None),
    ]
    tables = replayed({"110101": "丁区"}, 2000, 1999, changes, HEADING)
    assert tables[1999] == {"110101": "丁区", "110103": "丙区"}


def test_the_list_decides_against_a_snapshot() -> None:
    snapshots = {2000: {"110101": "甲区"}, 2001: {"110101": "甲区", "110102": "乙区"}}
    listed = {2000: {"110101": "甲区", "110102": "乙区"}, 2001: {"110101": "甲区"}}
    assert decided(snapshots, listed) == listed


def test_what_a_snapshot_shows_before_the_list_was_in_force() -> None:
    old, new = {"110121": "甲县"}, {"110122": "甲县"}
    snapshots = {1999: old, 2000: new, 2001: new, 2002: new}
    listed = {1999: old, 2000: old, 2001: old, 2002: new}
    assert decided(snapshots, listed) == {1999: old, 2000: new, 2001: new, 2002: new}


def test_a_snapshot_alone_with_a_row_for_good_is_not_followed() -> None:
    strange, plain = {"110121": "甲县"}, {"110122": "甲县"}
    found = decided({2000: strange, 2001: strange}, {2000: plain, 2001: plain})
    assert found == {2000: plain, 2001: plain}


def test_two_units_that_exchanged_their_codes() -> None:
    one, other = {"110101": "东郊", "110102": "西郊"}, {"110101": "西郊", "110102": "东郊"}
    snapshots = {2000: one, 2001: other, 2002: other}
    listed = {2000: one, 2001: one, 2002: other}
    assert decided(snapshots, listed) == snapshots


def test_a_misspelt_name_is_put_right_in_both_witnesses() -> None:
    wrong, right = {"371700": "荷泽市"}, {"371700": "菏泽市"}
    found = decided({2001: right, 2002: wrong}, {2001: right, 2002: right})
    assert found == {2001: right, 2002: right}
    found = decided({2001: right, 2002: right}, {2001: wrong, 2002: right})
    assert found == {2001: right, 2002: right}


def test_a_name_that_both_witnesses_have_is_no_misprint() -> None:
    old, new = {"620502": "秦城区"}, {"620502": "秦州区"}
    snapshots = {2003: old, 2004: old, 2005: new}
    listed = {2003: old, 2004: new, 2005: new}
    assert decided(snapshots, listed) == listed


def test_before_1984_the_snapshots_decide_unless_1984_confirms_the_list() -> None:
    noise, sure, snapshot = {"130226": "玉田县"}, {"340123": "肥西县"}, {"340122": "肥西县"}
    plain = {"130229": "玉田县"}
    snapshots = {1982: snapshot | plain, 1983: snapshot | plain, 1984: sure | plain}
    listed = {1982: noise | sure, 1983: noise | sure, 1984: sure | plain}
    assert decided(snapshots, listed) == {
        1982: snapshot | plain,
        1983: sure | plain,
        1984: sure | plain,
    }
