"""lsgraph explain and lsgraph chairs: the evidence of a gap, and what hangs on who is in the chair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from cli.context import AsOf, Basis, Group, Output, Scope, asks, database, day
from cli.help import chinese, said
from cli.output import Format, note, out, put, show, table
from graph.core.language import say

app = typer.Typer(
    no_args_is_help=True,
    help=said(
        "Chairs and persons: who could chair, and who else.",
        "组长与人物：谁可以任组长，还有哪些小组。",
    ),
)

Supposed = Annotated[
    str | None,
    typer.Option(
        "--suppose-chair",
        metavar="TITLE",
        help=said("Put a post into the chair.", "假设由某职务任组长。"),
    ),
]

LINKS = ("step", "person", "start", "tie", "end", "mode", "rank", "gives", "since", "source")
SEATS = ("group_name", "role", "title", "named", "since", "until", "last_evidence", "source")
OTHERS = ("name", "chair_title", "as_of", "group_name", "title", "last_evidence")
POSTS = ("could_chair", "title", "rank", "unit_name", "at_lcs", "name", "is_chair", "last_evidence")
LEAVES = ("deputy", "name", "executive", "type", "keeps_strong", "member_name", "relation", "gap")
VACANT = ("name", "as_of", "status", "last_chair", "last_chair_name", "last_chair_until", "undated")


@asks
@chinese("级差背后的依据：组长与成员之间的职务、任期、隶属关系和席位。")
def explain(
    group: Group,
    as_of: AsOf = None,
    member: Annotated[
        str | None,
        typer.Option(
            help=said(
                "Only this member: name, part of it, or uid.",
                "只看该成员：名称、名称的一部分或 uid。",
            )
        ),
    ] = None,
    basis: Basis = "person",
    scope: Scope = "auto",
    suppose_chair: Supposed = None,
    format: Output = Format.table,
) -> None:
    """The evidence behind the gap: posts, tenures, ties and seats between chair and members.

    Example: lsgraph explain group:bth-air-lsg --as-of 2018-07-12 --member 北京市
    """
    from graph.ask.authority import Question
    from graph.chairs import explain as ask

    with database() as opened:
        found = ask(opened, group, Question(day(as_of), basis, scope, suppose_chair), member)
    if format is not Format.table:
        show(found.links, found.links.columns, format)
        return
    put(f"{found.group.name}, as of {found.as_of}, basis {basis}")
    for first, links in found.members():
        put(_gap(first))
        out.print(table([{**row, "tie": row["tie"] or "none known"} for row in links], LINKS))
    for line in dict.fromkeys(_source(row) for row in found.links if row.source):
        put(line)


@app.command()
@asks
@chinese("某人历来或某日任组长、副组长或有席位的小组。")
def person(
    name: Annotated[
        str,
        typer.Argument(
            help=said(
                "Name or uid; of two of one name none is chosen.",
                "姓名或 uid；同名者有数人时不代为选择。",
            )
        ),
    ],
    as_of: AsOf = None,
    format: Output = Format.table,
) -> None:
    """The groups that a person chairs, deputises or sits in, at any time or on a day.

    Example: lsgraph chairs person 韩正
    """
    from graph.chairs import groups_of_person

    with database() as opened:
        found = groups_of_person(opened, name, day(as_of))
    if format is not Format.table:
        show(found.to_dicts(), ("person", "name", *found.seats.columns), format)
        return
    put(f"{found.person.name} ({found.person.uid}): {', '.join(found.person.posts) or 'no post'}")
    show(found.seats, SEATS, format)
    total = sum(row.n_seats for row in found.counted)
    nobody = sum(row.n_post_only + row.n_neither for row in found.counted)
    put(f"Of {total} seats in the graph {nobody} name nobody.")


@app.command()
@asks
@chinese("某日（默认为最后记载之日）某组组长所领导的其他小组。")
def others(group: Group, as_of: AsOf = None, format: Output = Format.table) -> None:
    """The other groups of whoever chairs a group on a day (default: the last documented one).

    Example: lsgraph chairs others group:bth-air-lsg --as-of 2018-07-12
    """
    from graph.chairs import groups_of_chair

    with database() as opened:
        found = groups_of_chair(opened, group, day(as_of))
    if not found:
        note("No chair is known on the day.")
    show(found, OTHERS if format is Format.table else found.columns, format)


@app.command()
@asks
@chinese("要统属全部成员，组长所需的级别与统属关系，以及兼具二者的职务。")
def minimal(
    group: Group,
    as_of: AsOf = None,
    scope: Scope = "auto",
    format: Output = Format.table,
) -> None:
    """The rank and command that a chair over all members needs, and the posts that have both.

    Example: lsgraph chairs minimal 济莱协作区 --as-of 2018-12-25
    """
    from graph.ask.authority import Question
    from graph.chairs import minimal_chair

    with database() as opened:
        found = minimal_chair(opened, group, Question(day(as_of), scope=scope))
    if format is not Format.table:
        rows = [found.to_dict()] if format is Format.json else found.posts
        show(rows, found.posts.columns, format)
        return
    need = found.need
    put(f"{need.name}, as of {need.as_of}, {need.n_members} members, {need.n_unranked} unranked")
    put(f"rank needed: {_or(need.rank_needed)} (at least {_or(need.rank_needed_at_least)})")
    put(f"command needed: {'、'.join(need.lcs) if need.lcs else _or(None)}, or above it")
    put(f"binds: {_or(need.binds)}; {_or(need.n_could)} of {_or(need.n_posts)} posts could chair")
    out.print(table(found.posts, POSTS))


@app.command()
@asks
@chinese(
    "由各副组长接任组长时：对每个成员的关系与级差，以及届时的类型。\n\n其下列出离任者当日以"
    "任何身份有席位的其他小组。"
)
def leaves(
    group: Group,
    as_of: AsOf = None,
    basis: Basis = "person",
    scope: Scope = "auto",
    format: Output = Format.table,
) -> None:
    """Each deputy in the chair's place: relation and gap to each member, and the type then.

    Below it stand the other groups in which who leaves the chair sits on the day, in any role.

    Example: lsgraph chairs leaves group:gd-gba-lsg --as-of 2023-05-08
    """
    from graph.ask.authority import Question
    from graph.ask.reasons import chairs_in_words
    from graph.chairs import chair_leaves

    with database() as opened:
        found = chair_leaves(opened, group, Question(day(as_of), basis, scope))
    rows, nothing = found.rows(), found.nothing
    if format is not Format.table:
        if nothing:
            note(say(nothing))
        show(rows, list(rows[0]) if rows else LEAVES, format)
        return
    put(f"{found.group.name}, as of {found.group.as_of}: {found.group.type} as documented")
    if found.group.chairs:
        put(f"Who leaves: {say(chairs_in_words(found.group))}.")
    if nothing:
        put(say(nothing))
    else:
        put("With a deputy in the chair (supposed, not documented):")
        out.print(table(rows, LEAVES))
    if found.groups:
        out.print(table(found.groups, SEATS, title="Other groups of who leaves, on the day"))
    elif found.group.chairs:
        put("No source names who leaves in another group on the day.")


@app.command()
@asks
@chinese("系于组长一人的各项情形：给出一组数值，不作总分。")
def dependence(
    group: Group,
    as_of: AsOf = None,
    basis: Basis = "person",
    scope: Scope = "auto",
    format: Output = Format.table,
) -> None:
    """What hangs on the chair: a vector of figures and no score.

    Example: lsgraph chairs dependence group:gd-gba-lsg --as-of 2023-05-08
    """
    from graph.ask.authority import Question
    from graph.chairs import chair_dependence

    with database() as opened:
        found = chair_dependence(opened, group, Question(day(as_of), basis, scope))
    rows = [one.to_row() for one in found]
    if not rows:
        note("No chair is known on the day.")
    if format is not Format.table:
        show(rows, list(rows[0]) if rows else ("group",), format)
        return
    for row in rows:
        out.print(table([{"figure": k, "value": v} for k, v in row.items()], ("figure", "value")))


@app.command()
@asks
@chinese("资料载明组长空缺的小组，与仅仅组长不明的小组相区别。")
def vacancies(as_of: AsOf = None, format: Output = Format.table) -> None:
    """Groups whose chair a source calls vacant, against those whose chair is merely unknown.

    Example: lsgraph chairs vacancies
    """
    from graph.chairs import vacancies as ask

    with database() as opened:
        found = ask(opened, day(as_of))
    show(found.groups, VACANT if format is Format.table else found.groups.columns, format)
    if format is Format.table:
        put(", ".join(f"{name} {value}" for name, value in found.counted.items()))


def _or(value: Any) -> str:
    return "not known" if value is None else str(value)


def _gap(row: Mapping[str, Any]) -> str:
    ranks = f"{_or(row['chair_rank'])} - {_or(row['member_rank'])}"
    head = "supposed: " if row["supposed"] else ""
    return f"{head}{row['member_name']}: {_or(row['relation'])}, gap {_or(row['gap'])} ({ranks})"


def _source(row: Mapping[str, Any]) -> str:
    address = row["url"] or row["read_at"] or "no address"
    return f"{row['source']}: {row['source_title']}. {address}"
