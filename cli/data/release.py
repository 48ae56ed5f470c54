"""lsgraph data ids, diff, patch, release: what is permanent, what changed, and what is published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import Output, reported
from cli.help import chinese, said
from cli.output import Format, put, show
from cli.results import Replace
from graph.core.errors import InputError
from graph.core.files import check_folder, check_free, filled_folder, write_fresh
from graph.core.words import Words

Old = Annotated[
    Path,
    typer.Argument(
        help=said(
            "Folder of the earlier release (`lsgraph data package`).",
            "较早版本的文件夹（由 `lsgraph data package` 写出）。",
        )
    ),
]


@reported
@chinese(
    "为自带数据中新增的人物、机构、职务和文件编永久标识。\n\n标识永不改变；各命令都可用它代"
    "替 uid。供数据维护者使用。"
)
def ids(
    check: Annotated[
        bool,
        typer.Option("--check", help=said("Only say what has no id yet.", "只列出尚无编号的。")),
    ] = False,
) -> None:
    """Give permanent ids to persons, bodies, posts and documents that are new in the shipped data.

    An id never changes; every command takes it in the place of a uid. For those who maintain the data.

    Example: lsgraph data ids --check
    """
    from loaders.groups.read import read_everything
    from loaders.package.ids import fresh_ids, write_ids
    from loaders.package.rows import entry_rows

    tables = entry_rows(read_everything())
    fresh = fresh_ids(str(row["uid"]) for rows in tables.values() for row in rows if "uid" in row)
    if not check:
        write_ids(fresh)
    count = len(fresh)
    put(
        Words(f"{count} have no id yet.", f"{count} 项尚无标识。")
        if check
        else Words(f"{count} got an id.", f"已为 {count} 项编标识。")
    )
    for given, uid in list(fresh.items())[:20]:
        put(f"{given} {uid}")
    if check and fresh:
        raise typer.Exit(1)


@reported
@chinese(
    "比较数据的两个版本：逐表列出新增、删除、移动（uid 更换）和改动的行。\n\n`lsgraph data "
    "patch` 用较早版本和改动文件得出较晚版本。"
)
def diff(
    old: Old,
    new: Annotated[
        Path, typer.Argument(help=said("Folder of the later release.", "较晚版本的文件夹。"))
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=said(
                "Write every changed cell here (CSV).", "把每一处改动的单元格写入此文件（CSV）。"
            ),
        ),
    ] = None,
    changelog: Annotated[
        bool,
        typer.Option(
            "--changelog",
            help=said(
                "Print Markdown with the groups that came and went.",
                "以 Markdown 打印新增与撤去的小组。",
            ),
        ),
    ] = False,
    format: Output = Format.table,
    force: Replace = False,
) -> None:
    """Compare two releases of the data: rows added, removed, moved (a new uid) and changed, by table.

    `lsgraph data patch` makes the later release of the earlier one and the file of changes.

    Example: lsgraph data diff data-1.0.1 data-2.0.0 -o changes.csv
    """
    from loaders.package import changelog as told
    from loaders.package.diff import compared, diff_text, read_release

    if output is not None:
        check_free(output, force)
    before, after = read_release(old), read_release(new)
    changes = compared(before, after)
    if changelog:
        put(told.changelog(before, after, changes))
    else:
        rows = told.summary(before, after, changes)
        show(rows, list(rows[0]), format)
    if output is not None:
        write_fresh(output, diff_text(changes), force)
        put(Words(f"{len(changes)} changes: {output}", f"{len(changes)} 处改动：{output}"))


@reported
@chinese("用较早版本和改动文件得出较晚版本的各表，逐字节相同。")
def patch(
    old: Old,
    changes: Annotated[
        Path,
        typer.Argument(
            help=said("What `lsgraph data diff -o` wrote.", "`lsgraph data diff -o` 写出的文件。")
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help=said("Folder for the tables (CSV).", "各表（CSV）所在的文件夹。")
        ),
    ],
    force: Replace = False,
) -> None:
    """Make the tables of a later release of an earlier one and the changes, byte for byte.

    Example: lsgraph data patch data-1.0.1 changes.csv -o data-2.0.0
    """
    from loaders.package.diff import csv_text, patched, read_diff, read_release

    check_folder(output, force)
    made = patched(read_release(old), read_diff(changes))
    with filled_folder(output, force) as folder:
        (folder / "csv").mkdir(parents=True)
        for name, sheet in made.items():
            text = csv_text(sheet)
            (folder / "csv" / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    put(Words(f"{len(made)} tables: {output}", f"{len(made)} 个表：{output}"))


@reported
@chinese(
    "写出要上传的全部内容：数据包、供 Datasette 使用的 SQLite、关联数据、FollowTheMoney、校验和。"
)
def release(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help=said("Folder for the release.", "发布版所在的文件夹。")
        ),
    ],
    force: Replace = False,
) -> None:
    """Write all that is uploaded: the package, SQLite for Datasette, linked data, FollowTheMoney, checksums.

    Example: lsgraph data release -o build/release
    """
    import sqlite3

    from loaders.groups.read import read_everything
    from loaders.package.release.about import held
    from loaders.package.release.write import write_release
    from loaders.package.write import about

    with filled_folder(output, force) as made:
        try:
            rows = write_release(read_everything(), made)
        except sqlite3.Error as error:
            text = f"SQLite {sqlite3.sqlite_version} of this Python cannot write the file: {error}."
            raise InputError(
                Words(
                    f"{text} It takes SQLite 3.34 or later and room on the disk.",
                    f"本机 Python 的 SQLite {sqlite3.sqlite_version} 无法写出该文件：{error}。需要 SQLite "
                    "3.34 以上版本，并有足够的磁盘空间。",
                )
            ) from None
        files = held(made)
    put(
        Words(
            f"{sum(map(len, rows.values()))} rows in {len(rows)} tables, version {about()['version']}.",
            f"{len(rows)} 个表，共 {sum(map(len, rows.values()))} 行，版本 {about()['version']}。",
        )
    )
    put(
        Words(
            f"{len(files)} files, {sum(one.size for one in files) / 1e6:.0f} MB: {output}",
            f"{len(files)} 个文件，{sum(one.size for one in files) / 1e6:.0f} MB：{output}",
        )
    )
