"""Pages of a group as the command writes them: who is supposed, whose rank it is, who has a seat and why."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from graph.connection import Database
from graph.core.terms import STANDINGS
from graph.server.local import ensure_running
from graph.settings import NEO4J_VERSION, Settings
from tests.cli.conftest import Run, invoke
from tests.groups.worlds import write
from tests.reference.draft import Draft, shandong
from visualize.picture.style import SUPPOSED_DASH

AIR = "group:bth-air-lsg"


def written(run: Run, path: Path, *words: str) -> str:
    """The page that the command writes."""
    answer = run("view", *words, "-o", str(path))
    assert (answer.code, answer.err) == (0, "")
    return path.read_text(encoding="utf-8")


def data_of(page: str) -> dict[str, Any]:
    """What a page carries for its script."""
    found = re.search(
        r'<script type="application/json" id="picture">(.*?)</script>', page, re.DOTALL
    )
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def facts_of(page: str, uid: str) -> list[tuple[str, str]]:
    """The facts of a box in English."""
    (node,) = [node for node in data_of(page)["nodes"] if node["uid"] == uid]
    return [(fact[0], fact[2]) for fact in node["facts"]]


def roster_of(page: str) -> list[list[str]]:
    """The cells of the roster's rows, in English."""
    (table,) = re.findall(r'<details id="roster">.*?<tbody>(.*?)</tbody>', page, re.DOTALL)
    english = re.sub(r'<span class="w" lang="zh-Hans">.*?</span>', "", table)
    rows = re.findall(r"<tr.*?</tr>", english, re.DOTALL)
    return [[_text(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


def _text(cell: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", cell)).strip()


@pytest.mark.parametrize("title", ["北京市市长", "济南市市长"])
def test_a_supposed_chair_is_marked_whether_the_graph_holds_its_post_or_not(
    run: Run, tmp_path: Path, title: str
) -> None:
    held = run("query", "run", "posts_titled", "-p", f"title={title}", "-p", "as_of=2018-07-12",
               "--format", "json").rows  # fmt: skip
    assert bool(held) is (title == "北京市市长")
    words = ("group", AIR, "--as-of", "2018-07-12", "--suppose-chair", title)
    page = written(run, tmp_path / "supposed.html", *words)
    (chair,) = [node for node in data_of(page)["nodes"] if node["role"] == "chair"]
    assert chair["dash"] == list(SUPPOSED_DASH) and chair["roles"][0] == "chair · supposed"
    assert chair["sources"] == []


def test_a_documented_chair_is_not_supposed_where_a_member_is(run: Run, tmp_path: Path) -> None:
    words = ("group", AIR, "--as-of", "2018-07-12", "--suppose-member", "370100")
    page = written(run, tmp_path / "member.html", *words)
    supposed = [
        node["names"][1] for node in data_of(page)["nodes"] if node["dash"] == list(SUPPOSED_DASH)
    ]
    assert supposed == ["济南市"]


def test_a_province_has_its_own_rank_and_that_of_its_seat(run: Run, tmp_path: Path) -> None:
    page = written(run, tmp_path / "air.html", "group", AIR, "--as-of", "2018-07-12")
    facts = facts_of(page, "div:370000:山东省")
    assert ("Rank of the unit", "8 (derived)") in facts
    assert facts[-2:] == [
        ("Seat", "于国安 山东省副省长 (member)"),
        ("Rank of the seat", "7 (derived)"),
    ]
    (node,) = [node for node in data_of(page)["nodes"] if node["uid"] == "div:370000:山东省"]
    assert (node["rank_of"][0], node["step"]) == ("Rank in the group", 7)


def test_the_whole_roster_stands_on_the_page_with_the_reason(run: Run, tmp_path: Path) -> None:
    page = written(run, tmp_path / "air.html", "group", AIR, "--as-of", "2018-07-12")
    rows = roster_of(page)
    seats = run("query", "run", "seats_of_group", "-p", f"group={AIR}", "-p", "as_of=2018-07-12",
                "--format", "json").rows  # fmt: skip
    assert sorted(row[1] for row in rows) == sorted(seat["name"] for seat in seats)
    makes = {(row[0], row[1]): row[5] for row in rows}
    assert makes["chair", "韩正"] == STANDINGS["chair"].en
    assert makes["deputy chair", "陈吉宁"] == STANDINGS["member"].en
    assert makes["deputy chair", "李干杰"] == STANDINGS["not_government"].en
    assert makes["member", "丁学东"] == STANDINGS["own_body"].en
    assert makes["office director", "赵英民"] == STANDINGS["other_role"].en
    assert "国办发〔2018〕54号" in rows[0][-1]


def test_a_deputy_chair_who_makes_no_member_is_on_every_page_of_the_group(
    run: Run, tmp_path: Path
) -> None:
    name = "group:gd-gba-lsg"
    pages = [
        written(run, tmp_path / "group.html", "group", name),
        written(run, tmp_path / "series.html", "series", name),
        written(run, tmp_path / "beside.html", "beside", name, AIR),
    ]
    for page in pages:
        rows = [row for row in roster_of(page) if "王伟中" in row]
        assert rows and {row[0] for row in rows} == {"executive deputy chair"}
        assert {row[5] for row in rows} == {STANDINGS["own_body"].en}


def test_every_seat_of_every_group_has_a_reason(run: Run) -> None:
    rows = run("query", "run", "roster_of_group", "--format", "json").rows
    assert {row["standing"] for row in rows} <= set(STANDINGS)
    members = {(row["group"], row["unit"]) for row in rows if row["standing"] == "member"}
    counted = run("query", "run", "authority_by_member", "--format", "json").rows
    assert members and members <= {(row["group"], row["member"]) for row in counted}


@pytest.fixture
def two_vice_governors(
    server_of: Callable[[str], Settings], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A graph of its own, named in the environment: two holders of one post chair together."""
    draft: Draft = shandong()
    draft.post("副省长", "山东", "DEPUTY_HEAD", 7)
    for person in ("甲", "乙"):
        draft.holds(person, "副省长")
        draft.seat("chair", "副省长", person=person)
    draft.listed("济南", "淄博")
    draft.says(leadership="co_chairs")
    write(database, draft.world())
    endpoint = ensure_running(server_of(NEO4J_VERSION))
    monkeypatch.setenv("NEO4J_URI", endpoint.uri)
    monkeypatch.setenv("NEO4J_USER", endpoint.user)
    if endpoint.password:
        monkeypatch.setenv("NEO4J_PASSWORD", endpoint.password)


def test_two_chairs_of_one_post_are_two_boxes(two_vice_governors: None, tmp_path: Path) -> None:
    page = written(invoke, tmp_path / "two.html", "group", "g")
    chairs = [node for node in data_of(page)["nodes"] if node["role"] == "chair"]
    assert sorted(node["names"][1] for node in chairs) == ["乙 副省长", "甲 副省长"]
    ties = [tie for tie in data_of(page)["ties"] if tie["kind"] == "AUTHORITY"]
    assert {tie["end"] for tie in ties} == {"济南", "淄博"}
    assert {tie["start"] for tie in ties} <= {node["uid"] for node in chairs}
