"""A connection that refuses to write, so that tests can share one loaded graph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.connection import Database
from graph.connection.database import Runnable
from graph.connection.results import Result


class ReadOnly(Database):
    """A database of which every statement runs in read access mode."""

    def run(self, query: Runnable, values: Mapping[str, Any], most: int | None = None) -> Result:
        """Run a catalogue query that reads."""
        assert query.access == "read", "this graph is shared"
        return super().run(query, values, most)

    def execute(
        self,
        statement: str,
        values: Mapping[str, Any] | None = None,
        *,
        write: bool = False,
        **rows: Any,
    ) -> Result:
        """Run a statement that reads."""
        assert not write, "this graph is shared"
        return super().execute(statement, values, **rows)
