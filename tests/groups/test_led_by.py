"""Groups led from a level: which chairs count, in which time and region; small worlds and the command."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.catalogue import queries
from graph.connection import Database
from tests.cli.conftest import Run, run, server_environment
from tests.groups.worlds import write
from tests.reference.draft import DAY, shandong

__all__ = ["run", "server_environment"]

SINCE = dt.date(2010, 1, 1)


def led(database: Database, since: dt.date = SINCE, **asked: str) -> set[str | None]:
    """The titles of the chairs between a day and DAY."""
    rows = queries.groups_led_by(since=since, as_of=DAY, database=database, **asked)
    return {row.title for row in rows}


@pytest.fixture
def world(clean: Database) -> Database:
    """g under a vice-governor until 2016, then under the head of a department of 山东; 济南 and 淄博 sit."""
    draft = shandong()
    draft.agency("厅", 6, "山东")
    draft.post("厅长", "厅", "DEPT_HEAD", 6)
    draft.seat("chair", "副省长", end=dt.date(2016, 1, 1))
    draft.seat("chair", "厅长", start=dt.date(2016, 1, 1))
    draft.listed("济南", "淄博")
    write(clean, draft.world())
    return clean


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({}, {"副省长", "厅长"}),
        ({"mode": "DEPUTY_HEAD"}, {"副省长"}),
        ({"mode": "DEPT_HEAD"}, {"厅长"}),
        ({"mode": "HEAD"}, set()),
        ({"region": "山东"}, {"副省长", "厅长"}),
        ({"region": "济南"}, {"副省长", "厅长"}),
        ({"region": "河北"}, set()),
        ({"field": "water"}, set()),
    ],
)
def test_mode_region_and_field(world: Database, asked: dict[str, str], titles: set[str]) -> None:
    assert led(world, SINCE, **asked) == titles


def test_a_seat_that_ended_before_the_time_is_left_out(world: Database) -> None:
    assert led(world, dt.date(2015, 12, 31)) == {"副省长", "厅长"}
    assert led(world, dt.date(2016, 1, 1)) == {"厅长"}
    early = queries.groups_led_by(SINCE, dt.date(2012, 1, 1), database=world)
    assert [(row.title, row.day) for row in early] == [("副省长", dt.date(2012, 1, 1))]


def test_a_chair_that_nothing_dates_is_a_row_and_says_so(clean: Database) -> None:
    """It may have been held at any time, so it is left out of none; a day of today needs no words."""
    draft = shandong()
    draft.listed("济南", "淄博")
    draft.seat("chair", "副省长", start=dt.date(2012, 1, 1))
    write(clean, draft.world())
    rows = queries.groups_led_by(since=SINCE, title="副省", database=clean)
    assert [(row.title, row.dated, row.day) for row in rows] == [("副省长", True, dt.date.today())]
    assert not queries.groups_led_by(since=SINCE, title="市长", database=clean)


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2018-10-12", (True, "上海市委书记")),
        ("2018-10-13", (False, "上海市委书记 (shown until 2018-10-12)")),
        ("2022-10-27", (False, "上海市委书记 (shown until 2018-10-12)")),
        ("2022-10-28", None),
    ],
)
def test_a_chair_shown_before_the_time_is_presumed_until_he_left_his_post(
    loaded: Database, since: str, expected: tuple[bool, str] | None
) -> None:
    """The Delta's air body shows its chair last on 2018-10-12, and he left Shanghai on 2022-10-28."""
    rows = queries.groups_led_by(
        since=dt.date.fromisoformat(since), field="environment", database=loaded
    )
    found = [(row.dated, row.label) for row in rows if row.name == "李强"]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(("chair_of", "titles"), [("山东", {"副省长", "厅长"}), ("济南", set())])
def test_chairs_of_a_government(world: Database, chair_of: str, titles: set[str]) -> None:
    assert led(world, SINCE, chair_of=chair_of) == titles


def test_the_undated_chairs_of_the_graph_come_last(run: Run) -> None:
    words = ("query", "run", "groups_led_by", "-p", "since=1900-01-01")
    rows = run(*words, "--format", "json").rows
    dated = [row["dated"] for row in rows]
    assert set(dated) == {True, False} and dated == sorted(dated, reverse=True)
    bare = [row for row in rows if not row["dated"]]
    assert all(row["since"] is None and row["last_evidence"] is None for row in bare)
    assert all(row["label"].endswith("(undated)") for row in bare if row["title"])
    shown = run(*words)
    assert "more columns" in shown.err and "confidence" not in shown.out
    assert max(map(len, shown.out.splitlines())) <= 160


def test_the_command_answers_which_groups_a_deputy_head_of_the_centre_led(run: Run) -> None:
    words = ("-p", "since=2010-01-01", "-p", "as_of=2018-12-25", "-p", "region=北京市")
    rows = run("query", "run", "groups_led_by", *words, "-p", "level=Country",
               "-p", "mode=DEPUTY_HEAD", "--format", "json").rows  # fmt: skip
    assert ("group:bth-air-lsg", "韩正") in {(row["group"], row["name"]) for row in rows}
    for row in rows:
        assert row["rank"] == 9 and "2010-01-01" <= row["day"] <= "2018-12-25"
        there = run("query", "run", "groups_in_force", "-p", f"as_of={row['day']}", "-p", "region=北京市",
                    "-p", "stale=true", "--format", "json").rows  # fmt: skip
        assert row["group"] in {one["uid"] for one in there}
    deputies = {(row["group"], row["name"]) for row in rows}
    whole = run("query", "run", "groups_led_by", *words, "--format", "json").rows
    more = {
        (row["group"], row["level"], row["mode"])
        for row in whole
        if (row["group"], row["name"]) not in deputies
    }
    assert ("group:a-jjj-air-cooperation", "Province", "HEAD") in more
    assert ("Country", "DEPUTY_HEAD") not in {(level, mode) for _, level, mode in more}
