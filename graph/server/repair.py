"""A database that does not open: recovered from its log, or else replaced by an empty one.

A full disk leaves such a one. Its files are copied before anything touches them; whatever goes wrong that
is no fault of the database (no Java, no room, too little time) puts the copy back in their place.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graph.core.errors import InputError
from graph.core.load_lock import hold
from graph.server.config import write_conf
from graph.server.credentials import read_password
from graph.server.jars import Progress, ensure_jars
from graph.server.java import find_java
from graph.server.layout import Home
from graph.server.lifecycle import Unopened, end, locked, recover, start
from graph.server.local import own_home
from graph.server.store import (
    DATABASE,
    START_MB,
    copied,
    copy_of,
    discard,
    keep,
    put_copy_back,
    refuse_full_disk,
    take_away,
)
from graph.server.tool import Tool, ToolFailed
from graph.settings import Settings

_FAULTY = "Inconsistencies found"
"""What a check says that ran to its end and found faults; other failures tell nothing of the records."""

_SAID = {
    "whole": "The database opens, and no record of it is faulty. Run again what was broken off.",
    "torn": "The database opens, and no record of it is faulty, but its log ends in a torn entry: what the"
    " log held after that is lost. Run again what was broken off",
    "faulty": "The database opens, but Neo4j finds faulty records in it",
    "closed": "The database does not open",
}
Told = Callable[[str], None]


def steps(settings: Settings) -> Iterator[str]:
    """Say what `repair` does, in order."""
    home = _initialised(settings)
    yield f"Stop the private server, if it runs; {_needed(home) >> 20} MB of disk are needed."
    yield f"Copy its {_size(home) >> 20} MB of files below {home.root}."
    yield "Start it: it recovers what its log holds whole. Then check every record of the graph."
    yield (
        "Where that goes well, remove the copy. Where the log ends in a torn entry, keep it; where the"
        " database does not open or a record is faulty, keep it and begin an empty graph. Whatever else"
        " goes wrong leaves the files as they were."
    )


def repair(
    settings: Settings, told: Told, progress: Progress | None = None, wait: float = 0.0
) -> Path | None:
    """Make the private database open again; the folder in which its files are kept, None where none is.

    Nothing is kept where all opened. `told` hears what is the case, and of the folder before anything
    is removed. Only a database that Neo4j cannot open, or in whose records it finds faults, makes room
    for an empty one. Raises InputError where there is none, or no room; NoServer or ToolFailed, the
    files as they were, where it could not be tried; LoadRuns where a load runs after `wait` seconds.
    """
    home = _initialised(settings)
    java, jars = find_java(), ensure_jars(settings, progress)
    read_password(home)
    with hold(home.load_lock, wait), locked(home):
        end(home)
        recover(home)
        if copy_of(home).exists():
            told(f"An earlier repair was broken off: the files that it found are in {keep(home)}.")
        refuse_full_disk(home.root, _needed(home), "The repair")
        copy = copied(home)
        with _as_they_were(home, copy):
            found = _found(settings, home, Tool(home, java, jars), progress)
        if found == "whole":
            discard(home)
            told(_SAID[found])
            return None
        kept = keep(home)
        told(f"{_SAID[found]}: its files are kept in {kept}.")
        if found != "torn":
            _empty(settings, home, kept, progress)
            told("An empty one has taken its place. Load again: lsgraph load groups")
        return kept


def _found(settings: Settings, home: Home, tool: Tool, progress: Progress | None) -> str:
    """A key of _SAID; a database that is not lost runs then. `torn`: it opens without the end of its log."""
    found = "whole"
    try:
        try:
            start(settings, home, progress)
        except Unopened:
            found = "torn"
            start(settings, home, progress, torn=True)
        end(home)
        write_conf(home)
        tool.run("database", "check", DATABASE, f"--report-path={home.log.parent}")
    except Unopened:
        return "closed"
    except ToolFailed as error:
        if _FAULTY not in error.printed:
            raise
        return "faulty"
    start(settings, home, progress)
    return found


def _empty(settings: Settings, home: Home, kept: Path, progress: Progress | None) -> None:
    """Begin an empty database in the place of one that is kept."""
    with _as_they_were(home, kept):
        end(home)
        tried = take_away(home)
        start(settings, home, progress)
    shutil.rmtree(tried)


@contextmanager
def _as_they_were(home: Home, copy: Path) -> Iterator[None]:
    """Put the copy in the place of the files where the block fails."""
    try:
        yield
    except BaseException:
        end(home)
        put_copy_back(home, copy)
        raise


def _initialised(settings: Settings) -> Home:
    home = own_home(settings, "repair")
    if not (home.initialised or copy_of(home).exists()):
        raise InputError(f"{home.root} holds no database yet. Load something first.")
    return home


def _size(home: Home) -> int:
    """Bytes of the files on disk; one that vanishes meanwhile, as a log of a running server may, has none."""
    found = 0
    for folder, _, names in os.walk(home.data):
        for name in names:
            with suppress(FileNotFoundError):
                stat = os.stat(os.path.join(folder, name))
                found += max(stat.st_size, 512 * getattr(stat, "st_blocks", 0))
    return found


def _needed(home: Home) -> int:
    """Bytes of the copy, and of a start."""
    return _size(home) + (START_MB << 20)
