"""The load of divisions and groups through the loader, against a bare driver writing the same rows.

Both start from an empty graph under the schema and write in the same batches with the same
statements. The bare driver reads, checks and compares nothing.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any, LiteralString

from neo4j import ManagedTransaction

from bench.dataset import dataset
from bench.ratios import told
from bench.servers import empty, own_server
from graph.catalogue import queries
from graph.connection import Database, connect
from graph.connection.write import batches
from graph.core.model import Label, Node, Tie, TieType
from loaders.write.apply import BATCH, Records, sync

TARGET = 1.5
"""The loader may take this many times what the bare driver takes."""

Batch = tuple[LiteralString, list[dict[str, Any]]]
"""Text of a write statement and its rows."""


def compare_load(pairs: int, whole: bool) -> None:
    """Print the ratio of loader to bare driver."""
    records = dataset(whole)
    prepared = list(_batches(records))
    rows = sum(len(batch) for _, batch in prepared)
    with own_server() as settings, connect(settings) as database:
        measured = [_pair(database, records, prepared) for _ in range(pairs)]
    told(f"load of {rows:,} rows / a bare driver", measured, f", target under {TARGET}")


def _pair(database: Database, records: Records, prepared: Sequence[Batch]) -> tuple[float, float]:
    """Seconds of the loader and of the bare driver, each into an empty graph."""
    empty(database)
    began = time.perf_counter()
    sync(database, records)
    loader = time.perf_counter() - began
    empty(database)
    began = time.perf_counter()
    with database.driver.session(database=database.database) as session:
        for text, batch in prepared:
            session.execute_write(_write, text, batch)
    return loader, time.perf_counter() - began


def _write(
    transaction: ManagedTransaction, text: LiteralString, rows: list[dict[str, Any]]
) -> None:
    transaction.run(text, rows=rows, fresh=True, token=None).consume()


def _batches(records: Records) -> Iterator[Batch]:
    """The rows as the loader writes them, in its order and its batches."""
    for label in Label:
        nodes = [node for node in records.nodes if node.label is label]
        yield from _of_kind(str(label), nodes, records.dataset)
    for kind in TieType:
        ties = [tie for tie in records.ties if tie.type is kind]
        yield from _of_kind(str(kind), ties, records.dataset)


def _of_kind(kind: str, elements: Sequence[Node | Tie], dataset: str) -> Iterator[Batch]:
    text: LiteralString = queries[f"write_{kind.lower()}"].statement
    for batch in batches(elements, BATCH):
        yield text, [element.row(dataset) for element in batch]
