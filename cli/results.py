"""An answer into a file (`-o`), for the commands that answer with one table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.output import put

if TYPE_CHECKING:
    from graph.catalogue import Query, Result
    from graph.connection import Database

ResultFile = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE",
        help="Write a file with its codebook: .csv, .parquet, .xlsx, .dta (Stata) or .json.",
    ),
]  # fmt: skip
Replace = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]


def check_output(output: Path | None, force: bool) -> None:
    """Refuse an ending that no format has, or a file that is there, before the question is asked."""
    from graph.core.files import check_free
    from graph.export.results import check_ending

    if output is not None:
        check_ending(output)
        check_free(output, force)


def write_result(
    database: Database,
    rows: Result,
    output: Path,
    force: bool,
    *,
    query: Query | None = None,
    values: Mapping[str, Any] | None = None,
    statement: str = "",
) -> None:
    """Write an answer of a query with its parameters, or of a statement, and say where."""
    from graph.export.results import Asked, export_result

    asked = (
        Asked.query(query, values or {}) if query else Asked("Answer of a statement", statement, {})
    )
    for path in export_result(database, rows, asked, output, force=force):
        put(f"Wrote {path}")
