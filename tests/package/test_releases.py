"""docs/releases.md: its commands run, and say what it shows."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from loaders.groups.read import read_everything
from loaders.package.write import write_package
from tests.cli.conftest import Run
from tests.documents import ROOT, Session, agree, blocks, sessions

DOCUMENT = ROOT / "docs" / "releases.md"


@pytest.mark.parametrize("session", sessions(DOCUMENT), ids=lambda s: f"line {s.line}")
def test_each_example_answers_as_shown(run: Run, session: Session) -> None:
    done = run(*shlex.split(session.command)[1:])
    assert done.code == 0 and agree(session.answer, f"{done.err}\n{done.out}")


def test_a_release_is_written_compared_and_made_again(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_package(read_everything(), tmp_path / "data-1.0.1")
    (tmp_path / "data-1.0.1" / "csv" / "claims.csv").unlink()
    (block,) = blocks(DOCUMENT, "bash")
    commands = block.text.splitlines()
    assert len(commands) == 4
    answers = [run(*shlex.split(command)[1:]) for command in commands]
    assert [answer.code for answer in answers] == [0] * 4, answers
    assert "| claims | 0 |" in answers[2].out
    made = {path.name: path.read_bytes() for path in (tmp_path / "data-2.0.0" / "csv").iterdir()}
    written = tmp_path / "build" / "data-2.0.0" / "csv"
    assert made == {path.name: path.read_bytes() for path in written.iterdir()}


def test_a_find_without_an_id_is_told(run: Run) -> None:
    done = run("data", "ids", "--check")
    assert (done.code, done.out) == (0, "0 have no id yet.\n")
