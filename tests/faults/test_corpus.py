"""Each hostile file is refused in one message with its place: no traceback, no long wait."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import invoke
from tests.faults.conftest import ROOT
from tests.faults.corpus.cases import CASES
from tests.faults.corpus.run import SECONDS
from tests.faults.corpus.sound import KINDS
from tests.latin import english

MOST_MB = 500
Told = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def told() -> Told:
    """What was said of each case, in a process of its own."""
    words = (sys.executable, "-m", "tests.faults.corpus.run", *KINDS)
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-3_000:]
    return {line["name"]: line for line in map(json.loads, done.stdout.splitlines())}


COMMANDS = {
    "own divisions": ("load", "divisions", "--own"),
    "query": ("query", "list", "--folder"),
    "notice text": ("read-notice",),
    "group YAML": ("load", "groups"),
}


@pytest.mark.usefixtures("named_server")
@pytest.mark.parametrize("kind", COMMANDS)
@pytest.mark.parametrize("fault", ["right-to-left override", "a link to /dev/zero", "a pipe"])
def test_a_command_says_it_and_ends_with_2(kind: str, fault: str, tmp_path: Path) -> None:
    path = CASES[f"{kind}: {fault}"].make(tmp_path)
    answer = invoke(*COMMANDS[kind], str(path))
    assert answer.code == 2
    assert answer.err.startswith("Error: ") and "Traceback" not in answer.err + answer.out
    assert not {"\u202e", "\x1b"} & set(answer.err + answer.out)


def test_the_corpus_is_large() -> None:
    assert len(CASES) >= 500
    assert {case.kind for case in CASES.values()} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_files_are_refused_in_words(kind: str, told: Told) -> None:
    lines = [told[name] for name, case in CASES.items() if case.kind == kind]
    assert [line for line in lines if not _refused_in_words(line)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_files_are_refused_in_chinese(kind: str, told: Told) -> None:
    lines = [told[name] for name, case in CASES.items() if case.kind == kind]
    assert [line for line in lines if english(line["chinese"], line["path"])] == []


def _refused_in_words(line: Mapping[str, Any]) -> bool:
    said = line["said"]
    return (
        line["code"] == 2
        and line["path"] in said
        and re.search(r"([.?…]|: lsgraph [a-zA-Z -]+)$", said.rstrip()) is not None
        and "Traceback" not in said
        and len(said) < 70_000
        and line["seconds"] < SECONDS
        and line["peak"] < MOST_MB
    )
