"""The graph as a Cypher script for an empty server: constraints first, then nodes, then ties.

Its statements are those with which lsgraph itself writes (cypher/write), their parameter replaced by
literal rows: cypher-shell and the driver run them, and `lsgraph import` reads them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.catalogue import Query, queries
from graph.catalogue.checks import PARAMETER
from graph.connection.write import batches
from graph.core.model import SCHEMA_VERSION
from graph.export.codebook import About
from graph.export.columns import GraphTable, NodeTable
from graph.export.elements import Elements
from graph.export.network.literals import literal

BATCH = 100
"""Rows a statement: a server reads and plans each anew, and long ones are slow to read."""

END = "// end of the export"
"""The last line: without it a script was cut short."""


def write_script(elements: Elements, about: About, path: Path) -> None:
    """The script, streamed: a row a line, and `END`."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"// {about.title.en}\n")
        file.writelines(
            f"// {name.en}: {' '.join(text.en.split())}\n" for name, text in about.facts
        )
        file.writelines(f"{statement};\n" for statement in schema_statements())
        for table in elements.tables:
            for lot in batches(elements.stored(table), BATCH):
                rows = (literal(stored_row(table, row)) for row in lot)
                file.write(f"{written(table, rows)};\n")
        file.write(f"{END}\n")


def schema_statements() -> Iterator[str]:
    """Constraints and indexes, and the mark of their version."""
    for query in queries.values():
        if query.header.access == "schema":
            yield query.statement
    yield _filled(queries.mark_schema_version, version=str(SCHEMA_VERSION))


def written(table: GraphTable, rows: Iterable[str]) -> str:
    """Return the statement that writes rows of a table, given as literals, a row a line."""
    kind = table.label if isinstance(table, NodeTable) else table.type
    lines = ",\n".join(rows)
    held = f"[\n{lines}\n]" if lines else "[\n]"
    return _filled(queries[f"write_{kind.lower()}"], rows=held, fresh="false")


def _filled(query: Query, **literals: str) -> str:
    """Return the statement of a query, without its fragments, with literals for its parameters."""
    return PARAMETER.sub(lambda found: literals[found[1]], query.header.body)


def stored_row(table: GraphTable, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as the write statements take it."""
    given = {name: row[name] for name in table.names if row.get(name) is not None}
    if isinstance(table, NodeTable):
        labels = given.pop("labels", [])
        return {"labels": labels, "properties": given}
    start, end = given.pop("start"), given.pop("end")
    return {"start": start, "end": end, "properties": given}
