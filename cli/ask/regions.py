"""lsgraph regions: the regions that a comparison knows by name, with the document behind each."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.context import Output, reported
from cli.help import chinese, said
from cli.output import Format, show
from graph.core.language import say

SHOWN = ("name", "version", "default", "valid_from", "document", "n_members", "members", "note")
"""Columns of the table; JSON and CSV have more."""


@reported
@chinese("列出有名称的区域及其版本、成员和文件依据：即 `lsgraph compare` 能识别的区域。")
def regions(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REGION", help=said("Only these: 长三角 成渝.", "只列这些：长三角 成渝。")
        ),
    ] = None,
    format: Output = Format.table,
) -> None:
    """List the named regions, their versions, members and documents: what `lsgraph compare` understands.

    Example: lsgraph regions 长三角
    Example: lsgraph compare 长三角 京津冀 --as-of 2018-12-31
    """
    from graph.regions.named.definitions import listed

    found = listed(names or ())
    rows = [one.row() for one in found]
    if format is Format.table:
        rows = [
            {
                **row,
                "members": "、".join(row["members"] + row["partly"]),
                "note": say(one.note) if one.note else None,
            }
            for one, row in zip(found, rows, strict=True)
        ]
    show(rows, SHOWN if format is Format.table else list(rows[0]), format)
