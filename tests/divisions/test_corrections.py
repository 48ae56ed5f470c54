"""Our own corrections: a reason and a source for each line; names that tell no place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest

from loaders.divisions.read import SHIPPED, DivisionData
from loaders.files.yaml import shipped_yaml
from tests.divisions.areacodes_for_tests import EXCERPT
from tests.loaders.divisions_for_tests import in_force, shipped_data
from tools.divisions.areacodes import read_area_tables
from tools.divisions.corrections import FILE, read_corrections

SOURCES = {row["uid"]: row for row in shipped_yaml(SHIPPED / "sources.yaml")["sources"]}
RAW = shipped_yaml(FILE)
TARGETS = ((1983, 1999, 0.985), (2000, 2009, 0.995), (2010, 2024, 0.999))


def lines() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every line of corrections.yaml with the name of its section."""
    for section, rows in RAW.items():
        yield from ((section, row) for row in ([rows] if isinstance(rows, dict) else rows))


def test_each_line_has_a_reason_and_a_known_source() -> None:
    found = list(lines())
    assert len(found) > 200
    assert [row for _, row in found if not row.get("reason")] == []
    assert {row["source"] for _, row in found} <= set(SOURCES)


def test_each_official_document_says_its_number_or_its_day() -> None:
    official = [row for row in SOURCES.values() if row["kind"] == "official document"]
    assert len(official) > 80
    told = re.compile(r"\d{4}-\d{2}")
    silent = [row for row in official if not row.get("number") and not told.search(row["title"])]
    assert silent == []


def test_the_reason_of_a_dated_line_says_which_day_it_is() -> None:
    """Approval, announcement and effect may differ; each line tells which of them it dates."""
    word = re.compile("approval|announcement|notice|effect|decision|founding|table|not known|list")
    assert [day for day in RAW["days"] if not word.search(day["reason"])] == []


def test_each_correction_of_a_succession_is_in_the_data() -> None:
    codes = {unit.uid: unit.code for unit in shipped_data().units}
    found = {(codes[row.old], codes[row.new]) for row in shipped_data().successions}
    rows = read_corrections().successions
    stated = {(old, new) for row in rows for old in row.old for new in row.new}
    assert len(stated) > 120 and stated <= found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("div:210311:郊区", "div:210311:旧堡区"),
        ("div:210811:郊区", "div:210811:老边区"),
        ("div:321111:郊区", "div:321111:润州区"),
        ("div:211102:盘山区", "div:211102:双台子区"),
        ("div:430204:南区", "div:430203:芦淞区"),
        ("div:622821:庆阳县", "div:621021:庆城县"),
        ("div:420400:沙市市", "div:421002:沙市区"),
        ("div:460001:通什市", "div:469001:五指山市"),
    ],
)
def test_a_name_that_tells_no_place_is_not_matched_elsewhere(old: str, new: str) -> None:
    """A suburban district (郊区) of one city is not followed by that of another."""
    followers = {row.new for row in shipped_data().successions if row.old == old}
    assert new in followers
    assert not any(uid.endswith(":郊区") for uid in followers)


def test_the_counties_of_hainan_bear_the_codes_of_the_edition_of_2002() -> None:
    """GB/T 2260-2002 has the state of the end of 2001: below 4690, with the islands."""

    def hainan(year: int) -> set[str]:
        codes = in_force(shipped_data(), dt.date(year, 12, 31))
        return {code for code in codes if code.startswith("46") and not code.endswith("00")}

    assert {code[:4] for code in hainan(2000)} == {"4600", "4601"}
    assert {code[:4] for code in hainan(2001)} == {"4690", "4601"}
    assert {"460037", "460038", "460039"} <= hainan(1988) & hainan(2000)
    assert {"469031", "469032", "469033"} <= hainan(2001) & hainan(2011)
    assert len(hainan(2000)) == len(hainan(2001))


@pytest.mark.parametrize(("first", "last", "target"), TARGETS)
def test_codes_and_names_of_year_ends_agree_with_the_excerpt_of_areacodes(
    first: int, last: int, target: float
) -> None:
    """Shandong alone, which is all that ships of areacodes."""
    area, years = read_area_tables(EXCERPT), range(first, last + 1)
    ours = {(year, *row) for year in years for row in shandong(shipped_data(), year)}
    its = {(year, *row) for year in years for row in area[min(year, max(area))].items()}
    assert 2 * len(ours & its) / (len(ours) + len(its)) >= target


def shandong(data: DivisionData, year: int) -> set[tuple[str, str]]:
    """Codes and names in force at a year's end."""
    units = in_force(data, dt.date(year, 12, 31))
    return {(code, unit.name) for code, unit in units.items() if code.startswith("37")}
