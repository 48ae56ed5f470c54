"""The application as a process: its port, its server, the browser that it opens, and its end."""

from __future__ import annotations

import os
import signal
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from threading import Event, Thread
from typing import NoReturn

import uvicorn

from graph.ask.listed import Chosen, listed
from graph.connection import Database, connect
from graph.connection.limits import Limits
from graph.core.errors import LsgraphError, Stopped
from graph.core.language import Language, speaking, spoken
from graph.pictures.group.sheet import group_sheet
from graph.server.jars import Progress
from graph.server.lent import borrow, give_back
from graph.settings import Settings
from web.app import create_app
from web.http.entry import Entry
from web.http.listen import LOOPBACK, bound, check_listen, host_of
from web.http.opened import Opened

IDLE_S = 1800.0
"""Seconds without a question after which the private server may end; the next question starts it again."""
ENDING_S = 3
"""Seconds that answers on their way have when the application ends."""


@dataclass(frozen=True)
class Serving:
    """How the application is offered. `port` None takes the first that is free from PORT on.

    `listen` is the address of the network card that hears it, this machine alone by default.
    """

    port: int | None = None
    public: bool = False
    hosts: Sequence[str] = ()
    listen: str = LOOPBACK
    browser: bool = True
    limits: Limits = field(default_factory=Limits)
    idle_s: float = IDLE_S


Opening = Callable[[], AbstractContextManager[Progress]]


def serve(
    serving: Serving, settings: Settings, told: Callable[[str], object], opening: Opening
) -> None:
    """Serve until Ctrl-C or SIGTERM; `told` gets the address once pages are answered.

    `opening` shows the start of a private server as it goes.
    Leaves nothing running that it started: a private server that it had to start ends with it, unless
    somebody else is connected. Raises InputError for a port that is taken, NoServer as connect does.
    """
    check_listen(serving.listen, serving.public)
    with (
        bound(serving.port, serving.listen) as listening,
        ended_by_signals(),
        lent_server(settings, opening) as opened,
    ):
        with opened.lent():
            pass
        _run(serving, opened, listening, settings.data_dir, told)


@contextmanager
def lent_server(settings: Settings, opening: Opening) -> Iterator[Opened]:
    """A connection opened with the first question; a private server that it had to start ends with it."""
    opened = Opened(
        lambda: _connected(settings, opening, lambda: opened.stop.over), lambda: give_back(settings)
    )
    try:
        yield opened
    finally:
        opened.close()
        give_back(settings)


def _connected(settings: Settings, opening: Opening, ended: Callable[[], bool]) -> Database:
    """Connect to a server that is marked where it had to start; one that still starts at the end is ended."""
    with opening() as report:

        def told(text: str, done: int, total: int) -> None:
            if ended():
                raise Stopped()
            report(text, done, total)

        borrow(settings, told)
        return connect(settings, told)


def _run(
    serving: Serving,
    opened: Opened,
    listening: socket.socket,
    folder: Path,
    told: Callable[[str], object],
) -> None:
    port = listening.getsockname()[1]
    entry = None if serving.public else Entry(port)
    host = host_of(serving.listen)
    address = f"http://{host}:{port}/"
    first = f"{address}?token={entry.token}" if entry else address
    ended = Event()
    language = spoken()

    def started() -> None:
        told(first)
        if serving.browser:
            Thread(target=_open_browser, args=(first, ended), daemon=True).start()
        Thread(target=_in_the_background, args=(opened, serving.idle_s, ended, language)).start()

    app = create_app(
        opened, serving.limits, entry, folder, hosts=(host, *serving.hosts), started=started,
    )  # fmt: skip
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, proxy_headers=False,
        timeout_graceful_shutdown=ENDING_S, timeout_keep_alive=30, lifespan="on", ws="none",
    )  # fmt: skip
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        ended.set()
        opened.close()


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let SIGTERM end the program as Ctrl-C does, so that what it started is ended too."""

    def end(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _open_browser(first: str, ended: Event) -> None:
    """Open the browser by way of a file that only this user can read.

    The command line of a browser shows to every user of the machine, and the address holds the token.
    """
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        return
    with tempfile.TemporaryDirectory(prefix="lsgraph-", dir=Path.home()) as folder:
        page = Path(folder) / "open.html"
        leads = (
            f'<meta charset="utf-8"><meta http-equiv="refresh" content="0; url={escape(first)}">'
        )
        page.write_text(leads, encoding="utf-8")
        with suppress(webbrowser.Error, OSError):
            webbrowser.open(page.as_uri())
        ended.wait(60)


def _in_the_background(opened: Opened, idle_s: float, ended: Event, language: Language) -> None:
    """Plan the first questions of a reader before they are asked, then let an idle server end.

    The process waits for this thread: its questions end with the connection.
    """
    with speaking(language), suppress(LsgraphError), opened.lent() as held:
        database = replace(held, limits=replace(held.limits, stop=opened.stop))
        for row in listed(database, Chosen()).rows[:1]:
            group_sheet(database, row.group)
    while not ended.wait(min(idle_s, 30)):
        opened.close_idle(idle_s)
