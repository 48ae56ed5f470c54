"""lsgraph convert: files of other forms into the form of this project."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import reported
from cli.help import chinese, said
from cli.output import note, put
from cli.results import Replace
from graph.core.files import filled_folder
from graph.core.words import Words

SHOWN = 20
"""Faults printed before the report is named for the rest."""

app = typer.Typer(
    no_args_is_help=True,
    help=said("Turn files of another form into group files.", "把其他格式的文件转换为小组文件。"),
)


@app.command()
@reported
@chinese(
    "把搜集所得的文件（见 loaders/data/gathered/README.md）转换为 docs/data.md 的格式。\n\n"
    "有误之处略去，并列入 report.md。载入所得：lsgraph load groups 文件夹"
)
def gathered(
    files: Annotated[
        list[Path],
        typer.Argument(help=said("Gathered files, read together.", "搜集所得的文件，合并读取。")),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help=said("Folder for the group files.", "小组文件所在的文件夹。")
        ),
    ],
    same: Annotated[
        Path | None,
        typer.Option(
            "--same",
            help=said(
                "Which entries are one group; default same.yaml beside FILES.",
                "哪些条目是同一小组；默认为各文件旁的 same.yaml。",
            ),
        ),
    ] = None,
    persons: Annotated[
        Path | None,
        typer.Option(
            "--persons",
            help=said(
                "Which names are one person; default persons.yaml beside FILES.",
                "哪些姓名是同一人；默认为各文件旁的 persons.yaml。",
            ),
        ),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help=said(
                "Refuse a faulty file instead of leaving faults out.",
                "文件有误即拒绝，而不是略去有误之处。",
            ),
        ),
    ] = False,
    force: Replace = False,
) -> None:
    """Convert gathered files (loaders/data/gathered/README.md) to the form of docs/data.md.

    Faulty parts are left out and listed in report.md. Load the result: lsgraph load groups FOLDER

    Example: lsgraph convert gathered loaders/data/gathered/a.yaml -o build/gathered
    """
    from loaders.gathered.report import report, resolved, understood
    from loaders.gathered.run import convert_files

    with filled_folder(output, force) as made:
        converted, paths = convert_files(files, made, same, persons, strict=strict)
        (made / "report.md").write_text(report(converted), encoding="utf-8", newline="\n")
    titles, known = understood(converted)
    units, placed = resolved(converted)
    groups = len(converted.drafts)
    put(
        Words(
            f"{groups} groups of {sum(len(f.groups) for f in converted.files)} entries.",
            f"{sum(len(f.groups) for f in converted.files)} 个条目，合为 {groups} 个小组。",
        )
    )
    put(
        Words(
            f"Titles understood: {known} of {titles}; bodies found: {placed} of {units}.",
            f"已读懂的职务名称：{titles} 个中的 {known} 个；已找到的机构：{units} 个中的 {placed} "
            "个。",
        )
    )
    put(
        Words(
            f"Files: {', '.join(path.name for path in paths)}",
            f"文件：{'、'.join(path.name for path in paths)}",
        )
    )
    for fault in converted.faults[:SHOWN]:
        note(Words(f"Left out: {fault}", f"略去：{fault}"), style="yellow")
    if len(converted.faults) > SHOWN:
        note(
            Words(
                f"{len(converted.faults)} faults in all; the report lists them.",
                f"共有 {len(converted.faults)} 处错误，均列于报告。",
            ),
            style="yellow",
        )
    put(
        Words(
            f"What was not understood: {output / 'report.md'}",
            f"未能读懂之处：{output / 'report.md'}",
        )
    )
