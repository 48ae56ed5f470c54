"""Start, stop and recognise the server of one home; whoever starts or stops holds its lock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil
from filelock import FileLock
from neo4j.exceptions import AuthError

from graph.core.errors import NoServer
from graph.core.language import say
from graph.core.words import Words
from graph.server import process as processes
from graph.server.config import java_command, main_class, write_conf
from graph.server.credentials import USER, ensure_password, read_password
from graph.server.jars import Progress, ensure_jars
from graph.server.java import find_java, java_options
from graph.server.layout import Home
from graph.server.probe import probe
from graph.server.state import Recorded, forget, record, recorded
from graph.server.store import (
    START_MB,
    UNOPENED,
    ailment,
    interrupted,
    put_back,
    refuse_full_disk,
)
from graph.settings import Settings

START_TIMEOUT_S = 180.0
"""A cold disk and a slow machine together stay well below; a healthy start takes 5 s."""

_POLL_S = 0.1
_LOG_LINES = 15


class Unopened(NoServer):
    """The server could not open its database."""


class _Ended(Unopened):
    """The server ended before it answered."""


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Hold `home` against other programs that would start, stop, dump or restore it."""
    home.make()
    with FileLock(home.lock):
        yield


def running(home: Home) -> Recorded | None:
    """Return the server of `home` if it is up and answers; needs no lock."""
    state = recorded(home)
    if state is None:
        return None
    process = processes.find(home, state.pid)
    ours = process is not None and process.pid == state.pid
    return state if ours and answers(state.uri, home) else None


def start(settings: Settings, home: Home, progress: Progress | None) -> Recorded:
    """Start the server of the locked `home` and wait until it answers."""
    refuse_full_disk(
        home.root,
        START_MB << 20,
        Words("The start of the private server", "启动专用服务器"),
        NoServer,
    )
    recover(home)
    ensure_password(home)
    return _settle(_launch(settings, home, progress), home, progress)


def recover(home: Home) -> None:
    """Undo what an interrupted restore left in the locked `home` whose server is stopped."""
    if interrupted(home):
        put_back(home)


def adopt(home: Home, progress: Progress | None) -> Recorded | None:
    """Take over a server of the locked `home` whose starter ended before it could record it.

    Also None if that server ends while we wait: the program that was stopping it may have been killed.
    """
    process = processes.find(home)
    if process is not None:
        with suppress(_Ended):
            return _settle(process, home, progress)
    return None


def end(home: Home) -> bool:
    """Stop the server of the locked `home`; False when none runs."""
    state = recorded(home)
    process = processes.find(home, state.pid if state else None)
    if process is not None:
        processes.end(process)
    forget(home)
    return process is not None


def answers(uri: str, home: Home) -> bool:
    """Tell whether the database at `uri` can be used; NoServer when it refuses our password."""
    password = read_password(home)
    try:
        probe(uri, USER, password)
    except NoServer as error:
        if isinstance(error.__cause__, AuthError):
            raise _locked_out(home) from error
        return False
    return True


def _launch(settings: Settings, home: Home, progress: Progress | None) -> psutil.Process:
    java = find_java()
    jars = ensure_jars(settings, progress)
    write_conf(home)
    for old in (home.log, home.output):
        old.unlink(missing_ok=True)
    if home.debug_log.exists():
        home.debug_log.replace(home.debug_log.with_suffix(".before"))
    command = java_command(java, jars, main_class(home.version), java_options())
    return processes.spawn(command, home)


def _settle(server: psutil.Process, home: Home, progress: Progress | None) -> Recorded:
    state = Recorded(server.pid, _wait(server, home, progress))
    record(home, state)
    return state


def _wait(server: psutil.Process, home: Home, progress: Progress | None) -> str:
    begun = time.monotonic()
    while (waited := time.monotonic() - begun) < START_TIMEOUT_S:
        if progress is not None:
            progress(
                say(Words(f"Starting Neo4j {home.version}", f"正在启动 Neo4j {home.version}")),
                int(waited),
                0,
            )
        if not processes.is_running(server):
            raise _failed(home, Words("stopped while starting", "在启动过程中停止"), _Ended)
        port = processes.listening_port(server)
        answered = port is not None and answers(f"bolt://127.0.0.1:{port}", home)
        if (ill := ailment(home)) is not None:
            processes.end(server)
            raise _failed(home, ill, Unopened if ill == UNOPENED else NoServer)
        if answered:
            return f"bolt://127.0.0.1:{port}"
        time.sleep(_POLL_S)
    processes.end(server)
    raise _failed(
        home,
        Words(
            f"did not answer within {START_TIMEOUT_S:.0f} s",
            f"在 {START_TIMEOUT_S:.0f} 秒内没有应答",
        ),
    )


def _failed(home: Home, how: Words, kind: type[NoServer] = NoServer) -> NoServer:
    lines = [
        line
        for path in (home.output, home.log)
        if path.exists()
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]
    ]
    head = Words(
        f"Neo4j {home.version} {how.en}. The last lines of its log, {home.log}:",
        f"Neo4j {home.version} {how.zh}。其日志 {home.log} 的最后几行：",
    )
    logged = map(Words.same, lines) if lines else [Words("(nothing)", "（无）")]
    remedy = Words(
        "If it does not start again either, with room on its disk: lsgraph db repair",
        "如再次启动仍失败，而磁盘尚有空间：lsgraph db repair",
    )
    return kind(Words.joined([head, *logged, remedy], "\n", "\n"))


def _locked_out(home: Home) -> NoServer:
    return NoServer(
        Words(
            f"The private server refuses the password in {home.password}: wrong password. Put the "
            f"file that was generated with this database back, or delete {home.root} and load again.",
            f"专用服务器不接受 {home.password} 中的密码：密码错误。请放回与此数据库一同生成的文件，"
            f"或删除 {home.root} 后重新载入。",
        )
    )
