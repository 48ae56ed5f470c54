"""Tests that are killed leave nothing behind: no server, no worker, no folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.faults import left_running
from tests.faults.conftest import ROOT
from tests.watchdog import FOLDER, processes


def until(holds: Callable[[], bool], seconds: float) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.1)


@pytest.mark.usefixtures("jars_dir")
def test_a_killed_run_leaves_no_server_behind(tmp_path: Path) -> None:
    """Its worker started the server; the process that is killed only knows the worker."""
    told = tmp_path / "told.json"
    environ = {name: value for name, value in os.environ.items() if name != FOLDER}
    words = ("-m", "pytest", "-q", "-n", "1", "-p", "no:cacheprovider", left_running.__file__)
    run = subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, env={**environ, left_running.TOLD: str(told)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        until(lambda: told.exists() or run.poll() is not None, 240)
        pid, folder = json.loads(told.read_text(encoding="utf-8"))
        assert psutil.pid_exists(pid) and Path(folder).is_dir()
    finally:
        run.kill()
        run.wait()
    until(lambda: not psutil.pid_exists(pid), 60)
    until(lambda: not Path(folder).exists(), 60)
    assert list(processes(folder)) == []
