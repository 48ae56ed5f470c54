"""Dump the private database to one file and restore it, with Neo4j's own administration tool."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError, LsgraphError
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


@dataclass(frozen=True)
class _Tool:
    """The administration tool of one home, ready to be called."""

    home: Home
    command: tuple[str, ...]

    def run(self, *arguments: str, stdin: Path | None = None) -> None:
        """Run one command; LsgraphError with the last lines it printed when it fails."""
        with open(stdin or os.devnull, "rb") as source:
            done = subprocess.run(
                [*self.command, *arguments],
                stdin=source,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                cwd=self.home.root,
                env=self._environment(),
            )
        if done.returncode != 0:
            raise LsgraphError(_tail(done.stdout.decode("utf-8", "replace")))

    def _environment(self) -> dict[str, str]:
        folders = {"NEO4J_HOME": str(self.home.root), "NEO4J_CONF": str(self.home.conf)}
        return java_environment() | folders


def dump(settings: Settings, file: Path, progress: Progress | None = None) -> None:
    """Write the private database to `file`, replacing it only when the dump is whole.

    The server is stopped for it and started again if it ran. InputError when there is no
    database yet or `file` cannot be written.
    """
    home = own_home(settings, "dump")
    if not home.initialised:
        raise InputError(f"There is no database in {home.root} yet: load something first.")
    with _folder_beside(file) as folder, _stopped(settings, home, progress) as tool:
        tool.run("database", "dump", DATABASE, f"--to-path={folder}")
        os.replace(folder / f"{DATABASE}.dump", file)


def restore(
    settings: Settings, file: Path, force: bool = False, progress: Progress | None = None
) -> None:
    """Replace the private database by the dump in `file`; it stays as it was if that fails.

    The server is stopped for it and started again if it ran. InputError when `file` is missing
    or no whole dump, and when the database holds data and `force` is not set.
    """
    home = own_home(settings, "restore")
    if not file.is_file():
        raise InputError(f"{file} is not there, or is not a file.")
    _refuse_overwrite(home, force)
    with _stopped(settings, home, progress) as tool:
        # Asked again: what the server held in memory is in its files only now.
        _refuse_overwrite(home, force)
        with set_aside(home):
            _load(tool, file)


def _load(tool: _Tool, file: Path) -> None:
    try:
        tool.run("database", "load", DATABASE, "--from-stdin", stdin=file)
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.") from error
    except LsgraphError as error:
        raise InputError(
            f"{file} is not a whole dump of a Neo4j database; nothing was changed. "
            f"Neo4j says:\n{error}"
        ) from error


def _refuse_overwrite(home: Home, force: bool) -> None:
    if not force and holds_data(home):
        raise InputError(
            f"The database in {home.root} holds data, or did. Dump it first if it is needed, "
            "then restore with force."
        )


@contextmanager
def _stopped(settings: Settings, home: Home, progress: Progress | None) -> Iterator[_Tool]:
    """The tool, with the server stopped meanwhile and started again if it ran."""
    java, jars = find_java(), ensure_jars(settings, progress)
    with locked(home):
        write_conf(home)
        ran = end(home)
        try:
            yield _Tool(home, tuple(java_command(java, jars, _TOOL)))
        finally:
            if ran:
                start(settings, home, progress)


@contextmanager
def _folder_beside(file: Path) -> Iterator[Path]:
    """An empty folder on the disk of `file`, so that moving from it is one step."""
    try:
        temporary = tempfile.TemporaryDirectory(prefix=".dump-", dir=file.resolve().parent)
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror}.") from error
    with temporary as folder:
        yield Path(folder)


def _tail(printed: str) -> str:
    lines = [line for line in printed.splitlines() if line.strip() and "Files: " not in line]
    return "\n".join(lines[-_LAST_LINES:])
