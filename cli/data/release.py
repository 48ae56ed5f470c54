"""lsgraph data ids, release: what is permanent, and what is published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import reported
from cli.help import chinese, said
from cli.output import put
from cli.results import Replace
from graph.core.errors import InputError
from graph.core.files import filled_folder
from graph.core.words import Words


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
@chinese("写出要上传的全部内容：数据包、SQLite、关联数据、FollowTheMoney、校验和。")
def release(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help=said("Folder for the release.", "发布版所在的文件夹。")
        ),
    ],
    force: Replace = False,
) -> None:
    """Write all that is uploaded: the package, SQLite, linked data, FollowTheMoney, checksums.

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
