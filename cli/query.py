"""lsgraph query: the catalogue of questions, listed, shown and run."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.context import Output, database, reported
from cli.output import Format, out, show, table, write
from graph.errors import InputError

app = typer.Typer(
    no_args_is_help=True, help="The query catalogue: each file below cypher/ is a question."
)


def _names(incomplete: str) -> list[str]:
    from graph.catalogue import queries

    return [query.name for query in queries.readable() if query.name.startswith(incomplete)]


Name = Annotated[str, typer.Argument(help="Name of a query.", autocompletion=_names)]


@app.command("list")
@reported
def list_queries(
    search: Annotated[str, typer.Argument(help="Only those that hold this text or tag.")] = "",
    format: Output = Format.table,
) -> None:
    """List the questions that can be asked.

    Example: lsgraph query list authority
    """
    from graph.catalogue import queries

    rows = [
        {"name": q.name, "question": q.header.question, "tags": list(q.header.tags)}
        for q in queries.readable()
        if search.lower()
        in f"{q.name} {q.header.title} {q.header.question} {q.header.tags}".lower()
    ]
    show(rows, ("name", "question", "tags"), format)


@app.command("show")
@reported
def show_query(name: Name) -> None:
    """Show a query whole, ready to paste into another tool.

    Example: lsgraph query show divisions_in_force
    """
    from graph.catalogue import queries

    query = queries[name]
    write(f"// {query.header.title}\n// {query.header.question}\n\n{query.statement}")
    for title, items in (("parameter", query.parameters), ("column", query.columns)):
        rows = [{title: i.name, "type": str(i.type), "meaning": i.meaning} for i in items]
        if rows:
            out.print(table(rows, (title, "type", "meaning")))


@app.command("run")
@reported
def run_query(
    name: Name,
    parameter: Annotated[
        list[str] | None,
        typer.Option("-p", "--parameter", metavar="KEY=VALUE", help="A parameter."),
    ] = None,
    format: Output = Format.table,
) -> None:
    """Run a query with parameters given as key=value.

    Example: lsgraph query run divisions_in_force -p as_of=2018-12-26 --format csv
    """
    from graph.catalogue import queries

    query = queries[name]
    if query.header.access != "read":
        raise InputError(f"{name} writes; it is run by `lsgraph load`, not by hand.")
    values = query.read(dict(_pair(text) for text in parameter or ()))
    query.values(values)
    with database() as db:
        rows = query(**values, database=db)
    show(rows, rows.columns, format)


def _pair(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not separator or not key:
        raise InputError(
            f"{text!r} is no parameter. Write key=value, for example as_of=2018-12-26."
        )
    return key.strip(), value
