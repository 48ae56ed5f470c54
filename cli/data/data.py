"""lsgraph data: the quality of the group data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import database, reported
from cli.output import put

if TYPE_CHECKING:
    from graph.connection import Database
    from loaders.groups.rows import GroupData

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
    from loaders.groups.read import read_everything
    from loaders.quality.report import report

    text = report(read_everything(*(files or ())))
    if output is None:
        put(text)
        return
    output.write_text(text, encoding="utf-8", newline="\n")
    put(f"Report: {output}")


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
    from loaders.groups.read import read_everything
    from loaders.quality.findings import findings as page

    with _dataset() as db:
        text = page(db, read_everything())
    output.write_text(text, encoding="utf-8", newline="\n")
    put(f"Page: {output}")


@app.command()
@reported
def package(
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the package.")],
) -> None:
    """Write the group data as a Frictionless Data Package: CSV, Parquet, codebook, datasheet.

    Example: lsgraph data package -o build/package
    """
    from loaders.groups.read import read_everything
    from loaders.package.write import write_package

    rows = write_package(read_everything(), output)
    for name, found in rows.items():
        put(f"{name}: {len(found)} rows")
    put(f"Package: {output / 'datapackage.json'}")


@app.command()
@reported
def index(
    output: Annotated[Path, typer.Option("-o", "--output", help="HTML file to write.")] = Path(
        "index.html"
    ),
    pages: Annotated[
        bool, typer.Option("--pages", help="Write a page of each group beside it, too (minutes).")
    ] = False,
) -> None:
    """Write the list of all groups as one page that filters by region, level, field, type and year.

    Rows link to the pages in the folder `groups` beside it. The graph must hold the dataset.

    Example: lsgraph data index -o build/index.html
    """
    from loaders.groups.read import read_everything

    with _dataset() as db:
        data = read_everything()
        output.parent.mkdir(parents=True, exist_ok=True)
        number = write_list(db, data, output, pages)
    put(f"List: {output}, {number} groups.")


def write_list(db: Database, data: GroupData, path: Path, pages: bool) -> int:
    """Write the list, and with `pages` a page of each group beside it; answers the number of rows."""
    from graph.ask.authority import authority
    from graph.catalogue import queries
    from graph.pictures.group.picture import group_picture
    from loaders.quality.listing import group_entries
    from visualize import write_page
    from visualize.page.group_index import TITLE, page_of, write_group_index

    def page(uid: str) -> Path:
        return path.parent / page_of(uid)

    for group in data.groups if pages else ():
        page(group.uid).parent.mkdir(parents=True, exist_ok=True)
        write_page(group_picture(db, authority(db, group.uid)), page(group.uid))
    rows = queries.authority_by_group(sensitivity=False, database=db)
    types = {row.group: row for row in rows}
    entries = group_entries(data, types, lambda uid: page_of(uid) if page(uid).is_file() else None)
    listed = list(entries)
    write_group_index(TITLE, listed, path)
    return len(listed)


@contextmanager
def _dataset() -> Iterator[Any]:
    """The database, which must hold the dataset; raises InputError where it does not."""
    from graph.core.errors import InputError
    from loaders.load.verbs import holds_dataset

    with database() as db:
        if not holds_dataset(db):
            raise InputError("The graph does not hold the dataset: lsgraph load groups --all")
        yield db
