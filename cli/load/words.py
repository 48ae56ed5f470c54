"""What the commands of lsgraph load share: what they say in the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from cli.output import Format, note, out, put, show, table
from graph.core.language import say
from graph.core.words import Words

if TYPE_CHECKING:
    from loaders.load.naming import Touched
    from loaders.write.apply import Changes

SHOWN = 20
"""Nodes that a dry run names beside the groups."""
_COLUMNS = ("change", "kind", "uid", "name")
_SHOWN_TIES = 6


def tell_warnings(warnings: Iterable[Words | str]) -> None:
    """Print the doubts of a reader."""
    for warning in warnings:
        told = warning if isinstance(warning, Words) else Words.same(warning)
        note(Words(f"Note: {told.en}", f"注意：{told.zh}"), style="yellow")


def tell_overlays(count: int) -> None:
    """Say that corrections of one's own are laid over the shipped data."""
    note(
        Words(
            f"Files of corrections laid over the shipped data: {count} (lsgraph correct --list).",
            f"覆于自带数据之上的更正文件：{count} 个（lsgraph correct --list）。",
        )
    )


def tell(
    what: Words,
    changes: Changes,
    found: Sequence[Touched] | None = None,
    shown: int = SHOWN,
    format: Format = Format.table,
) -> None:
    """Print what a load did; or, where `found` is what a dry run found, what it would do."""
    counts = {name: getattr(changes, name) for name in ("added", "changed", "removed")}
    rows = [
        {"kind": kind, **{name: count[kind] for name, count in counts.items()}}
        for kind in sorted(set().union(*counts.values()))
    ]
    columns = ["kind", *counts]
    if format is not Format.table:
        show(rows, columns, format) if found is None else tell_touched(found, shown, format)
    elif not changes.total:
        put(Words(f"{what.en}: nothing to change.", f"{what.zh}：无可改动。"))
    else:
        done = Words("done,", "已作") if found is None else Words("would be", "将作")
        head = Words(
            f"{what.en}: {done.en} {changes.total} changes",
            f"{what.zh}：{done.zh} {changes.total} 处改动",
        )
        out.print(table(rows, columns, head))
        tell_touched(found or (), shown, format)


def tell_touched(found: Sequence[Touched], shown: int, format: Format) -> None:
    """Print all groups and at most `shown` other nodes; as JSON or CSV every one."""
    if format is not Format.table:
        show([asdict(one) for one in found], [*_COLUMNS, "properties", "ties"], format)
        return
    groups = [one for one in found if one.kind == "Group"]
    others = [one for one in found if one.kind != "Group"]
    if groups:
        out.print(table(list(map(_row, groups)), [*_COLUMNS, "how"], Words("groups", "小组")))
    if others and shown:
        out.print(
            table(
                list(map(_row, others[:shown])),
                [*_COLUMNS, "how"],
                Words("other nodes", "其他节点"),
            )
        )
    if len(others) > shown:
        put(
            Words(
                f"and {len(others) - shown} more (--show {len(others)} or --format json).",
                f"另有 {len(others) - shown} 个（--show {len(others)} 或 --format json）。",
            )
        )


def _row(one: Touched) -> dict[str, Any]:
    from loaders.load.naming import in_short

    left = len(one.ties) - _SHOWN_TIES
    more = [say(Words(f"and {left} more ties", f"另有 {left} 条关系"))] if left > 0 else []
    how = "\n".join([*map(in_short, one.properties), *map(in_short, one.ties[:_SHOWN_TIES]), *more])
    return {"change": one.change, "kind": one.kind, "uid": one.uid, "name": one.name, "how": how}
