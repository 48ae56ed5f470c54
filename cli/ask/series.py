"""lsgraph series: the gap of a group over time, and what made it change."""

from __future__ import annotations

from typing import Any

from cli.context import Basis, Group, Output, Scope, asks, database
from cli.output import Format, out, put, show, table

COLUMNS = ("valid_from", "valid_to", "gap_min", "lc", "type", "n_members", "chairs", "causes")


@asks
def series(
    group: Group,
    basis: Basis = "person",
    scope: Scope = "auto",
    format: Output = Format.table,
) -> None:
    """The gap of a group as a step series, each change with its cause: person, membership, tree, rank.

    Example: lsgraph series 长三角区域大气污染防治协作小组
    """
    from graph.structure.series import FIGURES, gap_series

    with database() as db:
        found = gap_series(db, group, basis, scope)
    rows = [step.to_dict() for step in found.steps]
    if format is Format.table:
        _shown(found, rows)
        return
    columns = ("valid_from", "valid_to", *FIGURES, "n_members", "chairs", "causes", "shown")
    show(rows, columns, format)


def _shown(found: Any, rows: list[dict[str, Any]]) -> None:
    put(found.name, style="bold")
    out.print(table(rows, COLUMNS))
    late = [row["valid_from"] for row in rows if not row["shown"]]
    put(
        f"Steps: {len(rows)}. Days on which something under the gap changes: {found.n_breakpoints}."
    )
    if late:
        put(f"From {late[0]} on no source shows the group: what follows is its seats as they were.")
