"""The national hierarchy as the graph answers it: the same as the loaders' own records."""

from __future__ import annotations

import datetime as dt

import pytest

from bench.nation import shipped_nation
from graph.connection import Database
from graph.core.errors import InputError
from graph.pictures.nation import nation
from loaders.divisions.read import read_divisions
from loaders.divisions.records import division_records
from loaders.divisions.townships import read_townships, township_records
from loaders.write.apply import Records, sync

EVE = dt.date(2018, 12, 25)


def test_the_answer_equals_the_tables(clean: Database) -> None:
    """With the townships of Shandong, which stand for all."""
    divisions = read_divisions()
    sync(clean, division_records(divisions))
    townships = township_records(read_townships(divisions))
    nodes = [node for node in townships.nodes if node.properties["code"].startswith("37")]
    uids = {node.uid for node in nodes}
    ties = [tie for tie in townships.ties if tie.start in uids]
    sync(clean, Records(townships.dataset, nodes, ties))
    made = shipped_nation()
    found = nation(clean, made.as_of)
    assert len(nodes) > 1_800
    assert found.units == tuple(
        unit for unit in made.units if unit.level != "Township" or unit.uid in uids
    )
    assert found.sources == made.sources


def test_the_day_counts(loaded: Database) -> None:
    eve = {unit.uid: unit for unit in nation(loaded, EVE).units}
    later = {unit.uid for unit in nation(loaded, EVE + dt.timedelta(days=1)).units}
    assert "div:371200:莱芜市" in eve and "div:371200:莱芜市" not in later
    assert eve["div:371202:莱城区"].parent == "div:371200:莱芜市"
    assert {unit.level for unit in eve.values()} == {"Country", "Province", "Prefecture", "County"}
    assert eve == {unit.uid: unit for unit in shipped_nation(EVE).units}


def test_an_empty_graph_says_what_to_load(clean: Database) -> None:
    with pytest.raises(InputError, match="lsgraph load divisions"):
        nation(clean, EVE)
