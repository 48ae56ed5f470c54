"""lsgraph view: network pages, each one file that opens offline, and the same as figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.ask.query import Folder, Name, Parameters, answered, catalogue_of, resolved, values_of
from cli.context import AsOf, Basis, Group, Scope, SpokenIn, asks, database, day
from cli.output import put
from cli.results import Replace
from cli.view import several as view_several
from cli.view.figure import (
    AsMatrix,
    PageFile,
    PictureFile,
    Title,
    Width,
    check_page_file,
    write_picture,
)
from cli.view.map import view_map
from cli.view.strip import strip
from graph.core.files import fresh_file

if TYPE_CHECKING:
    from graph.connection import Database
    from graph.pictures.contract import Picture

app = typer.Typer(
    no_args_is_help=True, help="Network pages: one HTML file each, offline; or figures."
)


@app.command()
@asks
def group(
    name: Group,
    output: PictureFile = Path("group.html"),
    as_of: AsOf = None,
    basis: Basis = "person",
    scope: Scope = "auto",
    suppose_chair: Annotated[
        str | None, typer.Option(metavar="TITLE", help="Suppose a chair.")
    ] = None,
    suppose_member: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Suppose a member.")
    ] = None,
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    matrix: AsMatrix = None,
    force: Replace = False,
) -> None:
    """Draw a group: chair, deputies and members by rank, relation and gap on each tie.

    Example: lsgraph view group 济莱协作区 -o jinan-laiwu.html
    Example: lsgraph view group 济莱协作区 -o jinan-laiwu.pdf --language zh --width 85
    """
    from graph.ask.authority import Question, authority
    from graph.pictures.group.picture import group_picture

    question = Question(day(as_of), basis, scope, suppose_chair, tuple(suppose_member or ()))
    write_picture(
        output,
        force,
        width,
        title,
        lambda db: group_picture(db, authority(db, name, question)),
        matrix,
    )


@app.command()
@asks
def region(
    name: Annotated[str, typer.Argument(help="Name or code of a division.")],
    output: PictureFile = Path("region.html"),
    as_of: AsOf = None,
    groups: Annotated[
        bool, typer.Option("--groups", help="With the groups in force, by rank.")
    ] = False,
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    matrix: AsMatrix = None,
    force: Replace = False,
) -> None:
    """Draw the hierarchy of a region, province to county; with --groups its groups above their members.

    With --groups the page holds a matrix of all groups and members too; a figure of many ties is the matrix.

    Example: lsgraph view region 山东省 --groups --as-of 2018-12-25 -o shandong.html
    Example: lsgraph view region 山东省 --groups --as-of 2018-12-25 --matrix -o shandong.pdf
    """
    from graph.pictures.region.groups import region_groups_picture
    from graph.pictures.region.picture import region_picture

    draw, asked = region_groups_picture if groups else region_picture, day(as_of)
    write_picture(output, force, width, title, lambda db: draw(db, name, asked), matrix)


@app.command()
@asks
def government(
    name: Annotated[str, typer.Argument(help="Name or code of a division, or name of an agency.")],
    output: PictureFile = Path("government.html"),
    as_of: AsOf = None,
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    matrix: AsMatrix = None,
    force: Replace = False,
) -> None:
    """Draw a government with all its groups: its seats, their types, rank and command of their chairs.

    Example: lsgraph view government 山东省 --as-of 2018-12-25 -o shandong-groups.html
    """
    from graph.pictures.government.picture import government_picture

    asked = day(as_of)
    write_picture(
        output, force, width, title, lambda db: government_picture(db, name, asked), matrix
    )


@app.command()
@asks
def person(
    name: Annotated[str, typer.Argument(help="Name or uid of a person.")],
    output: PictureFile = Path("person.html"),
    as_of: AsOf = None,
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    force: Replace = False,
) -> None:
    """Draw a person: the posts held, and the groups chaired, vice-chaired or sat in.

    Example: lsgraph view person 韩正 -o hanzheng.html
    """
    from graph.pictures.person.picture import person_picture

    asked = day(as_of)
    write_picture(output, force, width, title, lambda db: person_picture(db, name, asked))


@app.command()
@asks
def query(
    name: Name,
    parameter: Parameters = None,
    folder: Folder = None,
    output: PictureFile = Path("query.html"),
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    force: Replace = False,
) -> None:
    """Draw what a query answers, one of the catalogue or your own: a row is a tie (start, end, kind).

    Those that can be drawn are listed by lsgraph query list --tag picture.

    Example: lsgraph view query succession_ties -p unit=div:371200:莱芜市 -o laiwu.html
    """
    from graph.pictures.query import check_drawable, query_picture

    asked = catalogue_of(folder)[name]
    check_drawable(asked)
    values = values_of(asked, parameter)

    def drawn(db: Database) -> Picture:
        found = resolved(db, asked, values)
        return query_picture(db, asked, answered(db, asked, found), found)

    write_picture(output, force, width, title, drawn)


@app.command()
@asks
def nation(
    output: PageFile = Path("china.html"), as_of: AsOf = None, force: Replace = False
) -> None:
    """Draw the national hierarchy: every division in force, down to townships where they are loaded.

    Example: lsgraph view nation -o china.html
    """
    from graph.pictures.nation import nation as national_hierarchy
    from visualize.national import write_nation

    check_page_file(output, "lsgraph view region NAME", force)
    with database() as db:
        found = national_hierarchy(db, day(as_of))
    with fresh_file(output, force) as made:
        write_nation(found, made)
    put(f"Wrote {output}: {len(found.units):,} divisions.")


app.command()(view_several.series)
app.command()(view_several.beside)
app.command("map")(view_map)
app.command()(strip)
