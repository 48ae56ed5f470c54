"""lsgraph view: network pages, each one file that opens offline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli import view_several
from cli.context import AsOf, database, day, reported
from cli.output import out

app = typer.Typer(no_args_is_help=True, help="Network pages: one HTML file each, offline.")

File = Annotated[Path, typer.Option("-o", "--output", help="HTML file to write.")]


@app.command()
@reported
def group(
    name: Annotated[str, typer.Argument(help="Name, part of a name, or uid of a group.")],
    output: File = Path("group.html"),
    as_of: AsOf = None,
    basis: Annotated[str, typer.Option(help="person, seat or unit.")] = "person",
    scope: Annotated[str, typer.Option(help="auto, governments or all.")] = "auto",
    suppose_chair: Annotated[
        str | None, typer.Option(metavar="TITLE", help="Suppose a chair.")
    ] = None,
    suppose_member: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Suppose a member.")
    ] = None,
) -> None:
    """Draw a group: chair, deputies and members by rank, relation and gap on each tie.

    Example: lsgraph view group 济莱协作区 -o jinan-laiwu.html
    """
    from graph.authority import Question, authority
    from graph.pictures.group import group_picture
    from visualize import write_page

    question = Question(day(as_of), basis, scope, suppose_chair, tuple(suppose_member or ()))
    with database() as db:
        picture = group_picture(db, authority(db, name, question))
    write_page(picture, output)
    out.print(f"Wrote {output}.", highlight=False, markup=False)


@app.command()
@reported
def region(
    name: Annotated[str, typer.Argument(help="Name or code of a division.")],
    output: File = Path("region.html"),
    as_of: AsOf = None,
) -> None:
    """Draw the hierarchy of a region, province to county.

    Example: lsgraph view region 山东省 --as-of 2018-12-25 -o shandong.html
    """
    from graph.pictures.region import region_picture
    from visualize import write_page

    with database() as db:
        picture = region_picture(db, name, day(as_of))
    write_page(picture, output)
    out.print(f"Wrote {output}.", highlight=False, markup=False)


app.command()(view_several.series)
app.command()(view_several.beside)


@app.command()
@reported
def nation(
    output: File = Path("china.html"),
    as_of: AsOf = None,
) -> None:
    """Draw the national hierarchy: every division in force, down to townships where they are loaded.

    Example: lsgraph view nation -o china.html
    """
    from graph.pictures.nation import nation as national_hierarchy
    from visualize.national import write_nation

    with database() as db:
        found = national_hierarchy(db, day(as_of))
    write_nation(found, output)
    out.print(f"Wrote {output}: {len(found.units):,} divisions.", highlight=False, markup=False)
