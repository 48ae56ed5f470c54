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
from graph.core.words import Words
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
    "whole": Words(
        "The database opens, and no record of it is faulty. Run again what was broken off.",
        "数据库可以打开，记录无误。请重新执行中断的操作。",
    ),
    "torn": Words(
        "The database opens, and no record of it is faulty, but its log ends in a torn entry: what the"
        " log held after that is lost. Run again what was broken off",
        "数据库可以打开，记录无误，但其日志以残缺条目结尾：此后的日志内容已丢失。请重新执行中"
        "断的操作",
    ),
    "faulty": Words(
        "The database opens, but Neo4j finds faulty records in it",
        "数据库可以打开，但 Neo4j 发现其中有错误记录",
    ),
    "closed": Words("The database does not open", "数据库打不开"),
}
Told = Callable[[Words], None]


def steps(settings: Settings) -> Iterator[Words]:
    """Say what `repair` does, in order."""
    home = _initialised(settings)
    yield Words(
        f"Stop the private server, if it runs; {_needed(home) >> 20} MB of disk are needed.",
        f"若专用服务器在运行，先停止；需要 {_needed(home) >> 20} MB 磁盘。",
    )
    yield Words(
        f"Copy its {_size(home) >> 20} MB of files below {home.root}.",
        f"把它的 {_size(home) >> 20} MB 文件复制到 {home.root} 之下。",
    )
    yield Words(
        "Start it: it recovers what its log holds whole. Then check every record of the graph.",
        "启动它：恢复日志中完整的内容；然后检查图谱的每一条记录。",
    )
    yield (
        Words(
            "Where that goes well, remove the copy. Where the log ends in a torn entry, keep it; where the"
            " database does not open or a record is faulty, keep it and begin an empty graph. Whatever else"
            " goes wrong leaves the files as they were.",
            "顺利则删除副本。日志以残缺条目结尾的，保留副本；数据库打不开或记录有误的，保留副本并"
            "另建空图谱。遇到其他任何问题，文件都保持原样。",
        )
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
            earlier = keep(home)
            told(
                Words(
                    f"An earlier repair was broken off: the files that it found are in {earlier}.",
                    f"前一次修复曾中断：它所见的文件在 {earlier}。",
                )
            )
        refuse_full_disk(home.root, _needed(home), Words("The repair", "修复"))
        copy = copied(home)
        with _as_they_were(home, copy):
            found = _found(settings, home, Tool(home, java, jars), progress)
        if found == "whole":
            discard(home)
            told(_SAID[found])
            return None
        kept = keep(home)
        told(
            Words(
                f"{_SAID[found].en}: its files are kept in {kept}.",
                f"{_SAID[found].zh}：其文件保留在 {kept}。",
            )
        )
        if found != "torn":
            _empty(settings, home, kept, progress)
            told(
                Words(
                    "An empty one has taken its place. Load again: lsgraph load groups",
                    "已代之以空数据库。请重新载入：lsgraph load groups",
                )
            )
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
    home = own_home(settings, Words("repair", "修复"))
    if not (home.initialised or copy_of(home).exists()):
        raise InputError(
            Words(
                f"{home.root} holds no database yet. Load something first.",
                f"{home.root} 中尚无数据库。请先载入数据。",
            )
        )
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
