"""lsgraph query: the catalogue of questions, listed, shown and run; files of one's own among them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import Output, asks, database, reported, tell
from cli.help import chinese, said
from cli.output import Format, note, out, show, table, write
from cli.results import Replace, ResultFile, check_output, write_answer
from graph.core.errors import InputError, LsgraphError
from graph.core.language import say
from graph.core.words import Words

if TYPE_CHECKING:
    from graph.catalogue import Catalogue, Query, Result
    from graph.connection import Database

app = typer.Typer(
    no_args_is_help=True,
    help=said(
        "The query catalogue: each file below cypher/ is a question.",
        "查询目录：cypher/ 下的每个文件是一个问题。",
    ),
)


def catalogue_of(folders: list[Path] | None) -> Catalogue:
    from graph.catalogue import catalogue_with

    return catalogue_with(folders or ())


def _names(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Names that begin so, each with its question; a faulty folder completes nothing."""
    try:
        found = catalogue_of(ctx.params.get("folder")).readable()
    except LsgraphError:
        return []
    return [(q.name, say(q.header.asked)) for q in found if q.name.startswith(incomplete)]


def _tags(ctx: typer.Context, incomplete: str) -> list[str]:
    try:
        found = catalogue_of(ctx.params.get("folder")).tags()
    except LsgraphError:
        return []
    return [tag for tag in found if tag.startswith(incomplete)]


def _parameters(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """`key=` of each parameter that the query named before takes and that is not given yet."""
    # With `-p` still without a value the words before it are not sorted into the parameters yet.
    name = ctx.params.get("name") or next(iter(ctx.args), "")
    try:
        query = catalogue_of(ctx.params.get("folder"))[str(name)]
    except LsgraphError:
        return []
    given = {text.partition("=")[0] for text in ctx.params.get("parameter") or ()}
    return [
        (f"{p.name}=", f"{p.type}: {say(p.meaning)}")
        for p in query.parameters
        if p.name not in given and f"{p.name}=".startswith(incomplete)
    ]


Name = Annotated[
    str, typer.Argument(help=said("Name of a query.", "查询的名称。"), autocompletion=_names)
]
Parameters = Annotated[
    list[str] | None,
    typer.Option(
        "-p",
        "--parameter",
        metavar="KEY=VALUE",
        help=said("A parameter.", "一个参数。"),
        autocompletion=_parameters,
    ),
]
Folder = Annotated[
    list[Path] | None,
    typer.Option(
        "--folder",
        metavar="DIR",
        help=said(
            "A folder of .cypher files of your own beside the shipped ones.",
            "存放自编 .cypher 文件的文件夹，与自带的一并使用。",
        ),
    ),
]


@app.command("list")
@reported
@chinese("列出可以提出的问题。")
def list_queries(
    search: Annotated[
        list[str] | None,
        typer.Argument(
            help=said("Only those that hold all these words.", "只列含有全部这些词的查询。")
        ),
    ] = None,
    tag: Annotated[
        str,
        typer.Option(
            "--tag",
            help=said("Only those with this tag.", "只列带此标签的查询。"),
            autocompletion=_tags,
        ),
    ] = "",
    folder: Folder = None,
    format: Output = Format.table,
) -> None:
    """List the questions that can be asked.

    Example: lsgraph query list overlap chair
    """
    catalogue = catalogue_of(folder)
    if tag and tag.lower() not in map(str.lower, catalogue.tags()):
        raise InputError(
            Words(
                f"No query has the tag {tag!r}. Tags: {', '.join(catalogue.tags())}.",
                f"没有查询带标签“{tag}”。可用的标签：{'、'.join(catalogue.tags())}。",
            )
        )
    rows = [
        {
            "name": q.name,
            "question": say(q.header.asked) if format is Format.table else q.header.question,
            "tags": list(q.header.tags),
        }
        for q in catalogue.search(" ".join(search or ()), tag)
    ]
    show(rows, ("name", "question", "tags"), format)


@app.command("show")
@reported
@chinese("显示一个查询的全文，可直接粘贴到其他工具。")
def show_query(name: Name, folder: Folder = None) -> None:
    """Show a query whole, ready to paste into another tool.

    Example: lsgraph query show divisions_in_force
    """
    query = catalogue_of(folder)[name]
    write(f"// {say(query.header.called)}\n// {say(query.header.asked)}\n\n{say(query.shown())}")
    for title, items in (("parameter", query.parameters), ("column", query.columns)):
        rows = [{title: i.name, "type": str(i.type), "meaning": say(i.meaning)} for i in items]
        if rows:
            out.print(table(rows, (title, "type", "meaning")))


@app.command("run")
@asks
@chinese(
    "以 key=value 给出参数运行查询；加 -o 则写成供 Stata、R 或 Excel 使用的文件。\n\n需要 "
    "uid 之处，也可写只指一物的名称。"
)
def run_query(
    name: Name,
    parameter: Parameters = None,
    folder: Folder = None,
    format: Output = Format.table,
    output: ResultFile = None,
    force: Replace = False,
) -> None:
    """Run a query with parameters given as key=value; with -o into a file for Stata, R or Excel.

    Where it takes a uid, a name will do that means one thing.

    Example: lsgraph query run divisions_in_force -p as_of=2018-12-26 -o divisions.dta
    Example: lsgraph query run groups_in_force -p as_of=2018-07-06 -p region=广东省
    """
    from graph.ask.answered import check_readable
    from graph.ask.query import checked
    from graph.catalogue import is_shipped

    query = catalogue_of(folder)[name]
    check_readable(query)
    values = values_of(query, parameter)
    check_output(output, force)
    with database() as db:
        values = resolved(db, query, values)
        if output:
            asked = db.asked()
            with checked(asked, query, values) as notes:
                tell(notes)
                write_answer(asked, output, force, query=query, values=values)
            return
        rows = answered(db, query, values)
    shown = query.header.shown if format is Format.table else ()
    show(rows, shown or rows.columns, format, own=not is_shipped(query))
    if shown:
        left = len(rows.columns) - len(shown)
        more = "1 more column" if left == 1 else f"{left} more columns"
        note(
            Words(
                f"{more}: --format csv or json prints all, -o FILE writes them.",
                f"另有 {left} 列未显示：--format csv 或 json 显示全部，-o 文件 则写入文件。",
            )
        )


def values_of(query: Query, parameters: list[str] | None) -> dict[str, Any]:
    """Checked values of the parameters given; says which day a year or a month is read as."""
    from graph.ask.query import pair, read_values

    values, notes = read_values(query, dict(map(pair, parameters or ())))
    tell(notes)
    return values


def resolved(db: Database, query: Query, values: dict[str, Any]) -> dict[str, Any]:
    """The values with uids for names; says what each name was read as."""
    from graph.ask.uids import with_uids

    found, notes = with_uids(db, query, values)
    tell(notes)
    return found


def answered(db: Database, query: Query, values: dict[str, Any]) -> Result:
    """What a query answers; says what is probably a mistake in one of the user's own."""
    from graph.ask.query import answer_of

    rows = answer_of(db, query, values)
    tell(rows.notes)
    return rows
