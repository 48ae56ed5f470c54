"""lsgraph export: the graph as files for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import AsOf, database, day, progress, works
from cli.help import chinese, said
from cli.output import note, put
from cli.results import Replace
from graph.core.files import check_folder, check_free
from graph.core.words import NOTHING, Words
from graph.export.formats import FOLDERS, GraphFormat, Projection, format_of
from graph.export.network.looks import MOST_PLACED


@works
@chinese(
    "导出图谱：数据表，或供 Gephi 或 igraph 使用的网络。\n\n何种工"
    "具用何种格式，见 docs/export.md。加 --as-of 则只取当日存续者。网络（.gexf、.graphml）"
    "可以收窄，节点即有位置和颜色。区域的网络以今天为准，除非用 --as-of 指明日期，且少于 "
    "500 个节点；略去的部分会说明。"
)
def export(
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            help=said(
                "File, or folder for csv, parquet, dta.",
                "文件；csv、parquet、dta 则为文件夹。",
            ),
        ),
    ],
    format: Annotated[
        GraphFormat | None,
        typer.Option(
            "--format",
            help=said("Guessed from the ending where it tells.", "格式；能从扩展名看出时可不写。"),
        ),
    ] = None,
    as_of: AsOf = None,
    region: Annotated[
        list[str] | None,
        typer.Option(
            "--region",
            help=said(
                "Of a network: groups with a seat or host there: 山东省, 长三角.",
                "网络：只取在该地有席位或东道政府的小组：山东省、长三角。",
            ),
        ),
    ] = None,
    group: Annotated[
        list[str] | None,
        typer.Option(
            "--group",
            help=said(
                "Of a network: this group; may be repeated.", "网络：只取该小组；可重复给出。"
            ),
        ),
    ] = None,
    fields: Annotated[
        str,
        typer.Option(
            "--fields",
            metavar="FIELD,...",
            help=said("Of a network: groups of these fields.", "网络：只取这些领域的小组。"),
        ),
    ] = "",
    projection: Annotated[
        Projection | None,
        typer.Option(
            "--projection",
            help=said(
                "Of a network: members or persons, tied by shared groups.",
                "网络：投影为成员（members）或人物（persons），以同在一组相连。",
            ),
        ),
    ] = None,
    complete: Annotated[
        bool,
        typer.Option(
            "--complete",
            help=said(
                "Of a region: all days if none is given, and however many nodes.",
                "区域：未写日期则取各日，节点多少不限。",
            ),
        ),
    ] = False,
    force: Replace = False,
) -> None:
    """Take the graph away: tables, or networks for Gephi or igraph.

    Which format for which tool: docs/export.md. With --as-of only what is in force on that day.
    A network (.gexf, .graphml) can be narrowed; then its nodes have places and colours. That of a region
    is of today unless --as-of names a day, and of fewer than 500 nodes; it says what it left out.

    Example: lsgraph export -o lsgraph.graphml --as-of 2018-12-25
    Example: lsgraph export -o guangdong.gexf --region 广东省 --as-of 2018-12-25
    Example: lsgraph export -o guangdong-all.gexf --region 广东省 --complete
    Example: lsgraph export -o persons.gexf --projection persons --fields water,environment
    """
    from graph.export.network.wanted import Wanted
    from graph.export.write import check_narrowed, export_graph
    from loaders.package.graph_tables import TABLES

    chosen = format_of(output, format)
    named = tuple(one.strip() for one in fields.split(",") if one.strip())
    wanted = Wanted(tuple(region or ()), tuple(group or ()), named, projection, complete)
    check_narrowed(chosen, wanted)
    (check_folder if chosen in FOLDERS else check_free)(output, force)
    asked = day(as_of)
    with database() as db, progress() as report:
        made = export_graph(
            db, TABLES, output, format, as_of=asked, wanted=wanted, force=force, report=report
        )
    if made.beyond:
        told = ", ".join(made.beyond)
        note(
            Words(
                f"Note: no table has a column for {told}: left out.",
                f"注意：没有表含有列 {told}，已略去。",
            ),
            style="yellow",
        )
    for sentence in made.left_out:
        note(Words(f"Note: {sentence.en}", f"注意：{sentence.zh}"))
    if made.unplaced:
        note(
            Words(
                f"Note: more than {MOST_PLACED:,} nodes have no places. Lay them out in Gephi, or narrow"
                " more.",
                f"注意：节点超过 {MOST_PLACED:,} 个，未排布位置。请在 Gephi 中布局，或再收窄。",
            )
        )
    counted = NOTHING
    if made.counts:
        nodes, edges = made.counts["node"], made.counts["edge"]
        counted = Words(
            f" ({nodes:,} nodes, {edges:,} edges)", f"（{nodes:,} 个节点，{edges:,} 条边）"
        )
    put(Words(f"Graph: {made.path}{counted.en}", f"图谱：{made.path}{counted.zh}"))
    if made.codebook:
        put(Words(f"Codebook: {made.codebook}", f"编码手册：{made.codebook}"))
