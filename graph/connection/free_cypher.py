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

_REFUSED = {
    "LoadCSV": "LOAD CSV reads files and addresses; load data with `lsgraph load`",
    "Show": "SHOW tells of the server, not of the graph",
    "Terminate": "TERMINATE steers the server",
    "AdministrationCommand": "administration is not for lsgraph",
}


def ask(database: Database, statement: str, values: Mapping[str, Any] | None = None) -> Result:
    """Run a user's statement in read access mode after its plan has been checked.

    The notes of the result name what is probably a mistake. Raises RefusedQuery, which names the part
    that is refused, before anything runs.
    """
    database = database.asked()
    notes = check(database, statement, values)
    return replace(database.execute(statement, values, most=database.limits.rows), notes=notes)


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
            "This statement writes. lsgraph cypher only reads; load with `lsgraph load`."
        )
    return mistakes(statement, summary)


def _check_operator(name: str, details: str) -> None:
    for start, reason in _REFUSED.items():
        if name.startswith(start):
            raise RefusedQuery(f"Refused: {reason}.")
    procedure = details.split("(")[0].strip()
    if name.startswith("ProcedureCall") and procedure not in PROCEDURES:
        allowed = ", ".join(sorted(PROCEDURES))
        raise RefusedQuery(f"Refused: CALL {procedure}. Only these may be called: {allowed}.")


def _operators(plan: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    if not plan:
        return
    yield str(plan["operatorType"]), str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", []):
        yield from _operators(child)
