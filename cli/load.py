"""lsgraph load: divisions and groups into the graph."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import database, progress, reported
from cli.output import csv_text, err, out, table
from graph.errors import InputError
from loaders.sync import Changes

if TYPE_CHECKING:
    from loaders.areacodes_tables import Conflict

app = typer.Typer(
    no_args_is_help=True, help="Load divisions or groups: read, validate, compare, write."
)

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change; write nothing.")]
Force = Annotated[bool, typer.Option("--force", help="Allow more than 5 % to be removed.")]


@app.command()
@reported
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
    townships: Annotated[
        bool, typer.Option("--townships", help="The townships of September 2026, too.")
    ] = False,
    template: Annotated[
        Path | None,
        typer.Option("--template", help="Write a template for --own here; load nothing."),
    ] = None,
    conflicts: Annotated[
        Path | None,
        typer.Option("--conflicts", help="Write all conflicts of the sources to a CSV."),
    ] = None,
    dry_run: DryRun = False,
    force: Force = False,
) -> None:
    """Load the divisions of China, province to county: those shipped, and sources of your own.

    Example: lsgraph load divisions --source areacodes ../areacodes
    """
    from loaders.load import load_divisions, read_merged

    if template:
        write_template(template)
        return
    paths = division_paths(source, own)
    merged = read_merged(**paths) if any(paths.values()) else None
    with database() as db, progress() as report:
        changes = load_divisions(
            db,
            merged.data if merged else None,
            townships=townships,
            dry_run=dry_run,
            force=force,
            report=report,
        )
    tell("divisions", changes, dry_run)
    if merged:
        tell_conflicts(merged.conflicts, conflicts)


@app.command()
@reported
def groups(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help="XLSX, a folder of CSV, or YAML of your own; the shipped groups where none is given."
        ),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--all", help="The wide dataset too (some 540 more groups).")
    ] = False,
    allow_unsourced: Annotated[
        bool,
        typer.Option("--allow-unsourced", help="Take in what names no source, marked `unsourced`."),
    ] = False,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            help="What the load is called; loading the name again replaces it. Default: the file's.",
        ),
    ] = None,
    dry_run: DryRun = False,
    force: Force = False,
) -> None:
    """Load groups: those that are shipped, or your own (docs/spreadsheets.md, docs/data.md).

    Example: lsgraph load groups my-groups.xlsx --dry-run
    """
    from loaders.load import load_groups

    for path in files or ():
        if not os.path.lexists(path):
            raise InputError(f"{path}: there is no such file. Begin with: lsgraph template")
    with database() as db, progress() as report:
        changes, warnings = load_groups(
            db, expanded(files or ()), whole=whole, dry_run=dry_run, force=force,
            allow_unsourced=allow_unsourced, name=name, report=report,
        )  # fmt: skip
    for warning in warnings:
        err.print(f"Note: {warning}", style="yellow", markup=False, highlight=False)
    tell("groups", changes, dry_run)


def expanded(paths: Sequence[Path]) -> list[Path]:
    """A folder of YAML files stands for its files, as `lsgraph convert gathered` writes them."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.glob("*.yaml")) if path.is_dir() else []
        found += inside or [path]
    return found


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


def division_paths(source: tuple[str, Path] | None, own: Path | None) -> dict[str, Path | None]:
    """Which file is what, from `--source KIND PATH` and `--own PATH`."""
    kind, path = source or (None, None)
    if kind not in (None, "areacodes", "csv"):
        raise InputError(f"{kind!r} is no source. It is areacodes or csv: --source areacodes PATH.")
    if kind == "csv" and own:
        raise InputError("--source csv and --own name the same thing; give one of them.")
    return {
        "areacodes": path if kind == "areacodes" else None,
        "own": path if kind == "csv" else own,
    }


def write_template(path: Path) -> None:
    """Write the template for a table of one's own; never over a file that is there."""
    from loaders.own_rows import TEMPLATE

    if path.exists():
        raise InputError(f"{path} is there already; name a new file.")
    path.write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    out.print(f"{path}: fill it in, then: lsgraph load divisions --source csv {path}", markup=False)


def tell_conflicts(found: Sequence[Conflict], path: Path | None) -> None:
    """Say how many conflicts there were and who was followed; list them in a file if one is named."""
    followed = Counter(conflict.followed for conflict in found)
    if path:
        columns = ["code", "name", "shipped", "areacodes", "followed", "reason"]
        rows = [asdict(conflict) for conflict in found]
        path.write_text(csv_text(rows, columns) + "\n", encoding="utf-8", newline="\n")
    where = f"listed in {path}" if path else "list them with --conflicts FILE"
    if found:
        counts = ", ".join(
            f"{kind} followed in {count}" for kind, count in sorted(followed.items())
        )
        err.print(f"Note: {len(found)} conflicts of sources, {counts}; {where}.", markup=False)
