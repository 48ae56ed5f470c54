"""lsgraph load: divisions and groups into the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import database, progress, reported
from cli.output import err, out, table
from loaders.sync import Changes

app = typer.Typer(
    no_args_is_help=True, help="Load divisions or groups: read, validate, compare, write."
)

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change; write nothing.")]
Force = Annotated[bool, typer.Option("--force", help="Allow more than 5 % to be removed.")]


@app.command()
@reported
def divisions(dry_run: DryRun = False, force: Force = False) -> None:
    """Load the divisions of China that are shipped, province to county.

    Example: lsgraph load divisions
    """
    from loaders.load import load_divisions

    with database() as db, progress() as report:
        changes = load_divisions(db, dry_run=dry_run, force=force, report=report)
    tell("divisions", changes, dry_run)


@app.command()
@reported
def groups(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="YAML files of your own; the shipped groups where none is given."),
    ] = None,
    dry_run: DryRun = False,
    force: Force = False,
) -> None:
    """Load groups: those that are shipped, or those of your own files (form: docs/data.md).

    Example: lsgraph load groups my-groups.yaml --dry-run
    """
    from loaders.load import load_groups

    with database() as db, progress() as report:
        changes, warnings = load_groups(
            db, files or (), dry_run=dry_run, force=force, report=report
        )
    for warning in warnings:
        err.print(f"Note: {warning}", style="yellow", markup=False, highlight=False)
    tell("groups", changes, dry_run)


def tell(what: str, changes: Changes, dry_run: bool) -> None:
    """Print what a load did, or would do."""
    head = f"{what}: {'would be' if dry_run else 'done,'} {changes.total} changes"
    if not changes.total:
        out.print(f"{what}: nothing to change.")
        return
    kinds = sorted({*changes.added, *changes.changed, *changes.removed})
    rows = [
        {
            "kind": k,
            "added": changes.added[k],
            "changed": changes.changed[k],
            "removed": changes.removed[k],
        }
        for k in kinds
    ]
    out.print(table(rows, ["kind", "added", "changed", "removed"], head))
