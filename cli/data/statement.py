"""lsgraph data statement: who says what of one thing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import Output, reported
from cli.output import Format, put, show
from cli.results import Replace
from graph.core.files import check_free, write_fresh

SHOWN = (
    "entity",
    "property",
    "value",
    "words",
    "source",
    "standing",
    "first_release",
    "last_release",
)


@reported
def statement(
    uid: Annotated[
        str, typer.Argument(help="Group, person, post, document or source: uid, id or whole name.")
    ],
    property: Annotated[
        str | None, typer.Option("--property", help="Only this column: from, to, person.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write every column here (CSV).")
    ] = None,
    format: Output = Format.table,
    force: Replace = False,
) -> None:
    """Print who says what of one thing in the shipped data, since which release, and who says otherwise.

    Reads the entries themselves, without a server; it takes some seconds.

    Example: lsgraph data statement group:bth-air-lsg --property from
    """
    from graph.export.answers import csv_text
    from loaders.groups.read import read_everything
    from loaders.package.ask import asked
    from loaders.package.rows import package_rows
    from loaders.package.tables import STATEMENTS

    if output is not None:
        check_free(output, force)
    rows = asked(package_rows(read_everything()), uid, property)
    names = [field.name for field in STATEMENTS.fields]
    if output is None and not rows and format is Format.table:
        put(f"{uid} has no statements.")
    elif output is None:
        show(rows, SHOWN if format is Format.table else names, format)
    else:
        write_fresh(output, csv_text(rows, names), force)
        put(f"{len(rows)} statements: {output}")
