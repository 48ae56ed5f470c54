"""lsgraph types: the type of every group on a day, with gap and coverage."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import Basis, NeededAsOf, Output, Scope, SeenWithin, asks, database, day
from cli.heads import word
from cli.help import chinese, said
from cli.output import Format, note, put, show
from cli.results import Replace, ResultFile, check_output, write_answer
from graph.core.as_of import SEEN_WITHIN
from graph.core.language import say
from graph.core.terms import CERTAINTIES
from graph.core.words import NOTHING, Words

if TYPE_CHECKING:
    from graph.catalogue import Row

SHOWN = ("name", "region_name", "field", "level", "last_documented", "status", "scope", "n_members",
         "chair_rank", "chair_level", "gap_min", "lc", "origin", "type", "flags")  # fmt: skip


@asks
@chinese(
    "某日存续的每个小组的类型、级差与统属覆盖率：供 Stata 或 R 使用的表。\n\n当日之前五年内"
    "（--seen-within）无资料提及的小组属久无记载，不列出。答案旁说明列出多少个小组、各属"
    "何种类型，以及多少个未列。小组再多也很快；`lsgraph authority` 另给出组长、成员和其他"
    "口径。"
)
def types(
    as_of: NeededAsOf,
    basis: Basis = "person",
    scope: Scope = "auto",
    seen_within: SeenWithin = SEEN_WITHIN,
    stale: Annotated[
        bool,
        typer.Option(
            "--stale",
            help=said(
                "List stale and undated groups too, with their status.",
                "连同久无记载、无日期的小组一并列出，并注明存续状态。",
            ),
        ),
    ] = False,
    format: Output = Format.table,
    output: ResultFile = None,
    force: Replace = False,
) -> None:
    """Type, gap and coverage of every group in force on a day: a table for Stata or R.

    A group that no source shows in the five years before the day (--seen-within) is stale and not listed.
    Beside the answer stands how many groups are listed, by type, and how many are not.
    Quick on any number of groups; `lsgraph authority` adds chairs, members and what other readings say.

    Example: lsgraph types --as-of 2018-12-25 -o types.dta
    """
    from graph.ask.question import Question, check
    from graph.ask.reasons import type_in_words
    from graph.ask.types import in_force
    from graph.ask.types import types as ask
    from graph.catalogue import queries

    check_output(output, force)
    asked = day(as_of)
    with database() as db:
        if output:
            check(Question(asked, basis, scope, seen_within=seen_within))
            query = queries.types_of_groups
            given = {"as_of": asked, "basis": basis, "scope": scope, "stale": stale}
            values = query.values({**given, "seen_within": seen_within})
            found = write_answer(db, output, force, query=query, values=values).types
        else:
            rows = ask(db, asked, basis=basis, scope=scope, seen_within=seen_within, stale=stale)
            found = Counter((row.type, row.type_certainty) for row in rows)
            if format is Format.table:
                show([{**row, "type": say(type_in_words(row))} for row in rows], SHOWN, format)
            else:
                show(rows, rows.columns, format)
        (put if output else note)(_listed(found))
        if not stale:
            _left_out(in_force(db, asked, seen_within), seen_within)


def _listed(types: Counter[tuple[str, str | None]]) -> Words:
    """Say how many groups are listed: the identified first, in each the commonest type first."""
    said = [Words(f"Groups: {types.total()}", f"小组：{types.total()} 个")]
    for sure in (*CERTAINTIES, None):
        own = Counter({kind: number for (kind, how), number in types.items() if how == sure})
        if not own:
            continue
        by_type = Words.joined(
            Words(f"{name} {number}", f"{word('type', name).zh} {number}")
            for name, number in own.most_common()
        )
        told = CERTAINTIES[sure] if sure else Words("not known", "不明")
        one = Words(f"{told.en} {own.total()}", f"{told.zh} {own.total()} 个")
        kinds = (
            Words(f" ({by_type.en})", f"（{by_type.zh}）") if set(own) != {"UNKNOWN"} else NOTHING
        )
        said.append(Words(one.en + kinds.en, one.zh + kinds.zh))
    told = Words.joined(said, "; type ", "；类型")
    return Words(f"{told.en}.", f"{told.zh}。")


def _left_out(counts: Row, years: int) -> None:
    """Say how many groups are not listed, and how to see them."""
    if counts.n_stale or counts.n_undated:
        note(
            Words(
                f"Not listed: {counts.n_stale} groups last seen more than {years} years before"
                f" {counts.as_of} (stale), {counts.n_undated} that no source dates by then. See them with"
                " --stale.",
                f"未列出：{counts.as_of} 以前逾 {years} 年未见记载的小组 {counts.n_stale} 个（久无记载），"
                f"届时无日期的小组 {counts.n_undated} 个。加 --stale 可一并列出。",
            )
        )
