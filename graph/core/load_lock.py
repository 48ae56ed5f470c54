"""The file that a load into a private server holds; whoever would stop the server asks for it first.

The system frees it when its holder dies, however that happens.
"""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from graph.core.errors import InputError
from graph.core.words import Words

_POLL_S = 0.2


class LoadRuns(InputError):
    """Another load into the same graph is under way; the message tells since when, and whose."""

    def __init__(self, holder: Words, since: dt.datetime | None) -> None:
        begun = f"{since.astimezone():%Y-%m-%d %H:%M:%S}" if since else ""
        en, zh = (f" since {begun}", f"自 {begun} 起") if begun else ("", "")
        super().__init__(
            Words(
                f"Another load into this graph runs{en}: {holder.en}. Nothing was changed. Wait for its"
                " end with --wait, or try again later.",
                f"另一载入{zh}正在写入该图谱：{holder.zh}。未作任何改动。请用 --wait 等它结束，或稍后再试。",
            )
        )


def this_process() -> str:
    """Tell who holds a lock: user, machine and process."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = "somebody"
    return f"{user}@{socket.gethostname()}, process {os.getpid()}"


@contextmanager
def hold(file: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock `file`; LoadRuns where another process holds it for more than `wait` seconds."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock, note = FileLock(file), file.with_suffix(".json")
    try:
        lock.acquire(timeout=max(wait, 0.0), poll_interval=_POLL_S)
    except Timeout:
        raise LoadRuns(*_noted(note)) from None
    try:
        now = dt.datetime.now(dt.UTC).isoformat()
        with suppress(OSError):  # a full disk: only the words of another's refusal are lost
            note.write_text(json.dumps([this_process(), now]), encoding="utf-8", newline="\n")
        yield
    finally:
        note.unlink(missing_ok=True)
        lock.release()


def _noted(note: Path) -> tuple[Words, dt.datetime | None]:
    """Say who holds the lock and since when, as far as its holder has noted it."""
    with suppress(OSError, ValueError):
        holder, since = json.loads(note.read_text(encoding="utf-8"))
        return Words.same(holder), dt.datetime.fromisoformat(since)
    return Words("a process that begins or ends just now", "一个刚刚开始或结束的进程"), None
