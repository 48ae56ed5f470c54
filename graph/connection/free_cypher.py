"""Free Cypher of a user: read-only, and only what reads the graph itself.

Read access mode refuses writes but does not confine a query: LOAD CSV of any file or address, SHOW,
TERMINATE and procedures run in it. So the server explains the statement first, and its plan is checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from graph.connection import Database
from graph.connection.limits import check_statement
from graph.connection.mistakes import mistakes
from graph.connection.results import Result
from graph.core.dates import is_bound
from graph.core.errors import RefusedQuery
from graph.core.words import Words

PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshipTypes",
        "db.propertyKeys",
        "db.schema.visualization",
        "db.schema.nodeTypeProperties",
        "db.schema.relTypeProperties",
    }
)
"""Procedures that only describe the graph."""

_BOUNDS_TOLD = Words(
    "0001-01-01 stands for an unknown start, 9999-12-31 for an end that is open or not known.",
    "0001-01-01 表示起始不明，9999-12-31 表示尚未终止或终止不明。",
)

_REFUSED = {
    "LoadCSV": Words(
        "LOAD CSV reads files and addresses; load data with `lsgraph load`",
        "LOAD CSV 会读取文件和网址；载入数据请用 `lsgraph load`",
    ),
    "Show": Words("SHOW tells of the server, not of the graph", "SHOW 查看的是服务器，而不是图谱"),
    "Terminate": Words("TERMINATE steers the server", "TERMINATE 会操控服务器"),
    "AdministrationCommand": Words("administration is not for lsgraph", "lsgraph 不作数据库管理"),
}


def ask(database: Database, statement: str, values: Mapping[str, Any] | None = None) -> Result:
    """Run a user's statement in read access mode after its plan has been checked.

    The notes of the result name what is probably a mistake. Raises RefusedQuery, which names the part
    that is refused, before anything runs.
    """
    database = database.asked()
    notes = check(database, statement, values)
    found = database.execute(statement, values, most=database.limits.rows)
    if any(_holds_bound(value) for row in found for value in row.values()):
        notes = (*notes, _BOUNDS_TOLD)
    return replace(found, notes=notes)


def _holds_bound(value: Any) -> bool:
    """Whether a value is, or holds, a day that stands for what is not known."""
    if isinstance(value, Mapping):
        return any(map(_holds_bound, value.values()))
    if isinstance(value, list):
        return any(map(_holds_bound, value))
    return is_bound(value)


def check(
    database: Database, statement: str, values: Mapping[str, Any] | None = None
) -> tuple[Words, ...]:
    """Return what is probably a mistake; raises RefusedQuery for what does more than read the graph."""
    check_statement(statement)
    summary = database.explain(statement, values)
    for name, details in _operators(summary.plan):
        _check_operator(name, details)
    if summary.query_type != "r":
        raise RefusedQuery(
            Words(
                "This statement writes. lsgraph cypher only reads; load with `lsgraph load`.",
                "该语句会写入。lsgraph cypher 只读；载入请用 `lsgraph load`。",
            )
        )
    return mistakes(summary)


def _check_operator(name: str, details: str) -> None:
    for start, reason in _REFUSED.items():
        if name.startswith(start):
            raise RefusedQuery(Words(f"Refused: {reason.en}.", f"已拒绝：{reason.zh}。"))
    procedure = details.split("(")[0].strip()
    if name.startswith("ProcedureCall") and procedure not in PROCEDURES:
        allowed = ", ".join(sorted(PROCEDURES))
        raise RefusedQuery(
            Words(
                f"Refused: CALL {procedure}. Only these may be called: {allowed}.",
                f"已拒绝：CALL {procedure}。只可调用：{allowed}。",
            )
        )


def _operators(plan: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    if not plan:
        return
    yield str(plan["operatorType"]), str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", []):
        yield from _operators(child)
