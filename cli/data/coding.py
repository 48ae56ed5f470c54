"""lsgraph data sheet, agreement, settle: codings of the types by readers, held together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import AsOf, Output, asks, database, day, reported, works
from cli.data.data import dataset
from cli.help import chinese, said
from cli.output import Format, note, out, put, show, table
from cli.results import Replace
from graph.core.words import Words

if TYPE_CHECKING:
    from loaders.coding.compare import Figure
    from loaders.coding.read import Sheet

SEED = 20261127
"""Where no other is given; every sheet and table tells its seed."""

Seed = Annotated[
    int,
    typer.Option(
        "--seed",
        help=said("Seed of what is drawn; printed along.", "抽样的随机种子；随结果一并打印。"),
    ),
]
SheetFile = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help=said("Sheet to write: .xlsx or .csv.", "要写出的编码表：.xlsx 或 .csv。"),
    ),
]
SHOWN = ("column", "coders", "unknown", "measure", "category", "n", "all", "A", "B")


@works
@chinese(
    "写出一份空白的类型编码表：小组、日期、来源和给编码者的规则。\n\n含成员政府在两个以上的"
    "全部小组，及由随机种子抽出的其他 50 个；各以其最后记载之日为准，或取 --as-of 当日存"
    "续者。图谱须已载入本数据集。"
)
def sheet(
    output: SheetFile = Path("coding.xlsx"),
    seed: Seed = SEED,
    as_of: AsOf = None,
    most: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help=said(
                "Draw so many groups of several governments, not all.",
                "涉及多个政府的小组只抽取这么多个，而非全部。",
            ),
        ),
    ] = None,
    force: Replace = False,
) -> None:
    """Write an empty sheet for a coding of the types: groups, days, sources, and the rules for coders.

    All groups with two or more member governments and 50 others that the seed draws, each on its own
    last documented day, or those in force on --as-of. The graph must hold the dataset.

    Example: lsgraph data sheet -o coding.xlsx --seed 7
    """
    from graph.core.files import check_free
    from loaders.coding.draw import draw
    from loaders.coding.write import check_ending, write_sheets
    from loaders.groups.read import read_everything

    check_ending(output)
    check_free(output, force)
    asked = day(as_of)
    with dataset() as db:
        drawn = draw(db, read_everything(), seed, asked, most=most)
    _written(write_sheets(output, drawn.sheets, drawn.about, force))
    put(
        Words(
            f"Seed {seed}: {drawn.intergovernmental} groups of two or more member governments and"
            f" {len(drawn.rows) - drawn.intergovernmental} others.",
            f"随机种子 {seed}：成员政府在两个以上的小组 {drawn.intergovernmental} 个，其他小组 "
            f"{len(drawn.rows) - drawn.intergovernmental} 个。",
        )
    )


@asks
@chinese(
    "编码的一致性：Cohen κ、Krippendorff α、各类别、各输入项、混淆表。\n\n附按群计算的 95% "
    "区间；分别就全部小组与各半、计入与不计 UNKNOWN 给出。n 为两名编码者（或其中任意两名）"
    "均作答的小组数。"
)
def agreement(
    sheets: Annotated[
        list[Path],
        typer.Argument(
            help=said("Filled sheets, .xlsx or .csv.", "已填好的编码表，.xlsx 或 .csv。")
        ),
    ],
    program: Annotated[
        bool,
        typer.Option(
            "--program",
            help=said(
                "Take the answers of the graph as one more coder.", "把图谱的答案也当作一名编码者。"
            ),
        ),
    ] = False,
    seed: Seed = SEED,
    draws: Annotated[
        int,
        typer.Option(
            min=1, help=said("Samples of clusters for intervals.", "计算区间时的整群抽样次数。")
        ),
    ] = 2000,
    format: Output = Format.table,
) -> None:
    """Agreement of codings: Cohen's kappa, Krippendorff's alpha, categories, inputs, confusion tables.

    With 95 % intervals over clusters, with and without UNKNOWN, over all groups and each half. n is the
    number of groups that both coders, or two of all, answered.

    Example: lsgraph data agreement first.xlsx second.xlsx --program --format csv
    """
    from loaders.coding.compare import COLUMNS, compare
    from loaders.coding.program import program_sheet
    from loaders.coding.read import read_sheets

    coders = read_sheets(sheets)
    if program:
        with database() as db:
            coders.append(program_sheet(db, coders[0]))
        for uid, cells in coders[-1].rows.items():
            if "type_by_table" not in cells:
                note(
                    Words(
                        f"The graph holds no {uid} in force on {cells['day']}: left open.",
                        f"图谱中没有 {cells['day']} 存续的 {uid}：留空。",
                    )
                )
    figures = compare(coders, seed, draws)
    _told(coders, seed, draws)
    if format is not Format.table:
        show(figures, COLUMNS, format)
        return
    show(_beside(figures), SHOWN, format)
    _confusions(figures)


@reported
@chinese(
    "就两名编码者类型判断不同的小组，写出供第三次判读的编码表。\n\n两份答案次序打乱、不署名。"
    "加 --third 则给出最终编码：一致的答案，否则取第三次判读。"
)
def settle(
    one: Annotated[
        Path,
        typer.Argument(
            metavar="SHEET", help=said("The first filled sheet.", "第一份已填好的编码表。")
        ),
    ],
    other: Annotated[Path, typer.Argument(metavar="SHEET", help=said("The second.", "第二份。"))],
    output: SheetFile = Path("third.xlsx"),
    third: Annotated[
        Path | None,
        typer.Option(
            "--third",
            help=said(
                "The third reading, filled in: write what stands.",
                "已填好的第三次判读：写出最终编码。",
            ),
        ),
    ] = None,
    seed: Seed = SEED,
    force: Replace = False,
) -> None:
    """Write a sheet for a third reading of the groups on whose types two coders differ.

    The two answers stand shuffled and unnamed. With --third the settled coding: agreed answers, else
    those of the third reading.

    Example: lsgraph data settle first.xlsx second.xlsx -o third.xlsx
    Example: lsgraph data settle first.xlsx second.xlsx --third third.xlsx -o settled.xlsx
    """
    from graph.core.files import check_free
    from loaders.coding.form import SHEET, THIRD
    from loaders.coding.read import read_sheets
    from loaders.coding.settle import settled, third_sheet
    from loaders.coding.write import check_ending, write_sheets

    check_ending(output)
    check_free(output, force)
    first, second = read_sheets([one, other])
    rows, about = settled(first, second, third) if third else third_sheet(first, second, seed)
    _written(write_sheets(output, [(SHEET if third else THIRD, rows)], about, force))
    facts = (Words.joined(fact, ": ", "：") for fact in about.facts)
    put(Words.joined(facts, "; ", "；"))


def _written(paths: Sequence[Path]) -> None:
    for path in paths:
        put(Words(f"Wrote {path}", f"已写入 {path}"))


def _told(coders: Sequence[Sheet], seed: int, draws: int) -> None:
    """Say beside the figures of what they are."""
    for coder in coders:
        note(
            Words(
                f"{coder.path}: {len(coder.rows)} groups, sha256 {coder.sha256}",
                f"{coder.path}：{len(coder.rows)} 个小组，sha256 {coder.sha256}",
            ),
            soft_wrap=True,
        )
    note(
        Words(
            f"Intervals: 95 % of {draws} samples of clusters, seed {seed}.",
            f"区间：{draws} 次整群抽样的 95%，随机种子 {seed}。",
        )
    )


def _beside(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """A line for each measure, all groups and the two halves side by side, each with its interval."""
    lines: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in figures:
        if row["measure"] != "confusion":
            head = {name: row[name] for name in SHOWN[:5]}
            line = lines.setdefault(tuple(head.values()), head)
            line[row["part"]] = _bounded(row)
            line.setdefault("n", row["n"])
    return list(lines.values())


def _bounded(row: Figure) -> str | None:
    if row["value"] is None:
        return None
    bounds = f" ({row['low']:.2f} to {row['high']:.2f})" if row["low"] is not None else ""
    return f"{row['value']:.2f}{bounds}"


def _confusions(figures: Sequence[Figure]) -> None:
    """Print a table for each two coders and each type over all groups: the first down, the second across."""
    held: dict[str, dict[str, dict[str, int]]] = {}
    for row in figures:
        if (row["measure"], row["part"], row["unknown"]) == ("confusion", "all", "counted"):
            down = held.setdefault(f"{row['column']}, {row['coders']}", {})
            down.setdefault(row["category"], {})[row["other"]] = row["value"]
    for title, rows in held.items():
        columns = sorted({name for row in rows.values() for name in row})
        out.print(table([{"": name} | row for name, row in rows.items()], ["", *columns], title))
