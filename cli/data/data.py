"""lsgraph data: the quality of the group data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import database, reported, works
from cli.help import chinese, said
from cli.output import note, put
from cli.results import Replace
from graph.core.errors import InputError
from graph.core.files import check_free, filled_folder, fresh_file, write_fresh
from graph.core.words import Words

if TYPE_CHECKING:
    from graph.connection import Database
    from graph.pictures import GroupEntry
    from loaders.groups.rows import GroupData

app = typer.Typer(
    no_args_is_help=True,
    help=said("Look at the shipped group data itself.", "检查、整理和发布自带的小组数据。"),
)


@app.callback()
@chinese("检查、整理和发布自带的小组数据。")
def data() -> None:
    """Look at the shipped group data itself."""


@app.command()
@reported
@chinese(
    "检查小组数据：缺漏、异常、重复，以及覆盖情况。\n\n若有不在已知情形之列的发现，则以 1 "
    "退出；不再出现的已知情形也会指出。"
)
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help=said(
                "Files of your own, beside the shipped ones.", "自备文件，与自带数据一并读取。"
            )
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=said(
                "Write the report here, not to the screen.", "报告写入此文件，不显示在屏幕上。"
            ),
        ),
    ] = None,
    known: Annotated[
        Path | None,
        typer.Option(
            "--known",
            help=said(
                "Known cases of your own files: kind, why, uids (docs/data.md).",
                "自备文件的已知情形：kind、why、uids（见 docs/data.md）。",
            ),
        ),
    ] = None,
    force: Replace = False,
) -> None:
    """Check the group data: what is missing, odd or twice, and what it covers.

    Ends with 1 where a find is not among the known cases, and names known cases that do not occur
    any more.

    Example: lsgraph data check my.yaml --known my-known.yaml -o quality.md
    """
    from loaders.groups.read import read_everything
    from loaders.quality.finds import finds
    from loaders.quality.known import judged, known_cases, told
    from loaders.quality.report import report

    if output is not None:
        check_free(output, force)
    data = read_everything(*(files or ()))
    result = judged(finds(data), known_cases(*filter(None, [known])))
    text = report(data, result)
    if output is None:
        put(text)
    else:
        write_fresh(output, text, force)
        put(Words(f"Report: {output}", f"报告：{output}"))
    for line in told(result):
        note(line, style="yellow")
    if result.new:
        raise InputError(
            Words(
                f"{len(result.new)} new finds. Correct the data, or list the cases with the reason why they"
                " stay (--known).",
                f"有 {len(result.new)} 处新发现。请更正数据，或把这些情形连同保留的理由列出（--known）。",
            )
        )


@app.command()
@works
@chinese("写出有据可查的小组对三种类型说明了什么；图谱须已载入本数据集。")
def findings(
    output: Annotated[
        Path, typer.Option("-o", "--output", help=said("Write the page here.", "页面写入此文件。"))
    ] = Path("docs/findings.md"),
    force: Replace = False,
) -> None:
    """Write what the documented groups show about the three types; the graph must hold the dataset.

    Example: lsgraph data findings -o docs/findings.md --force
    """
    from loaders.groups.read import read_everything
    from loaders.quality.findings import findings as page

    check_free(output, force)
    with dataset() as db:
        text = page(db, read_everything())
    write_fresh(output, text, force)
    put(Words(f"Page: {output}", f"页面：{output}"))


@app.command()
@reported
@chinese("把小组数据写成 Frictionless 数据包：CSV、Parquet、编码手册、数据说明书。")
def package(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help=said("Folder for the package.", "数据包所在的文件夹。")
        ),
    ],
    force: Replace = False,
) -> None:
    """Write the group data as a Frictionless Data Package: CSV, Parquet, codebook, datasheet.

    Example: lsgraph data package -o build/package
    """
    from loaders.groups.read import read_everything
    from loaders.package.write import write_package

    with filled_folder(output, force) as made:
        rows = write_package(read_everything(), made)
    for name, found in rows.items():
        put(Words(f"{name}: {len(found)} rows", f"{name}：{len(found)} 行"))
    put(Words(f"Package: {output / 'datapackage.json'}", f"数据包：{output / 'datapackage.json'}"))


@app.command()
@works
@chinese(
    "把全部小组列成一个页面，可按地区、级别、领域、类型和年份筛选。\n\n各行链接到 --pages 所指文件夹中的"
    "页面，否则链接到列表旁 `groups` 文件夹中的页面。图谱须已载入本数据集。"
)
def index(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help=said("HTML file to write.", "要写出的 HTML 文件。")),
    ] = Path("index.html"),
    pages: Annotated[
        Path | None,
        typer.Option(
            "--pages",
            metavar="DIR",
            help=said(
                "Write a page of each group into this folder, too (minutes).",
                "同时把每个小组的页面写入此文件夹（需数分钟）。",
            ),
        ),
    ] = None,
    force: Replace = False,
) -> None:
    """Write the list of all groups as one page that filters by region, level, field, type and year.

    Rows link to the pages in DIR, else to those that stand in the folder `groups` beside the list. The graph
    must hold the dataset.

    Example: lsgraph data index -o build/index.html --pages build/groups
    """
    from loaders.groups.read import read_everything

    check_free(output, force)
    with dataset() as db:
        listed = write_list(db, read_everything(), output, pages, force)
    linked = sum(entry.link is not None for entry in listed)
    put(
        Words(
            f"List: {output}, {len(listed)} groups, {linked} with a page.",
            f"列表：{output}，{len(listed)} 个小组，其中 {linked} 个有页面。",
        )
    )
    if not linked:
        put(
            Words(
                "--pages DIR writes a page of each group.", "--pages 文件夹 可为每个小组写出页面。"
            )
        )


def write_list(
    db: Database, data: GroupData, path: Path, pages: Path | None = None, force: bool = False
) -> list[GroupEntry]:
    """Write the list, with `pages` a page of each group into that folder too; returns the rows."""
    from graph.catalogue import queries
    from loaders.quality.listing import group_entries
    from visualize.page.group_index import PAGES, TITLE, page_of, write_group_index

    if pages:
        _write_pages(db, {group.uid for group in data.groups}, pages, force)
    folder = pages or path.parent / PAGES
    rows = queries.authority_by_group(sensitivity=False, database=db)
    types = {row.group: row for row in rows}

    def link(uid: str) -> str | None:
        page = folder / page_of(uid)
        # Relative with "/" on every system; what is a link on the disk stays one.
        return Path(os.path.relpath(page, path.parent)).as_posix() if page.is_file() else None

    listed = list(group_entries(data, types, link))
    with fresh_file(path, force) as made:
        write_group_index(TITLE, listed, made)
    return listed


def _write_pages(db: Database, groups: set[str], folder: Path, force: bool) -> None:
    from graph.ask.authority import every_authority
    from graph.pictures.group.picture import group_picture
    from visualize import write_page
    from visualize.page.group_index import page_of

    with filled_folder(folder, force) as made:
        made.mkdir()
        for answer in every_authority(db):
            if answer.group.group in groups:
                write_page(group_picture(db, answer), made / page_of(answer.group.group))


@contextmanager
def dataset() -> Iterator[Any]:
    """The database, which must hold the dataset; raises InputError where it does not."""
    from loaders.load.verbs import holds_dataset

    with database() as db:
        if not holds_dataset(db):
            raise InputError(
                Words(
                    "The graph does not hold the dataset: lsgraph load groups --all",
                    "图谱中没有本数据集，请先载入：lsgraph load groups --all",
                )
            )
        yield db
