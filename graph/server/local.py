"""The private server of this user: started on first use, found again, stopped on request."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.core.errors import InputError, NoServer
from graph.core.load_lock import hold
from graph.core.words import Words
from graph.server.credentials import USER, read_password
from graph.server.jars import Progress
from graph.server.layout import Home
from graph.server.lifecycle import adopt, end, locked, running, start
from graph.server.probe import probe
from graph.server.state import Recorded
from graph.settings import Settings


@dataclass(frozen=True)
class Endpoint:
    """Where the graph is and how to enter.

    `pid` is None for a server that is not ours; `started_by_us` tells whether this very call
    started it, so that a program that wants to leave nothing running knows what to stop.
    """

    uri: str
    user: str
    password: str | None
    pid: int | None
    started_by_us: bool


@dataclass(frozen=True)
class Status:
    """What is known of the server without starting it.

    `size_bytes` counts the whole home, logs included. Of a server of NEO4J_URI only `running` and `uri`
    are known.
    """

    running: bool
    uri: str | None
    pid: int | None
    version: str | None
    data_dir: Path | None
    size_bytes: int | None


def ensure_running(settings: Settings, progress: Progress | None = None) -> Endpoint:
    """Return the endpoint of a server that answers: NEO4J_URI's, or the private one, started if needed.

    The first start fetches the jars. Of several calls at once, in one process or many, one
    starts the server and all get it. NoServer explains every failure.
    """
    if settings.uri is not None:
        probe(settings.uri, settings.user, settings.password, settings.database)
        return Endpoint(settings.uri, settings.user, settings.password, None, False)
    home = Home.of(settings)
    state = running(home)
    return _endpoint(home, state, False) if state else _start(settings, home, progress)


def stop(settings: Settings, wait: float = 0.0) -> bool:
    """Stop the private server; False when none runs. InputError for a server of NEO4J_URI.

    LoadRuns where a load still runs after `wait` seconds.
    """
    home = own_home(settings, Words("stop", "停止"))
    if not home.root.is_dir():
        return False
    with hold(home.load_lock, wait), locked(home):
        return end(home)


def status(settings: Settings) -> Status:
    """Tell whether the server runs, where, and what it takes on disk; starts nothing."""
    if settings.uri is not None:
        return Status(_reachable(settings, settings.uri), settings.uri, None, None, None, None)
    home = Home.of(settings)
    state = running(home)
    uri, pid = (state.uri, state.pid) if state else (None, None)
    return Status(state is not None, uri, pid, home.version, home.root, _size(home.root))


def own_home(settings: Settings, action: Words) -> Home:
    """Return the home of the private server; InputError when NEO4J_URI names another server."""
    if settings.uri is not None:
        raise InputError(
            Words(
                f"NEO4J_URI names {settings.uri}, a server that lsgraph does not {action.en}. "
                "Unset NEO4J_URI to mean the private server.",
                f"NEO4J_URI 指明的是 {settings.uri}，lsgraph 不能{action.zh}这个服务器。要指专用"
                "服务器，请取消 NEO4J_URI。",
            )
        )
    return Home.of(settings)


def _start(settings: Settings, home: Home, progress: Progress | None) -> Endpoint:
    with locked(home):
        found = running(home) or adopt(home, progress)
        state = found or start(settings, home, progress)
        return _endpoint(home, state, started_by_us=found is None)


def _endpoint(home: Home, state: Recorded, started_by_us: bool) -> Endpoint:
    return Endpoint(state.uri, USER, read_password(home), state.pid, started_by_us)


def _reachable(settings: Settings, uri: str) -> bool:
    try:
        probe(uri, settings.user, settings.password, settings.database)
    except NoServer:
        return False
    return True


def _size(root: Path) -> int:
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
