"""Sheets drawn from the graph of the whole dataset, and the program as a coder of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.errors import InputError
from graph.settings import Settings
from loaders.coding.compare import compare
from loaders.coding.draw import Drawn, draw
from loaders.coding.program import program_sheet
from loaders.coding.read import read_sheets
from loaders.groups.read import read_everything
from tests.cli.conftest import invoke
from tests.coding.sheets import rows, write
from tests.session import shared_server
from tests.templates import Content

EVE = dt.date(2018, 12, 25)


@pytest.fixture(scope="module")
def server(jars_dir: Path) -> Settings:
    """A server that holds core and dataset, to read only."""
    return shared_server(Content.WHOLE, jars_dir)


@pytest.fixture(scope="module")
def whole(server: Settings) -> Iterator[Database]:
    """Its graph."""
    with connect(server) as database:
        yield database


data = cache(read_everything)


@pytest.fixture(scope="module")
def drawn(whole: Database) -> Drawn:
    """A sheet by seed 7, each group on its own day."""
    return draw(whole, data(), 7)


def test_all_of_two_governments_and_fifty_others_are_drawn(whole: Database, drawn: Drawn) -> None:
    asked = queries.authority_by_group(sensitivity=False, with_members=True, database=whole)
    governments = {
        row.group: sum(m["member"].startswith("div:") for m in row.members) for row in asked
    }
    several = {uid for uid, number in governments.items() if number >= 2}
    uids = [row["uid"] for row in drawn.rows]
    assert several <= set(uids)
    assert len(uids) == len(set(uids)) == len(several) + 50 == drawn.intergovernmental + 50
    assert drawn.intergovernmental > 100


def test_each_row_is_on_the_day_of_its_group(whole: Database, drawn: Drawn) -> None:
    days = {row.group: row.as_of for row in queries.authority_by_group(
        sensitivity=False, database=whole)}  # fmt: skip
    assert all(row["day"] == days[row["uid"]].isoformat() for row in drawn.rows)
    told = draw(whole, data(), 7, EVE)
    assert {row["day"] for row in told.rows} == {"2018-12-25"}


def test_another_seed_draws_others(whole: Database, drawn: Drawn) -> None:
    other = draw(whole, data(), 8)
    assert {row["uid"] for row in other.rows} != {row["uid"] for row in drawn.rows}


def test_a_cluster_is_whole_in_one_half(whole: Database, drawn: Drawn) -> None:
    halves = defaultdict(set)
    for row in drawn.rows:
        halves[row["cluster"]].add(row["half"])
    assert {len(held) for held in halves.values()} == {1}
    numbers = [sum(row["half"] == half for row in drawn.rows) for half in "AB"]
    assert abs(numbers[0] - numbers[1]) <= 5
    assert len(halves) > 100


def test_who_shares_a_chair_or_a_founding_act_is_of_one_cluster(
    whole: Database, drawn: Drawn
) -> None:
    of = {row["uid"]: row["cluster"] for row in drawn.rows}
    acts = {group.uid: group.established_by for group in data().groups}
    sharing: dict[str, list[str]] = defaultdict(list)
    for row in queries.authority_by_group(sensitivity=False, database=whole):
        if row.group in of:
            persons = [chair["person"] for chair in row.chairs if chair["person"]]
            for key in {*acts[row.group], *persons}:
                sharing[key].append(of[row.group])
    several = [clusters for clusters in sharing.values() if len(clusters) > 1]
    assert len(several) >= 3
    assert {len(set(clusters)) for clusters in several} == {1}


def test_nothing_but_the_question_is_on_the_sheet(drawn: Drawn) -> None:
    assert {tuple(row) for row in drawn.rows} == {("uid", "name", "day", "cluster", "half")}


def test_every_group_has_its_sources(drawn: Drawn) -> None:
    assert {row["uid"] for row in drawn.sources} == {row["uid"] for row in drawn.rows}
    assert all(row["title"] for row in drawn.sources)
    assert sum(row["address"] != "" for row in drawn.sources) > len(drawn.sources) / 2


def test_the_program_is_one_more_coder(whole: Database, drawn: Drawn, tmp_path: Path) -> None:
    rows = {row.group: row for row in queries.authority_by_group(
        sensitivity=False, database=whole)}  # fmt: skip
    coded = [
        {**row, "type_by_table": rows[row["uid"]].type, "type_by_idea": "WEAK",
         "leadership": rows[row["uid"]].leadership, "source_sufficient": "yes"}
        for row in drawn.rows
    ]  # fmt: skip
    (sheet,) = read_sheets([write(tmp_path / "echo.csv", coded)])
    program = program_sheet(whole, sheet)
    figures = {
        (row["column"], row["measure"]): row["value"]
        for row in compare([sheet, program], seed=1, draws=20)
        if (row["part"], row["unknown"], row["category"]) == ("all", "counted", None)
    }
    assert figures["type_by_table", "kappa"] == figures["type_by_table", "alpha"] == 1
    assert figures["leadership", "kappa"] == 1
    weak = sum(row.type == "WEAK" for uid, row in rows.items() if uid in sheet.rows)
    assert figures["type_by_idea", "agreement"] == weak / len(sheet.rows)
    jinan = program.rows["group:jinan-laiwu"]
    assert (jinan["n_member_governments"], jinan["members"]) == ("2", "济南市、莱芜市")
    assert jinan["chair_name"] == "unknown"


def test_what_the_graph_lacks_is_left_open(
    server: Settings, whole: Database, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", rows(["WEAK"]))
    with pytest.raises(InputError, match=r"The graph lacks every group of .*Load the data"):
        program_sheet(whole, read_sheets([path])[0])
    write(path, [*rows(["WEAK"]), *rows(["WEAK"], uid="group:jinan-laiwu")])
    told = invoke("data", "agreement", str(path), "--program", "--format", "json", **named(server))
    assert "The graph holds no group:made-up-0 in force on 2018-12-25: left open." in told.err
    assert {one["n"] for one in told.rows if one["column"] == "type_by_table"} == {1}


def named(server: Settings) -> dict[str, str | None]:
    """The variables that name a server."""
    return {
        "NEO4J_URI": server.uri, "NEO4J_USER": server.user, "NEO4J_PASSWORD": server.password,
    }  # fmt: skip


def test_the_commands(server: Settings, drawn: Drawn, tmp_path: Path) -> None:
    environment = named(server)
    path = tmp_path / "sheet.csv"
    answer = invoke("data", "sheet", "-o", str(path), "--seed", "7", **environment)
    assert answer.code == 0, answer.err
    assert "Seed 7: " in answer.out and "and 50 others." in answer.out
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "sheet.csv", "sheet.csv.codebook.md", "sheet.rules.csv", "sheet.sources.csv",
    ]  # fmt: skip
    assert "* seed: 7" in (tmp_path / "sheet.csv.codebook.md").read_text(encoding="utf-8")
    assert tuple(draw_rows(path)) == drawn.rows
    empty = invoke("data", "agreement", str(path), str(path), **environment)
    assert empty.code == 2 and "source_sufficient is empty" in empty.err
    coded = write(tmp_path / "coded.csv", [
        row | {"type_by_table": "WEAK", "type_by_idea": "WEAK", "source_sufficient": "yes"}
        for row in draw_rows(path)
    ])  # fmt: skip
    told = invoke("data", "agreement", str(coded), "--program", "--format", "json", **environment)
    assert {row["coders"] for row in told.rows} == {"coded × program", "all"}


def draw_rows(path: Path) -> list[dict[str, str]]:
    """The filled cells of an empty sheet."""
    import csv

    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{k: v for k, v in row.items() if v} for row in csv.DictReader(file)]
