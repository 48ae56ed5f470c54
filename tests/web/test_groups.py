"""The list of groups: what it shows is what the command answers, filtered, sorted, and as a file."""

from __future__ import annotations

import csv
import io

import pytest

from graph.ask.listed import SORTS, Chosen, listed
from graph.ask.reasons import type_in_words
from graph.connection import Database
from graph.core.errors import InputError
from graph.regions.groups import Selection, read_groups
from graph.regions.places import asked_of, find_region
from graph.regions.profile import of_region
from tests.cli.conftest import Run
from tests.web.conftest import Client
from tests.web.tables import table
from web.pages.around import Around
from web.pages.groups import groups_page

DAY = "2018-12-25"
ZH = {"lang": "zh"}


def names(text: str) -> list[str]:
    return [row[0] for row in table(text, "groups")[1]]


def test_the_list_is_that_of_the_command(inside: Client, run: Run) -> None:
    for words, given in (((), {}), (("--stale",), {"stale": "1"})):
        rows = run("types", "--as-of", DAY, *words, "--format", "json").rows
        page = inside.get("/groups", params={"as_of": DAY, **given, **ZH}).text
        assert sorted(names(page)) == sorted(row["name"] for row in rows)


def test_without_a_day_every_group_is_read_on_its_own(inside: Client, run: Run) -> None:
    rows = run("authority", "--format", "json").rows
    heads, shown = table(inside.get("/groups", params={"lang": "en"}).text, "groups")
    assert len(shown) == len(rows) == 38
    types = {
        (row["name_en"] or row["name"]): type_in_words(row).en.replace("_", " ") for row in rows
    }
    assert {row[0]: row[heads.index("Type")].replace("_", " ") for row in shown} == types


def test_the_title_of_a_chair_stands_in_english_below_the_chinese(
    inside: Client, loaded: Database
) -> None:
    found = listed(loaded, Chosen())
    titled = [row for row in found.rows if row.chair_title in found.titles]
    assert len(titled) > len([row for row in found.rows if row.chair_title]) / 2
    assert "Vice-Premier of the State Council" in found.titles.values()
    for language, head in (("en", "Chair"), ("zh", "组长")):
        heads, shown = table(inside.get("/groups", params={"lang": language}).text, "groups")
        chairs = {row[0]: row[heads.index(head)] for row in shown}
        for row in titled:
            told = chairs[row.name_en if language == "en" and row.name_en else row.name]
            assert row.chair_title in told
            assert (found.titles[row.chair_title] in told) == (language == "en")


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        ({"type": "STRONG"}, lambda row: row.type == "STRONG"),
        ({"field": "water"}, lambda row: row.field == "water"),
        ({"region": "山东省", "relation": "within"}, lambda row: row.region_name == "山东省"),
        ({"region": "cross_province"}, lambda row: row.stratum == "cross_province"),
        ({"level": "Prefecture"}, lambda row: row.chair_level == "Prefecture"),
        ({"status": "documented"}, lambda row: row.status == "documented"),
        ({"text": "韩正"}, lambda row: row.chair_name == "韩正"),
        ({"text": "协作 大气"}, lambda row: "大气" in row.name and "协作" in row.name),
    ],
    ids=lambda one: str(one) if isinstance(one, dict) else "rows",
)  # fmt: skip
def test_a_filter_keeps_what_it_names(
    inside: Client, loaded: Database, given: dict[str, str], holds: object
) -> None:
    assert callable(holds)
    every = listed(loaded, Chosen()).rows
    wanted = sorted(row.name for row in every if holds(row))
    assert wanted
    assert sorted(names(inside.get("/groups", params={**given, **ZH}).text)) == wanted


@pytest.mark.parametrize("sort", SORTS)
def test_an_order_turns_round_and_puts_the_unknown_last(loaded: Database, sort: str) -> None:
    column = {"region": "region_name", "level": "chair_level"}.get(sort, sort)
    for order in (sort, f"-{sort}"):
        rows = listed(loaded, Chosen(sort=order)).rows
        values = [row[column] if sort != "region" else row[column] or row.stratum for row in rows]
        known = [value for value in values if value is not None]
        assert values[: len(known)] == known
        if sort != "level":
            assert known == sorted(known, reverse=order.startswith("-"))
    assert len(rows) == 38


def test_what_is_shown_is_a_file(inside: Client) -> None:
    given = {"as_of": DAY, "type": "STRONG", "stale": "1"}
    page = inside.get("/groups", params={**given, **ZH}).text
    answer = inside.get("/groups.csv", params=given)
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["name"] for row in rows] == names(page)
    assert {"chair_title", "chair_name", "gap_min"} <= set(rows[0])
    for format in ("xlsx", "dta"):
        assert inside.get(f"/groups.{format}", params=given).status_code == 200
        assert f"/groups.{format}?" in page


def test_the_list_is_paged(loaded: Database) -> None:
    found = listed(loaded, Chosen())
    from web.pages.groups import Pages

    parts = [Pages.of(found.rows, number, 10) for number in range(1, 5)]
    assert [len(one.rows) for one in parts] == [10, 10, 10, 8]
    assert Pages.of(found.rows, 99, 10).number == 4
    assert Pages.of((), 1).rows == ()


def test_nothing_found_is_told(inside: Client) -> None:
    answer = inside.get("/groups", params={"text": "nowhere"})
    assert "No group matches" in answer.text and names(answer.text) == []


@pytest.mark.parametrize("region", ["长三角", "鲁=山东省", "长三角@2010", "沪苏=上海市+江苏省"])
def test_a_region_of_several_governments_holds_what_the_comparison_counts(
    inside: Client, loaded: Database, region: str
) -> None:
    area = find_region(loaded, region, None)
    read = read_groups(loaded, None, Selection(), within=asked_of([area]))
    page = inside.get("/groups", params={"region": region, "relation": "within", **ZH}).text
    try:
        counted = of_region(area, read)
    except InputError:
        counted = []
    assert bool(counted) is (region in ("长三角", "鲁=山东省"))
    assert sorted(names(page)) == sorted(group.name for group in counted)
    assert f'value="{region}" selected' in page
    assert names(inside.get("/groups", params={"region": region, "as_of": "1960", **ZH}).text) == []


def test_a_region_that_cannot_be_read_is_told(inside: Client) -> None:
    for region, says in (("长三角@1905", "has no version"), ("沪=无此市", "无此市")):
        done = inside.get("/groups", params={"region": region, "lang": "en"})
        assert 400 <= done.status_code < 500 and says in done.text


def test_a_mistake_is_told(inside: Client) -> None:
    assert "is not a day" in inside.get("/groups?as_of=never").text
    assert inside.get("/groups?as_of=never").status_code == 400
    assert "Unknown sort" in inside.get("/groups?sort=size").text
    assert inside.get("/groups?page=0").status_code == 400


def test_the_page_is_a_function_of_its_answer(loaded: Database) -> None:
    found = listed(loaded, Chosen())
    assert groups_page(found, Around("en", "/groups")) == groups_page(
        found, Around("en", "/groups")
    )


def test_the_language_is_chosen_kept_and_guessed(inside: Client) -> None:
    page = inside.get("/groups?as_of=2018", headers={"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"})
    assert 'lang="zh-Hans"' in page.text.split("<head>")[0]
    english = inside.get("/groups?as_of=2018", headers={"Accept-Language": "en-GB,zh;q=0.5"})
    assert '<html lang="en">' in english.text
    chosen = inside.get("/groups?as_of=2018&lang=zh", headers={"Accept-Language": "en"})
    assert "领导小组</h1>" in chosen.text
    assert 'href="/groups?as_of=2018&amp;lang=en"' in chosen.text
    kept = chosen.headers["set-cookie"].split(";")[0]
    assert kept == "lsgraph_lang=zh"
    again = inside.get("/groups?as_of=2018", headers={"Accept-Language": "en"})
    assert "领导小组</h1>" in again.text
