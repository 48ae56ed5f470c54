"""A third reading: sheets of what two coders differ on, and what stands when it is done."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.core.words import Words
from graph.export.codebook import About
from loaders.coding.form import ANSWERS, COMPARED, FIXED, INPUTS, TYPED, answer
from loaders.coding.read import Cells, Sheet, read_part

THIRD_NOTE = Words(
    "answers_1 and answers_2 are those of two coders, whose order was drawn anew for each row. Read the"
    " sources yourself; either may be right, or neither. Where the sources do not carry an answer write"
    " source_sufficient no and leave the type empty.",
    "answers_1 和 answers_2 是两名编码者的答案，次序逐行重新抽定。请自行查阅来源：可能一方正确，也可能"
    "都不正确。来源不足以作答的，source_sufficient 填 no，类型留空。",
)


def differing(one: Sheet, other: Sheet) -> list[str]:
    """The groups of whose types two coders said different things, in the order of the first sheet."""
    return [
        uid for uid, cells in one.rows.items()
        if any(answer(column, cells) != answer(column, other.rows[uid]) for column in TYPED)
    ]  # fmt: skip


def third_sheet(one: Sheet, other: Sheet, seed: int) -> tuple[list[Cells], About]:
    """Rows for a third reading: what both said, shuffled and unnamed, and nothing filled in."""
    luck = random.Random(seed)
    rows: list[Cells] = []
    for uid in differing(one, other):
        both = list(_told(one.rows[uid], other.rows[uid]))
        luck.shuffle(both)
        fixed = {column.name: one.rows[uid].get(column.name, "") for column in FIXED}
        rows.append({**fixed, "answers_1": both[0], "answers_2": both[1]})
    shown, whole = len(rows), len(one.rows)
    facts = (
        (Words("seed", "种子"), Words.same(seed)),
        (Words("groups", "小组"), Words(f"{shown} of {whole}", f"{whole} 个中的 {shown} 个")),
    )
    return rows, About(Words("A third reading", "第三次判读"), facts, (THIRD_NOTE,))


def _told(one: Cells, other: Cells) -> Iterator[str]:
    """What each of two coders said in the columns in which they differ."""
    differ = [c for c in COMPARED if answer(c, one) != answer(c, other)]
    for cells in (one, other):
        yield "; ".join(f"{column}: {cells.get(column, '-')}" for column in differ)


def settled(one: Sheet, other: Sheet, third: Path) -> tuple[list[Cells], About]:
    """The settled coding: what two coders agree on, else what the third reading says, else nothing.

    Raises InvalidData where the third sheet does not hold just the groups on which they differ.
    """
    read = read_part(third, one, differing(one, other))
    rows = [_settled(cells, other.rows[uid], read.rows.get(uid)) for uid, cells in one.rows.items()]
    third_time = len(read.rows)
    facts = (
        (Words("agreed", "意见一致"), Words.same(len(rows) - third_time)),
        (Words("third reading", "第三次判读"), Words.same(third_time)),
    )
    return rows, About(Words("A settled coding", "确定的编码"), facts)


def _settled(one: Cells, other: Cells, third: Cells | None) -> Mapping[str, str]:
    row = {column.name: one.get(column.name, "") for column in FIXED}
    for column in (*INPUTS, *ANSWERS):
        agreed = answer(column.name, one) == answer(column.name, other)
        row[column.name] = (one if agreed else third or {}).get(column.name, "")
    enough = third or max(one, other, key=lambda cells: cells["source_sufficient"])
    return {
        **row,
        "source_sufficient": enough["source_sufficient"],
        "note": (third or {}).get("note", ""),
    }
