"""Neo4j's own administration tool on the private home, with the server stopped meanwhile."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.core.errors import LsgraphError
from graph.core.words import Words
from graph.server.config import java_command, write_conf
from graph.server.jars import Progress, ensure_jars
from graph.server.java import find_java
from graph.server.layout import Home
from graph.server.lifecycle import end, locked, start
from graph.server.process import java_environment
from graph.settings import Settings

_TOOL = "org.neo4j.server.startup.Neo4jAdminCommand"
_LAST_LINES = 6

Heard = Callable[[str], None]
"""Told each line that the tool prints, as it prints it."""


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

    def run(
        self,
        *arguments: str,
        stdin: Path | None = None,
        main: str = _TOOL,
        options: tuple[str, ...] = (),
        heard: Heard | None = None,
    ) -> None:
        """Run one command of the class `main`; ToolFailed with what it printed when it fails."""
        command = [*java_command(self.java, self.jars, main, options), *arguments]
        with open(stdin or os.devnull, "rb") as source, self._started(command, source) as process:
            printed = list(_lines(process, heard))
        if process.returncode != 0:
            raise ToolFailed("".join(printed))

    @contextmanager
    def _started(self, command: list[str], source: object) -> Iterator[subprocess.Popen[str]]:
        """The process, awaited; ended at once where its output is not read to the end."""
        with subprocess.Popen(
            command,
            stdin=source,  # type: ignore[call-overload]
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self.home.root,
            env=self._environment(),
            encoding="utf-8",
            errors="replace",
        ) as process:
            try:
                yield process
            except BaseException:
                process.kill()
                raise

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


def _lines(process: subprocess.Popen[str], heard: Heard | None) -> Iterator[str]:
    assert process.stdout is not None
    for line in process.stdout:
        if heard is not None:
            heard(line)
        yield line


def _tail(printed: str) -> str:
    lines = [line for line in printed.splitlines() if line.strip() and "Files: " not in line]
    return "\n".join(lines[-_LAST_LINES:])
