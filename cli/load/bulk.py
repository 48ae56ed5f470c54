"""lsgraph load bulk: a first load of everything into an empty private database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import progress, reported
from cli.help import chinese, said
from cli.load.options import Townships, Unsourced, Whole
from cli.load.words import division_paths, tell, tell_conflicts, tell_warnings
from cli.waiting import Wait
from graph.core.words import Words
from graph.settings import Settings


@reported
@chinese(
    "首次一并载入：把区划与小组载入空的专用数据库（见 docs/bulk.md）。\n\n得到的图谱与 "
    "lsgraph load divisions、lsgraph load groups 相同，行数多时更快。其间服务器停止，完成"
    "后再启动。"
)
def bulk(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help=said(
                "XLSX, a folder of CSV, or YAML of your own, beside the shipped groups.",
                "自备的 XLSX、CSV 文件夹或 YAML，与自带小组一并载入。",
            )
        ),
    ] = None,
    whole: Whole = False,
    townships: Townships = False,
    source: Annotated[
        tuple[str, Path] | None,
        typer.Option(
            "--source",
            metavar="KIND PATH",
            help=said("As of lsgraph load divisions.", "与 lsgraph load divisions 相同。"),
        ),
    ] = None,
    own: Annotated[
        Path | None,
        typer.Option(
            "--own", help=said("A CSV table of divisions of your own.", "自备的区划 CSV 表。")
        ),
    ] = None,
    allow_unsourced: Unsourced = False,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            help=said("What the load of your files is called.", "自备文件这次载入的名称。"),
        ),
    ] = None,
    wait: Wait = 0,
) -> None:
    """First load, at one go: divisions and groups into an empty private database (docs/bulk.md).

    The same graph as lsgraph load divisions and lsgraph load groups make, sooner where rows are many.
    The server is stopped meanwhile, and started in the end.

    Example: lsgraph load bulk my-groups.xlsx --all --townships
    """
    from loaders.bulk.load import load_whole
    from loaders.load.datasets import given_files
    from loaders.load.verbs import read_merged

    own_files = given_files(files or ())
    paths = division_paths(source, own)
    merged = read_merged(**paths) if any(paths.values()) else None
    with progress() as report:
        changes, warnings = load_whole(
            Settings.from_environment(), own_files, divisions=merged, whole=whole,
            townships=townships, allow_unsourced=allow_unsourced, name=name, wait=wait, report=report,
        )  # fmt: skip
    tell_warnings(warnings)
    tell(Words("divisions and groups", "区划与小组"), changes)
    if merged:
        tell_conflicts(merged.conflicts, None)
