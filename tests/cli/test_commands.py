"""Every command: what it prints in each form, and which exit code a fault has."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from cli.main import app
from graph.catalogue import queries
from tests.cli.conftest import Run, invoke

EVE = ("--as-of", "2018-12-25")


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command with its words."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


ALL = sorted(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_has_an_example(words: tuple[str, ...]) -> None:
    answer = invoke(*words, "--help")
    assert answer.code == 0
    assert f"Example: lsgraph {' '.join(words)}" in " ".join(answer.out.split())


def test_a_usage_error_is_2() -> None:
    assert invoke("authority", "--as-off", "2018-12-25").code == 2
    assert invoke("nothing").code == 2
    assert invoke("query", "run").code == 2
    assert invoke("authority", "济莱协作区", "--format", "xml").code == 2


def test_authority_as_json(run: Run) -> None:
    (row,) = run("authority", "济莱协作区", "--format", "json").rows
    assert (row["type"], row["flags"], row["gap_min"]) == ("UNKNOWN", ["chair_unknown"], None)
    assert (row["as_of"], row["possible"]) == ("2017-02-13", None)
    assert [(m["member_name"], m["rank"], m["gap"]) for m in row["members"]] == [
        ("济南市", 7, None), ("莱芜市", 6, None),
    ]  # fmt: skip


def test_authority_of_all_groups_as_json(run: Run) -> None:
    rows = run("authority", "--format", "json").rows
    assert len(rows) == 38
    names = tuple(c.name for c in queries.authority_by_group.columns if c.name != "members")
    assert {tuple(row) for row in rows} == {names}


def test_authority_with_a_supposed_chair(run: Run) -> None:
    words = ("authority", "济莱协作区", *EVE, "--suppose-chair", "济南市市长", "--format", "json")
    (row,) = run(*words).rows
    assert (row["type"], row["gap_min"], row["lc"], row["supposed"]) == ("SELF_FORMING", 1, 0, True)


def test_authority_as_csv(run: Run) -> None:
    words = ("authority", "group:bth-air-lsg", "--basis", "seat", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(run(*words).out)))
    assert {row["member_name"]: row["gap"] for row in rows}["北京市"] == "2"
    assert {row["group_type"] for row in rows} == {"STRONG"}
    unknown = list(
        csv.DictReader(io.StringIO(run("authority", "济莱协作区", "--format", "csv").out))
    )
    assert {(row["gap"], row["group_gap_min"]) for row in unknown} == {("", "")}


def test_authority_as_a_table(run: Run) -> None:
    answer = run("authority", "济莱协作区", *EVE, "--suppose-chair", "济南市市长")
    assert answer.code == 0
    assert "Supposed, not documented. SELF_FORMING" in answer.out
    assert "济南市市长" in answer.out
    assert "an operationalisation of this project" in answer.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("authority", "济莱协做区"), "Did you mean: 济莱协作区"),
        (("authority", "领导小组"), "names more than one group"),
        (("authority", "济莱协作区", "--as-of", "2018-13-45"), "is not a day"),
        (("authority", "济莱协作区", "--as-of", "25.12.2018"), "Write year-month-day"),
        (("authority", "--as-of", "never"), "is not a day"),
        (
            ("authority", "济莱协作区", "--basis", "rank"),
            "Unknown basis 'rank'. Choose one of: person, seat, unit",
        ),
        (
            ("authority", "济莱协作区", "--scope", "some"),
            "Unknown scope 'some'. Choose one of: auto",
        ),
        (("authority", "bth-air-lsg", "--as-of", "2013-01-01"), "was not in force on 2013-01-01"),
        (("authority", "济莱协作区", *EVE, "--suppose-chair", "大法师"), "is not understood"),
        (("authority", "济莱协作区", *EVE, "--suppose-chair", "济难市市长"), "Did you mean"),
        (("authority", "济莱协作区", *EVE, "--suppose-member", "370116"), "At other times"),
        (("authority", "济莱协作区", *EVE, "--suppose-member", "999999"), "999999"),
        (("view", "region", "朝阳", *EVE), "names more than one place"),
        (("view", "region", "亚特兰蒂斯"), "No place is called"),
        (("query", "run", "no_such_query"), "No query is called"),
        (("query", "run", "divisions_in_force", "-p", "as_of"), "Write key=value"),
        (("query", "run", "divisions_in_force", "-p", "as_of=2018-13"), "is not a day"),
        (("query", "run", "divisions_in_force", "-p", "day=2018-12-25"), "takes no day"),
        (("query", "run", "units_by_uid"), "needs units"),
        (
            ("query", "run", "authority_by_group", "-p", "suppose_chair={"),
            "not a value of the type",
        ),
        (("query", "run", "write_group", "-p", "rows=[]"), "writes; it is run by"),
        (("query", "run", "unique_group"), "writes; it is run by"),
        (("load", "groups", "no-such-file.yaml"), "no-such-file.yaml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_bad_input_is_1_and_said_in_words(run: Run, words: tuple[str, ...], says: str) -> None:
    answer = run(*words)
    assert answer.code == 1
    assert says in " ".join(answer.err.split())
    assert answer.err.startswith("Error: ")
    assert "Traceback" not in answer.err + answer.out


def test_query_list_and_show(run: Run) -> None:
    names = {row["name"] for row in run("query", "list", "--format", "json").rows}
    assert names == {query.name for query in queries.readable()}
    found = {row["name"] for row in run("query", "list", "authority", "--format", "json").rows}
    assert {"authority_by_group", "authority_by_member"} <= found < names
    shown = run("query", "show", "authority_by_group").out
    assert queries.authority_by_group.shown().en in shown
    assert "// -- authority/_relation: Relation and gap\n" in shown


def test_query_run_in_every_form(run: Run) -> None:
    words = ("query", "run", "divisions_in_force", "-p", "as_of=2018-12-25")
    rows = run(*words, "--format", "json").rows
    laiwu = next(row for row in rows if row["code"] == "371200")
    assert (laiwu["name"], laiwu["rank"]) == ("莱芜市", 6)
    taiwan = next(row for row in rows if row["code"] == "710000")
    assert (taiwan["rank"], taiwan["rank_basis"]) == (None, None)
    table = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").out)))
    assert len(table) == len(rows)
    assert next(row for row in table if row["code"] == "710000")["rank"] == ""
    assert "莱芜市" in run(*words, "--limit", "5000").out


def test_an_empty_answer_is_an_empty_list(run: Run) -> None:
    words = ("query", "run", "divisions_in_force", "-p", "as_of=0001-01-01", "--format", "json")
    assert run(*words).rows == [] or all(row["code"] for row in run(*words).rows)


def test_pages_are_written_where_asked(run: Run, tmp_path: Path) -> None:
    group, region = tmp_path / "济莱 协作区.html", tmp_path / "山东省.html"
    assert run("view", "group", "济莱协作区", "-o", str(group)).code == 0
    assert run("view", "region", "山东省", *EVE, "-o", str(region)).code == 0
    assert "济莱协作区" in group.read_text(encoding="utf-8")
    assert "莱芜市" in region.read_text(encoding="utf-8")


def test_the_national_page_holds_every_division_of_the_day(run: Run, tmp_path: Path) -> None:
    answer = run("view", "nation", *EVE, "-o", str(tmp_path / "中国.html"))
    html = (tmp_path / "中国.html").read_text(encoding="utf-8")
    rows = run(
        "query", "run", "divisions_in_force", "-p", "as_of=2018-12-25", "--format", "json"
    ).rows
    assert answer.code == 0 and f"{len(rows):,} divisions" in answer.out
    assert "莱芜市" in html and "load divisions --townships" in html


def test_a_page_that_can_not_be_written_is_1(run: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    answer = run("view", "group", "济莱协作区", "-o", str(blocked / "page.html"))
    assert (answer.code, answer.err[:6]) == (1, "Error:")


def test_a_dry_run_tells_and_writes_nothing(run: Run) -> None:
    answer = run("load", "groups", "--dry-run")
    assert (answer.code, "groups: nothing to change." in answer.out) == (0, True)
    answer = run("load", "divisions", "--dry-run")
    assert (answer.code, "divisions: nothing to change." in answer.out) == (0, True)
