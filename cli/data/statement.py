"""lsgraph data statement: who says what of one thing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import Output, reported
from cli.help import chinese, said
from cli.output import Format, put, show
from cli.results import Replace
from graph.core.files import check_free, write_fresh
from graph.core.words import Words

SHOWN = (
    "entity",
    "property",
    "value",
    "words",
    "source",
    "standing",
)


@reported
@chinese(
    "打印自带数据中某一事物的各项记载出自哪份资料，以及哪份资料有不同说法。\n\n直接读取条"
    "目，不需服务器；约需数秒。"
)
def statement(
    uid: Annotated[
        str,
        typer.Argument(
            help=said(
                "Group, person, post, document or source: uid, id or whole name.",
                "小组、人物、职务、文件或来源：uid、编号或全称。",
            )
        ),
    ],
    property: Annotated[
        str | None,
        typer.Option(
            "--property",
            help=said("Only this column: from, to, person.", "只看该列：from、to、person。"),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=said("Write every column here (CSV).", "把所有列写入此文件（CSV）。"),
        ),
    ] = None,
    format: Output = Format.table,
    force: Replace = False,
) -> None:
    """Print who says what of one thing in the shipped data, and who says otherwise.

    Reads the entries themselves, without a server; it takes some seconds.

    Example: lsgraph data statement group:bth-air-lsg --property from
    """
    from graph.export.answers import csv_text
    from loaders.groups.read import read_everything
    from loaders.package.ask import asked
    from loaders.package.rows import package_rows
    from loaders.package.tables import STATEMENTS

    if output is not None:
        check_free(output, force)
    rows = asked(package_rows(read_everything()), uid, property)
    names = [field.name for field in STATEMENTS.fields]
    if output is None and not rows and format is Format.table:
        put(Words(f"{uid} has no statements.", f"没有关于 {uid} 的记载。"))
    elif output is None:
        show(rows, SHOWN if format is Format.table else names, format)
    else:
        write_fresh(output, csv_text(rows, names), force)
        put(Words(f"{len(rows)} statements: {output}", f"{len(rows)} 项记载：{output}"))
