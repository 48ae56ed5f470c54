"""lsgraph authority: who chairs a group, what command and gap of rank, and of which type it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import AsOf, Basis, Output, Scope, SeenWithin, asks, database, day
from cli.heads import HEADS, word
from cli.help import chinese, said
from cli.output import Format, out, put, table, write
from cli.output import show as show_rows
from graph.core.as_of import SEEN_WITHIN
from graph.core.errors import InputError
from graph.core.language import say, spoken
from graph.core.words import NOTHING, Words
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
    from graph.ask.english import titles_in_english

    supposed = tuple(suppose_member or ())
    question = Question(day(as_of), basis, scope, suppose_chair, supposed, seen_within)
    if group is None:
        if suppose_chair or suppose_member:
            raise InputError(
                Words(
                    "Supposing needs a group: lsgraph authority GROUP --suppose-chair TITLE",
                    "假设组长或成员时须指明小组：lsgraph authority 小组 --suppose-chair 职务",
                )
            )
        with database() as db:
            rows = authorities(db, question)
        overview([{k: v for k, v in row.items() if k != "members"} for row in rows], format)
        return
    with database() as db:
        answer = ask(db, group, question)
        told = answer.group.chairs if format is Format.table and spoken() == "en" else ()
        english = titles_in_english(db, (chair["title"] for chair in told))
    one_group(answer, format, english)


def one_group(answer: Authority, format: Format, english: Mapping[str, str]) -> None:
    """One group with its members; `english` holds the titles of its chairs in English."""
    from graph.ask.flat import OF_GROUP, flat_members

    if format is Format.json:
        write(json_text([answer.to_dict()]))
    elif format is Format.csv:
        columns = [*answer.members.columns, *(f"group_{name}" for name in OF_GROUP)]
        write(csv_text(flat_members(answer), columns))
    else:
        show(answer, english)


def overview(rows: list[dict[str, Any]], format: Format) -> None:
    """Many groups, a line each."""
    from graph.ask.flat import flat_group

    if format is Format.csv:
        flat = [flat_group(row) for row in rows]
        show_rows(flat, list(flat[0]) if flat else [], format)
        return
    show_rows(rows if format is Format.json else [_line(row) for row in rows], OVERVIEW, format)


def show(answer: Any, english: Mapping[str, str]) -> None:
    """One group: its figures, the reason, and a line for each member."""
    from graph.ask.reasons import chairs_in_words, reason

    group, why = answer.group, reason(answer.group)
    chairs = chairs_in_words(group, english)
    head = Words("Supposed, not documented. ", "系假设，并无记载。")
    supposed = head if group.supposed else NOTHING
    put(f"{group.name}  {group.name_en or ''}", style="bold")
    lines = [
        Words(
            f"as of {group.as_of}, basis {group.basis}, scope {group.scope}, roster {group.roster}",
            f"日期 {group.as_of}，级别依据：{word('basis', group.basis).zh}，"
            f"成员范围：{word('scope', group.scope).zh}，名单：{word('roster', group.roster).zh}",
        ),
        Words(
            f"chair: {chairs.en} ({group.leadership})",
            f"组长：{chairs.zh}（{word('leadership', group.leadership).zh}）",
        ),
        Words(f"{supposed.en}{why.en}", f"{supposed.zh}{why.zh}"),
        *_figures(group),
        _seen(group),
    ]
    put(Words.joined(lines, "\n", "\n"))
    out.print(table(answer.members, MEMBERS))
    for other in group.sensitive:
        flags = Words.joined(word("flags", flag) for flag in other["flags"])
        told = flags if flags.en else Words("no flag", "无标记")
        put(
            Words(
                f"Read with {other['reading']}: {other['type']} ({told.en})",
                f"其他口径（{word('reading', other['reading']).zh}）："
                f"{word('type', other['type']).zh}（{told.zh}）",
            )
        )
    put(
        Words(
            "Definitions: docs/definitions.md, an operationalisation of this project and not the"
            " paper's own.",
            "定义见 docs/definitions.md；均为本项目的操作化定义，并非论文原有。",
        ),
        style="dim",
    )


def _seen(group: Any) -> Words:
    """When sources last show the group and its chair."""
    status = word("status", group.status)
    seen, event = _day(group.seen), _day(group.last_documented)
    said = (
        Words(f"last seen {seen.en} ({status.en})", f"最近记载：{seen.zh}（{status.zh}）"),
        Words(f"last documented {event.en}", f"最后记载：{event.zh}"),
    )
    if group.seen and group.last_documented and group.last_documented < group.seen:
        said = (
            Words(
                f"last seen {seen.en} ({status.en}: a source speaks of its whole life)",
                f"最近记载：{seen.zh}（{status.zh}：有资料述及其存续全程）",
            ),
            Words(f"last event {event.en}", f"最后一项记事：{event.zh}"),
        )
    chair = _day(group.chair_seen)
    last = Words(f"chair last seen {chair.en}", f"组长最近记载：{chair.zh}")
    return Words.joined((*said, last), zh="，")


def _day(day: Any) -> Words:
    return Words.same(day) if day else Words("on no known day", "日期不明")


def _figures(group: Any) -> tuple[Words, Words]:
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
    figures = Words.joined(
        (
            Words(f"{name} {_short(group[name])}", f"{HEADS[name].zh} {_short(group[name])}")
            for name in names
            if group[name] is not None
        ),
        zh="，",
    )
    none = Words("unknown", "不明") if group.lcs is None else Words("none", "无")
    lcs = Words.same("、".join(group.lcs)) if group.lcs else none
    types = Words.joined(word("type", one) for one in group.possible or ())
    possible = types if types.en else Words("not bounded", "未限定")
    return (
        figures if figures.en else Words("no figure without a chair", "组长不明，无从计算"),
        Words(
            f"lowest common superior {lcs.en}, origin {group.origin}, possible types {possible.en}",
            f"最低共同上级：{lcs.zh}，发起：{word('origin', group.origin).zh}，"
            f"可能的类型：{possible.zh}",
        ),
    )


def _short(value: float | int) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _line(row: dict[str, Any]) -> dict[str, Any]:
    from graph.ask.reasons import chairs_in_words, type_in_words
    from graph.catalogue import Row

    undated = say(Words("undated", "无日期"))
    shown = row["as_of"] if "undated" not in row["flags"] else undated
    told = {"chair": say(chairs_in_words(Row(row))), "type": say(type_in_words(row))}
    return {**row, **told, "as_of": shown}
