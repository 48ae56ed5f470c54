"""lsgraph explain and lsgraph chairs: the evidence of a gap, and what hangs on who is in the chair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from cli.context import AsOf, Basis, Group, Output, Scope, asks, database, day
from cli.heads import word
from cli.help import chinese, said
from cli.output import Format, head, note, out, put, show, table
from graph.core.language import say
from graph.core.terms import term
from graph.core.words import NOTHING, Words

app = typer.Typer(
    no_args_is_help=True,
    help=said(
        "Chairs and persons: who could chair, and who else.",
        "组长与人物：谁可以任组长，组长还在哪些小组任职。",
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
    put(
        Words(
            f"{found.group.name}, as of {found.as_of}, basis {basis}",
            f"{found.group.name}，日期 {found.as_of}，级别依据：{word('basis', basis).zh}",
        )
    )
    for first, links in found.members():
        put(_gap(first))
        out.print(
            table(
                [{**row, "tie": row["tie"] or say(Words("none known", "不明"))} for row in links],
                LINKS,
            )
        )
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
                "姓名或 uid；同名的有数人时，不代为选择。",
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
    posts = Words.joined(map(Words.same, found.person.posts))
    held = posts if posts.en else Words("no post", "无职务")
    put(
        Words(
            f"{found.person.name} ({found.person.uid}): {held.en}",
            f"{found.person.name}（{found.person.uid}）：{held.zh}",
        )
    )
    show(found.seats, SEATS, format)
    total = sum(row.n_seats for row in found.counted)
    nobody = sum(row.n_post_only + row.n_neither for row in found.counted)
    put(
        Words(
            f"Of {total} seats in the graph {nobody} name nobody.",
            f"图谱中的 {total} 个席位，有 {nobody} 个未载任何人。",
        )
    )


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
        note(Words("No chair is known on the day.", "当日组长不明。"))
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
    rank, least = map(_or, (need.rank_needed, need.rank_needed_at_least))
    binds = word("binds", need.binds) if need.binds else _or(None)
    lcs = Words.same("、".join(need.lcs)) if need.lcs else _or(None)
    could, posts = _or(need.n_could), _or(need.n_posts)
    lines = (
        Words(
            f"{need.name}, as of {need.as_of}, {need.n_members} members, {need.n_unranked} unranked",
            f"{need.name}，日期 {need.as_of}，成员 {need.n_members} 个，"
            f"其中 {need.n_unranked} 个缺级别",
        ),
        Words(
            f"rank needed: {rank.en} (at least {least.en})",
            f"所需级别：{rank.zh}（至少 {least.zh}）",
        ),
        Words(f"command needed: {lcs.en}, or above it", f"所需统属：{lcs.zh}，或其上级"),
        Words(
            f"binds: {binds.en}; {could.en} of {posts.en} posts could chair",
            f"制约条件：{binds.zh}；{posts.zh} 个职务中有 {could.zh} 个可任组长",
        ),
    )
    put(Words.joined(lines, "\n", "\n"))
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
    from graph.ask.reasons import chairs_in_words, type_in_words
    from graph.chairs import chair_leaves

    with database() as opened:
        found = chair_leaves(opened, group, Question(day(as_of), basis, scope))
    rows, nothing = found.rows(), found.nothing
    if format is not Format.table:
        if nothing:
            note(nothing)
        show(rows, list(rows[0]) if rows else LEAVES, format)
        return
    as_read = found.group
    put(
        Words(
            f"{as_read.name}, as of {as_read.as_of}, as documented: {type_in_words(as_read).en}",
            f"{as_read.name}，日期 {as_read.as_of}：据记载为{type_in_words(as_read).zh}",
        )
    )
    if found.group.chairs:
        put(
            Words(
                f"Who leaves: {chairs_in_words(found.group).en}.",
                f"离任者：{chairs_in_words(found.group).zh}。",
            )
        )
    if nothing:
        put(nothing)
    else:
        put(
            Words(
                "With a deputy in the chair (supposed, not documented):",
                "由副组长接任组长时（系假设，并无记载）：",
            )
        )
        out.print(table(rows, LEAVES))
    if found.groups:
        out.print(
            table(
                found.groups,
                SEATS,
                title=Words("Other groups of who leaves, on the day", "离任者当日的其他小组"),
            )
        )
    elif found.group.chairs:
        put(
            Words(
                "No source names who leaves in another group on the day.",
                "当日无资料载明离任者在其他小组任职。",
            )
        )


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
    from graph.chairs.turnover import REASONS

    with database() as opened:
        found = chair_dependence(opened, group, Question(day(as_of), basis, scope))
    rows = [one.to_row() for one in found]
    if not rows:
        note(Words("No chair is known on the day.", "当日组长不明。"))
    if format is not Format.table:
        show(rows, list(rows[0]) if rows else ("group",), format)
        return
    for row in rows:
        why = row["turnover_reason"] and say(term(REASONS, row["turnover_reason"]))
        told = {**row, "turnover_reason": why}
        out.print(table(_figures(told), ("figure", "value")))


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


def _figures(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    types = ("type_now", "type_with_best_deputy")
    values = {k: say(word("type", v)) if v and k in types else v for k, v in row.items()}
    return [{"figure": head(name), "value": value} for name, value in values.items()]


def _or(value: Any) -> Words:
    return Words("not known", "不明") if value is None else Words.same(value)


def _gap(row: Mapping[str, Any]) -> Words:
    chair, member, gap = map(_or, (row["chair_rank"], row["member_rank"], row["gap"]))
    head = Words("supposed: ", "假设：") if row["supposed"] else NOTHING
    return Words(
        f"{head.en}{row['member_name']}: {_or(row['relation']).en}, gap {gap.en}"
        f" ({chair.en} - {member.en})",
        f"{head.zh}{row['member_name']}：{word('relation', row['relation']).zh}，级差 {gap.zh}"
        f"（{chair.zh} − {member.zh}）",
    )


def _source(row: Mapping[str, Any]) -> Words:
    found = row["url"] or row["read_at"]
    address = Words.same(found) if found else Words("no address", "无网址")
    return Words(
        f"{row['source']}: {row['source_title']}. {address.en}",
        f"{row['source']}：{row['source_title']}。{address.zh}",
    )
