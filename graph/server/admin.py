"""Dump the private database to one file and restore it, with Neo4j's own administration tool."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.core.door import STREAM, opened
from graph.core.errors import InputError
from graph.core.load_lock import hold
from graph.core.words import Words
from graph.server.jars import Progress
from graph.server.layout import Home
from graph.server.local import own_home
from graph.server.store import DATABASE, holds_data, set_aside
from graph.server.tool import Tool, ToolFailed, stopped
from graph.settings import Settings


def dump(
    settings: Settings, file: Path, progress: Progress | None = None, wait: float = 0.0
) -> None:
    """Write the private database to `file`, replacing it only when the dump is whole.

    The server is stopped for it and started again if it ran. InputError when there is no
    database yet or `file` cannot be written, LoadRuns when a load still runs after `wait` seconds.
    """
    home = own_home(settings, Words("dump", "转储"))
    if not home.initialised:
        raise InputError(
            Words(
                f"{home.root} holds no database yet. Load something first.",
                f"{home.root} 中尚无数据库。请先载入数据。",
            )
        )
    with (
        _folder_beside(file) as folder,
        hold(home.load_lock, wait),
        stopped(settings, home, progress) as tool,
    ):
        tool.run("database", "dump", DATABASE, f"--to-path={folder}")
        os.replace(folder / f"{DATABASE}.dump", file)


def restore(
    settings: Settings,
    file: Path,
    force: bool = False,
    progress: Progress | None = None,
    wait: float = 0.0,
) -> None:
    """Replace the private database by the dump in `file`; it stays as it was if that fails.

    The server is stopped for it and started again if it ran. InputError when `file` is missing
    or no whole dump, and when the database holds data and `force` is not set,
    LoadRuns when a load still runs after `wait` seconds.
    """
    home = own_home(settings, Words("restore", "恢复"))
    opened(file, STREAM).close()
    _refuse_overwrite(home, force)
    with hold(home.load_lock, wait), stopped(settings, home, progress) as tool:
        # Asked again: what the server held in memory is in its files only now.
        _refuse_overwrite(home, force)
        with set_aside(home):
            _load(tool, file)


def _load(tool: Tool, file: Path) -> None:
    try:
        tool.run("database", "load", DATABASE, "--from-stdin", stdin=file)
    except OSError as error:
        raise InputError(
            Words(
                f"{file} cannot be read: {error.strerror}.", f"{file} 无法读取：{error.strerror}。"
            )
        ) from error
    except ToolFailed as error:
        raise InputError(
            Words(
                f"{file} is not a whole dump of a Neo4j database; nothing was changed. "
                f"Neo4j says:\n{error}",
                f"{file} 不是完整的 Neo4j 数据库转储文件；未作任何改动。Neo4j 报告：\n{error}",
            )
        ) from error


def _refuse_overwrite(home: Home, force: bool) -> None:
    if not force and holds_data(home):
        raise InputError(
            Words(
                f"The database in {home.root} holds data, or did. Dump it first if it is needed, "
                "then restore with force.",
                f"{home.root} 中的数据库有数据，或曾有数据。如仍需要，请先转储，再以 --force 恢复。",
            )
        )


@contextmanager
def _folder_beside(file: Path) -> Iterator[Path]:
    """An empty folder on the disk of `file`, so that moving from it is one step."""
    try:
        temporary = tempfile.TemporaryDirectory(prefix=".dump-", dir=file.resolve().parent)
    except OSError as error:
        raise InputError(
            Words(
                f"{file} cannot be written: {error.strerror}.",
                f"{file} 无法写入：{error.strerror}。",
            )
        ) from error
    with temporary as folder:
        yield Path(folder)
