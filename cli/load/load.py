"""lsgraph load: divisions and groups into the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import Output, database, progress, works
from cli.load.bulk import bulk
from cli.load.options import IntoExisting, Townships, Unsourced, Whole
from cli.load.words import SHOWN, division_paths, tell, tell_conflicts, tell_warnings
from cli.output import Format, put
from cli.waiting import Wait, Waiting
from graph.core.files import NAME_ANOTHER, check_free

app = typer.Typer(
    no_args_is_help=True, help="Load divisions or groups: read, validate, compare, write."
)

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Name what would change, and how; write nothing.")
]
Show = Annotated[
    int, typer.Option("--show", min=0, help="With --dry-run: nodes to name beside the groups.")
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Allow more than 5 % to be removed. It never replaces a file."),
]


@app.command(cls=Waiting)
@works
def divisions(
    source: Annotated[
        tuple[str, Path] | None,
        typer.Option(
            "--source",
            metavar="KIND PATH",
            help="areacodes PATH: your copy of it; csv PATH: as --own.",
        ),
    ] = None,
    own: Annotated[
        Path | None, typer.Option("--own", help="A CSV table of your own, on top of all others.")
    ] = None,
    townships: Townships = False,
    template: Annotated[
        Path | None,
        typer.Option("--template", help="Write a template for --own here; load nothing."),
    ] = None,
    conflicts: Annotated[
        Path | None,
        typer.Option("--conflicts", help="Write all conflicts of the sources to a CSV."),
    ] = None,
    dry_run: DryRun = False,
    show: Show = SHOWN,
    format: Output = Format.table,
    force: Force = False,
    into_existing: IntoExisting = False,
    wait: Wait = 0,
) -> None:
    """Load the divisions of China, province to county: those shipped, and sources of your own.

    Example: lsgraph load divisions --source areacodes ../areacodes
    """
    from loaders.load.naming import touched
    from loaders.load.verbs import load_divisions, read_merged
    from loaders.own.rows import write_template

    if template:
        write_template(template)
        put(f"{template}: fill it in, then: lsgraph load divisions --source csv {template}")
        return
    if conflicts:
        check_free(conflicts, False, NAME_ANOTHER)
    paths = division_paths(source, own)
    merged = read_merged(**paths) if any(paths.values()) else None
    with database() as db, progress() as report:
        changes = load_divisions(
            db, merged.data if merged else None, townships=townships, dry_run=dry_run, force=force,
            into_existing=into_existing, wait=wait, report=report,
        )  # fmt: skip
        found = touched(db, changes) if dry_run else None
    tell("divisions", changes, found, show, format)
    if merged:
        tell_conflicts(merged.conflicts, conflicts)


@app.command(cls=Waiting)
@works
def groups(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help="XLSX, a folder of CSV, or YAML of your own; the shipped groups where none is given."
        ),
    ] = None,
    whole: Whole = False,
    allow_unsourced: Unsourced = False,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            help="What the load is called; loading the name again replaces it. Default: the file's.",
        ),
    ] = None,
    dry_run: DryRun = False,
    show: Show = SHOWN,
    format: Output = Format.table,
    force: Force = False,
    into_existing: IntoExisting = False,
    wait: Wait = 0,
) -> None:
    """Load groups: those that are shipped, or your own (docs/spreadsheets.md, docs/data.md).

    Example: lsgraph load groups my-groups.xlsx --dry-run
    """
    from loaders.load.datasets import given_files
    from loaders.load.naming import touched
    from loaders.load.verbs import load_groups

    paths = given_files(files or ())
    with database() as db, progress() as report:
        changes, warnings = load_groups(
            db, paths, whole=whole, dry_run=dry_run, force=force,
            allow_unsourced=allow_unsourced, name=name, into_existing=into_existing, wait=wait,
            report=report,
        )  # fmt: skip
        found = touched(db, changes) if dry_run else None
    tell_warnings(warnings)
    tell("groups", changes, found, show, format)


app.command(cls=Waiting)(bulk)
