"""Nodes and relationships of the graph as rows of tables, streamed, whole or as of a day.

As of a day: units and groups in force, ties in force between them, the posts whose body is in force,
and of persons, documents and sources those that a kept row names.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.catalogue import queries
from graph.connection import Database
from graph.core.model import Label, Level, TieType
from graph.export.columns import GraphTable, NodeTable, Tables, TieTable
from graph.server.jars import silent

PERIODS = (Label.UNIT, Label.GROUP)
"""What has a period of its own."""

ASIDE = (TieType.SOURCED_FROM, TieType.ISSUED_BY)
"""Ties that keep nothing: they go along with the node at their start."""

LABELS = ("Division", "Agency", *map(str, Level))
"""Order of the further labels of a unit."""

STEP = 1000
"""Rows between two words about how far it is."""

Report = Callable[[str, int, int], None]


@dataclass
class Elements:
    """A graph to export. `beyond` gathers properties that no table has a column for.

    `only` narrows it to some uids, by label; a label that is not named stays whole.
    """

    database: Database
    tables: Tables
    as_of: dt.date | None = None
    report: Report = silent
    beyond: set[str] = field(default_factory=set)
    only: Mapping[Label, set[str]] = field(default_factory=dict)

    @cached_property
    def _kept(self) -> Mapping[Label, set[str]]:
        """Return the uids that are kept, by label; found when the first row is asked for."""
        return self._named() if self.as_of and not self.only else self.only

    def rows(self, table: GraphTable) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table in order: unknown and open days are None."""
        known = {*table.names, "start_label"}
        rows = self._nodes(table) if isinstance(table, NodeTable) else self._ties(table)
        for done, row in enumerate(rows, start=1):
            self.beyond |= {f"{table.name}.{name}" for name in row.keys() - known}
            if done % STEP == 0:
                self.report(table.name, done, 0)
            yield row

    def _nodes(self, table: NodeTable) -> Iterator[dict[str, Any]]:
        kept, uids = self._kept, self._only(table.label)
        nodes = queries.export_nodes.stream(
            str(table.label), self.as_of, uids, database=self.database
        )
        for row in nodes:
            if _keeps(kept, table.label, row.uid):
                yield {**row.properties, "uid": row.uid} | _labels(table, row.labels)

    def _ties(self, table: TieTable) -> Iterator[dict[str, Any]]:
        """Yield a tie of a document, post or person that is not kept is not kept either."""
        kept = self._kept
        for row in self._all_ties(table):
            start = _keeps(kept, Label(row["start_label"]), row["start"])
            if start and _keeps(kept, table.end, row["end"]):
                yield row

    def _all_ties(self, table: TieTable) -> Iterator[dict[str, Any]]:
        starts = [str(label) for label in table.start]
        uids = self._only(*table.start)
        for row in queries.export_ties.stream(
            table.type.stored, starts, self.as_of, uids, database=self.database
        ):
            ends = {"start": row.start, "start_label": row.start_label, "end": row.end}
            yield {**row.properties, **ends}

    def _only(self, *labels: Label) -> list[str] | None:
        """Return the uids to which nodes of these labels are narrowed; None where one is whole."""
        if any(label not in self.only for label in labels):
            return None
        return sorted(uid for label in labels for uid in self.only[label])

    def _named(self) -> dict[Label, set[str]]:
        """Return the uids of posts, persons, documents and sources that rows in force name."""
        kept = {label: set[str]() for label in Label if label not in PERIODS}
        ties = [table for table in self.tables if isinstance(table, TieTable)]
        for table in (t for t in ties if t.type not in ASIDE):
            for row in self._all_ties(table):
                _note(kept, table, row)
        for table in (t for t in ties if t.type in ASIDE):
            for row in self._all_ties(table):
                label = Label(row["start_label"])
                if label in PERIODS or row["start"] in kept[label]:
                    _note(kept, table, row)
        return kept


def _keeps(kept: Mapping[Label, set[str]], label: Label, uid: str) -> bool:
    return label not in kept or uid in kept[label]


def _labels(table: NodeTable, labels: list[str]) -> dict[str, Any]:
    if table.column("labels") is None:
        return {}
    further = [label for label in labels if label != table.label]
    order = {label: number for number, label in enumerate(LABELS)}
    return {"labels": sorted(further, key=lambda label: (order.get(label, len(order)), label))}


def _note(kept: dict[Label, set[str]], table: TieTable, row: Mapping[str, Any]) -> None:
    named = {Label(row["start_label"]): [row["start"]], table.end: [row["end"]]}
    refers = {
        Label.SOURCE: [row.get("source"), *(row.get("also_sources") or ())],
        Label.PERSON: [row.get("person")],
        Label.DOCUMENT: [row.get("document")],
    }
    for found in (named, refers):
        for label, uids in found.items():
            if label in kept:
                kept[label] |= {uid for uid in uids if uid}
