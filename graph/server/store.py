"""The files of the database in a home: does it hold data, is there room, how to replace it safely."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.core.errors import InputError, LsgraphError
from graph.core.words import Words
from graph.server.layout import Home

DATABASE = "neo4j"
"""The one database that the community edition has for users."""

START_MB = 16
"""Disk to be free for a start: log files, and pages that recovery writes."""

UNOPENED = Words("could not open its database", "未能打开数据库")
_KINDS = ("databases", "transactions")
_AILMENTS = {
    re.compile(r"No space left on device|File too large"): Words(
        "found no room on its disk", "磁盘已无空间"
    ),
    re.compile(r"Failed to start DatabaseId\{\w+\[neo4j\]\}"): UNOPENED,
}
"""What Neo4j logs where it could not write, and where it runs without the database."""


def refuse_full_disk(
    folder: Path, needed: int, what: Words, error: type[LsgraphError] = InputError
) -> None:
    """Raise the error where fewer bytes are free on the disk of `folder` than `what` needs."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise error(
            Words(
                f"{what.en} needs some {needed >> 20} MB of disk below {folder}; {free >> 20} MB are"
                " free, so it was not begun. Free some, or name a folder on a larger disk with LSGRAPH_HOME.",
                f"{what.zh}约需 {folder} 所在磁盘有 {needed >> 20} MB，现仅有 {free >> 20} MB 可用，故"
                "未开始。请腾出一些空间，或用 LSGRAPH_HOME 指定较大磁盘上的文件夹。",
            )
        )


def ailment(home: Home) -> Words | None:
    """Tell what the log of the last run of the server says of disk and database; None where all was well.

    A server whose database does not open runs all the same, and answers until it is asked something.
    """
    log = home.debug_log.read_text("utf-8", "replace") if home.debug_log.is_file() else ""
    return next((told for sign, told in _AILMENTS.items() if sign.search(log)), None)


def holds_data(home: Home) -> bool:
    """Tell whether nodes are, or were, stored; exact only while the server is stopped.

    The node store of a new database has no byte. It keeps its length when nodes are deleted,
    so a database that was emptied counts as one with data: the careful side.
    """
    nodes = _folder(home, "databases") / "neostore.nodestore.db"
    return nodes.is_file() and nodes.stat().st_size > 0


@contextmanager
def set_aside(home: Home) -> Iterator[None]:
    """Keep the present database until the body has put another in its place.

    If the body fails it comes back at once, if the machine fails at the next start.
    """
    put_back(home)
    half = _half_aside(home)
    half.mkdir()
    for kind in _KINDS:
        if _folder(home, kind).exists():
            _folder(home, kind).rename(half / kind)
    half.rename(_aside(home))
    try:
        yield
    except BaseException:
        put_back(home)
        raise
    _discard(_aside(home))


def interrupted(home: Home) -> bool:
    """Tell whether a replacement of the database was begun and neither finished nor undone."""
    return _aside(home).exists() or _half_aside(home).exists()


def put_back(home: Home) -> None:
    """Undo what an interrupted replacement left; does nothing when there was none.

    Can itself be interrupted anywhere: only the folder named aside allows deleting, and it
    loses that name before the first file returns.
    """
    aside, half = _aside(home), _half_aside(home)
    if aside.exists():
        for kind in _KINDS:
            if _folder(home, kind).exists():
                shutil.rmtree(_folder(home, kind))
        aside.rename(half)
    if half.exists():
        for kept in half.iterdir():
            kept.rename(_folder(home, kept.name))
        half.rmdir()


def _discard(aside: Path) -> None:
    # Renamed first: half deleted under its own name it would be put back.
    doomed = aside.with_name("replaced")
    shutil.rmtree(doomed, ignore_errors=True)
    aside.rename(doomed)
    shutil.rmtree(doomed)


def _folder(home: Home, kind: str) -> Path:
    return home.data / kind / DATABASE


def _aside(home: Home) -> Path:
    return home.root / "set-aside"


def _half_aside(home: Home) -> Path:
    return home.root / "half-aside"
