"""lsgraph template: empty tables to fill in."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cli.context import SpokenIn, reported
from cli.help import chinese, said
from cli.output import put
from cli.results import Replace
from graph.core.files import filled_folder, fresh_file
from graph.core.language import spoken
from graph.core.words import Words


class Kind(StrEnum):
    """What a template is written as."""

    xlsx = "xlsx"
    csv = "csv"
    yaml = "yaml"


@reported
@chinese("写出空白模板，填写小组、席位、人物、职务和来源后载入。")
def template(
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=said(
                "File (a folder for CSV). Default: groups.xlsx.",
                "文件（CSV 则为文件夹）。默认：groups.xlsx。",
            ),
        ),
    ] = None,
    format: Annotated[
        Kind | None,
        typer.Option(
            "--format",
            help=said(
                "Default: by the ending of the file, else xlsx.", "默认依文件扩展名，否则为 xlsx。"
            ),
        ),
    ] = None,
    language: SpokenIn = None,
    example: Annotated[
        bool,
        typer.Option(
            "--example",
            help=said(
                "With the worked example in the tables; it loads as it is.",
                "表中带有完整示例，可直接载入。",
            ),
        ),
    ] = False,
    force: Replace = False,
) -> None:
    """Write an empty template for groups, seats, persons, posts and sources; fill it in, then load it.

    Example: lsgraph template -o my-groups.xlsx --language zh
    """
    from loaders.tables.template.write import NAMES, format_of, write_template

    kind = format or format_of(output)
    path = output or Path(NAMES[kind])
    with (filled_folder if kind == "csv" else fresh_file)(path, force) as made:
        write_template(made, kind, spoken(), filled=example)
    put(
        Words(
            f"{path}: fill it in, then: lsgraph load groups {path}",
            f"{path}：填写后载入：lsgraph load groups {path}",
        ),
        soft_wrap=True,
    )
