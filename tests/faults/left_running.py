"""Starts a server, tells of it and waits to be killed: what test_killed_run.py runs."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from graph.server.local import ensure_running
from graph.settings import NEO4J_VERSION, Settings
from tests.session import folder

TOLD = "LSGRAPH_TEST_TOLD"


def test_waits_to_be_killed(server_of: Callable[[str], Settings]) -> None:
    """Writes the pid of the server and the folder of the run in one step."""
    told = Path(os.environ[TOLD])
    draft = told.with_suffix(".draft")
    pid = ensure_running(server_of(NEO4J_VERSION)).pid
    draft.write_text(json.dumps([pid, str(folder())]), encoding="utf-8")
    draft.rename(told)
    time.sleep(300)
