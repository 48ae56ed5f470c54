"""lsgraph data ids, diff, patch, release: what is permanent, what changed, and what is published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import Output, reported
from cli.output import Format, put, show
from cli.results import Replace
from graph.core.errors import InputError
from graph.core.files import check_folder, check_free, filled_folder, write_fresh

Old = Annotated[
    Path, typer.Argument(help="Folder of the earlier release (`lsgraph data package`).")
]


@reported
def ids(
    check: Annotated[bool, typer.Option("--check", help="Only say what has no id yet.")] = False,
) -> None:
    """Give permanent ids to persons, bodies, posts and documents that are new in the shipped data.

    An id never changes; every command takes it in the place of a uid. For those who maintain the data.

    Example: lsgraph data ids --check
    """
    from loaders.groups.read import read_everything
    from loaders.package.ids import fresh_ids, write_ids
    from loaders.package.rows import entry_rows

    tables = entry_rows(read_everything())
    fresh = fresh_ids(str(row["uid"]) for rows in tables.values() for row in rows if "uid" in row)
    if not check:
        write_ids(fresh)
    put(f"{len(fresh)} {'have no id yet' if check else 'got an id'}.")
    for given, uid in list(fresh.items())[:20]:
        put(f"{given} {uid}")
    if check and fresh:
        raise typer.Exit(1)


@reported
def diff(
    old: Old,
    new: Annotated[Path, typer.Argument(help="Folder of the later release.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write every changed cell here (CSV).")
    ] = None,
    changelog: Annotated[
        bool, typer.Option("--changelog", help="Print Markdown with the groups that came and went.")
    ] = False,
    format: Output = Format.table,
    force: Replace = False,
) -> None:
    """Compare two releases of the data: rows added, removed, moved (a new uid) and changed, by table.

    `lsgraph data patch` makes the later release of the earlier one and the file of changes.

    Example: lsgraph data diff data-1.0.1 data-2.0.0 -o changes.csv
    """
    from loaders.package import changelog as told
    from loaders.package.diff import compared, diff_text, read_release

    if output is not None:
        check_free(output, force)
    before, after = read_release(old), read_release(new)
    changes = compared(before, after)
    if changelog:
        put(told.changelog(before, after, changes))
    else:
        rows = told.summary(before, after, changes)
        show(rows, list(rows[0]), format)
    if output is not None:
        write_fresh(output, diff_text(changes), force)
        put(f"{len(changes)} changes: {output}")


@reported
def patch(
    old: Old,
    changes: Annotated[Path, typer.Argument(help="What `lsgraph data diff -o` wrote.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the tables (CSV).")],
    force: Replace = False,
) -> None:
    """Make the tables of a later release of an earlier one and the changes, byte for byte.

    Example: lsgraph data patch data-1.0.1 changes.csv -o data-2.0.0
    """
    from loaders.package.diff import csv_text, patched, read_diff, read_release

    check_folder(output, force)
    made = patched(read_release(old), read_diff(changes))
    with filled_folder(output, force) as folder:
        (folder / "csv").mkdir(parents=True)
        for name, sheet in made.items():
            text = csv_text(sheet)
            (folder / "csv" / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    put(f"{len(made)} tables: {output}")


@reported
def release(
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the release.")],
    force: Replace = False,
) -> None:
    """Write all that is uploaded: the package, SQLite for Datasette, linked data, FollowTheMoney, checksums.

    Example: lsgraph data release -o build/release
    """
    import sqlite3

    from loaders.groups.read import read_everything
    from loaders.release.about import about, held
    from loaders.release.write import write_release

    with filled_folder(output, force) as made:
        try:
            rows = write_release(read_everything(), made)
        except sqlite3.Error as error:
            text = f"SQLite {sqlite3.sqlite_version} of this Python cannot write the file: {error}."
            raise InputError(
                f"{text} It takes SQLite 3.34 or later and room on the disk."
            ) from None
        files = held(made)
    put(f"{sum(map(len, rows.values()))} rows in {len(rows)} tables, version {about()['version']}.")
    put(f"{len(files)} files, {sum(one.size for one in files) / 1e6:.0f} MB: {output}")
