"""lsgraph view: network pages, each one file that opens offline, and the same as figures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import AsOf, database, day, reported
from cli.figure import Lang, Title, Width, check_picture_file, write_picture
from cli.map import view_map

app = typer.Typer(
    no_args_is_help=True, help="Network pages: one HTML file each, offline; or figures."
)

File = Annotated[
    Path,
    typer.Option("-o", "--output", help="Page to write (.html), or figure (.pdf, .svg, .png)."),
]


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
    lang: Lang = "en",
    width: Width = 175,
    title: Title = True,
) -> None:
    """Draw a group: chair, deputies and members by rank, relation and gap on each tie.

    Example: lsgraph view group 济莱协作区 -o jinan-laiwu.html
    Example: lsgraph view group 济莱协作区 -o jinan-laiwu.pdf --lang zh --width 85
    """
    from graph.authority import Question, authority
    from graph.group_picture import group_picture

    check_picture_file(output, lang, width)
    question = Question(day(as_of), basis, scope, suppose_chair, tuple(suppose_member or ()))
    with database() as db:
        picture = group_picture(db, authority(db, name, question))
    write_picture(picture, output, lang, width, title)


@app.command()
@reported
def region(
    name: Annotated[str, typer.Argument(help="Name or code of a division.")],
    output: File = Path("region.html"),
    as_of: AsOf = None,
    lang: Lang = "en",
    width: Width = 175,
    title: Title = True,
) -> None:
    """Draw the hierarchy of a region, province to county.

    Example: lsgraph view region 山东省 --as-of 2018-12-25 -o shandong.html
    """
    from graph.region_picture import region_picture

    check_picture_file(output, lang, width)
    with database() as db:
        picture = region_picture(db, name, day(as_of))
    write_picture(picture, output, lang, width, title)


app.command("map")(view_map)
