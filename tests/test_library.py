"""What docs/library.md promises to those who import the library stays as it is."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path

import pytest

import lsgraph
from graph.catalogue import queries
from tests.documents import ROOT

LIBRARY = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
STAYS = LIBRARY.partition("## What stays")[2]
NAMES = re.findall(r"`(graph(?:\.\w+)+)`", "".join(re.findall(r"^\| `.+? \|", STAYS, re.MULTILINE)))
HANDED_ON = re.findall(r"`([a-z]+(?:\.[a-z]+)*)` \((`\w+`(?:, `\w+`)*)\)", STAYS)
KEPT = json.loads(Path(__file__).with_name("catalogue").joinpath("kept.json").read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_promised_name_is_there(name: str) -> None:
    module, _, attribute = name.rpartition(".")
    assert hasattr(import_module(module), attribute)


@pytest.mark.parametrize(("room", "names"), HANDED_ON)
def test_a_room_hands_on_what_the_page_says(room: str, names: str) -> None:
    held = import_module(room)
    assert [one for one in re.findall(r"\w+", names) if not hasattr(held, one)] == []


def test_lsgraph_has_each_of_these_names() -> None:
    promised = {name.rpartition(".")[2]: name.rpartition(".")[0] for name in NAMES}
    promised |= {one: room for room, names in HANDED_ON for one in re.findall(r"\w+", names)}
    assert set(lsgraph.__all__) == set(promised)
    for name, room in promised.items():
        assert getattr(lsgraph, name) is getattr(import_module(room), name)


def test_lsgraph_has_the_rooms_and_nothing_else() -> None:
    assert lsgraph.graph is import_module("graph") and lsgraph.loaders is import_module("loaders")
    assert {"queries", "graph", "web"} <= set(dir(lsgraph))
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = lsgraph.nothing_such


def test_the_page_names_enough() -> None:
    assert len(NAMES) >= 8 and len(HANDED_ON) >= 4


@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_query_keeps_its_name_parameters_and_columns(name: str) -> None:
    query = queries[name]
    assert {p.name for p in query.parameters} >= set(KEPT[name]["parameters"])
    assert {c.name for c in query.columns} >= set(KEPT[name]["columns"])
