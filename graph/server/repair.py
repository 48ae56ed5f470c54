"""A database that does not open: recovered from its log, or else replaced by an empty one.

A full disk leaves such a one. Its files are copied before anything touches them.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from graph.core.errors import InputError, NoServer
from graph.core.load_lock import hold
from graph.server.jars import Progress
from graph.server.layout import Home
from graph.server.lifecycle import end, locked, start
from graph.server.local import own_home
from graph.server.store import DATABASE, START_MB, refuse_full_disk
from graph.server.tool import ToolFailed, stopped
from graph.settings import Settings


def steps(settings: Settings) -> Iterator[str]:
    """Say what `repair` does, in order."""
    home = _initialised(settings)
    yield f"Stop the private server, if it runs; {_needed(home) >> 20} MB of disk are needed."
    yield f"Copy its {_size(home) >> 20} MB of files below {home.root}."
    yield "Start it: it recovers what its log holds whole. Then check every record of the graph."
    yield "Where that goes well, remove the copy. Where not, keep the copy, and begin an empty graph."


def repair(settings: Settings, progress: Progress | None = None, wait: float = 0.0) -> Path | None:
    """Make the private database open again; None where it does, with all that was kept.

    Where it does not, the folder in which its files are kept: an empty one has taken its place. Raises
    InputError where there is none, or no room; LoadRuns where a load still runs after `wait` seconds.
    """
    home = _initialised(settings)
    with hold(home.load_lock, wait):
        copy = _copied(home)
        if _opens(settings, home, progress):
            shutil.rmtree(copy)
            return None
        with locked(home):
            end(home)
            kept = copy.rename(home.root / f"before-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}")
            shutil.rmtree(_data(home))
            start(settings, home, progress)
            return kept


def _copied(home: Home) -> Path:
    """Stop the server and copy the files of its databases; a copy that was broken off begins anew."""
    copy = home.root / "copied"
    with locked(home):
        end(home)
        shutil.rmtree(copy, ignore_errors=True)
        refuse_full_disk(home.root, _needed(home), "The repair")
        shutil.copytree(_data(home), copy)
    return copy


def _opens(settings: Settings, home: Home, progress: Progress | None) -> bool:
    """Whether the database opens, and Neo4j finds no fault in any record of it."""
    with suppress(NoServer, ToolFailed):
        with locked(home):
            start(settings, home, progress, torn=True)
        with stopped(settings, home, progress) as tool:
            tool.run("database", "check", DATABASE, f"--report-path={home.log.parent}")
        return True
    return False


def _initialised(settings: Settings) -> Home:
    home = own_home(settings, "repair")
    if not home.initialised:
        raise InputError(f"{home.root} holds no database yet. Load something first.")
    return home


def _data(home: Home) -> Path:
    return home.root / "data"


def _size(home: Home) -> int:
    return sum(path.stat().st_size for path in _data(home).rglob("*") if path.is_file())


def _needed(home: Home) -> int:
    """Bytes of the copy, and of a start."""
    return _size(home) + (START_MB << 20)
