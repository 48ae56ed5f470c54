"""A picture as the file that its suffix asks for: a page, or a figure for a paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import database
from cli.help import said
from cli.output import note, put
from graph.core.errors import InputError
from graph.core.files import check_free, fresh_file
from graph.core.language import say, spoken
from graph.core.words import Words

if TYPE_CHECKING:
    from graph.connection import Database
    from graph.pictures import Picture
    from visualize.figures import Size

CAPTION = Words("Caption:", "图注：")
ALT = Words("Alt text:", "替代文字：")

PictureFile = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        help=said(
            "Page to write (.html), or figure (.pdf, .svg, .png).",
            "要写出的页面（.html）或插图（.pdf、.svg、.png）。",
        ),
    ),
]
PageFile = Annotated[
    Path, typer.Option("-o", "--output", help=said("HTML file to write.", "要写出的 HTML 文件。"))
]
Width = Annotated[
    float,
    typer.Option(
        metavar="MM",
        help=said(
            "Width of a figure: 85 is one column of a journal, 175 two.",
            "插图宽度（毫米）：85 为期刊单栏，175 为双栏。",
        ),
    ),
]
Title = Annotated[
    bool,
    typer.Option(
        "--title/--no-title",
        help=said("Title and caption above a figure.", "插图上方是否带标题与图注。"),
    ),
]
AsMatrix = Annotated[
    bool | None,
    typer.Option(
        "--matrix/--network",
        help=said(
            "Of a figure: groups × members, or boxes and lines. Default: the matrix above 60 ties.",
            "插图：画成“小组×成员”矩阵，或方框与连线。默认超过 60 条连线时用矩阵。",
        ),
        show_default=False,
    ),
]


def check_picture_file(output: Path, width: float, force: bool) -> None:
    """Raises InputError, before anything is asked, for a figure that cannot be made so, or is there."""
    from visualize.figures import check_asked, is_figure

    if is_figure(output):
        check_asked(output, spoken(), width)
    check_free(output, force)


def check_page_file(output: Path, instead: Words, force: bool) -> None:
    """Raises InputError for a page that is there, or a figure, with the command `instead` that draws one."""
    from visualize.figures import is_figure

    if is_figure(output):
        raise InputError(
            Words(
                f"{output} would be a figure, and this command writes a page. Give a file that ends in .html,"
                f" or draw the figure with {instead.en}.",
                f"{output} 是插图的文件名，而本命令只写页面。请给出以 .html 结尾的文件名，或用 "
                f"{instead.zh} 画插图。",
            )
        )
    check_free(output, force)


def write_picture(
    output: Path, force: bool, width: float, titled: bool, make: Callable[[Database], Picture],
    as_matrix: bool | None = False,
) -> None:  # fmt: skip
    """Write what `make` answers as a page, or a figure where the file ends so, and say so.

    A figure shows the matrix where `as_matrix` says so; None leaves it to the number of ties.
    Raises InputError, before anything is asked, for a figure that matplotlib cannot make.
    """
    from visualize import write_page
    from visualize.figures import is_figure, write_figure
    from visualize.matrix.figure import drawn_as_matrix, write_matrix

    check_picture_file(output, width, force)
    if as_matrix and not is_figure(output):
        raise InputError(
            Words(
                "A page holds the network and the matrix. --matrix is of a figure.",
                "页面同时含有网络与矩阵；--matrix 只用于插图。",
            )
        )
    with database() as db:
        picture = make(db)
    draw = write_matrix if drawn_as_matrix(picture, as_matrix) else write_figure
    write_drawn(
        output, force, lambda path: write_page(picture, path),
        lambda path: draw(picture, path, spoken(), width, titled), picture.caption,
    )  # fmt: skip


def write_drawn(
    output: Path,
    force: bool,
    page: Callable[[Path], object],
    figure: Callable[[Path], Size],
    caption: Words | None = None,
) -> None:
    """Write a page, or a figure where the file ends so; say so, with the caption that stands on the page.

    A figure says its whole caption, its alternative text, and whether it is higher than a page.
    """
    from visualize.figures import is_figure
    from visualize.figures.plan import TALLEST

    size: Size | None = None
    with fresh_file(output, force) as made:
        if is_figure(output):
            size = figure(made)
        else:
            page(made)
    if size is None:
        put(Words(f"Wrote {output}.", f"已写入 {output}。"))
        if caption:
            put(caption)
        return
    told = Words(
        f"Wrote {output}, {size.width:.0f} by {size.height:.0f} mm.",
        f"已写入 {output}，{size.width:.0f}×{size.height:.0f} 毫米。",
    )
    put(told)
    put(f"{say(CAPTION)} {size.told.caption}")
    put(f"{say(ALT)} {size.told.alt}")
    if size.left_out:
        note(size.left_out)
    if size.height > TALLEST:
        note(
            Words(
                f"That is higher than a page ({TALLEST:g} mm): text would be smaller than 6 points in a"
                " paper. Draw less (another scope, a smaller region) or give a larger --width.",
                f"高度超过一页（{TALLEST:g} 毫米），排入论文后文字将小于 6 磅。请少画一些（换一种成员"
                "范围或缩小地区），或加大 --width。",
            )
        )
