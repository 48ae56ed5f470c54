"""Mistakes in free Cypher are named beside the answer, on every version; what is right is left alone."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from graph.connection import Database
from graph.connection.free_cypher import check
from tests.cli.conftest import Run
from tests.documents import ROOT, sessions

CASES = json.loads((Path(__file__).parent / "mistakes.json").read_text(encoding="utf-8"))
"""Statements with what is said of each, and those of which nothing is said."""

MISSPELT = Path(__file__).parent / "uid_queries"

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHOWN = [
    shlex.split(session.command)[2]
    for document in DOCUMENTS
    for session in sessions(document)
    if session.command.startswith("lsgraph cypher ")
]


def test_each_mistake_is_named_in_its_words(clean_each: Database) -> None:
    told = {text: [note.en for note in check(clean_each, text)] for text, _ in CASES["mistaken"]}
    assert told == dict(CASES["mistaken"])
    assert len(told) > 20


def test_what_is_right_is_left_alone(clean_each: Database) -> None:
    """The graph is empty: a name of the model that no row bears yet is not a mistake."""
    assert len(SHOWN) > 2
    right = [*CASES["right"], *SHOWN]
    assert {text: notes for text in right if (notes := check(clean_each, text))} == {}


@pytest.mark.parametrize("format", ["table", "csv", "json"])
def test_rows_come_back_unchanged_beside_the_words(run: Run, format: str) -> None:
    right = run("cypher", CASES["rows"]["right"], "--format", format)
    mistaken = run("cypher", CASES["rows"]["mistaken"], "--format", format)
    assert (right.code, right.err) == (0, "")
    assert (mistaken.code, mistaken.out) == (0, right.out)
    assert sorted(mistaken.err.splitlines()) == sorted(CASES["rows"]["says"])


def test_they_are_named_in_chinese_too(run: Run) -> None:
    answer = run("--language", "zh", "cypher", CASES["rows"]["mistaken"])
    assert "未知的标签 Grup。是否指 Group？" in answer.err.splitlines()


def test_a_mistake_in_a_file_of_ones_own_is_named(run: Run) -> None:
    answer = run("query", "run", "misspelt_names", "--folder", str(MISSPELT))
    assert answer.code == 0
    assert answer.err.splitlines() == ["Unknown property nmae. Did you mean name?"]
