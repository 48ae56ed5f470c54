"""Regions as people mean them: the shipped definitions, their versions, and which groups lie in them."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from graph.connection import Database
from graph.core.errors import InputError
from graph.regions.groups import Selection, read_groups
from graph.regions.named.area import area_of
from graph.regions.named.definitions import Definition, definitions, listed
from graph.regions.places import find_regions
from tests.cli.conftest import Run, invoke
from tests.documents import ROOT
from tests.regions.conftest import Asked
from tests.regions.world import Made, plain

UNITS = ROOT / "loaders" / "data" / "divisions" / "units.csv"
EVERY = [pytest.param(one, id=f"{one.name}-{one.version}") for one in listed()]


def test_the_regions_that_people_name_are_there() -> None:
    counts = {(o.name, o.version): len(o.members) + len(o.partly) for o in listed()}
    assert counts == {
        ("长三角", "2010"): 3, ("长三角", "2016"): 26, ("长三角", "2019"): 4, ("京津冀", "2015"): 3,
        ("粤港澳", "2019"): 11, ("珠三角", "2008"): 9, ("泛珠三角", "2004"): 11, ("成渝", "2011"): 15 + 29,
        ("成渝", "2016"): 15 + 29, ("成渝", "2021"): 15 + 29, ("长江中游", "2015"): 31,
        ("东北", "三省"): 3, ("东北", "2007"): 8, ("黄河流域", "2021"): 9,
    }  # fmt: skip
    for versions in definitions().values():
        assert [one.default for one in versions.values()].count(True) == 1


@pytest.mark.parametrize("one", EVERY)
def test_members_bear_the_names_of_their_codes(one: Definition) -> None:
    with UNITS.open(encoding="utf-8") as file:
        now = {row["code"]: row["name"] for row in csv.DictReader(file) if row["valid_to"] == ".."}
    for code, name in {**one.members, **one.partly, **one.without, **one.later}.items():
        # Merged into 两江新区 in 2025.
        assert now.get(code, name) == name and (code in now or name in ("江北区", "渝北区"))
    assert one.document or one.version == "三省"


@pytest.mark.parametrize("one", EVERY)
def test_the_graph_holds_every_member(one: Definition, loaded: Database) -> None:
    area = area_of(loaded, one)
    assert len(area.units) >= len(area.names) and area.provinces
    assert "div:340100:合肥市" not in area.units or one.version == "2016"


def test_the_area_of_a_city_is_what_it_was_before(loaded: Database) -> None:
    units = area_of(loaded, definitions()["长三角"]["2016"]).units
    assert {"div:341800:宣城市", "div:342500:宣城地区"} <= units
    units = area_of(loaded, definitions()["成渝"]["2011"]).units
    assert {"div:500110:綦江区", "div:500222:綦江县", "div:500157:两江新区"} <= units


def test_regions_are_listed_with_their_documents() -> None:
    rows = {
        (row["name"], row["version"]): row for row in invoke("regions", "--format", "json").rows
    }
    assert rows["长三角", "2019"]["document"] == "长江三角洲区域一体化发展规划纲要"
    assert rows["黄河流域", "2021"]["approximate"] and rows["长三角", "2010"]["checked"]
    assert rows["成渝", "2021"]["without"][0] == "北川羌族自治县"
    told = " ".join(invoke("regions", "长三角").out.split())
    assert "长江三角洲地区区域规划" in told and "京津冀" not in told
    answer = invoke("regions", "长三甲")
    assert answer.code == 1 and "No region is called '长三甲'" in answer.err


def test_one_delta_against_the_other(run: Run) -> None:
    (whole,) = run("compare", "长三角", "Pearl River Delta", "--format", "json").rows
    one, other = whole["regions"]
    assert [one["region"]["label"], other["region"]["label"]] == ["长三角", "珠三角"]
    assert one["region"]["area"]["document"] == "长江三角洲区域一体化发展规划纲要"
    assert reach(one)["across"] + reach(one)["province"] == one["n"] > 0
    assert {"group:guangfo", "group:guangfozhao"} <= {g["group"] for g in other["groups"]}


def test_the_air_pollution_bodies_reach_beyond(loaded: Database) -> None:
    capital, versions = definitions()["京津冀"]["2015"], definitions()["长三角"]
    areas = [area_of(loaded, one) for one in (capital, versions["2010"], versions["2019"])]
    within = sorted(uid for area in areas for uid in area.asked)
    groups = {g.group: g for g in read_groups(loaded, None, Selection(), within=within)}
    assert groups["group:bth-air-lsg"].reach(areas[0]) == "beyond"
    assert groups["group:yrd-air-coop"].reach(areas[1]) == "beyond"
    assert groups["group:yrd-air-coop"].reach(areas[2]) == "across"
    assert groups["group:guangfo"].reach(areas[0]) is None


def reach(profile: dict[str, Any]) -> dict[str, int]:
    """How many groups lie to the region in each way."""
    told: dict[str, int] = profile["reaches"]
    return told


DAY = ("--as-of", "2018-12-25", "--format", "json")


def test_groups_within_across_and_beyond_are_told_apart(ask: Asked) -> None:
    made = [*plain("甲省", [1, 2]), *plain("乙省", [1]), *plain("丙省", [0, 1])]
    made += [
        Made("g:across", "甲省", other="乙省", gap=1),
        Made("g:out", "乙省", other="丙省", gap=1),
    ]
    (whole,) = ask(made, "compare", "一起=甲省+乙省", "丙省", *DAY).rows
    both, third = whole["regions"]
    assert both["region"]["label"] == "一起" and both["region"]["area"]["members"] == [
        "甲省",
        "乙省",
    ]
    assert reach(both) == {"province": 3, "across": 1, "beyond": 0, "partly": 1}
    assert (both["n"], third["n"]) == (4, 2) and reach(third) == {}
    (whole,) = ask(made, "compare", "北=甲0市+甲1市+乙0市", "丙省", *DAY).rows
    assert reach(whole["regions"][0]) == {"province": 2, "across": 0, "beyond": 0, "partly": 3}
    (whole,) = ask(made, "compare", "甲=甲省", "丙省", *DAY).rows
    assert reach(whole["regions"][0]) == {"province": 2, "across": 0, "beyond": 1, "partly": 0}


def test_groups_of_both_regions_are_left_out_of_the_test_and_counted(ask: Asked) -> None:
    made = [*plain("甲省", [1, 2]), *plain("乙省", [1, 0, 0]), *plain("丙省", [0, 1])]
    words = ("compare", "左=甲省+乙省", "右=乙省+丙省")
    (whole,) = ask(made, *words, *DAY).rows
    gap = whole["differences"][0]
    assert gap["n"] == [5, 5] and gap["test"]["left_out"] == [3, 6]
    assert gap["test"]["n_clusters"] == [2, 2] and gap["interval"] is None
    assert any("3 groups of them counted on more than one side" in t for t in whole["warnings"])


@pytest.mark.parametrize(
    ("regions", "says"),
    [
        (("长三角@2012", "京津冀"), "长三角 has no version '2012'. Choose 2010, 2016, 2019"),
        (("长三角", "长三角"), "The regions overlap"),
        (("长三角@2019", "长江三角洲"), "The regions overlap"),
        (("空=", "京津冀"), "Write NAME=MEMBER+MEMBER"),
        (("错=上海市+无此地", "京津冀"), "No place is called '无此地'"),
    ],
)
def test_what_names_no_region_is_told(run: Run, regions: tuple[str, str], says: str) -> None:
    answer = run("compare", *regions, "--as-of", "2018-12-25")
    assert answer.code == 1 and says in " ".join(answer.err.split())


def test_a_graph_without_the_members_says_so(ask: Asked) -> None:
    answer = ask([Made("g:one", "甲省")], "compare", "长三角", "甲省", "--as-of", "2018-12-25")
    assert answer.code == 1 and "The graph lacks 310000 上海市" in " ".join(answer.err.split())


def test_a_version_and_a_day_or_period_go_together(loaded: Database) -> None:
    texts = ["长三角@2010@2017-12-31", "长三角@2013..2018", "京津冀@2017-06"]
    labels = [one.label for one in find_regions(loaded, texts, None)]
    assert labels == ["长三角@2010 2017-12-31", "长三角 2013..2018", "京津冀 2017-06-30"]
    crossed = find_regions(loaded, ["东北@2007"], None, ["2013..2018", "2018.."])
    assert [one.label for one in crossed] == ["东北@2007 2013..2018", "东北@2007 2018.."]
    with pytest.raises(InputError, match="Give either"):
        find_regions(loaded, ["长三角@2013..2018", "京津冀"], None, ["2018.."])
