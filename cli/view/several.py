"""lsgraph view series and lsgraph view beside: pages that show several pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.ask.series import Follow, tell_followed
from cli.context import Basis, EachAsOf, Group, Scope, asks, database, day, progress
from cli.help import chinese, said
from cli.output import put
from cli.results import Replace
from cli.view.figure import PageFile, check_page_file
from graph.core.files import fresh_file
from graph.core.words import Words

Since = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help=said("First day to show.", "起始日期。"))
]
Until = Annotated[
    str | None, typer.Option("--to", metavar="DAY", help=said("Last day to show.", "截止日期。"))
]


@asks
@chinese("画一个小组随时间的变化：可在各变动日之间滑动，并说明变动之处。\n\n有承接者则接着画。")
def series(
    group: Group,
    output: PageFile = Path("series.html"),
    since: Since = None,
    until: Until = None,
    basis: Basis = "person",
    scope: Scope = "auto",
    follow: Follow = True,
    force: Replace = False,
) -> None:
    """Draw a group through time: a slider over the days on which it changes, and what changed.

    A group that another succeeded is followed into it.

    Example: lsgraph view series 京津冀及周边地区大气污染防治协作小组 -o air.html
    """
    from graph.pictures.several.series import Asked, picture_series
    from visualize.page.series import write_series

    check_page_file(
        output,
        Words.same("lsgraph view group NAME --as-of DAY"),
        force,
    )
    asked = Asked(basis, scope, day(since, first=True), day(until), follow)
    with database() as db, progress() as report:
        found = picture_series(db, group, asked, report)
    with fresh_file(output, force) as made:
        write_series(found, made)
    tell_followed(found.told)
    put(
        Words(
            f"Wrote {output}: {len(found.moments)} pictures, {found.n_breakpoints} breakpoints read.",
            f"已写入 {output}：{len(found.moments)} 幅图，读取 {found.n_breakpoints} 个变动日。",
        )
    )


@asks
@chinese("把两个小组、两个地区，或其中一个的两个日期，按同一级别标尺左右并列。")
def beside(
    names: Annotated[
        list[str],
        typer.Argument(
            help=said(
                "Two groups or two regions; or one, with --as-of twice: a day for each.",
                "两个小组或两个地区；或只写一个，用两次 --as-of 各给一日。",
            )
        ),
    ],
    output: PageFile = Path("beside.html"),
    as_of: EachAsOf = None,
    basis: Basis = "person",
    scope: Scope = "auto",
    suppose_chair: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE",
            help=said("Suppose a chair, on both sides.", "两侧都假设某职务任组长。"),
        ),
    ] = None,
    force: Replace = False,
) -> None:
    """Draw two groups, two regions, or one of them on two days, side by side on one scale of ranks.

    Example: lsgraph view beside 济莱协作区 --as-of 2018-12-25 --as-of 2018-12-26 -o merger.html
    """
    from graph.ask.question import Question
    from graph.pictures.several.beside import sides
    from visualize.page.beside import write_beside

    check_page_file(
        output,
        Words(
            "lsgraph view group or lsgraph view region, one for each side",
            "lsgraph view group 或 lsgraph view region（两侧各画一幅）",
        ),
        force,
    )
    question = Question(None, basis, scope, suppose_chair)
    with database() as db:
        found = sides(db, names, [day(text) for text in as_of or ()], question)
    with fresh_file(output, force) as made:
        write_beside(found, made)
    put(Words(f"Wrote {output}.", f"已写入 {output}。"))
