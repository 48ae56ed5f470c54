"""What the commands of lsgraph load share: which file is what, and what they say in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.output import Format, note, out, put, show, table
from graph.core.errors import InputError
from graph.core.files import NAME_ANOTHER, write_fresh
from graph.core.language import say
from graph.core.words import Words
from graph.export.answers import csv_text
from loaders.write.apply import Changes

if TYPE_CHECKING:
    from loaders.areacodes.tables import Conflict
    from loaders.load.naming import Touched

SHOWN = 20
"""Nodes that a dry run names beside the groups."""
_COLUMNS = ("change", "kind", "uid", "name")
_SHOWN_TIES = 6


def tell_warnings(warnings: Iterable[Words | str]) -> None:
    """Print the doubts of a reader."""
    for warning in warnings:
        told = warning if isinstance(warning, Words) else Words.same(warning)
        note(Words(f"Note: {told.en}", f"注意：{told.zh}"), style="yellow")


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


def division_paths(source: tuple[str, Path] | None, own: Path | None) -> dict[str, Path | None]:
    """Which file is what, from `--source KIND PATH` and `--own PATH`."""
    kind, path = source or (None, None)
    if kind not in (None, "areacodes", "csv"):
        raise InputError(
            Words(
                f"Unknown source {kind!r}. Choose areacodes or csv: --source areacodes PATH.",
                f"未知的来源“{kind}”。请选 areacodes 或 csv：--source areacodes 路径。",
            )
        )
    if kind == "csv" and own:
        raise InputError(
            Words(
                "--source csv and --own name the same thing; give one of them.",
                "--source csv 与 --own 是同一回事，请只用其一。",
            )
        )
    return {
        "areacodes": path if kind == "areacodes" else None,
        "own": own or (path if kind == "csv" else None),
    }


def tell_conflicts(found: Sequence[Conflict], path: Path | None) -> None:
    """Say how many conflicts there were and who was followed; list them in a file if one is named."""
    followed = Counter(conflict.followed for conflict in found)
    if path:
        columns = ["code", "name", "shipped", "areacodes", "followed", "reason"]
        rows = [asdict(conflict) for conflict in found]
        write_fresh(path, csv_text(rows, columns) + "\n", False, NAME_ANOTHER)
    where = (
        Words(f"listed in {path}", f"列于 {path}")
        if path
        else Words("list them with --conflicts FILE", "可用 --conflicts 文件 列出")
    )
    if found:
        counts = Words.joined(
            Words(f"{kind} followed in {count}", f"从 {kind} 者 {count} 处")
            for kind, count in sorted(followed.items())
        )
        note(
            Words(
                f"Note: {len(found)} conflicts of sources, {counts.en}; {where.en}.",
                f"注意：各来源有 {len(found)} 处冲突，{counts.zh}；{where.zh}。",
            )
        )


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
