"""lsgraph load: divisions and groups into the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import Output, database, progress, works
from cli.help import chinese, said
from cli.load.options import IntoExisting, Townships, Unsourced, Whole
from cli.load.words import SHOWN, tell, tell_overlays, tell_warnings
from cli.output import Format, put
from cli.waiting import Wait, Waiting
from graph.core.words import Words
from graph.settings import Settings

app = typer.Typer(
    no_args_is_help=True,
    help=said(
        "Load divisions or groups: read, validate, compare, write.",
        "载入区划或小组：读取、校验、比对、写入。",
    ),
)

DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run",
        help=said(
            "Name what would change, and how; write nothing.", "只列出将有哪些变动，不写入。"
        ),
    ),
]
Show = Annotated[
    int,
    typer.Option(
        "--show",
        min=0,
        help=said(
            "With --dry-run: nodes to name beside the groups.",
            "与 --dry-run 同用：除小组外还列出多少个节点。",
        ),
    ),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help=said(
            "Allow more than 5 % to be removed. It never replaces a file.",
            "允许删除超过 5%。从不覆盖文件。",
        ),
    ),
]


@app.command(cls=Waiting)
@works
@chinese("载入中国的行政区划，省级到县级：自带的，以及自备的表。")
def divisions(
    own: Annotated[
        Path | None,
        typer.Option(
            "--own",
            help=said(
                "A CSV table of your own, on top of those shipped.",
                "自备的 CSV 表，优先于自带的区划。",
            ),
        ),
    ] = None,
    townships: Townships = False,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            help=said(
                "Write a template for --own here; load nothing.", "在此写出 --own 的模板；不载入。"
            ),
        ),
    ] = None,
    dry_run: DryRun = False,
    show: Show = SHOWN,
    format: Output = Format.table,
    force: Force = False,
    into_existing: IntoExisting = False,
    wait: Wait = 0,
) -> None:
    """Load the divisions of China, province to county: those shipped, and a table of your own.

    Example: lsgraph load divisions --own divisions.csv
    """
    from loaders.load.naming import touched
    from loaders.load.own.rows import write_template
    from loaders.load.verbs import load_divisions, own_divisions

    if template:
        write_template(template)
        put(
            Words(
                f"{template}: fill it in, then: lsgraph load divisions --own {template}",
                f"{template}：填写后载入：lsgraph load divisions --own {template}",
            )
        )
        return
    data = own_divisions(own) if own else None
    with database() as db, progress() as report:
        changes = load_divisions(
            db, data, townships=townships, dry_run=dry_run, force=force,
            into_existing=into_existing, wait=wait, report=report,
        )  # fmt: skip
        found = touched(db, changes) if dry_run else None
    tell(Words("divisions", "区划"), changes, found, show, format)


@app.command(cls=Waiting)
@works
@chinese("载入小组：自带的，或自备的（见 docs/spreadsheets.md、docs/data.md）。")
def groups(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help=said(
                "XLSX, a folder of CSV, or YAML of your own; the shipped groups where none is given.",
                "自备的 XLSX、CSV 文件夹或 YAML；不写则载入自带小组。",
            )
        ),
    ] = None,
    whole: Whole = False,
    allow_unsourced: Unsourced = False,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            help=said(
                "What the load is called; loading the name again replaces it. Default: the file's.",
                "这次载入的名称；以同名再次载入即替换。默认为文件名。",
            ),
        ),
    ] = None,
    dry_run: DryRun = False,
    show: Show = SHOWN,
    format: Output = Format.table,
    force: Force = False,
    into_existing: IntoExisting = False,
    wait: Wait = 0,
) -> None:
    """Load groups: those that are shipped, or your own (docs/spreadsheets.md, docs/data.md).

    Example: lsgraph load groups my-groups.xlsx --dry-run
    """
    from loaders.load.datasets import given_files
    from loaders.load.naming import touched
    from loaders.load.verbs import load_groups
    from loaders.overlays.store import overlays_folder, overlays_of

    paths, overlays = (
        given_files(files or ()),
        overlays_of(overlays_folder(Settings.from_environment())),
    )
    with database() as db, progress() as report:
        changes, warnings = load_groups(
            db, paths, whole=whole, dry_run=dry_run, force=force,
            allow_unsourced=allow_unsourced, name=name, into_existing=into_existing, wait=wait,
            report=report, overlays=overlays,
        )  # fmt: skip
        found = touched(db, changes) if dry_run else None
    tell_warnings(warnings)
    if overlays.files:
        tell_overlays(len(overlays.files))
    tell(Words("groups", "小组"), changes, found, show, format)
