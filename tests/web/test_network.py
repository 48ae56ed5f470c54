"""Networks: the pages of the view commands with the matrix first, and the way between two things."""

from __future__ import annotations

import datetime as dt
from collections import deque
from pathlib import Path

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.dates import lasts
from graph.core.model import Label
from graph.pictures.region.groups import region_groups_picture
from graph.pictures.way import WALKS, way_between
from tests.cli.conftest import Run
from tests.web.conftest import Client
from tests.web.tables import table

SHANDONG = {"of": "山东省", "as_of": "2018-12-25"}
DAY = dt.date(2018, 12, 25)


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("groups", ("region", "山东省", "--groups")), ("government", ("government", "山东省")),
        ("strip", ("strip", "山东省")), ("hierarchy", ("region", "山东省")),
    ],
)  # fmt: skip
def test_a_view_is_the_page_of_the_command(
    inside: Client, run: Run, tmp_path: Path, view: str, words: tuple[str, ...]
) -> None:
    path = tmp_path / "page.html"
    assert run("view", *words, "--as-of", "2018-12-25", "-o", str(path)).code == 0
    answer = inside.get("/network/picture", params={**SHANDONG, "view": view})
    shown = answer.text.replace('<base target="_blank">', "", 1)
    made = path.read_text(encoding="utf-8")
    if view in ("groups", "government"):
        assert '<section id="matrix" aria-labelledby="matrix-title">' in shown
        shown, made = (text.partition('<section class="cited"')[0][:2000] for text in (shown, made))
    assert shown == made
    page = inside.get("/network", params={**SHANDONG, "view": view}).text
    assert f"view={view}" in page and "<iframe" in page


def test_what_fits_is_shown_where_no_view_is_asked_for(inside: Client) -> None:
    for of, view in (("山东省", "groups"), ("财政部", "government"), ("长三角", "strip")):
        page = inside.get("/network", params={"of": of, "as_of": "2018-12-25"}).text
        assert f'value="{view}" selected' in page, of


def test_tables_stand_beside_the_picture_and_lead_on(inside: Client) -> None:
    page = inside.get("/network", params=SHANDONG).text
    _, groups = table(page, "groups")
    _, members = table(page, "members")
    assert groups and members
    assert "/group/" in page and "/place/div:370000" in page


@pytest.mark.parametrize("stale", ["", "1"])
def test_what_is_counted_is_shown_and_a_member(
    inside: Client, loaded: Database, stale: str
) -> None:
    asked = {"of": "山东省", "as_of": "2023-12-31", "view": "groups", "stale": stale}
    page = inside.get("/network", params=asked).text
    by_group, by_member = (
        sum(int(row[3]) for row in table(page, name)[1]) for name in ("groups", "members")
    )
    matrix = region_groups_picture(loaded, "山东省", dt.date(2023, 12, 31)).matrices[0]
    faded = {line.node.uid for line in matrix.groups if line.node.faded}
    assert faded and not all(cell.is_member for cell in matrix.cells)
    counted = [c for c in matrix.cells if c.is_member and (stale or c.group not in faded)]
    assert by_group == by_member == len(counted)


def test_what_is_stale_is_left_out_or_faded(inside: Client) -> None:
    asked = {"of": "山东省", "as_of": "2023-12-31", "view": "strip"}
    few, all_of = (
        table(inside.get("/network", params={**asked, **more}).text, "groups")[1]
        for more in ({}, {"stale": "1"})
    )
    assert len(few) < len(all_of)
    assert [row for row in all_of if "◌" not in row[0]] == few
    page = inside.get("/network", params={**asked, "stale": "1"}).text
    assert 'class="out"' in page and "#m-stale=true" in page


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/network?of=无此地", "无此地"), ("/network?of=山东省&view=map", "Unknown view"),
        ("/network?of=财政部&view=groups", "is not a division"),
        ("/network?of=山东省&as_of=never", "is not a day"),
        ("/network/way?one=韩正&other=无此人", "无此人"),
        ("/network/way?one=韩正&other=山东省&walk=x", "Unknown walk"),
        ("/network/way?one=韩正", "Name both"), ("/network/way?other=韩正", "Name both"),
        ("/network/way?one=韩正&other=person:韩正", "Name two different things"),
        ("/network/way/picture?one=济莱协作区&other=莱芜市&as_of=2018-12-25&walk=command",
         "Nothing in the graph joins"),
    ],
)  # fmt: skip
def test_a_mistake_is_told(inside: Client, address: str, says: str) -> None:
    answer = inside.get(address)
    assert 400 <= answer.status_code < 500 and 'role="alert"' in answer.text
    assert says in answer.text.replace("&#39;", "'")


def test_the_way_is_shown_step_by_step_and_drawn(inside: Client, run: Run) -> None:
    asked = {"one": "韩正", "other": "济南市", "as_of": "2018-12-25"}
    rows = run(
        "query", "run", "way_between", "-p", "one=韩正", "-p", "other=济南市", "-p", "as_of=2018-12-25",
        "--format", "json",
    ).rows  # fmt: skip
    page = inside.get("/network/way", params=asked).text
    _, shown = table(page, "way")
    assert [int(row[0]) for row in shown] == [row["step"] for row in rows]
    assert shown[0][1:4] == ["韩正", "holds the post", shown[0][3]]
    assert "/person/%E9%9F%A9%E6%AD%A3" in page
    assert inside.get("/network/way/picture", params=asked).status_code == 200


def test_the_way_is_walked_by_what_is_chosen(loaded: Database) -> None:
    by = {walk: way_between(loaded, "济莱协作区", "莱芜市", DAY, walk) for walk in WALKS}
    assert [(row.step, row.kind) for row in by["all"].rows] == [(1, "MEMBER_OF")]
    assert {row.kind for row in by["command"].rows} == set()
    up = way_between(loaded, "济南市", "莱芜市", DAY, "command")
    assert [(row.start, row.kind) for row in up.rows] == [("div:370000:山东省", "PART_OF")] * 2


def test_no_way_leads_by_what_does_not_count(loaded: Database) -> None:
    """A tenure of unknown start, and a group that is stale on the day; one that is an end is answered."""
    kinds = [str(label) for label in Label]
    ties = list(queries.export_ties("HOLDS", kinds, database=loaded))
    known = {row.start for row in ties if row.properties["from_precision"] != "unknown"}
    guessed = next(row for row in ties if row.start not in known)
    assert not way_between(loaded, guessed.start, guessed.end, DAY).rows
    late = dt.date(2023, 12, 31)
    counted = {row.uid for row in queries.groups_in_force(late, database=loaded)}
    ways = 0
    for tie in queries.export_ties("MEMBER_OF", kinds, database=loaded):
        of = tie.properties
        if tie.end in counted or not lasts(of["valid_from"], of["valid_to"], late):
            continue
        rows = way_between(loaded, tie.start, tie.end, late).rows
        assert [(row.start, row.end) for row in rows] == [(tie.start, tie.end)]
        rows = queries.way_between(one="person:韩正", other=tie.start, as_of=late, database=loaded)
        assert tie.end not in {row.end for row in rows}
        ways += 1
        if ways == 3:
            break
    assert ways


def test_it_is_told_where_more_ways_are_as_short(loaded: Database, inside: Client) -> None:
    asked = {"one": "韩正", "other": "济南市", "as_of": "2018-12-25"}
    found = way_between(loaded, "韩正", "济南市", DAY)
    one, other = (end.uid for end in found.ends)
    few, all_of = (
        queries.way_between(one=one, other=other, as_of=DAY, most=most, database=loaded)
        for most in (1, 1000)
    )
    assert few[0].more and not all_of[0].more and len(few) < len(all_of)
    page = inside.get("/network/way", params=asked).text
    assert ("More ways are as short" in page) is found.rows[0].more
    nothing = {"one": "济莱协作区", "other": "莱芜市", "as_of": "2018-12-25", "walk": "command"}
    assert "within 12 steps" in inside.get("/network/way", params=nothing).text


def test_no_way_is_shorter(loaded: Database) -> None:
    """The same length as a search in plain Python over the ties of the day, without what does not count."""
    near: dict[str, set[str]] = {}
    live, out = (
        {row.uid for row in queries.groups_in_force(DAY, stale=stale, database=loaded)}
        for stale in (False, True)
    )
    out -= live
    kinds = {tie.stored for walk in WALKS.values() if walk for tie in walk}
    for kind in kinds:
        for row in queries.export_ties(kind, [str(label) for label in Label], database=loaded):
            of = row.properties
            unknown = kind == "HOLDS" and of["from_precision"] == "unknown"
            if unknown or row.end in out:
                continue
            if kind == "IN" or lasts(of["valid_from"], of["valid_to"], DAY):
                near.setdefault(row.start, set()).add(row.end)
                near.setdefault(row.end, set()).add(row.start)
    for one, other in (
        ("person:韩正", "div:370000:山东省"), ("group:jinan-laiwu", "person:韩正"),
        ("agency:财政部", "div:371200:莱芜市"),
    ):  # fmt: skip
        found = way_between(loaded, one, other, DAY)
        assert max(row.step for row in found.rows) == steps(near, one, other)


def steps(near: dict[str, set[str]], one: str, other: str) -> int:
    """How many ties lie between two things, breadth first."""
    far, waiting = {one: 0}, deque([one])
    while waiting:
        at = waiting.popleft()
        for beyond in near.get(at, set()) - far.keys():
            far[beyond] = far[at] + 1
            waiting.append(beyond)
    return far[other]
