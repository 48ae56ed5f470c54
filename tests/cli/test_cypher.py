"""Free Cypher reads the graph, and does nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CASES = json.loads((Path(__file__).parent / "statements.json").read_text(encoding="utf-8"))
"""Statements as a user types them; in a file, since no Cypher lives in Python."""


@pytest.mark.parametrize(("statement", "says"), CASES["refused"], ids=lambda text: text[:40])
def test_what_does_more_than_read_is_refused(run: Run, statement: str, says: str) -> None:
    before = run("cypher", CASES["count"], "--format", "json").rows
    answer = run("cypher", statement)
    assert answer.code == 1
    assert says.lower() in " ".join(answer.err.lower().split())
    assert "Traceback" not in answer.err
    assert run("cypher", CASES["count"], "--format", "json").rows == before


@pytest.mark.parametrize("statement", CASES["allowed"], ids=lambda text: text[:40])
def test_what_reads_is_answered(run: Run, statement: str) -> None:
    answer = run("cypher", statement, "--format", "json")
    assert answer.code == 0
    assert len(answer.rows) > 0


def test_unknown_is_null(run: Run) -> None:
    answer = run("cypher", CASES["unknown"], "--format", "json")
    assert answer.rows == [{"name": "台湾省", "rank": None, "until": "9999-12-31"}]
    assert "9999-12-31 for an end that is open or not known" in " ".join(answer.err.split())


def test_a_node_is_its_properties(run: Run) -> None:
    (row,) = run("cypher", CASES["node"], "--format", "json").rows
    assert row["g"]["uid"] == "group:jinan-laiwu"


@pytest.mark.parametrize(("statement", "shown"), CASES["elements"])
def test_nodes_relationships_and_paths_are_readable(run: Run, statement: str, shown: str) -> None:
    assert run("cypher", statement, "--format", "csv").out.splitlines()[1:] == [shown]
    table = "".join(run("cypher", statement).out.split())
    assert "".join(shown.split()) in table
    (row,) = run("cypher", statement, "--format", "json").rows
    assert [value for value in row.values() if not isinstance(value, dict | list)] == []


def test_a_path_is_its_nodes_and_relationships(run: Run) -> None:
    (row,) = run("cypher", CASES["path"], "--format", "json").rows
    assert [node["uid"] for node in row["path"]["nodes"]] == [
        "post:广东省委书记",
        "group:gd-gba-lsg",
    ]
    assert [tie["key"] for tie in row["path"]["relationships"]] == [
        "post:广东省委书记|group:gd-gba-lsg|chair|person:黄坤明|2023-05-08"
    ]
