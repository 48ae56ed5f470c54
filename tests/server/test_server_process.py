"""Ending a process that somebody else started and never asks after."""

from __future__ import annotations

import subprocess
import sys

import psutil

from graph.server.process import end, is_running

CARELESS = (
    "import subprocess, sys, time;"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
    "print(child.pid, flush=True); time.sleep(600)"
)
"""A program that starts another and never collects it: a notebook that runs on, for one."""


def test_a_server_of_a_careless_program_is_ended() -> None:
    with subprocess.Popen([sys.executable, "-c", CARELESS], stdout=subprocess.PIPE) as starter:
        try:
            assert starter.stdout is not None
            server = psutil.Process(int(starter.stdout.readline()))
            assert is_running(server)
            end(server)
            assert not is_running(server)
        finally:
            starter.kill()
