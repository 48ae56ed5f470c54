"""What a fragment takes and gives, asked of the server: its statement alone, after what it takes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from neo4j.exceptions import CypherSyntaxError

from graph.catalogue import queries
from graph.catalogue.header import Header
from graph.connection import Database
from graph.connection.database import literal

FRAGMENTS = {part.name: part for query in queries.values() for part in query.fragments}
DECLARED = sorted(name for name, part in FRAGMENTS.items() if part.takes or part.gives)


def explain(database: Database, part: Header, taken: Iterable[str]) -> None:
    """Plan a fragment by itself: these variables before it, those that it gives after it."""
    before = ", ".join(f"null AS {name}" for name in taken)
    begin = f"WITH {before}\n" if before else ""
    statement = f"EXPLAIN {begin}{part.body}\nRETURN {', '.join(part.gives)}"
    with database.driver.session(database=database.database) as session:
        session.run(literal(statement)).consume()


@pytest.mark.parametrize("name", DECLARED)
def test_a_fragment_needs_what_it_takes_and_no_more(database: Database, name: str) -> None:
    part = FRAGMENTS[name]
    explain(database, part, part.takes)
    for without in part.takes:
        with pytest.raises(CypherSyntaxError, match=f"Variable `{without}` not defined"):
            explain(database, part, [taken for taken in part.takes if taken != without] or ["_"])


def test_every_fragment_says_what_it_takes_and_gives() -> None:
    silent = {name for name, part in FRAGMENTS.items() if part.body and name not in DECLARED}
    assert silent == set()
