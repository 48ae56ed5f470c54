"""What a command imports before it knows what is asked: nothing that only an answer needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"graph.connection", "graph.catalogue", "jinja2", "lxml", "neo4j", "networkx", "numpy", "openpyxl",
         "pandas", "pyarrow", "rapidfuzz", "requests", "ruamel"}  # fmt: skip
_LISTED = """
import sys
from lsgraph.__main__ import main
sys.argv[1:] = {words}
try:
    main()
except SystemExit:
    pass
print("imported", *sys.modules)
"""


def _imported(*words: str) -> set[str]:
    """The modules that a process has which ran the command."""
    run = subprocess.run(
        [sys.executable, "-c", _LISTED.format(words=[*words])],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    printed, _, names = run.stdout.rpartition("imported ")
    assert printed
    return {*names.split()}


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("query", "--help"), ("load", "-h")])
def test_help_imports_nothing_of_an_answer(words: tuple[str, ...]) -> None:
    assert _imported(*words) & HEAVY == set()


def test_the_version_needs_no_command() -> None:
    assert _imported("--version") & {*HEAVY, "cli.main", "typer"} == set()


def test_a_question_of_the_catalogue_imports_no_frames() -> None:
    found = _imported("query", "list", "chair")
    assert "neo4j" in found
    assert found & {"pandas", "pyarrow", "requests", "networkx"} == set()


def test_a_frame_made_later_is_whole() -> None:
    code = (
        "from graph.connection.results import Result;"
        "print(Result(('n',), ({'n': 1},), {'n': 'integer'}).to_pandas()['n'].sum())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "1"
