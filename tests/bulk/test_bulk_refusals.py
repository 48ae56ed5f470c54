"""What a bulk load refuses, and what is left when it fails or dies: the database as it was."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NoReturn

import psutil
import pytest

from graph.catalogue import schema
from graph.connection import connect
from graph.core.errors import InputError
from graph.core.model import Label, Node, Tie, TieType
from graph.server import importing
from graph.server.layout import Home
from graph.server.local import status, stop
from graph.server.process import import_mark
from graph.settings import Settings
from loaders.bulk.load import FOLDER, bulk_load
from loaders.write.apply import Records, sync
from tests.bulk.graphs import SOURCE, whole_with_rules, world
from tests.cli.conftest import invoke
from tests.servers import statements

ROOT = Path(__file__).resolve().parents[2]
LOAD = """
import sys
import psutil
from graph.core.errors import InputError
from graph.settings import Settings
from loaders.bulk.load import bulk_load
from tests.bulk.graphs import world

def die(what, done, total):
    print(what, done, flush=True)
    if len(sys.argv) > 1 and what.startswith(sys.argv[1]):
        psutil.Process().kill()

try:
    bulk_load(Settings.from_environment(), lambda: [world()], die)
except InputError as error:
    sys.exit(str(error))
"""
"""A process of its own that loads in bulk; the system kills it where its argument says."""


def never() -> NoReturn:
    """A reader that must not be asked."""
    raise AssertionError("nothing is read before it is sure that the load may begin")


def load(
    home: Settings, die_at: str = "", file_size: int = resource.RLIM_INFINITY
) -> subprocess.CompletedProcess[str]:
    """Load the world in a process of its own, which may write files up to a size only."""
    environ = {**os.environ, "LSGRAPH_HOME": str(home.data_dir), "LSGRAPH_JARS": str(home.jars_dir)}
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (file_size, file_size))
    return subprocess.run(
        [sys.executable, "-c", LOAD, *([die_at] if die_at else [])],
        cwd=ROOT, env=environ, capture_output=True, text=True, check=False, preexec_fn=limit,
    )  # fmt: skip


def counted(home: Settings) -> tuple[int, ...]:
    """Nodes and ties of the private database."""
    with connect(home) as database:
        return tuple(statements.counted(database=database)[0].values())


def test_another_server_is_refused(home: Settings) -> None:
    with pytest.raises(InputError, match=r"bolt://there.*Unset NEO4J_URI.*lsgraph load groups"):
        bulk_load(replace(home, uri="bolt://there"), never)
    answer = invoke("load", "bulk", NEO4J_URI="bolt://there:7687")
    assert answer.code == 1
    assert "Unset NEO4J_URI" in " ".join(answer.err.split())


def test_what_can_not_be_written_is_refused_before_the_import(home: Settings) -> None:
    """A tie that leads nowhere, a number that no property holds, a disk that takes no CSV."""
    tie = Tie(TieType.LED_BY, "nobody", "u", {"source": SOURCE.uid})
    nowhere = Records("one", [SOURCE, Node(Label.UNIT, "u", {"name": "单位"})], [tie])
    with pytest.raises(InputError, match=r"1 LED_BY tie has no node .* Not in the graph: 'nobody'"):
        bulk_load(home, lambda: [nowhere])
    untouched(home)
    faulty = Node(Label.UNIT, "u", {"rank": 2**63}, ("Agency",))
    with pytest.raises(InputError, match=r'Unit "u" of .*9223372036854775808'):
        bulk_load(home, lambda: [Records("one", [SOURCE, faulty])])
    untouched(home)
    done = load(home, file_size=100_000)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr and "LSGRAPH_HOME" in done.stderr
    untouched(home)
    assert counted(home) == (0, 0)


def untouched(home: Settings) -> None:
    """Nothing was written or started in a home that nobody has used."""
    root = Home.of(home).root
    assert not (root / FOLDER).exists() and not (root / "data" / "databases").exists()
    assert not status(home).running


def test_a_graph_with_nodes_is_refused(used: Settings) -> None:
    with connect(used) as database:
        schema.apply(database)
        sync(database, Records("one", [SOURCE]))
        before, pid = whole_with_rules(database), status(used).pid
        with pytest.raises(InputError, match=r"holds 1 nodes.*lsgraph db dump FILE"):
            bulk_load(used, never)
        assert (whole_with_rules(database), status(used).pid) == (before, pid)


def test_nodes_of_somebody_else_are_refused(used: Settings) -> None:
    """No mark of a schema, as after a bulk load that died, but nodes that no loader wrote."""
    with connect(used) as database:
        statements.stranger(database=database)
    stop(used)
    with pytest.raises(InputError, match="holds 1 nodes"):
        bulk_load(used, never)
    assert counted(used) == (1, 0)


def test_a_graph_that_was_emptied_is_filled(used: Settings) -> None:
    with connect(used) as database:
        sync(database, Records("one", [SOURCE]))
        sync(database, Records("one"), force=True)
    bulk_load(used, lambda: [Records("two", [SOURCE])])
    assert counted(used) == (1, 0)


def test_an_import_that_fails_is_told_and_run_again(
    used: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A switch that Neo4j does not know: it ends with an error, the empty database is as before."""
    folder = Home.of(used).root / FOLDER
    with monkeypatch.context() as patch:
        patch.setattr(importing, "_SWITCHES", (*importing._SWITCHES, "--no-such-switch=1"))
        with pytest.raises(importing.ImportFailed) as caught:
            bulk_load(used, lambda: [Records("one", [SOURCE])])
    assert "import failed; the database is as it was" in str(caught.value)
    assert str(folder) in str(caught.value)
    assert (folder / "Source-0.csv").is_file()
    assert status(used).running, "it ran before"
    assert counted(used) == (0, 0)
    bulk_load(used, lambda: [Records("one", [SOURCE])])
    assert counted(used) == (1, 0)
    assert not folder.exists()


@pytest.mark.parametrize(
    "step",
    [
        pytest.param("Writing CSV", marks=pytest.mark.long),
        "Importing: relationships",
        pytest.param("Starting Neo4j", marks=pytest.mark.long),
    ],
)
def test_one_that_died_is_run_again(stopped_home: Settings, step: str) -> None:
    done = load(stopped_home, die_at=step)
    assert done.returncode < 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith(step)
    again = load(stopped_home)
    assert again.returncode == 0, again.stderr
    assert counted(stopped_home) == expected()
    assert imports_into(stopped_home) == []


def test_the_old_database_opens_after_a_death(stopped_home: Settings) -> None:
    """Any command puts it back, and ends the import that its program left behind."""
    load(stopped_home, die_at="Importing: relationships")
    assert counted(stopped_home) == (0, 0)
    assert imports_into(stopped_home) == []


def imports_into(home: Settings) -> list[int]:
    """Imports that still run."""
    mark = import_mark(Home.of(home))
    found = psutil.process_iter(["cmdline"])
    return [process.pid for process in found if mark in (process.info["cmdline"] or ())]


def expected() -> tuple[int, int]:
    """Nodes and ties of the world."""
    records = world()
    return len(list(records.nodes)), len(list(records.ties))
