"""Brings an export back: read, hold against the model, then write; the same graph comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.catalogue import queries
from graph.connection import Database
from graph.connection.write import batches
from graph.core.errors import InputError, Refused
from graph.core.language import say
from graph.core.model import Label, Node, Tie
from graph.core.words import Words
from graph.export.columns import NodeTable, Tables
from graph.server.jars import silent
from loaders.exported.admin_tables import is_admin, read_admin
from loaders.exported.check import Checked, check_head, check_rows, elements
from loaders.exported.csv_tables import read_csv
from loaders.exported.parquet_tables import read_parquet
from loaders.exported.read_back import Held
from loaders.exported.script_tables import read_script
from loaders.exported.tables import TABLES
from loaders.exported.workbook_tables import read_workbook
from loaders.files.problems import Problems
from loaders.write.apply import BATCH, Records, Report, compare, write_all
from loaders.write.door import writing
from loaders.write.foreign import check
from loaders.write.writer import Writer

Reader = Callable[[Path, Tables, Problems], Iterator[Held]]
_FILES: Mapping[str, Reader] = {".xlsx": read_workbook, ".cypher": read_script}
READ = Words(
    "csv, parquet, admin-csv (folders), .xlsx and .cypher",
    "csv、parquet、admin-csv（文件夹）、.xlsx 和 .cypher",
)


@dataclass(frozen=True)
class Imported:
    """What was written, by label and type; `edited`: rows changed since the export; `left`: uids of
    nodes that another dataset of the graph owns with other content."""

    written: Mapping[str, int]
    edited: int
    left: tuple[str, ...] = ()


def import_graph(
    database: Database,
    path: Path,
    *,
    into_existing: bool = False,
    wait: float = 0.0,
    report: Report | None = None,
) -> Imported:
    """Read an export and write it.

    Into an empty graph, unless `into_existing`: then what differs is added and changed, nothing is
    removed, and nodes of other datasets stay as they are. Raises InputError for a path that no export
    wrote and for a graph that is not empty, InvalidData with every fault of the files, and as `writing`
    does; nothing is written before.
    """
    tell = report or silent
    reader = _reader(path)
    check(database, (), into_existing=into_existing)
    holds = _holds(database)
    if holds and not into_existing:
        raise InputError(
            Words(
                "The graph is not empty. Import into an empty one (lsgraph db dump keeps this one),"
                " or add to it with --into-existing.",
                "图谱中已有内容。请导入空图谱（可用 lsgraph db dump 保存现有的图谱），或用 "
                "--into-existing 在其上添加。",
            )
        )
    held, checked = _checked(database, path, reader, holds, tell)
    keys = ((str(label), uid) for label, uids in checked.uids.items() for uid in uids)
    with writing(database, keys, into_existing=into_existing, wait=wait) as token:
        if holds:
            return _merged(database, held, checked, tell, token)
        if _holds(database):
            raise InputError(
                Words(
                    "Another load filled this graph meanwhile. Nothing was imported.",
                    "其间另一次载入写入了此图谱。未导入任何内容。",
                )
            )
        return Imported(_written(database, held, tell, token), checked.edited)


def _holds(database: Database) -> bool:
    return bool(queries.held(database=database)[0].nodes)


def _reader(path: Path) -> Reader:
    if not path.exists():
        raise Refused(
            Words(
                "No such file or folder exists. Name what lsgraph export wrote.",
                "没有此文件或文件夹。请给出 lsgraph export 所写的文件或文件夹。",
            ),
            path,
        )
    if not path.is_dir():
        if path.suffix.lower() not in _FILES:
            raise Refused(
                Words(
                    f"Such a file cannot be read back. Give one of: {READ.en}.",
                    f"这类文件不能读回。可以是：{READ.zh}。",
                ),
                path,
            )
        return _FILES[path.suffix.lower()]
    endings = {inside.suffix.lower() for inside in path.iterdir()} & {".csv", ".parquet"}
    if len(endings) != 1:
        what = (
            Words("both CSV and Parquet", "同时有 CSV 和 Parquet")
            if endings
            else Words("no tables of an export", "没有导出的表")
        )
        raise Refused(
            Words(
                f"The folder holds {what.en}. What can be read back: {READ.en}.",
                f"文件夹中{what.zh}。可以读回的有：{READ.zh}。",
            ),
            path,
        )
    if endings == {".parquet"}:
        return read_parquet
    return read_admin if is_admin(path) else read_csv


def _checked(
    database: Database, path: Path, reader: Reader, holds: bool, tell: Report
) -> tuple[list[Held], Checked]:
    """Return the tables, every row looked at; raises InvalidData."""
    problems, checked = Problems(), Checked()
    held = list(reader(path, TABLES, problems))
    sound = [one for one in held if check_head(one, problems)]
    # Where a table of nodes cannot be read, every tie to it would seem to lead nowhere.
    whole = sum(isinstance(one.table, NodeTable) for one in sound) == len(Label)
    if holds:
        for row in queries.stored_nodes(database=database):
            checked.known[Label(row.label)].add(row.uid)
    for number, one in enumerate(sound):
        check_rows(one, checked, problems, checked.known if whole else None)
        tell(say(Words("checked", "已检查")), number + 1, len(sound))
    problems.stop()
    return sound, checked


def _written(database: Database, held: list[Held], tell: Report, token: str) -> Counter[str]:
    """Write everything, which is there once, into an empty graph: files are read again, not kept."""
    with Writer(database, tell, token) as writer:
        for one in held:
            table = one.table
            kind = str(table.label if isinstance(table, NodeTable) else table.type)
            for batch in batches(elements(one, Problems()), BATCH):
                rows = [e.record.row(e.dataset) for e in batch]
                writer.write(kind, rows, 0, fresh=True)
            writer.wait()
    return writer.done


def _merged(
    database: Database, held: list[Held], checked: Checked, tell: Report, token: str
) -> Imported:
    """Add and change what differs, dataset by dataset: all nodes, then all ties."""
    nodes: dict[str, list[Node]] = {name: [] for name in sorted(checked.datasets)}
    ties: dict[str, list[Tie]] = {name: [] for name in nodes}
    for one in held:
        for element in elements(one, Problems()):
            record = element.record
            if isinstance(record, Node):
                nodes[element.dataset].append(record)
            else:
                ties[element.dataset].append(record)
    records = [Records(name, nodes[name], ties[name]) for name in nodes]
    changes = [(its, compare(database, its)) for its in records]
    for its, change in changes:
        write_all(database, Records(its.dataset, change.nodes), tell, token=token)
    for its, change in changes:
        write_all(database, Records(its.dataset, ties=change.ties), tell, token=token)
    written = sum((change.added + change.changed for _, change in changes), Counter[str]())
    left = tuple(uid for _, change in changes for uid in change.left)
    return Imported(written, checked.edited, left)
