"""A private database that does not open, or not rightly, set aside so that an empty one takes its place.

Nothing is removed: its files stay beside the new ones, in a folder that bears the day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from graph.core.errors import InputError, LsgraphError
from graph.core.load_lock import hold
from graph.core.words import Words
from graph.server.credentials import read_password
from graph.server.jars import Progress, ensure_jars
from graph.server.java import find_java
from graph.server.layout import Home
from graph.server.lifecycle import Unopened, end, locked, recover, start
from graph.server.local import own_home
from graph.settings import Settings

Told = Callable[[Words], None]


def steps(settings: Settings) -> Iterator[Words]:
    """Say what `repair` does, in order."""
    home = _initialised(settings)
    yield Words(
        "Start the private server anew. Where its database opens, write all that it holds, your own groups"
        " and divisions too, into tables (CSV).",
        "重新启动专用服务器；数据库可以打开的，把其全部内容（含您自己的小组和区划）写成表格（CSV）。",
    )
    yield Words(
        f"Rename {home.data} to {_aside(home).name}: nothing is removed.",
        f"把 {home.data} 改名为 {_aside(home).name}：不删除任何内容。",
    )
    yield Words("Begin an empty graph, to load again.", "另建空图谱，以便重新载入。")


def repair(
    settings: Settings,
    save: Callable[[Path], object],
    told: Told,
    progress: Progress | None = None,
    wait: float = 0.0,
) -> Path:
    """Set the private database aside and begin an empty one; returns the folder that keeps its files.

    `save` writes what the graph holds into a folder while the database answers; `told` hears of it, or
    why it could not. Raises InputError where there is no database; NoServer,
    the files as they were, where it could not be tried; LoadRuns where a load runs after `wait` seconds.
    """
    home = _initialised(settings)
    find_java(), ensure_jars(settings, progress), read_password(home)
    with hold(home.load_lock, wait):
        told(_saved(settings, home, save, progress))
        with locked(home):
            end(home)
            kept = home.data.rename(_aside(home))
            told(Words(f"Its files are kept in {kept}.", f"其文件保留在 {kept}。"))
            start(settings, home, progress)
    told(
        Words(
            "An empty database has taken its place. Load again: lsgraph load groups (--all with the wide"
            " dataset), then your own files.",
            "已代之以空数据库。请重新载入：lsgraph load groups（含扩展数据集则加 --all），然后载入您自己的文"
            "件。",
        )
    )
    return kept


def _saved(
    settings: Settings, home: Home, save: Callable[[Path], object], progress: Progress | None
) -> Words:
    """Write what the graph holds, and say what became of it."""
    with locked(home):
        end(home)
        recover(home)
        try:
            start(settings, home, progress)
        except Unopened:
            return Words(
                "The database does not open, so nothing of your own could be written out of it: load it"
                " again from your files.",
                "数据库打不开，无法从中写出您自己的数据：请由您的文件重新载入。",
            )
    folder = home.root / _aside(home).name.replace("data", "tables")
    try:
        save(folder)
    except LsgraphError as error:
        return Words(
            f"What it holds could not be read: load your own again from your files. ({error})",
            f"无法读出其内容：您自己的数据请由您的文件重新载入。（{error.words.zh}）",
        )
    return Words(
        f"The database opens. All that it holds, your own too, is in {folder}.",
        f"数据库可以打开；其全部内容（含您自己的数据）在 {folder}。",
    )


def _initialised(settings: Settings) -> Home:
    home = own_home(settings, Words("repair", "修复"))
    if not home.initialised:
        raise InputError(
            Words(
                f"{home.root} holds no database yet. Load something first.",
                f"{home.root} 中尚无数据库。请先载入数据。",
            )
        )
    return home


def _aside(home: Home) -> Path:
    """The folder that is to keep the files: by the day, and on a day with one already by the time too."""
    now = dt.datetime.now()
    folder = home.root / f"data-{now:%Y-%m-%d}"
    return home.root / f"data-{now:%Y-%m-%dT%H%M%S}" if folder.exists() else folder
