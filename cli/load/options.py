"""Options that several commands of lsgraph load take."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.help import said

Whole = Annotated[
    bool,
    typer.Option(
        "--all",
        help=said(
            "The wide dataset too (some 540 more groups).", "连同扩展数据集（约多 540 个小组）。"
        ),
    ),
]
Townships = Annotated[
    bool,
    typer.Option(
        "--townships",
        help=said("The townships of September 2026, too.", "连同 2026 年 9 月的乡级区划。"),
    ),
]
Unsourced = Annotated[
    bool,
    typer.Option(
        "--allow-unsourced",
        help=said(
            "Take in what names no source, marked `unsourced`.",
            "未注明来源的也载入，并标记为 `unsourced`。",
        ),
    ),
]
IntoExisting = Annotated[
    bool,
    typer.Option(
        "--into-existing",
        help=said(
            "Load beside nodes of somebody else; none of them is changed.",
            "载入到已有他人节点的图谱；他人节点一概不改。",
        ),
    ),
]
