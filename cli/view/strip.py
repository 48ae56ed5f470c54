"""lsgraph view strip: how the groups of a region are led, a row a group on the ladder of ranks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import AsOf, SpokenIn, asks, database, day
from cli.help import chinese, said
from cli.results import Replace
from cli.view.figure import PictureFile, Title, Width, check_picture_file, write_drawn
from graph.core.language import spoken


@asks
@chinese("画一个地区的小组由何级别领导：组长级别对照成员的最低与最高级别。")
def strip(
    name: Annotated[
        str,
        typer.Argument(
            help=said(
                "Name or code of a division; a region of lsgraph regions; or all.",
                "区划的名称或代码；lsgraph regions 所列的区域；或 all（全国）。",
            )
        ),
    ],
    output: PictureFile = Path("strip.html"),
    as_of: AsOf = None,
    by: Annotated[
        str,
        typer.Option(
            help=said("Put together by field or level.", "按 field（领域）或 level（层级）归并。")
        ),
    ] = "field",
    suppose_chair: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE",
            help=said(
                "Suppose a chair where none is known; drawn hollow.",
                "组长不明时假设由某职务担任；以空心表示。",
            ),
        ),
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
