"""lsgraph data persons: names that several nodes bear and that nothing decides."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from cli.context import Output, reported
from cli.help import chinese, said
from cli.output import Format, put, show
from graph.core.words import Words

COLUMNS = ("name", "person", "posts", "bodies", "hint")


@reported
@chinese(
    "列出由数个人物节点共用、尚未判定是否为一人的姓名。\n\n提示说明有何理由视为一人。规"
    "则与判断见 docs/data.md 的 One person 一节。"
)
def persons(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help=said(
                "Files of your own, beside the shipped ones.", "自备文件，与自带数据一并读取。"
            )
        ),
    ] = None,
    decided: Annotated[
        Path | None,
        typer.Option(
            "--decided",
            help=said(
                "Decisions of your own, as loaders/data/persons.yaml.",
                "自行作出的判断，格式同 loaders/data/persons.yaml。",
            ),
        ),
    ] = None,
    format: Output = Format.table,
) -> None:
    """List the names that several nodes bear and that nothing decides: one person, or several?

    A hint says what speaks for one person. Rule and decisions: docs/data.md, One person.

    Example: lsgraph data persons my.yaml
    """
    from loaders.quality.decisions import read_decisions, shipped_decisions
    from loaders.quality.undecided import undecided
    from loaders.groups.read import read_everything

    own = read_decisions(decided) if decided else ()
    found = undecided(read_everything(*(files or ())), (*own, *shipped_decisions()))
    rows = [asdict(row) | {"posts": list(row.posts), "bodies": list(row.bodies)} for row in found]
    if format is not Format.table:
        show(rows, COLUMNS, format)
        return
    if rows:
        show(rows, [column for column in COLUMNS if column != "bodies"], format)
    put(
        Words(
            f"Undecided: {len({row.name for row in found})} names of {len(found)} nodes.",
            f"尚未判定：{len({row.name for row in found})} 个姓名，{len(found)} 个节点。",
        )
    )
