"""The command as a process of its own, as a shell runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
Shell = Callable[..., "subprocess.CompletedProcess[bytes]"]


def lsgraph(*words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command with these words and variables beside the session's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    return subprocess.run(
        [sys.executable, "-c", "from cli.main import main; main()", *words],
        cwd=ROOT,
        env={**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "200", **environ},
        capture_output=True,
        timeout=300,
        check=False,
    )


@pytest.fixture
def on_loaded(loaded_server: Settings) -> dict[str, str]:
    """The variables that name the loaded server."""
    return {"NEO4J_URI": str(loaded_server.uri), "NEO4J_PASSWORD": str(loaded_server.password)}
