"""docs/releases.md: its commands run, and say what it shows."""

from __future__ import annotations

import shlex

import pytest

from tests.cli.conftest import Run
from tests.documents import ROOT, Session, agree, sessions

DOCUMENT = ROOT / "docs" / "releases.md"


@pytest.mark.parametrize("session", sessions(DOCUMENT), ids=lambda s: f"line {s.line}")
def test_each_example_answers_as_shown(run: Run, session: Session) -> None:
    done = run(*shlex.split(session.command)[1:])
    assert done.code == 0 and agree(session.answer, f"{done.err}\n{done.out}")


def test_a_find_without_an_id_is_told(run: Run) -> None:
    done = run("data", "ids", "--check")
    assert (done.code, done.out) == (0, "0 have no id yet.\n")
