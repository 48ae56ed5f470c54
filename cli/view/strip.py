"""lsgraph view strip: how the groups of a region are led, a row a group on the ladder of ranks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import AsOf, SpokenIn, asks, database, day
from cli.results import Replace
from cli.view.figure import PictureFile, Title, Width, check_picture_file, write_drawn
from graph.core.language import spoken


@asks
def strip(
    name: Annotated[
        str, typer.Argument(help="Name or code of a division; a region of lsgraph regions; or all.")
    ],
    output: PictureFile = Path("strip.html"),
    as_of: AsOf = None,
    by: Annotated[str, typer.Option(help="Put together by field or level.")] = "field",
    suppose_chair: Annotated[
        str | None,
        typer.Option(metavar="TITLE", help="Suppose a chair where none is known; drawn hollow."),
    ] = None,
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    force: Replace = False,
) -> None:
    """Draw how the groups of a region are led: the chair's rank against the lowest and highest member.

    Example: lsgraph view strip 广东省 --as-of 2014-12-31 -o strip.svg
    Example: lsgraph view strip 长三角 --by level -o yangtze.html
    Example: lsgraph view strip all --as-of 2018-12-25 --by level -o types.html
    """
    from graph.pictures.region.strip import region_strip
    from visualize.strips.figure import write_strip
    from visualize.strips.page import write_strip_page

    check_picture_file(output, width, force)
    with database() as db:
        found = region_strip(db, name, day(as_of), by, suppose_chair)
    write_drawn(
        output, force, lambda path: write_strip_page(found, path),
        lambda path: write_strip(found, path, spoken(), width, title), found.caption,
    )  # fmt: skip
