"""lsgraph authority: who chairs a group, what command and gap of rank, and of which type it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import AsOf, Basis, Output, Scope, SeenWithin, asks, database, day
from cli.help import chinese, said
from cli.output import Format, out, put, table, write
from cli.output import show as show_rows
from graph.ask.question import SEEN_WITHIN
from graph.core.errors import InputError
from graph.core.language import say
from graph.export.answers import csv_text, json_text

if TYPE_CHECKING:
    from graph.ask.authority import Authority

OVERVIEW = ("name", "as_of", "status", "chair", "chair_seen", "n_members", "gap_min", "lc", "origin", "type",
            "flags")  # fmt: skip
MEMBERS = ("member_name", "role", "rank", "relation", "gap", "chair", "supposed", "source")


@asks
@chinese("某日组长对成员的级差与统属（默认为最后记载之日）。")
def authority(
    group: Annotated[
        str | None,
        typer.Argument(
            help=said(
                "Name, part of a name, or uid; all groups if none.",
                "小组名称、名称的一部分或 uid；不写则为全部小组。",
            )
        ),
    ] = None,
    as_of: AsOf = None,
    basis: Basis = "person",
    scope: Scope = "auto",
    suppose_chair: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE",
            help=said(
                "Put a post into the chair; nothing is written.", "假设由某职务任组长；不写入图谱。"
            ),
        ),
    ] = None,
    suppose_member: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE", help=said("Take a place for a member too.", "假设某地也是成员。")
        ),
    ] = None,
    seen_within: SeenWithin = SEEN_WITHIN,
    format: Output = Format.table,
) -> None:
    """Authority of the chair over the members, as of a day (default: the last documented one).

    Example: lsgraph authority 济莱协作区 --as-of 2018-12-25 --suppose-chair 济南市市长
    """
    from graph.ask.authority import Question, authorities
    from graph.ask.authority import authority as ask

    supposed = tuple(suppose_member or ())
    question = Question(day(as_of), basis, scope, suppose_chair, supposed, seen_within)
    if group is None:
        if suppose_chair or suppose_member:
            raise InputError(
                "Supposing needs a group: lsgraph authority GROUP --suppose-chair TITLE"
            )
        with database() as db:
            rows = authorities(db, question)
        overview([{k: v for k, v in row.items() if k != "members"} for row in rows], format)
        return
    with database() as db:
        answer = ask(db, group, question)
    one_group(answer, format)


def one_group(answer: Authority, format: Format) -> None:
    """One group with its members."""
    from graph.ask.flat import OF_GROUP, flat_members

    if format is Format.json:
        write(json_text([answer.to_dict()]))
    elif format is Format.csv:
        columns = [*answer.members.columns, *(f"group_{name}" for name in OF_GROUP)]
        write(csv_text(flat_members(answer), columns))
    else:
        show(answer)


def overview(rows: list[dict[str, Any]], format: Format) -> None:
    """Many groups, a line each."""
    from graph.ask.flat import flat_group

    if format is Format.csv:
        flat = [flat_group(row) for row in rows]
        show_rows(flat, list(flat[0]) if flat else [], format)
        return
    show_rows(rows if format is Format.json else [_line(row) for row in rows], OVERVIEW, format)


def show(answer: Any) -> None:
    """One group: its figures, the reason, and a line for each member."""
    from graph.ask.reasons import chairs_in_words, reason

    group = answer.group
    head = "Supposed, not documented. " if group.supposed else ""
    put(f"{group.name}  {group.name_en or ''}", style="bold")
    lines = [
        f"as of {group.as_of}, basis {group.basis}, scope {group.scope}, roster {group.roster}",
        f"chair: {say(chairs_in_words(group))} ({group.leadership})",
        f"{head}{say(reason(group))}",
        _figures(group),
    ]
    seen = f"last seen {group.seen or 'on no known day'} ({group.status})"
    documented = f"last documented {group.last_documented or 'on no known day'}"
    if group.seen and group.last_documented and group.last_documented < group.seen:
        seen = f"last seen {group.seen} ({group.status}: a source speaks of its whole life)"
        documented = f"last event {group.last_documented}"
    lines.append(f"{seen}, {documented}, chair last seen {group.chair_seen or 'on no known day'}")
    put("\n".join(lines))
    out.print(table(answer.members, MEMBERS))
    for other in group.sensitive:
        flags = ", ".join(other["flags"]) or "no flag"
        put(f"Read with {other['reading']}: {other['type']} ({flags})")
    out.print(
        "Definitions: docs/definitions.md, an operationalisation of this project and not the paper's own.",
        style="dim",
    )


def _figures(group: Any) -> str:
    bounds = () if group.lc is not None else ("lc_min", "lc_max")
    names = (
        "gap_min",
        "gap_median",
        "gap_max",
        "gap_min_at_most",
        "lc",
        *bounds,
        "unbound",
        "veto",
    )
    figures = [f"{name} {_short(group[name])}" for name in names if group[name] is not None]
    lcs = "、".join(group.lcs) if group.lcs else "unknown" if group.lcs is None else "none"
    possible = ", ".join(group.possible) if group.possible else "not bounded"
    return (
        f"{', '.join(figures) or 'no figure without a chair'}\n"
        f"lowest common superior {lcs}, origin {group.origin}, possible types {possible}"
    )


def _short(value: float | int) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _line(row: dict[str, Any]) -> dict[str, Any]:
    from graph.ask.reasons import chairs_in_words
    from graph.catalogue import Row

    shown = row["as_of"] if "undated" not in row["flags"] else "undated"
    return {**row, "chair": say(chairs_in_words(Row(row))), "as_of": shown}
