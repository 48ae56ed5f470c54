"""A first load of a whole graph: records to CSV, the server stopped, Neo4j's import, the schema."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from graph.catalogue import queries, schema
from graph.connection import Database, connect
from graph.core.errors import InputError
from graph.core.load_lock import hold
from graph.core.words import Words
from graph.server.importing import ImportFailed, import_full
from graph.server.jars import silent
from graph.server.layout import Home
from graph.server.lifecycle import locked, recover, running
from graph.server.store import holds_data
from graph.server.tool import stopped
from graph.settings import Settings
from loaders.areacodes.merge import Merged
from loaders.bulk.write import Written, rest_by_dataset, write_records
from loaders.divisions.read import read_divisions
from loaders.groups.read import dataset_files, shipped_files
from loaders.load.datasets import division_parts, group_parts
from loaders.load.verbs import left_alone
from loaders.write.apply import Changes, Records, Report, write_all

FOLDER = "bulk"
"""The folder of the CSV files in the private home; it stays after an import that failed."""


def bulk_load(
    settings: Settings,
    read: Callable[[], Sequence[Records]],
    report: Report | None = None,
    *,
    wait: float = 0.0,
) -> Changes:
    """Fill the empty private database with what `read` answers, as if its parts were loaded in order.

    Nothing is read before it is sure that the load may begin. Raises InputError where NEO4J_URI names
    another server, where another load still runs after `wait` seconds, where the database holds nodes,
    where the disk is too small and where the import fails: the database is then as it was.
    One that died half-way is simply run again.
    """
    home = _own_home(settings)
    with hold(home.load_lock, wait):
        _refuse_held(settings, home, report)
        parts = read()
        with stopped(settings, home, report) as tool, _folder(home) as folder:
            written = write_records(parts, folder, report or silent)
            import_full(tool, written.files, report)
        with connect(settings, report) as database:
            _finish(database, written, report)
    return Changes(added=written.added, left=written.left)


def _own_home(settings: Settings) -> Home:
    if settings.uri is not None:
        raise InputError(
            Words(
                f"{settings.named_by} names {settings.uri}; a bulk load fills the files of the private"
                f" server, which it stops meanwhile. Unset {settings.named_by} for that, or load into the"
                " other server with lsgraph load divisions and lsgraph load groups.",
                f"{settings.named_by} 指向 {settings.uri}；批量载入写入的是专用服务器的文件，"
                f"其间会停止该服务器。请为此取消 {settings.named_by} 的设置，或用 lsgraph load divisions 和 "
                "lsgraph load groups 载入另一服务器。",
            )
        )
    return Home.of(settings)


def _refuse_held(settings: Settings, home: Home, report: Report | None) -> None:
    """Refuse a database with nodes, but for those of a bulk load that died before its last step.

    Such a graph has no mark of a schema, which every other load sets before it writes.
    """
    with locked(home):
        if not running(home):
            recover(home)
            if not holds_data(home):
                return
    with connect(settings, report) as database:
        held = queries.held(database=database)[0]
        died = schema.version(database) is None and held.nodes == held.loaded
    if held.nodes and not died:
        raise InputError(
            Words(
                f"The private database holds {held.nodes} nodes; a bulk load fills an empty one. Nothing"
                " was changed. To add to it: lsgraph load groups. To begin anew: lsgraph db dump FILE keeps"
                " what is there, lsgraph db stop ends the server; then name a new folder with LSGRAPH_HOME,"
                f" or delete {home.root}.",
                f"专用数据库已有 {held.nodes} 个节点；批量载入只写入空数据库。未作任何改动。"
                "要在其上添加：lsgraph load groups。要重新开始：用 lsgraph db dump 文件 "
                "保存现有内容，用 lsgraph db stop 停止服务器；然后用 LSGRAPH_HOME 指定新文件夹，"
                f"或删除 {home.root}。",
            )
        )


def _finish(database: Database, written: Written, report: Report | None) -> None:
    """Constraints and indexes, then what no cell could hold; the mark of the schema comes last."""
    schema.create(database)
    for records in rest_by_dataset(written):
        write_all(database, records, report)
    schema.apply(database)
    queries.mark_loaded(None, database=database)


@contextmanager
def _folder(home: Home) -> Iterator[Path]:
    """An empty folder for the CSV files; InputError, in words, where the disk takes no more."""
    folder = home.root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    except ImportFailed as error:
        raise ImportFailed(
            Words(
                f"{error}\nThe files of this load are in {folder}.",
                f"{error.words.zh}\n本次载入的文件在 {folder}。",
            )
        ) from error
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise InputError(
            Words(
                f"The files of a bulk load cannot be written below {home.root}: {error.strerror}. Nothing"
                " was changed. LSGRAPH_HOME names a folder on another disk.",
                f"无法在 {home.root} 下写入批量载入的文件（系统报告“{error.strerror}”）。"
                "未作任何改动。可用 LSGRAPH_HOME 指定另一磁盘上的文件夹。",
            )
        ) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder)


def load_whole(
    settings: Settings,
    files: Sequence[Path] = (),
    *,
    divisions: Merged | None = None,
    whole: bool = False,
    townships: bool = False,
    allow_unsourced: bool = False,
    name: str | None = None,
    wait: float = 0.0,
    report: Report | None = None,
) -> tuple[Changes, tuple[str, ...]]:
    """The graph of `load_divisions` and `load_groups`, through Neo4j's import; with the reader's doubts.

    `divisions`: those of the user's own source, else the shipped ones. `whole`: the wide dataset too.
    Raises InputError as `bulk_load` does, InvalidData with every problem of a file.
    """
    warnings: list[str] = []

    def read() -> list[Records]:
        data = divisions.data if divisions else read_divisions()
        base = (*shipped_files(), *(dataset_files() if whole else ()))
        groups = group_parts(base, files, allow_unsourced=allow_unsourced, name=name)
        warnings.extend(groups.warnings)
        own = [groups.own] if groups.own is not None else []
        return [*division_parts(data, townships), groups.shipped, *own]

    changes = bulk_load(settings, read, report, wait=wait)
    return changes, (*warnings, *map(left_alone, changes.left))
