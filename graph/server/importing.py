"""Fill the private database from CSV files at one go, with `neo4j-admin database import full`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.core.errors import InputError
from graph.core.language import say
from graph.core.words import Words
from graph.server.import_csv import CSV_SWITCHES
from graph.server.jars import Progress
from graph.server.lifecycle import recover
from graph.server.process import import_mark
from graph.server.store import DATABASE, refuse_full_disk, set_aside
from graph.server.tool import Tool, ToolFailed

STORE_SHARE = 5.0
"""Disk to be free for an import, as a multiple of its CSV files; measured: 3.8."""

_MAIN = "org.neo4j.cli.AdminTool"
"""What Neo4jAdminCommand starts in a second Java; called itself it is one process that can be ended."""

_OPTIONS = ("-Xmx1200m",)
"""Of heap it takes 1 GB, whatever it imports: with less it warns. The rest it keeps outside the heap."""

_SWITCHES = (
    *CSV_SWITCHES,
    "--bad-tolerance=0",
    "--skip-bad-relationships=false",
    "--verbose",
)
_LAST_LINES = 6
_STAGE = re.compile(r"^(\S.*?), started \d{4}-")
_DONE = re.compile(r"\] *([\d.]+)([KMB]?) ∆")
_UNITS = {"": 1, "K": 1000, "M": 1000_000, "B": 1000_000_000}
_SOURCE = re.compile(r"BufferedCharSeeker\[source:(?P<path>.+), position:\d+, line:(?P<line>\d+)")
_COLUMN = re.compile(r"in field: (?P<column>.+?):\d+$", re.MULTILINE)
_CAUSE = re.compile(r"original error: (?P<cause>.+)")
_THROWN = re.compile(
    r"^(?:Caused by: )?(?:[\w$]+\.)+[\w$]+(?:Exception|Error): (?P<why>.+(?:\n(?!\s|Caused by).+)*)",
    re.MULTILINE,
)
_CLASSES = re.compile(r"^(?:(?:[\w$]+\.)+[\w$]+: )+")


class ImportFailed(InputError):
    """Neo4j did not take the files in; the message holds what it says of them."""


@dataclass(frozen=True)
class Files:
    """CSV files with a header line each: of nodes by their labels (`Unit:Agency`), of ties by type."""

    nodes: Sequence[tuple[str, Path]]
    ties: Sequence[tuple[str, Path]] = ()

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(path.stat().st_size for _, path in (*self.nodes, *self.ties))


def import_full(tool: Tool, files: Files, progress: Progress | None = None) -> None:
    """Put a database made of `files` in the place of the present one, whose server is stopped.

    ImportFailed, with the file and line that Neo4j names, when it fails, InputError when the disk is
    too small; the present database is then as it was. A line that cannot be taken in ends the import.
    """
    home = tool.home
    refuse_full_disk(home.root, int(files.size * STORE_SHARE), Words("The import", "导入"))
    recover(home)
    report = home.root / "logs" / "import-report.txt"
    if progress is not None:
        progress(say(Words("Importing", "正在导入")), 0, 0)
    with set_aside(home):
        try:
            tool.run(
                "database", "import", "full", DATABASE, *_SWITCHES, f"--report-file={report}",
                *(f"--nodes={labels}={path}" for labels, path in files.nodes),
                *(f"--relationships={kind}={path}" for kind, path in files.ties),
                main=_MAIN, options=(*_OPTIONS, import_mark(home)), heard=_stages(progress),
            )  # fmt: skip
        except ToolFailed as error:
            why = plain(error.printed, first_line=0 if home.version.startswith("5.") else 1)
            raise ImportFailed(
                Words(
                    f"Neo4j's import failed; the database is as it was before. Neo4j says:\n{why}",
                    f"Neo4j 导入失败，数据库保持原样。Neo4j 报告：\n{why}",
                )
            ) from error


def plain(printed: str, first_line: int = 1) -> str:
    """Say what an import printed, as file, line, column and cause where it names them.

    `first_line` is how the tool numbers the header of a file.
    """
    source, column, cause = (each.search(printed) for each in (_SOURCE, _COLUMN, _CAUSE))
    if source and cause:
        where = f"{source['path']}, line {int(source['line']) + 1 - first_line}"
        named = f", column {column['column']}" if column else ""
        return f"{where}{named}: {cause['cause']}"
    thrown = [_CLASSES.sub("", found["why"]) for found in _THROWN.finditer(printed)]
    return (
        ": ".join(thrown[-1].splitlines())
        if thrown
        else "\n".join(printed.strip().splitlines()[-_LAST_LINES:])
    )


def _stages(progress: Progress | None) -> Callable[[str], None] | None:
    """Reads what the tool prints of its own progress: stages, and how many elements each has done."""
    if progress is None:
        return None
    stage = say(Words("Importing", "正在导入"))

    def heard(line: str) -> None:
        """Take a line: a stage begins, or so many elements are done."""
        nonlocal stage
        done = 0
        if begun := _STAGE.match(line):
            stage = say(Words(f"Importing: {begun[1].lower()}", f"正在导入：{begun[1].lower()}"))
        elif counted := _DONE.search(line):
            done = int(float(counted[1]) * _UNITS[counted[2]])
        else:
            return
        progress(stage, done, 0)

    return heard
