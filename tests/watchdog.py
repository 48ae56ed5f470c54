"""Ends what a run of the tests leaves behind, also when the run itself is killed.

`python watchdog.py FOLDER` reads standard input, a pipe that only the run holds open: its end is the end
of the run. Processes belong to the run if their environment names its folder.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress

import psutil

FOLDER = "LSGRAPH_TEST_FOLDER"
"""Names the folder of the run in the environment of its workers and of all that they start."""

ROUNDS = 5
"""A process that is ended may have started another meanwhile."""


def watch(folder: str, environ: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start the watchdog of a run, apart from its terminal; it waits for the end of this process."""
    return subprocess.Popen(
        [sys.executable, __file__, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={name: value for name, value in environ.items() if name != FOLDER},
        start_new_session=True,
    )


def processes(folder: str) -> Iterator[psutil.Process]:
    """The processes that belong to the run of a folder."""
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.environ().get(FOLDER) == folder:
                yield process


def main(folder: str) -> None:
    """Wait for the end of the run; then end its processes by force and remove its folder."""
    sys.stdin.read()
    for _ in range(ROUNDS):
        left = list(processes(folder))
        for process in left:
            with suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(left, timeout=10)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1])
