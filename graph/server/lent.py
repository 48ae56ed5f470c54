"""A private server that ends with the last program that serves from it.

Commands leave the server running for the next command. A program that runs for hours and ends, such as
`lsgraph serve`, leaves nothing running that it started, unless somebody else uses it by then.
"""

from __future__ import annotations

from contextlib import suppress

import psutil

from graph.core.errors import Stopped
from graph.core.load_lock import LoadRuns
from graph.server.jars import Progress
from graph.server.layout import Home
from graph.server.lifecycle import running
from graph.server.local import Endpoint, ensure_running, stop
from graph.server.process import ceases
from graph.settings import Settings

_CLOSING_S = 2.0
"""How long connections that were closed here may still be seen at the server."""


def borrow(settings: Settings, progress: Progress | None = None) -> Endpoint:
    """Return the endpoint of a server that answers, as ensure_running does; one that starts now is marked.

    Interrupted while it starts, by Ctrl-C or by Stopped from `progress`, it is stopped again.
    """
    home = None if settings.uri else Home.of(settings)
    before = running(home) if home else None
    try:
        endpoint = ensure_running(settings, progress)
    except (KeyboardInterrupt, Stopped):
        if home and before is None:
            stop(settings)
        raise
    if home and endpoint.started_by_us:
        home.lent.write_text(str(endpoint.pid), encoding="utf-8")
    return endpoint


def keep(settings: Settings) -> None:
    """Let the private server run until it is stopped by name (`lsgraph db start`)."""
    if settings.uri is None:
        Home.of(settings).lent.unlink(missing_ok=True)


def give_back(settings: Settings) -> bool:
    """Stop the private server if a program that serves started it and nobody is connected; whether it did.

    Close connections of your own before. A load that runs keeps the server.
    """
    if settings.uri is not None:
        return False
    home = Home.of(settings)
    state = running(home) if _marked(home) is not None else None
    if state is None or state.pid != _marked(home) or _used(state.pid):
        return False
    with suppress(LoadRuns):
        stop(settings)
        home.lent.unlink(missing_ok=True)
        return True
    return False


def _marked(home: Home) -> int | None:
    """The process that is marked; None without a mark."""
    with suppress(OSError, ValueError):
        return int(home.lent.read_text(encoding="utf-8"))
    return None


def _used(pid: int) -> bool:
    """Whether somebody is connected, and stays so for longer than a connection takes to close."""
    return not ceases(lambda: _connected(pid), _CLOSING_S)


def _connected(pid: int) -> bool:
    with suppress(psutil.Error):
        found = psutil.Process(pid).net_connections("tcp")
        return any(one.status == psutil.CONN_ESTABLISHED for one in found)
    return False
