"""docs/regions.md and docs/tutorial.md are run as they stand."""

from __future__ import annotations

import contextlib
import io
import re
import shlex

import pytest

from tests.cli.conftest import Run
from tests.documents import ROOT, Block, Session, agree, blocks, sessions

MANUAL = ROOT / "docs" / "regions.md"
TUTORIAL = ROOT / "docs" / "tutorial.md"
SESSIONS = [(path, session) for path in (MANUAL, TUTORIAL) for session in sessions(path)]


@pytest.mark.parametrize(
    "session", [s for _, s in SESSIONS], ids=[f"{path.stem} line {s.line}" for path, s in SESSIONS]
)
def test_each_command_gives_the_answer_that_is_shown(session: Session, run: Run) -> None:
    program, *words = shlex.split(session.command)
    answer = run(*words)
    assert (program, answer.code) == ("lsgraph", 0)
    assert agree(session.answer, answer.out), answer.out


@pytest.mark.parametrize("block", blocks(MANUAL, "python"), ids=lambda block: f"line {block.line}")
def test_python_prints_what_its_comments_say(block: Block) -> None:
    said = re.findall(r"print\(.*\)  # (.+)", block.text)
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(compile(block.text, MANUAL.name, "exec"), {})
    assert said and told.getvalue().splitlines() == said
