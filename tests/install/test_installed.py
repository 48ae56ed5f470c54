"""The wheel in a fresh environment, away from the checkout: the command, the library, the extras."""

from __future__ import annotations

import json

import pytest

from graph.catalogue import queries
from loaders.divisions.read import read_divisions
from tests.install.fresh import Fresh

MINE = "WHOSE = 'mine'\n"
IMPORTS = """
import importlib, json, pkgutil, sys
import lsgraph
names = [one.name for one in pkgutil.walk_packages(lsgraph.__path__, "lsgraph.")]
for name in names:
    if not name.endswith((".__main__", ".graph.objects", ".web.assistant")):
        importlib.import_module(name)
bare = [name for name in sys.modules if name.split(".")[0] in ("graph", "loaders", "visualize", "web", "cli")]
print(json.dumps([len(names), bare]))
"""
PLACES = """
from lsgraph.loaders.units.shipped import shipped_places
places = shipped_places()
print(len(places.by_uid), *(one.name for one in places.by_code["371200"]))
"""
COMMANDS = """
import json, sys
from typer.testing import CliRunner
from lsgraph.cli.main import app
runs = [CliRunner().invoke(app, words) for words in json.loads(sys.argv[1])]
print(json.dumps([(run.exit_code, run.output) for run in runs]))
"""
EXTRAS = [
    (["data", "package", "-o", "packed"], "Parquet needs pyarrow.", "parquet"),
    (["mcp"], "lsgraph mcp needs mcp.", "assistant"),
]


def test_one_name_is_gained(installed: Fresh) -> None:
    assert {name.partition(".dist-info")[0].partition("-")[0] for name in installed.gained} == {
        "lsgraph"
    }
    assert len(installed.gained) == 2


def test_the_command_lists_every_query(installed: Fresh) -> None:
    listed = json.loads(installed.lsgraph("query", "list", "--format", "json"))
    assert len(listed) == len(queries.readable()) > 80


def test_the_command_is_a_module_too(installed: Fresh) -> None:
    (installed.folder / "graph.py").write_text(MINE)
    assert "领导小组" in installed.run("-m", "lsgraph", "--help")


def test_every_module_is_imported_without_an_extra_or_a_bare_room(installed: Fresh) -> None:
    number, bare = json.loads(installed.run("-I", "-c", IMPORTS))
    assert number > 500
    assert bare == []


def test_a_place_is_found_without_a_server(installed: Fresh) -> None:
    number, *names = installed.run("-I", "-c", PLACES).split()
    assert int(number) == len({row.uid for row in read_divisions().units})
    assert "莱芜市" in names


@pytest.mark.parametrize(
    "imports",
    ["import graph, lsgraph", "import lsgraph, graph", "import lsgraph.graph.ask, graph"],
    ids=["mine first", "lsgraph first", "a room of lsgraph first"],
)
def test_a_module_of_the_users_own_stays_itself(installed: Fresh, imports: str) -> None:
    for name in ("graph", "loaders", "web", "cli", "visualize"):
        (installed.folder / f"{name}.py").write_text(MINE)
    script = installed.folder / "script.py"
    script.write_text(
        f"{imports}\nprint(graph.WHOSE, len(lsgraph.queries), lsgraph.find_place.__module__)\n"
        "import loaders, web, cli, visualize\n"
        "print(*(one.WHOSE for one in (loaders, web, cli, visualize, graph)))\n"
    )
    told = [f"mine {len(queries)} lsgraph.graph.places.find", "mine mine mine mine mine"]
    assert installed.run(str(script)).splitlines() == told


def test_a_missing_extra_is_told_by_name(installed: Fresh) -> None:
    given = json.dumps([words for words, _, _ in EXTRAS])
    runs = json.loads(installed.run("-c", COMMANDS, given))
    for (status, said), (_, needs, extra) in zip(runs, EXTRAS, strict=True):
        told = " ".join(said.split())
        assert status in (1, 2)
        assert f"{needs} Install it: pip install 'lsgraph[{extra}]'" in told
        assert f"pipx inject lsgraph {needs.split()[-1].rstrip('.')}" in told


def test_the_objects_name_their_extra(installed: Fresh) -> None:
    said = installed.run("-c", "import lsgraph.graph.objects", status=1)
    assert "The graph as objects needs py2neo. Install it: pip install 'lsgraph[py2neo]'" in said
