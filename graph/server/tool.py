"""Neo4j's own administration tool on the private home, with the server stopped meanwhile."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
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
