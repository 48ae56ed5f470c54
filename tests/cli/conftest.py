"""The command in this process, asking the loaded graph as a user's own server."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from typer.testing import CliRunner

from cli.main import app
from graph.settings import Settings


@dataclass(frozen=True)
class Answer:
    """What a run of the command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The answer as JSON; fails where it is none."""
        rows: list[dict[str, Any]] = json.loads(self.out)
        return rows


Run = Callable[..., Answer]


def invoke(*words: str, **environ: str | None) -> Answer:
    """Run the command with these words; a traceback fails the test."""
    result = CliRunner().invoke(app, words, env={"COLUMNS": "200", **environ})
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)


@pytest.fixture(scope="session")
def server_environment(loaded_server: Settings) -> dict[str, str]:
    """The variables that name the loaded server, as a user would set them."""
    return {
        "NEO4J_URI": str(loaded_server.uri),
        "NEO4J_USER": loaded_server.user,
        "NEO4J_PASSWORD": str(loaded_server.password),
    }


@pytest.fixture
def run(server_environment: dict[str, str]) -> Run:
    """Runs the command on the loaded graph."""
    return lambda *words: invoke(*words, **server_environment)
