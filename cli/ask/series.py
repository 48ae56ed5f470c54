"""lsgraph series: the gap of a group over time, and what made it change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from cli.context import Basis, Group, Output, Scope, asks, database
from cli.help import chinese, said
from cli.output import Format, note, out, put, show, table
from graph.core.language import say
from graph.core.words import Words

Follow = Annotated[
    bool,
    typer.Option(
        "--follow/--no-follow",
        help=said("Go on with the group that succeeded it.", "接着看承接它的小组。"),
    ),
]
COLUMNS = ("valid_from", "valid_to", "gap_min", "lc", "type", "n_members", "chairs", "causes")


@asks
@chinese(
    "一个小组的级差如何随时间变化，以及每次变动的原因：人事、成员、隶属关系或级别。\n\n有承接者则接着"
    "看。lsgraph view series 画的是同样的日子。"
)
def series(
    group: Group,
    basis: Basis = "person",
    scope: Scope = "auto",
    follow: Follow = True,
    format: Output = Format.table,
) -> None:
    """The gap of a group as a step series, each change with its cause: person, membership, tree, rank.

    A group that another succeeded is followed into it. lsgraph view series draws the same days.

    Example: lsgraph series 长三角区域大气污染防治协作小组
    """
    from graph.structure.series import FIGURES, gap_series

    with database() as db:
        found = gap_series(db, group, basis, scope, follow)
    tell_followed(found.told)
    rows = [step.to_dict() for step in found.steps]
    if format is Format.table:
        _shown(found, rows)
        return
    columns = (
        "valid_from",
        "valid_to",
        *FIGURES,
        "n_members",
        "chairs",
        "causes",
        "shown",
        "group",
        "name",
    )
    show(rows, columns, format)


def tell_followed(told: Sequence[Words]) -> None:
    """Say which groups followed the one asked for, and how to leave them out."""
    for one in told:
        note(one)
    if told:
        note(
            say(Words("--no-follow keeps to the group asked for.", "--no-follow 则只查所问小组。"))
        )


def _shown(found: Any, rows: list[dict[str, Any]]) -> None:
    from graph.ask.reasons import type_in_words

    put(found.name, style="bold")
    shown = [
        {
            **row,
            "type": say(type_in_words(step.group)),
            "causes": [say(cause.said) for cause in step.causes],
        }
        for row, step in zip(rows, found.steps, strict=True)
    ]
    out.print(table(shown, COLUMNS))
    last = rows[-1]["group"]
    late = any(row["group"] == last and not row["shown"] for row in rows)
    put(
        Words(
            f"Steps: {len(rows)}. Days on which something under the gap changes: {found.n_breakpoints}."
            " The page (lsgraph view series) may have more pictures: it shows who sits, too.",
            f"共 {len(rows)} 段。影响级差的因素有变动的日子：{found.n_breakpoints} 个。页面（"
            "lsgraph view series）的图可能更多，因为它还显示席位由谁担任。",
        )
    )
    if found.end:
        put(
            Words(
                f"The end, as the source gives it: {found.end}.",
                f"终止日，依资料所载：{found.end}。",
            )
        )
    if late:
        day = found.steps[-1].group.last_documented
        put(
            Words(
                f"After {day} no source speaks of the group: its seats are presumed to go on.",
                f"{day} 以后无资料提及该组：其席位推定存续。",
            )
        )
