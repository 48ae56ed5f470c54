"""An answer into a file (`-o`), for the commands that answer with one table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.help import said
from cli.output import note, put, some_rows
from graph.core.words import Words

if TYPE_CHECKING:
    from graph.catalogue import Query
    from graph.connection import Database
    from graph.export.passing import Passing

ResultFile = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help=said(
            "Write a file with its codebook: .csv, .parquet, .xlsx, .dta (Stata) or .json.",
            "写出文件并附编码手册：.csv、.parquet、.xlsx、.dta（Stata）或 .json。",
        ),
    ),
]
Replace = Annotated[
    bool, typer.Option("--force", help=said("Replace a file that is there.", "覆盖已有的文件。"))
]


def check_output(output: Path | None, force: bool) -> None:
    """Refuse an ending that no format has, or a file that is there, before the question is asked."""
    from graph.core.files import check_free
    from graph.export.results import check_ending

    if output is not None:
        check_ending(output)
        check_free(output, force)


def write_answer(
    database: Database,
    output: Path,
    force: bool,
    *,
    query: Query | None = None,
    values: Mapping[str, Any] | None = None,
    statement: str = "",
) -> Passing:
    """Ask a query with its parameters, or a statement, write the answer as it comes, and say where.

    Tells what was written.
    """
    from graph.export.results import Asked, export_answer

    asked = Asked.query(query, values or {}) if query else Asked.statement(statement)
    text = query.statement if query else statement
    paths, rows = export_answer(database, text, values or {}, asked, output, force=force)
    for path in paths:
        put(Words(f"Wrote {path}", f"已写入 {path}"))
    if rows.more:
        note(some_rows(rows.count))
    return rows
