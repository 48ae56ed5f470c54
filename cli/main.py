"""The command `lsgraph`: each command calls one public function of graph, loaders or visualize."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cli import tell_version
from cli.ask import chairs, query
from cli.ask.authority import authority
from cli.ask.compare import compare
from cli.ask.groups import groups
from cli.ask.place import place
from cli.ask.regions import regions
from cli.ask.series import series
from cli.ask.types import types
from cli.context import Output, SpokenIn, asks, database, reported, tell
from cli.data import data, release
from cli.data.cite import cite
from cli.data.correct import correct
from cli.data.export import export
from cli.data.site import site
from cli.data.statement import statement
from cli.gone import variables
from cli.help import chinese, said, teach_typer
from cli.load import load
from cli.load.notice import read_notice
from cli.load.template import template
from cli.output import Format, show
from cli.results import Replace, ResultFile, check_output, write_answer
from cli.server import db
from cli.server.doctor import doctor
from cli.server.mcp import mcp
from cli.server.serve import serve
from cli.view import view

teach_typer()

app = typer.Typer(
    name="lsgraph",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help=said(
        "China's administrative hierarchy and its leading small groups (领导小组) as a graph.",
        "中国行政层级与领导小组的图数据库。",
    ),
    # The language option was called so in `lsgraph view`: its old name still works, unlisted.
    context_settings={
        "help_option_names": ["--help", "-h"],
        "token_normalize_func": lambda name: "language" if name == "lang" else name,
    },
)


def _version(wanted: bool) -> None:
    if wanted:
        tell_version()
        raise typer.Exit


@app.callback()
@chinese("各命令所用的语言。")
def lsgraph(
    language: SpokenIn = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help=said("Tell the version.", "显示版本。"),
        ),
    ] = False,
) -> None:
    """Speak a language in every command; name the variables that are set and read no more."""
    tell(variables(os.environ))


app.add_typer(load.app, name="load")
app.command("read-notice")(read_notice)
app.add_typer(data.app, name="data")
for command in (release.ids, release.release, statement):
    data.app.command()(command)
app.command()(export)
app.command()(cite)
app.command()(correct)
app.command()(template)
app.command()(authority)
app.command()(groups)
app.command()(types)
app.command()(compare)
app.command()(regions)
app.command()(place)
app.command()(chairs.explain)
app.add_typer(chairs.app, name="chairs")
app.command()(series)
app.add_typer(query.app, name="query")
app.add_typer(view.app, name="view")
app.command()(serve)
app.command()(site)
app.command()(mcp)
app.add_typer(db.app, name="db")
app.command()(doctor)


@app.command()
@asks
@chinese(
    "用 Cypher 查询图谱，只读；加 -o 则写成供 Stata、R 或 Excel 使用的文件。\n\n未知的名称"
    "会在答案旁指出。"
)
def cypher(
    statement: Annotated[
        str, typer.Argument(help=said("One statement that reads.", "一条只读语句。"))
    ],
    format: Output = Format.table,
    output: ResultFile = None,
    force: Replace = False,
) -> None:
    """Ask the graph in Cypher; reading only. With -o into a file for Stata, R or Excel.

    Unknown names are named beside the answer.

    Example: lsgraph cypher "MATCH (g:Group) RETURN g.name, g.kind LIMIT 5"
    Example: lsgraph cypher "MATCH (d:Division) RETURN d.code, d.name" --limit 20 --timeout 10
    """
    from graph.connection.free_cypher import ask, check

    check_output(output, force)
    with database() as opened:
        if output:
            asked = opened.asked()
            tell(check(asked, statement))
            write_answer(asked, output, force, statement=statement)
            return
        rows = ask(opened, statement)
    tell(rows.notes)
    show(rows, rows.columns, format, own=True)


@app.command()
@reported
@chinese(
    "载入全部小组，打印各组的权威结构，写出页面；最后停止由它启动的服务。\n\n若文件夹中已有"
    "以前的页面，须加 --force。"
)
def demo(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help=said("Folder for the pages.", "页面所在的文件夹。")),
    ] = Path("build/demo"),
    force: Replace = False,
) -> None:
    """Load everything, print the authority of all groups, write the pages; then stop what it started.

    With --force into a folder that holds the pages of an earlier one.

    Example: lsgraph demo -o build/demo
    """
    from cli.server.demo import run

    run(output, force)


def main() -> None:
    """Entry point: arguments, file names and output are UTF-8 whatever the locale."""
    if sys.getfilesystemencoding() != "utf-8":
        # Too late to change how arguments and file names are read: begin again in UTF-8 mode.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    app()
