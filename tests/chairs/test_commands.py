"""`lsgraph explain` and `lsgraph chairs` as a user runs them, and every example of docs/chairs.md."""

from __future__ import annotations

import csv
import io
import json
import shlex
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cli.main import app
from tests.documents import ROOT, Block, Session, agree, blocks, sessions

PAGE = ROOT / "docs" / "chairs.md"
BAY = ("group:gd-gba-lsg", "--as-of", "2023-05-08")
AIR = ("group:bth-air-lsg", "--as-of", "2018-07-12")


pytestmark = pytest.mark.usefixtures("named_server")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def answered(*arguments: str) -> list[dict[str, Any]]:
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


@pytest.mark.parametrize("session", sessions(PAGE), ids=lambda session: f"line {session.line}")
def test_each_example_of_the_page_answers_as_shown(session: Session) -> None:
    program, *arguments = shlex.split(session.command)
    done = CliRunner().invoke(app, arguments)
    assert program == "lsgraph" and session.answer
    assert agree(session.answer, done.output), f"{PAGE.name}:{session.line}\n{done.output}"


@pytest.mark.parametrize("block", blocks(PAGE, "python"), ids=lambda block: f"line {block.line}")
def test_the_python_of_the_page_runs(block: Block, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    exec(compile(block.text, PAGE.name, "exec"), names)
    names["database"].close()
    printed = capsys.readouterr().out
    assert "北京市 2" in printed and "韩正 1.0 0.0" in printed


def test_json_of_the_minimal_chair_holds_the_posts() -> None:
    (row,) = answered("chairs", "minimal", "济莱协作区", "--as-of", "2018-12-25")
    assert (row["rank_needed"], row["binds"], len({p["post"] for p in row["posts"]})) == (
        8,
        "rank",
        8,
    )


def test_json_of_the_dependence_is_flat() -> None:
    (row,) = answered("chairs", "dependence", *BAY)
    assert row["deputies_keep_strong"] == ["王伟中 广东省省长"]
    assert row["turnover_reason"] == "the chair is documented on one day only"


def test_csv_has_a_line_for_each_deputy_and_member() -> None:
    done = run("chairs", "leaves", *BAY, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["name"], row["member_name"], row["gap"]) for row in rows] == [
        ("王伟中", "广州市", "1"),
        ("王伟中", "深圳市", "1"),
        ("林克庆", "深圳市", "1"),
        ("孟凡利", "广州市", "0"),
    ]


def test_without_a_deputy_one_sentence_says_so() -> None:
    """No empty table; the groups of who leaves are the others."""
    asked = ("chairs", "leaves", "京津冀协同发展领导小组", "--as-of", "2016-01-01")
    done = run(*asked)
    told = " ".join(done.stdout.split())
    assert "No deputy chair is known on the day, so nobody can be supposed in the chair." in told
    assert "keeps_strong" not in told
    assert told.count("京津冀协同发展领导小组") == 1
    assert answered(*asked) == []
    nobody = run("chairs", "leaves", "济莱协作区", "--as-of", "2018-12-25").stdout
    assert "No chair is known on the day, so nobody leaves." in nobody


def test_every_seat_of_a_person_repeats_who_it_is() -> None:
    rows = answered("chairs", "person", "刘伟@财政部")
    assert [(row["person"], row["name"], row["group"]) for row in rows] == [
        ("person:刘伟@财政部", "刘伟", "group:bth-air-lsg")
    ]


def test_no_chair_is_told_beside_an_empty_answer() -> None:
    for command in ("others", "dependence"):
        done = run("chairs", command, "济莱协作区", "--as-of", "2018-12-25", "--format", "json")
        assert (done.exit_code, json.loads(done.stdout)) == (0, [])
        assert "No chair is known" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["explain", "济来协作区建设领导小组"], "济莱协作区建设领导小组"),
        (["explain", *AIR, "--member", "北京布"], "北京市"),
        (["explain", *AIR, "--basis", "office"], "Unknown basis"),
        (["explain", AIR[0], "--as-of", "2018-01-01"], "was not in force"),
        (["chairs", "minimal", AIR[0], "--as-of", "2018-02-30"], "is not a day"),
        (["chairs", "person", "韩征"], "Did you mean"),
        (["chairs", "leaves", "领导小组"], "names more than one group"),
    ],
)
def test_what_can_not_be_answered_is_told_in_words(arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 1
    assert told in " ".join(done.stderr.split())
    assert "Traceback" not in done.output
