"""lsgraph db: the private local Neo4j."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import Output, database, progress, reported
from cli.help import chinese, said
from cli.output import Format, note, put, show
from cli.results import Replace
from cli.waiting import Wait, Waiting
from graph.core.files import fresh_file
from graph.core.language import say
from graph.core.words import Words
from graph.settings import Settings

app = typer.Typer(
    no_args_is_help=True,
    help=said(
        "The private local Neo4j: start, stop, status, dump, restore, repair, upgrade.",
        "本机专用的 Neo4j：启动、停止、状态、转储、恢复、修复、升级。",
    ),
)


@app.command()
@reported
@chinese("启动专用服务器，首次启动时先下载；运行到 `db stop` 为止。")
def start(
    prepare: Annotated[
        bool,
        typer.Option(
            help=said(
                "Plan the first question about a group now, not when it is asked.",
                "现在就为首次小组查询作好执行计划，而不等到提问时。",
            )
        ),
    ] = True,
) -> None:
    """Start the private server, fetching it at the first time; it runs until `db stop`.

    Example: lsgraph db start
    """
    from graph.ask.authority import prepare as prepare_question
    from graph.connection import connect
    from graph.server.lent import keep
    from graph.server.local import ensure_running

    settings = Settings.from_environment()
    with progress() as report:
        endpoint = ensure_running(settings, report)
        keep(settings)
        if prepare and endpoint.started_by_us:
            report(say(Words("Planning the first question", "准备首次查询")), 0, 1)
            with connect(settings) as database:
                prepare_question(database)
    word = Words("started", "已启动") if endpoint.started_by_us else Words("runs", "正在运行")
    put(
        Words(
            f"Neo4j {word.en} at {endpoint.uri}, user {endpoint.user}.",
            f"Neo4j {word.zh}：{endpoint.uri}，用户 {endpoint.user}。",
        )
    )


@app.command(cls=Waiting)
@reported
@chinese("停止专用服务器；有载入正在进行时不停止。")
def stop(wait: Wait = 0) -> None:
    """Stop the private server, but not while a load runs.

    Example: lsgraph db stop
    """
    from graph.server.local import stop as stop_server

    stopped = stop_server(Settings.from_environment(), wait)
    put(
        Words("Neo4j stopped.", "Neo4j 已停止。")
        if stopped
        else Words("No private Neo4j was running.", "专用 Neo4j 并未运行。")
    )


@app.command()
@reported
@chinese("说明服务器是否运行、在何处，以及占用多少磁盘。")
def status(format: Output = Format.table) -> None:
    """Tell whether the server runs, where, and how much it holds on disk.

    Example: lsgraph db status --format json
    """
    from graph.server.local import status as server_status

    found = server_status(Settings.from_environment())
    row = {
        "running": found.running,
        "uri": found.uri,
        "pid": found.pid,
        "version": found.version,
        "data": str(found.data_dir) if found.data_dir else None,
        "bytes": found.size_bytes,
    }
    show([row], list(row), format)


@app.command(cls=Waiting)
@reported
@chinese("把整个图谱写入一个文件；其间服务器暂停。")
def dump(
    file: Annotated[
        Path,
        typer.Argument(
            help=said("File to write, for example graph.dump.", "要写出的文件，例如 graph.dump。")
        ),
    ],
    force: Replace = False,
    wait: Wait = 0,
) -> None:
    """Write the whole graph into one file; the server pauses for it.

    Example: lsgraph db dump graph.dump
    """
    from graph.server.admin import dump as dump_server

    with fresh_file(file, force) as made, progress() as report:
        dump_server(Settings.from_environment(), made, report, wait)
    put(Words(f"Wrote {file}.", f"已写入 {file}。"))


@app.command(cls=Waiting)
@reported
@chinese("从转储文件恢复整个图谱。")
def restore(
    file: Annotated[
        Path, typer.Argument(help=said("A file that `db dump` wrote.", "`db dump` 写出的文件。"))
    ],
    force: Annotated[
        bool,
        typer.Option(
            "--force", help=said("Replace a graph that holds data.", "替换已有数据的图谱。")
        ),
    ] = False,
    wait: Wait = 0,
) -> None:
    """Read the whole graph back from a dump.

    Example: lsgraph db restore graph.dump
    """
    from graph.server.admin import restore as restore_server

    with progress() as report:
        restore_server(Settings.from_environment(), file, force, report, wait)
    put(Words(f"Restored from {file}.", f"已从 {file} 恢复。"))


@app.command(cls=Waiting)
@reported
@chinese("把打不开的专用数据库移开，另建空库；不删除任何内容；先说明将做什么。")
def repair(
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help=said("Say what it would do, and do nothing.", "只说明将做什么，不执行。"),
        ),
    ] = False,
    wait: Wait = 0,
) -> None:
    """Set a private database that does not open aside and begin an empty one; says first what it does.

    Nothing is removed, and what the graph holds is written into tables where the database still opens.

    Example: lsgraph db repair --dry-run
    """
    from graph.export.formats import GraphFormat
    from graph.export.write import export_graph
    from graph.server.repair import repair as repair_server
    from graph.server.repair import steps
    from loaders.load.upgrade import own_files
    from loaders.package.graph_tables import TABLES

    settings = Settings.from_environment()
    for number, step in enumerate(steps(settings), start=1):
        put(f"{number}. {say(step)}", soft_wrap=True)
    if dry_run:
        return

    def save(folder: Path) -> None:
        with database() as db:
            export_graph(db, TABLES, folder, GraphFormat.csv)
            own_files(db, folder / "own")

    with progress() as report:
        repair_server(settings, save, lambda text: put(text, soft_wrap=True), report, wait)


@app.command(cls=Waiting)
@reported
@chinese(
    "把上一版本的 lsgraph 写成的图谱升到本版本；他人的节点一概不改。\n\n自备的小组、区划和保存的"
    "更正提议先写入数据目录，再重新载入全部数据（见 docs/install.md）。"
)
def upgrade(wait: Wait = 0) -> None:
    """Bring a graph that the lsgraph before this one wrote to this version; others' nodes stay.

    Groups and divisions of your own and stored proposals become files of the data directory; then all
    is loaded anew (docs/install.md).

    Example: lsgraph db upgrade
    """
    from graph.connection import connect
    from loaders.load.upgrade import upgrade as upgrade_graph

    settings = Settings.from_environment()
    folder = settings.data_dir
    with progress() as report, connect(settings, report) as db:
        made = upgrade_graph(db, folder, wait=wait, report=report)
    for path, fault in made:
        if fault is None:
            put(Words(f"Yours, as a file: {path}", f"您的数据，已成文件：{path}"))
        else:
            note(Words(f"Not taken over: {path}: {fault.en}", f"未能沿用：{path}：{fault.zh}"))
    put(Words("Up to date.", "已是最新。"))
