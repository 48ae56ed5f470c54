"""lsgraph groups: the groups of a place on a day, a line each."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.ask.query import resolved
from cli.context import NeededAsOf, Output, SeenWithin, asks, database, day
from cli.help import chinese, said
from cli.output import Format, note, show
from cli.results import Replace, ResultFile, check_output, write_answer
from graph.core.as_of import SEEN_WITHIN
from graph.core.language import say
from graph.core.words import Words

SHOWN = ("name", "relation", "field", "chairs", "type", "gap_min", "lc", "seen", "status")


@asks
@chinese(
    "某日某地有哪些小组，每组一行：由谁任组长，属于哪一类型，与该地是何关系；不指明地区则列出"
    "全部。\n\nrun_by：由该地自身或其机构主管；sits_in：该地自身或其机构是成员或任组长；within："
    "各成员政府均在其境内。不指明关系的，有其一即列出。未列出的小组在答案旁说明。"
)
def groups(
    as_of: NeededAsOf,
    place: Annotated[
        str | None,
        typer.Argument(
            metavar="REGION",
            help=said(
                "A division or a region of several (长三角); without it all groups.",
                "区划，或由数个区划构成的地区（如长三角）；不给出则为全部小组。",
            )
        ),
    ] = None,
    relation: Annotated[
        str,
        typer.Option(
            help=said(
                "any, run_by, sits_in, within, or touching (what is below it, too).",
                "any（有其一）、run_by（由其主管）、sits_in（有其机构参加）、within（成员均在境内）或 "
                "touching（也含仅与其下级有关的）。",
            )
        ),
    ] = "any",
    field: Annotated[
        str | None,
        typer.Option(help=said("Only this field: water, tourism.", "只列该领域的小组。")),
    ] = None,
    seen_within: SeenWithin = SEEN_WITHIN,
    stale: Annotated[
        bool,
        typer.Option(
            "--stale",
            help=said("List stale and undated groups too.", "连同久无记载、无日期的小组一并列出。"),
        ),
    ] = False,
    format: Output = Format.table,
    output: ResultFile = None,
    force: Replace = False,
) -> None:
    """List the groups of a place on a day, a line each: who chairs it, its type, and what the place is to it.

    run_by: the place or an organ of its own runs it; sits_in: it or such an organ is a member or chairs;
    within: all member governments lie in it. Without a relation any of them will do. What is left out is
    told.

    Example: lsgraph groups 广东省 --as-of 2018-12-25
    Example: lsgraph groups 长三角 --as-of 2019-06-01 --relation within -o groups.xlsx
    """
    from graph.ask.listed import groups_of_place, left_out
    from graph.ask.reasons import chairs_in_words, type_in_words
    from graph.catalogue import queries

    check_output(output, force)
    query = queries.groups_of_place
    given = {
        "region": [place] if place else None, "as_of": day(as_of), "relation": relation,
        "field": field, "seen_within": seen_within, "stale": stale,
    }  # fmt: skip
    with database() as db:
        values = resolved(db, query, query.values(given))
        rows = groups_of_place(db, values)
        told = left_out(db, values, rows) if place else None
        if output:
            write_answer(db, output, force, query=query, values=values)
    if not output:
        table = format is Format.table
        words = ({"chairs": say(chairs_in_words(r)), "type": say(type_in_words(r))} for r in rows)
        shown = [{**r, **w} for r, w in zip(rows, words, strict=True)] if table else rows
        columns = [name for name in SHOWN if place or name != "relation"] if table else rows.columns
        show(shown, columns, format)
    note(Words(f"Groups: {len(rows)}.", f"小组：{len(rows)} 个。"))
    if told:
        note(told)
