"""The history of a province: loaded twice, and killed half-way and loaded again."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from graph.connection import Database, connect
from graph.core.errors import NoServer
from graph.server.local import status
from graph.settings import NEO4J_VERSION, Settings
from loaders.load.verbs import load_divisions
from tests.loaders.divisions_for_tests import load_little, of_one_province
from tests.servers import empty, private_server
from tests.whole import Whole, whole

ROOT = Path(__file__).resolve().parents[2]
KILLED_AFTER = """
import pickle
import sys
import psutil
import pytest
from graph.connection import connect
from loaders.load import load_divisions
from tests.loaders.divisions_for_tests import load_little

def die(what, done, total):
    print(what, done, flush=True)
    if what == sys.argv[1]:
        psutil.Process().kill()

with pytest.MonkeyPatch.context() as patch, connect() as database:
    load_little(patch, pickle.load(sys.stdin.buffer))
    load_divisions(database, report=die)
"""
"""A process of its own that the system kills after the first batch of a kind; it is handed what it loads."""


@pytest.fixture(scope="module", autouse=True)
def little() -> Iterator[None]:
    """What is loaded here."""
    with pytest.MonkeyPatch.context() as patch:
        load_little(patch, of_one_province())
        yield


@pytest.fixture(scope="module")
def server(server_of: Callable[[str], Settings]) -> Settings:
    return server_of(NEO4J_VERSION)


@pytest.fixture(scope="module")
def undisturbed(database: Database, little: None) -> Whole:
    """The graph after one load from nothing."""
    load_divisions(empty(database))
    return whole(database)


def killed_after(kind: str, server: Settings) -> str:
    """What the load told before the system killed it."""
    environ = {
        **os.environ, "LSGRAPH_HOME": str(server.data_dir), "LSGRAPH_JARS": str(server.jars_dir),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AFTER, kind],
        cwd=ROOT, env=environ, input=pickle.dumps(of_one_province()), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode not in (0, 1), done.stderr
    return done.stdout.decode()


def test_loaded_twice_it_is_the_same_graph(database: Database, undisturbed: Whole) -> None:
    assert load_divisions(database).total == 0
    assert whole(database) == undisturbed


@pytest.mark.parametrize("kind", ["Unit", "PART_OF", "SUCCEEDED_BY"])
def test_killed_half_way_and_run_again_it_is_the_same_graph(
    server: Settings, database: Database, undisturbed: Whole, kind: str
) -> None:
    empty(database)
    assert killed_after(kind, server).splitlines()[-1].startswith(kind)
    left = whole(database)
    assert left.nodes and left.total < undisturbed.total
    assert load_divisions(database).total > 0
    assert whole(database) == undisturbed


@pytest.mark.long
def test_its_server_killed_half_way_and_run_again_it_is_the_same_graph(
    jars_dir: Path, undisturbed: Whole, briefly: None
) -> None:
    with private_server(NEO4J_VERSION, jars_dir) as settings:

        def die(what: str, done: int, total: int) -> None:
            # Where none runs any more there is no number, and None would name this process.
            if what == "PART_OF" and (pid := status(settings).pid):
                server = psutil.Process(pid)
                server.kill()
                psutil.wait_procs([server])

        with connect(settings) as database, pytest.raises(NoServer):
            load_divisions(database, report=die)
        with connect(settings) as database:
            assert 0 < whole(database).total < undisturbed.total
            assert load_divisions(database).total > 0
            assert whole(database) == undisturbed
