"""lsgraph data: the quality of the group data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import database, reported
from cli.output import out

app = typer.Typer(no_args_is_help=True, help="Look at the shipped group data itself.")


@app.callback()
def data() -> None:
    """Look at the shipped group data itself."""


@app.command()
@reported
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Files of your own, beside the shipped ones.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write the report here, not to the screen."),
    ] = None,
) -> None:
    """Check the group data: what is missing, odd or twice, and what it covers.

    Example: lsgraph data check -o docs/quality.md
    """
    from loaders.groups import dataset_files, read_groups, shipped_files
    from loaders.quality.report import report

    text = report(read_groups([*shipped_files(), *dataset_files(), *(files or ())]))
    if output is None:
        out.print(text, markup=False, highlight=False)
        return
    output.write_text(text, encoding="utf-8", newline="\n")
    out.print(f"Report: {output}", markup=False)


@app.command()
@reported
def findings(
    output: Annotated[Path, typer.Option("-o", "--output", help="Write the page here.")] = Path(
        "docs/findings.md"
    ),
) -> None:
    """Write what the documented groups show about the three types; the graph must hold the dataset.

    Example: lsgraph data findings -o docs/findings.md
    """
    from graph.errors import InputError
    from loaders.groups import dataset_files, read_groups, shipped_files
    from loaders.load import holds_dataset
    from loaders.quality.findings import findings as page

    with database() as db:
        if not holds_dataset(db):
            raise InputError("The graph does not hold the dataset: lsgraph load groups --all")
        text = page(db, read_groups([*shipped_files(), *dataset_files()]))
    output.write_text(text, encoding="utf-8", newline="\n")
    out.print(f"Page: {output}", markup=False)
