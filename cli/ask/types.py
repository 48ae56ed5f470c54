"""lsgraph types: the type of every group on a day, with gap and coverage."""

from __future__ import annotations

from cli.context import Basis, NeededAsOf, Output, Scope, asks, database, day
from cli.output import Format, show
from cli.results import Replace, ResultFile, check_output, write_answer

SHOWN = ("name", "scope", "n_members", "chair_rank", "gap_min", "lc", "origin", "type", "flags")


@asks
def types(
    as_of: NeededAsOf,
    basis: Basis = "person",
    scope: Scope = "auto",
    format: Output = Format.table,
    output: ResultFile = None,
    force: Replace = False,
) -> None:
    """Type, gap and coverage of every group in force on a day: a table for Stata or R.

    Quick on any number of groups; `lsgraph authority` adds chairs, members and what other readings say.

    Example: lsgraph types --as-of 2018-12-25 -o types.dta
    """
    from graph.ask.question import Question, check
    from graph.ask.types import types as ask
    from graph.catalogue import queries

    check_output(output, force)
    asked = day(as_of)
    with database() as db:
        if output:
            check(Question(asked, basis, scope))
            query = queries.types_of_groups
            values = query.values({"as_of": asked, "basis": basis, "scope": scope})
            write_answer(db, output, force, query=query, values=values)
            return
        rows = ask(db, asked, basis=basis, scope=scope)
    show(rows, rows.columns if format is not Format.table else SHOWN, format)
