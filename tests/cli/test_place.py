"""`lsgraph place` as a user runs it, and every example of docs/places.md."""

from __future__ import annotations

import csv
import io
import json
import shlex
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cli.main import app
from tests.documents import ROOT, Session, agree, sessions

PAGE = ROOT / "docs" / "places.md"


pytestmark = pytest.mark.usefixtures("named_server")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["place", *arguments])


def answered(*arguments: str) -> list[dict[str, Any]]:
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def test_a_place_of_its_time() -> None:
    (row,) = answered("襄樊", "--as-of", "2009-06-30")
    assert (row["code"], row["name"], row["as_of"]) == ("420600", "襄樊市", "2009-06-30")
    assert row["notes"] == [] and "history" not in row


def test_a_year_is_told_to_be_its_last_day() -> None:
    (row,) = answered("襄樊", "--as-of", "2009")
    assert row["as_of"] == "2009-12-31"
    assert row["notes"] == ["2009 is read as its last day, 2009-12-31."]


def test_a_code_that_is_no_more_shows_its_chain() -> None:
    (row,) = answered("371200", "--as-of", "2026-09-11")
    assert (row["code"], row["matched"]) == ("370100", "div:371200:莱芜市")
    assert [unit["code"] for unit in row["history"]] == [
        "372622", "372602", "370919", "379004", "370981", "371200", "371202", "371203",
        "370100", "370116", "370117",
    ]  # fmt: skip


def test_history_when_asked() -> None:
    (row,) = answered("襄阳市", "--as-of", "2026-09-11", "--history")
    assert [(unit["name"], unit["to_edtf"]) for unit in row["history"]] == [
        ("襄樊市", "2010-11-26"), ("襄阳市", ".."),
    ]  # fmt: skip


def test_an_ambiguous_name_answers_all_candidates_and_fails() -> None:
    done = run("鼓楼", "--as-of", "2026-09-11", "--format", "json")
    assert done.exit_code == 1
    assert [row["code"] for row in json.loads(done.stdout)] == [
        "320106", "320302", "350102", "410204",
    ]  # fmt: skip
    assert "names more than one place" in done.stderr


def test_a_region_decides() -> None:
    (row,) = answered("鼓楼", "--as-of", "2026-09-11", "--in", "福建省")
    assert row["code"] == "350102"


def test_csv_keeps_the_notes_and_the_history_apart() -> None:
    done = run("襄樊", "--as-of", "2026-09-11", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert (row["code"], row["notes"]) == ("420600", "襄樊市 was renamed 襄阳市 on 2010-11-26.")
    done = run("襄樊", "--as-of", "2026-09-11", "--history", "--format", "csv")
    assert [r["name"] for r in csv.DictReader(io.StringIO(done.stdout))] == ["襄樊市", "襄阳市"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["襄凡市"], "襄樊市"),
        (["37120"], "has 5 digits"),
        (["济南", "--as-of", "2009-02-30"], "is not a day"),
        (["鼓楼", "--in", "朝阳"], "names more than one place"),
        (["万县市", "--in", "四川省", "--as-of", "2020"], "no place in 四川省"),
    ],
)
def test_what_can_not_be_answered_is_told_in_words(arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 1
    assert told in " ".join(done.stderr.split())
    assert "Traceback" not in done.output


@pytest.mark.parametrize("session", sessions(PAGE), ids=lambda session: f"line {session.line}")
def test_each_example_of_the_page_answers_as_shown(session: Session) -> None:
    program, *arguments = shlex.split(session.command)
    done = CliRunner().invoke(app, arguments)
    assert program == "lsgraph" and session.answer
    assert agree(session.answer, done.output), f"{PAGE.name}:{session.line}\n{done.output}"
