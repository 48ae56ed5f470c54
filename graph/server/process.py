"""The server as a process: started apart from the terminal, recognised again, ended politely."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

import psutil

from graph.server.layout import Home

STOP_TIMEOUT_S = 60.0
"""A server under load needs time for its last checkpoint; then it is ended by force."""

if sys.platform == "win32":
    _DETACHED = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _DETACHED = 0


def spawn(command: Sequence[str], home: Home) -> psutil.Process:
    """Start `command` for `home`, detached: neither Ctrl-C nor a closed terminal ends it."""
    with home.output.open("ab") as output:
        child = subprocess.Popen(
            [*command, _home_argument(home), f"--config-dir={home.conf}"],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=home.root,
            env=java_environment(),
            start_new_session=True,
            creationflags=_DETACHED,
        )
    process = psutil.Process(child.pid)
    # It outlives this program on purpose; Popen would warn about that when it is collected.
    child.returncode = 0
    return process


def java_environment() -> dict[str, str]:
    """Return the environment for Java: file names as UTF-8 whatever the user's locale says."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return kept | ({"LC_ALL": "C.UTF-8"} if sys.platform.startswith("linux") else {})


def find(home: Home, pid: int | None = None) -> psutil.Process | None:
    """Return the running server of `home`: process `pid` if it is that, else any that names `home`.

    The home on its command line tells a server from a stranger that was given the same pid.
    """
    for process in _candidates(pid):
        with suppress(psutil.Error):
            alive = process.status() != psutil.STATUS_ZOMBIE
            if alive and _home_argument(home) in process.cmdline():
                return process
    return None


def listening_port(process: psutil.Process) -> int | None:
    """Return the TCP port on which `process` listens; None until it listens."""
    with suppress(psutil.Error):
        for connection in process.net_connections("tcp"):
            if connection.status == psutil.CONN_LISTEN:
                return int(connection.laddr.port)
    return None


def is_running(process: psutil.Process) -> bool:
    """Tell whether `process` still runs; one that ended and was not collected does not."""
    with suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def end(process: psutil.Process) -> None:
    """Ask `process` to close its databases and wait; after STOP_TIMEOUT_S end it by force.

    Windows knows no polite request for a detached process: the transaction log makes the next
    start recover what a checkpoint would have written.
    """
    with suppress(psutil.NoSuchProcess):
        process.terminate()
        if not _ended(process):
            process.kill()
            _ended(process)


def ceases(still: Callable[[], bool], seconds: float) -> bool:
    """Wait while something holds; return whether it ceased within the seconds."""
    until = time.monotonic() + seconds
    while still():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _ended(process: psutil.Process) -> bool:
    """Wait until the process has ended, also where the program that started it never asks for its end."""
    return ceases(lambda: is_running(process), STOP_TIMEOUT_S)


def _candidates(pid: int | None) -> Iterator[psutil.Process]:
    if pid is not None:
        with suppress(psutil.Error):
            yield psutil.Process(pid)
    yield from psutil.process_iter()


def _home_argument(home: Home) -> str:
    return f"--home-dir={home.root}"
