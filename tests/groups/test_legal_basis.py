"""The six items of a legal basis: from a file to the answer, unknown kept apart from no."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.model import Label, Node, Tie, TieType
from loaders.groups.rows import LEGAL_ITEMS
from loaders.write.apply import Records, sync
from tests.cypher.lint_graph import lint_graph
from tests.properties.world_graph import records
from tests.reference.draft import DAY, shandong

FOUR = dict.fromkeys(LEGAL_ITEMS[:3], True) | {LEGAL_ITEMS[3]: False}


def basis(database: Database, *acts: Mapping[str, bool | int]) -> Row:
    """The legal basis of a group that these acts founded."""
    whole = records(shandong().world())
    nodes = [Node(Label.DOCUMENT, f"doc:{n}", act) for n, act in enumerate(acts)]
    ties = [Tie(TieType.ESTABLISHED_BY, "g", node.uid) for node in nodes]
    sync(database, Records("test", [*whole.nodes, *nodes], [*whole.ties, *ties]), force=True)
    (row,) = queries.legal_basis(["g"], DAY, database=database)
    return row


@pytest.mark.parametrize(
    ("known", "n", "share"),
    [
        (FOUR, 4, 3 / 4),
        (FOUR | {"published": True}, 5, 4 / 5),
        (dict.fromkeys(LEGAL_ITEMS[:3], True), 3, None),
        (dict.fromkeys(LEGAL_ITEMS, False), 6, 0.0),
        ({}, 0, None),
    ],
)
def test_yes_of_known(clean: Database, known: dict[str, bool], n: int, share: float | None) -> None:
    row = basis(clean, known)
    assert (row.n_known, row.share) == (n, share)
    assert {item: row[item] for item in LEGAL_ITEMS} == {i: known.get(i) for i in LEGAL_ITEMS}


def test_of_two_acts_one_yes_is_enough_and_no_takes_both(clean_each: Database) -> None:
    row = basis(
        clean_each,
        {"instrument": 1, "published": True, "host_office": False, "binding_powers": False},
        {"instrument": 3, "published": False, "host_office": False},
    )
    assert (row.published, row.host_office, row.binding_powers) == (True, False, None)
    assert (row.instrument, row.n_known) == (3, 2)


def test_without_an_act_everything_is_unknown(clean: Database) -> None:
    row = basis(clean)
    assert (row.documents, row.instrument, row.n_known, row.share) == ([], None, 0, None)
    (counts,) = queries.legal_basis_counts(database=clean)
    assert (counts.n_groups, counts.n_without_act, counts.n_judged) == (1, 1, 0)


def test_items_of_a_file_arrive(clean: Database) -> None:
    """tests/cypher/everything.yaml answers all six: four with yes."""
    lint_graph(clean)
    sync(clean, Records("act", [], [Tie(TieType.ESTABLISHED_BY, "group:e:first", "doc:e")]))
    (row,) = queries.legal_basis(["group:e:first"], dt.date(2017, 1, 1), database=clean)
    assert (row.n_known, row.n_yes, row.share) == (6, 4, 4 / 6)
    assert (row.host_office, row.term_and_abolition, row.published) == (False, False, True)
