"""lsgraph compare: the authority structures of regions, side by side, with what cannot be said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import (
    AsOf,
    Basis,
    Output,
    Scope,
    SeenWithin,
    SpokenIn,
    asks,
    database,
    day,
    progress,
)
from cli.help import chinese, said
from cli.output import Format, out, put, table, write
from cli.results import Replace
from graph.core.as_of import SEEN_WITHIN
from graph.core.files import check_free, fresh_file
from graph.core.language import say, spoken
from graph.core.words import Words
from graph.export.answers import csv_text, json_text

if TYPE_CHECKING:
    from graph.regions.compare import Comparison

PAIRS = ("outcome", "a", "b", "n_a", "n_b", "delta", "delta_low", "delta_high", "interval_low",
         "interval_high", "p", "p_holm", "smallest_p")  # fmt: skip
"""Columns of the table; CSV has more."""


@asks
@chinese("比较各地区小组的类型、级差与统属覆盖率，条件允许时作精确检验。")
def compare(
    regions: Annotated[
        list[str],
        typer.Argument(
            help=said(
                "Provinces by name or code; regions by name (lsgraph regions), 长三角@2010 in a version,"
                " 沪苏=上海市+江苏省 put together; 跨省 for groups across provinces; 山东省@2017-12-31 on its"
                " day, 山东省@2013..2018 in a period.",
                "省份写名称或代码；区域写名称（见 lsgraph regions），可指定版本如 长三角@2010，也可自"
                "行组合如 沪苏=上海市+江苏省；跨省 指跨省小组；山东省@2017-12-31 为该地当日，山东省"
                "@2013..2018 为一段时期。",
            )
        ),
    ],
    as_of: AsOf = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=said(
                "Write a report: .html, .docx or .tex; or .json, .csv.",
                "写出报告：.html、.docx 或 .tex；也可为 .json、.csv。",
            ),
        ),
    ] = None,
    period: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FROM..TO",
            help=said(
                "Each region in a period, its end not in it: 2013..2018; repeat for before and after.",
                "各地区在某一时期，不含终点：2013..2018；可重复给出，以比较前后。",
            ),
        ),
    ] = None,
    language: SpokenIn = None,
    basis: Basis = "person",
    scope: Scope = "auto",
    field: Annotated[
        str | None,
        typer.Option(help=said("Only groups of a field: water.", "只计某领域的小组，如 water。")),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            help=said("Only groups of a kind: 领导小组.", "只计某一形式的小组，如 领导小组。")
        ),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option(
            help=said(
                "Only Province, Prefecture, County or Township.",
                "只计某一级：Province（省）、Prefecture（地）、County（县）或 Township（乡）。",
            )
        ),
    ] = None,
    seen_within: SeenWithin = SEEN_WITHIN,
    seed: Annotated[
        int | None,
        typer.Option(help=said("Seed of the permutations drawn.", "置换抽样的随机种子。")),
    ] = None,
    format: Output = Format.table,
    force: Replace = False,
) -> None:
    """Compare regions: types, gaps and coverage of their groups, with exact tests where they hold.

    Example: lsgraph compare 山东省 广东省 --as-of 2018-12-25 -o report.html
    Example: lsgraph compare 长三角 京津冀 --as-of 2018-12-31
    """
    from graph.regions import compare as ask
    from graph.regions.groups import Selection
    from graph.regions.permutation import SEED
    from visualize.report.write import check_ending, write_comparison

    if output is not None:
        check_ending(output)
        check_free(output, force)
    selection = Selection(basis, scope, field, kind, level, seen_within)
    with database() as db, progress() as report:
        found = ask(
            regions, day(as_of), periods=period or (), database=db, selection=selection,
            seed=SEED if seed is None else seed, report=report,
        )  # fmt: skip
    if output is not None:
        with fresh_file(output, force) as made:
            write_comparison(found, made, spoken())
        if found.refusal:
            put(found.refusal)
        put(Words(f"Wrote {output}.", f"已写入 {output}。"))
    else:
        _show(found, format)


OWN_DAY = Words(
    "Each group is read on its own last documented day; --as-of DAY reads all on one.",
    "各小组按其最后记载之日读取；--as-of 则统一按某日读取。",
)


def _show(found: Comparison, format: Format) -> None:
    from visualize.report.tables import pairs

    rows = pairs(found)
    if format is Format.json:
        write(json_text([found.to_dict()]))
    elif format is Format.csv:
        write(csv_text(rows, list(rows[0])))
    else:
        _table(found)


def _table(found: Comparison) -> None:
    """For people: what was compared and is unknown, what differs most, each warning once, then the rest."""
    from visualize.report.overview import overview
    from visualize.report.tables import figures, pairs

    labels = [one.region.label for one in found.regions]
    if found.refusal:
        put(found.refusal, style="bold")
    known = overview(found, spoken())
    out.print(table(known, list(known[0])))
    if any(one.region.when is None for one in found.regions):
        put(OWN_DAY)
    put(found.summed_up)
    for text in found.cautions:
        put(f"! {say(text)}")
    rows = pairs(found)
    compared = [row for row in rows if row["delta"] is not None] or rows
    out.print(table(compared, PAIRS))
    if left := len(rows) - len(compared):
        put(
            say(
                Words(
                    f"{left} pairs are not compared: one side has no known value.",
                    f"{left} 对未比较：一方没有已知值。",
                )
            )
        )
    lines = [
        {"figure": line.name, **dict(zip(labels, line.values, strict=True))}
        for line in figures(found, spoken())
    ]
    out.print(table(lines, ("figure", *labels)))
    put(
        Words(
            "Definitions: docs/regions.md, an operationalisation of this project and not the paper's own.",
            "定义见 docs/regions.md；均为本项目的操作化定义，并非论文原有。",
        ),
        style="dim",
    )
