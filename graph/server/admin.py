"""Dump the private database to one file and restore it, with Neo4j's own administration tool."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.core.door import STREAM, opened
from graph.core.errors import InputError, LsgraphError
from graph.core.load_lock import hold
from graph.core.words import Words
from graph.server.config import java_command, write_conf
from graph.server.jars import Progress, ensure_jars
from graph.server.java import find_java
from graph.server.layout import Home
from graph.server.lifecycle import end, locked, start
from graph.server.local import own_home
from graph.server.process import java_environment
from graph.server.store import DATABASE, holds_data, set_aside
from graph.settings import Settings

_TOOL = "org.neo4j.server.startup.Neo4jAdminCommand"
_LAST_LINES = 6


class ToolFailed(LsgraphError):
    """The tool ended with an error; `printed` is all that it said, the message its last lines."""

    def __init__(self, printed: str) -> None:
        self.printed = printed
        super().__init__(Words.same(_tail(printed)))


@dataclass(frozen=True)
class Tool:
    """The administration tool of one home, ready to be called."""

    home: Home
    java: Path
    jars: Path

    def run(self, *arguments: str, stdin: Path | None = None) -> None:
        """Run one command; ToolFailed with what it printed when it fails."""
        with open(stdin or os.devnull, "rb") as source:
            done = subprocess.run(
                [*java_command(self.java, self.jars, _TOOL), *arguments],
                stdin=source,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                cwd=self.home.root,
                env=self._environment(),
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        if done.returncode != 0:
            raise ToolFailed(done.stdout)

    def _environment(self) -> dict[str, str]:
        folders = {"NEO4J_HOME": str(self.home.root), "NEO4J_CONF": str(self.home.conf)}
        return java_environment() | folders


@contextmanager
def stopped(settings: Settings, home: Home, progress: Progress | None) -> Iterator[Tool]:
    """The tool, with the server stopped meanwhile and started again if it ran."""
    java, jars = find_java(), ensure_jars(settings, progress)
    with locked(home):
        write_conf(home)
        ran = end(home)
        try:
            yield Tool(home, java, jars)
        finally:
            if ran:
                start(settings, home, progress)


def _tail(printed: str) -> str:
    lines = [line for line in printed.splitlines() if line.strip() and "Files: " not in line]
    return "\n".join(lines[-_LAST_LINES:])


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
