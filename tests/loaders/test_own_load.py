"""A table of one's own and townships into a real graph, and what a later load does."""

from __future__ import annotations

import lzma
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from loaders.divisions.read import DivisionData
from loaders.divisions.records import division_records
from loaders.divisions.townships import FILE, SHIPPED, read_townships
from loaders.load import datasets
from loaders.load.verbs import added_sources, load_divisions, load_groups, own_divisions
from loaders.write.apply import compare
from tests.servers import empty, statements

OWN_ROW = "code,name,kind,parent,valid_from,valid_to,source\n370117,钢城区,,,2019-01-09,,通告\n"


def townships_of(code: str, folder: Path) -> Path:
    """A folder with the rows of the shipped table whose codes begin so."""
    head, *rows = lzma.decompress((SHIPPED / FILE).read_bytes()).splitlines(keepends=True)
    found = [row for row in rows if row.startswith(code.encode())]
    (folder / FILE).write_bytes(lzma.compress(b"".join([head, *found])))
    return folder


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> DivisionData:
    table = tmp_path_factory.mktemp("own") / "own.csv"
    table.write_text(OWN_ROW, encoding="utf-8")
    return own_divisions(table)


@pytest.fixture(scope="module")
def graph(database: Database, merged: DivisionData) -> Database:
    """A graph of this file's own: the shipped divisions, then one's own table over them."""
    load_divisions(empty(database))
    load_divisions(database, merged)
    return database


def test_the_graph_is_that_of_the_merged_data(graph: Database, merged: DivisionData) -> None:
    assert added_sources(graph) == ("own-divisions",)
    assert compare(graph, division_records(merged)).total == 0
    assert load_divisions(graph, merged).total == 0
    history = {
        row.code: row.valid_from for row in queries.units_named("钢城区", None, database=graph)
    }
    assert str(history["370117"]) == "2019-01-09"


def test_no_division_outlives_its_superior(graph: Database) -> None:
    assert {(row.unit, row.reason) for row in statements.outliving_superiors(database=graph)} == {
        ("div:100000:中华人民共和国", "no tie"),
        ("div:710000:台湾省", "no tie"),
    }


def test_the_shipped_data_does_not_undo_it_silently(graph: Database, merged: DivisionData) -> None:
    with pytest.raises(InputError, match="hold own-divisions; this load would undo that"):
        load_divisions(graph)
    _, warnings = load_groups(graph)
    assert warnings[0] == "The divisions stay as they are: they hold own-divisions."
    assert compare(graph, division_records(merged)).total == 0


def test_a_load_that_dies_and_runs_again_ends_in_the_same_graph(
    graph: Database, merged: DivisionData
) -> None:
    before = statements.counted(database=graph)

    def die(what: str, done: int, total: int) -> None:
        if what == "PART_OF":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_divisions(graph, force=True, report=die)
    load_divisions(graph, merged)
    assert compare(graph, division_records(merged)).total == 0
    assert statements.counted(database=graph) == before


def test_a_table_cut_short_is_refused(graph: Database, merged: DivisionData) -> None:
    few = replace(merged, units=merged.units[:3000], ties=(), successions=())
    with pytest.raises(InputError, match="the source may be cut short"):
        load_divisions(graph, few)


def test_townships_come_on_top(
    graph: Database, merged: DivisionData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the townships of Shandong, which stand for all."""
    towns = townships_of("37", tmp_path)
    monkeypatch.setattr(datasets, "read_townships", partial(read_townships, folder=towns))
    changes = load_divisions(graph, merged, townships=True)
    assert changes.added["Unit"] == 1_826
    assert added_sources(graph) == ("own-divisions",)
    assert load_divisions(graph, merged, townships=True).total == 0
