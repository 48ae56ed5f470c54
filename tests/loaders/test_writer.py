"""Batches on their way: one at a time in the server, and made again after a passing error."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from neo4j import Transaction

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.core.model import SCHEMA_VERSION, Label, Node, Tie, TieType
from loaders.write.apply import Records, sync
from loaders.write.writer import Writer
from tests.servers import statements

Row = dict[str, Any]


KNOWN = {"source": "s", "confidence": "high"}
BODIES = [Node(Label.UNIT, f"u{n}", {"name": f"单位{n}"}, ("Agency",)) for n in range(60)]


@contextmanager
def transaction(database: Database) -> Iterator[Transaction]:
    """A transaction of somebody else, who has other sessions."""
    with (
        database.driver.session(database=database.database) as session,
        session.begin_transaction() as begun,
    ):
        yield begun


def write(database: Database, kind: str, rows: list[Row], *, fresh: bool) -> int:
    """Write rows as a loader does; answers how many are told to be done."""
    with Writer(database, lambda what, done, total: None) as writer:
        writer.write(kind, rows, len(rows), fresh=fresh)
    return writer.done[kind]


@pytest.mark.parametrize("fresh", [True, False])
def test_a_write_waits_until_no_other_is_under_way(clean_each: Database, fresh: bool) -> None:
    with ThreadPoolExecutor(1) as pool, transaction(clean_each) as other:
        other.run(queries.mark_loaded.statement, fingerprint="other").consume()
        written = pool.submit(write, clean_each, "Unit", [BODIES[0].row("x")], fresh=fresh)
        _waits(written)
        other.commit()
        assert written.result(timeout=60) == 1
    assert queries.loaded_fingerprint(database=clean_each)[0].fingerprint is None


@pytest.mark.parametrize("fresh", [True, False])
def test_it_waits_also_where_nothing_was_ever_marked_as_loaded(
    clean_each: Database, fresh: bool
) -> None:
    statements.forget_schema(database=clean_each)
    schema.apply(clean_each)
    with ThreadPoolExecutor(1) as pool, transaction(clean_each) as other:
        other.run(queries.mark_schema_version.statement, version=SCHEMA_VERSION).consume()
        written = pool.submit(write, clean_each, "Unit", [BODIES[0].row("x")], fresh=fresh)
        _waits(written)
        other.commit()
        assert written.result(timeout=60) == 1


def test_a_write_that_the_server_gave_up_is_made_again(clean_each: Database) -> None:
    """Two that wait for each other (deadlock): the server ends the one with fewer locks, the loader's."""
    sync(clean_each, Records("bodies", BODIES))
    tie = Tie(TieType.LED_BY, "u0", "u1", KNOWN)
    with ThreadPoolExecutor(1) as pool, transaction(clean_each) as other:
        held = [body.row("x") for body in BODIES[1:]]
        other.run(queries.write_unit.header.body, rows=held, fresh=False).consume()
        written = pool.submit(write, clean_each, "LED_BY", [tie.row("one")], fresh=False)
        _waits(written)
        other.run(queries.mark_loaded.statement, fingerprint="other").consume()
        other.commit()
        assert written.result(timeout=60) == 1
    assert len(statements.whole_ties(database=clean_each)) == 1


def _waits(done: Future[Any]) -> None:
    with pytest.raises(TimeoutError):
        done.result(timeout=1)


def test_two_loads_at_once_are_both_whole(clean_each: Database) -> None:
    """Ties of two datasets to the same bodies, in opposite order: without turns a deadlock."""
    sync(clean_each, Records("bodies", BODIES))
    ties = [
        Tie(TieType.LED_BY, f"u{a}", f"u{b}", KNOWN, part)
        for part in "xy" for a in range(60) for b in range(a)
    ]  # fmt: skip
    loads = [
        Records("one", ties=[tie for tie in ties if tie.part == "x"]),
        Records("two", ties=[tie for tie in ties if tie.part == "y"][::-1]),
    ]
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda records: sync(clean_each, records).total, loads))
    assert done == [1770, 1770]
    assert len(statements.whole_ties(database=clean_each)) == 3540
