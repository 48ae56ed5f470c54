"""Where a private server keeps its things: one home for each Neo4j version."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from graph.core.errors import InputError
from graph.core.words import Words
from graph.settings import Settings

_VERSION = re.compile(r"\d+\.\d+\.\d+")


@dataclass(frozen=True)
class Home:
    """The folder of one private server and the files in it.

    Stores of different Neo4j versions do not open in one another, hence a home for each.
    """

    root: Path
    version: str

    @classmethod
    def of(cls, settings: Settings) -> Home:
        """Return the home that `settings` mean; InputError when the version is not three numbers."""
        version = checked_version(settings.neo4j_version)
        return cls(settings.data_dir.resolve() / f"neo4j-{version}", version)

    @property
    def conf(self) -> Path:
        """Folder of neo4j.conf."""
        return self.root / "conf"

    @property
    def data(self) -> Path:
        """What Neo4j keeps: databases with their logs, users."""
        return self.root / "data"

    @property
    def log(self) -> Path:
        """The log that Neo4j itself writes."""
        return self.root / "logs" / "neo4j.log"

    @property
    def debug_log(self) -> Path:
        """The long log of Neo4j's present or last run."""
        return self.root / "logs" / "debug.log"

    @property
    def output(self) -> Path:
        """Standard output and error of the process: what the JVM says before logging begins."""
        return self.root / "logs" / "output.log"

    @property
    def password(self) -> Path:
        """The generated password, readable by its owner only."""
        return self.root / "password"

    @property
    def state(self) -> Path:
        """Process and port of the server that runs now."""
        return self.root / "server.json"

    @property
    def lent(self) -> Path:
        """The process of a server that ends with the programs that serve from it."""
        return self.root / "lent"

    @property
    def lock(self) -> Path:
        """Held while the server is started, stopped, dumped or restored."""
        return self.root / "server.lock"

    @property
    def load_lock(self) -> Path:
        """Held by a load, and while the server is stopped, dumped or restored: no load runs then."""
        return self.root / "load.lock"

    @property
    def initialised(self) -> bool:
        """Whether a server has run here, so that its users and passwords exist."""
        return (self.data / "databases" / "system").is_dir()

    def make(self) -> None:
        """Create the folders, closed to other users where the platform knows modes."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.log.parent.mkdir(exist_ok=True)


def checked_version(version: str) -> str:
    """Return `version` if it names one release (2026.08.1); it becomes part of paths."""
    if not _VERSION.fullmatch(version):
        raise InputError(
            Words(
                f"LSGRAPH_NEO4J_VERSION is {version!r}; it must be a release such as 2026.08.1.",
                f"LSGRAPH_NEO4J_VERSION 为“{version}”；须为发布版号，如 2026.08.1。",
            )
        )
    return version
