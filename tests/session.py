"""What one run of the tests has, in one process or several workers: a folder, and what it leaves behind.

Servers that tests only read are shared by all workers. They are started when first asked for, and the
process that began the run stops them.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.server.local import ensure_running, stop
from graph.settings import NEO4J_VERSION, Settings
from tests.servers import processes_of
from tests.templates import Content, fill
from tests.watchdog import FOLDER, watch


@dataclass
class Session:
    """The run in the process that began it."""

    folder: tempfile.TemporaryDirectory[str]
    watchdog: subprocess.Popen[bytes]

    @classmethod
    def begin(cls) -> Session:
        """Make the folder; from now on everything that is started belongs to the run."""
        folder = tempfile.TemporaryDirectory(prefix="lsgraph-test-")
        watchdog = watch(folder.name, os.environ)
        os.environ[FOLDER] = folder.name
        return cls(folder, watchdog)

    def end(self) -> None:
        """Stop the shared servers and remove the folder; the watchdog looks after all else."""
        for content in Content:
            settings = _shared(content, Path())
            if settings.data_dir.is_dir():
                stop(settings)
                assert processes_of(settings) == []
        self.folder.cleanup()
        assert self.watchdog.stdin is not None
        self.watchdog.stdin.close()
        self.watchdog.wait()


def is_worker(config: pytest.Config) -> bool:
    """Whether pytest-xdist started this process; the folder is then its parent's."""
    return hasattr(config, "workerinput")


def folder() -> Path:
    """The folder of this run: no file of a test's server lies elsewhere, but for those in `tmp_path`."""
    return Path(os.environ[FOLDER])


def shared_server(content: Content, jars_dir: Path) -> Settings:
    """The running server with this graph, one for all workers; it is named like a user's own."""
    own = _shared(content, jars_dir)
    fill(own, content)
    endpoint = ensure_running(own)
    return Settings(
        own.data_dir, jars_dir, uri=endpoint.uri, user=endpoint.user, password=endpoint.password
    )


def _shared(content: Content, jars_dir: Path) -> Settings:
    return Settings(folder() / f"shared-{content}", jars_dir, NEO4J_VERSION)
