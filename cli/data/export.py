"""lsgraph export and import: the graph as files for other tools, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import AsOf, database, day, progress, works
from cli.output import err, note, out, put, table
from cli.results import Replace
from cli.waiting import Wait
from graph.core.files import check_folder, check_free
from graph.export.formats import FOLDERS, GraphFormat, format_of
from graph.export.network.looks import MOST_PLACED
from graph.export.network.project import Projection


@works
def export(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="File, or folder for csv, parquet, dta, admin-csv."),
    ],
    format: Annotated[
        GraphFormat | None, typer.Option("--format", help="Guessed from the ending where it tells.")
    ] = None,
    as_of: AsOf = None,
    region: Annotated[
        list[str] | None,
        typer.Option(
            "--region", help="Of a network: groups with a seat or host there: 山东省, 长三角."
        ),
    ] = None,
    group: Annotated[
        list[str] | None, typer.Option("--group", help="Of a network: this group; may be repeated.")
    ] = None,
    fields: Annotated[
        str,
        typer.Option("--fields", metavar="FIELD,...", help="Of a network: groups of these fields."),
    ] = "",
    projection: Annotated[
        Projection | None,
        typer.Option(
            "--projection", help="Of a network: members or persons, tied by shared groups."
        ),
    ] = None,
    complete: Annotated[
        bool,
        typer.Option(
            "--complete", help="Of a region: all days if none is given, and however many nodes."
        ),
    ] = False,
    force: Replace = False,
) -> None:
    """Take the graph away: tables, networks for Gephi or igraph, or a script for another server.

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
    from loaders.exported.tables import TABLES

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
        note(f"Note: no table has a column for {told}: left out.", style="yellow")
    for sentence in made.left_out:
        note(f"Note: {sentence}")
    if made.unplaced:
        note(
            f"Note: more than {MOST_PLACED:,} nodes have no places. Lay them out in Gephi, or narrow more."
        )
    counted = (
        f" ({made.counts['node']:,} nodes, {made.counts['edge']:,} edges)" if made.counts else ""
    )
    put(f"Graph: {made.path}{counted}")
    if made.codebook:
        put(f"Codebook: {made.codebook}")


@works
def import_(
    path: Annotated[
        Path,
        typer.Argument(help="Folder of csv, parquet or admin-csv, .xlsx or .cypher of an export."),
    ],
    into_existing: Annotated[
        bool,
        typer.Option(
            "--into-existing", help="Add to a graph that holds something; nothing of it is removed."
        ),
    ] = False,
    wait: Wait = 0,
) -> None:
    """Bring an export back into an empty graph: the same nodes, ties, datasets and bounds.

    Every row is checked first; the command lists all faults at once and then writes nothing.

    Example: lsgraph import lsgraph-csv
    """
    from loaders.exported.read import import_graph

    with database() as db, progress() as report:
        done = import_graph(db, path, into_existing=into_existing, wait=wait, report=report)
    for uid in done.left:
        told = "is in the graph already, from another file and with other content: it stays so."
        note(f"Note: {uid} {told}", style="yellow")
    if done.edited:
        err.print(f"Note: {done.edited} rows were changed since the export.", style="yellow")
    rows = [{"kind": kind, "written": number} for kind, number in sorted(done.written.items())]
    out.print(table(rows, ["kind", "written"]) if rows else "Nothing to change.")
