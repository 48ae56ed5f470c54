"""lsgraph cite: how to cite the data, or one thing in it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cli.context import asks, database, day
from cli.help import chinese, said
from cli.results import Replace
from graph.core.files import check_free, write_fresh


class Form(StrEnum):
    """What reference managers and papers read."""

    text = "text"
    bibtex = "bibtex"
    ris = "ris"
    csl = "csl"


@asks
@chinese("打印如何引用数据集或其中一项，附版本与永久标识。")
def cite(
    thing: Annotated[
        str | None,
        typer.Argument(
            help=said(
                "Group, person, place, body, post or document; without it the dataset.",
                "小组、人物、地方、机构、职务或文件；不写则引用整个数据集。",
            )
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            help=said(
                "The day that you asked for: 2018-07-12, 2018.", "查询所问之日：2018-07-12、2018。"
            ),
        ),
    ] = None,
    form: Annotated[
        Form, typer.Option("--as", help=said("Form of the reference.", "引文格式。"))
    ] = Form.text,
    address: Annotated[
        str | None,
        typer.Option(
            "--address",
            help=said("Where you read it: the address of the page.", "查阅之处：网页地址。"),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=said("Write it here, not to the screen.", "写入此文件，不显示在屏幕上。"),
        ),
    ] = None,
    force: Replace = False,
) -> None:
    """Print how to cite the data, or one thing in it, with the version and the permanent id.

    Example: lsgraph cite 京津冀及周边地区大气污染防治领导小组 --as-of 2018-07-12 --as bibtex
    """
    from loaders.package.cite import FORMS, named, reference

    if output is not None:
        check_free(output, force)
    cited = None
    if thing is not None:
        with database() as db:
            cited = named(db, thing)
    text = FORMS[form](reference(cited, day(as_of), address))
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_fresh(output, text, force)
