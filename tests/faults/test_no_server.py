"""No server, the wrong one, one that dies: exit code 3 and words, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from graph.catalogue import queries
from graph.connection import connect
from graph.core.errors import NoServer
from graph.server.local import ensure_running, stop
from graph.settings import Settings
from tests.faults.conftest import ROOT, lsgraph


def said(answer: subprocess.CompletedProcess[bytes]) -> str:
    """What went to standard error, on one line."""
    return " ".join(answer.stderr.decode("utf-8").split())


def test_a_closed_port_is_3() -> None:
    answer = lsgraph("authority", NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD="x")
    assert answer.returncode == 3
    assert "bolt://127.0.0.1:1" in said(answer)
    assert "Traceback" not in said(answer)
    assert answer.stdout == b""


def test_an_address_that_is_none_is_3() -> None:
    answer = lsgraph("authority", NEO4J_URI="ftp://somewhere", NEO4J_PASSWORD="x")
    assert (answer.returncode, "Traceback" in said(answer)) == (3, False)


def test_a_wrong_password_is_3(on_loaded: dict[str, str]) -> None:
    answer = lsgraph("authority", **{**on_loaded, "NEO4J_PASSWORD": "wrong"})
    assert answer.returncode == 3
    assert "refuses the user or password" in said(answer)


def test_a_database_that_is_not_there_is_3(on_loaded: dict[str, str]) -> None:
    answer = lsgraph("authority", **on_loaded, NEO4J_DATABASE="nowhere")
    assert answer.returncode == 3
    assert "NEO4J_DATABASE" in said(answer)


def test_a_server_killed_in_between(jars_dir: Path, tmp_path: Path) -> None:
    settings = Settings(tmp_path, jars_dir)
    try:
        endpoint = ensure_running(settings)
        with connect(settings) as database:
            server = psutil.Process(endpoint.pid)
            server.kill()
            psutil.wait_procs([server])
            with pytest.raises(NoServer, match="No Neo4j answers at"):
                database.explain(queries.group_names.statement)
        again = ensure_running(settings)
        assert again.started_by_us
        assert again.pid != endpoint.pid
    finally:
        stop(settings)


def test_tests_refuse_a_graph_that_holds_something(loaded_server: Settings) -> None:
    environ = {
        **os.environ,
        "LSGRAPH_TEST_URI": str(loaded_server.uri),
        "LSGRAPH_TEST_PASSWORD": str(loaded_server.password),
    }
    words = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/graph/test_schema.py")
    ran = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environ, capture_output=True, check=False
    )
    assert ran.returncode == pytest.ExitCode.USAGE_ERROR
    assert b"Tests empty the graph, so name an empty one" in ran.stdout + ran.stderr


def test_tests_do_not_see_the_servers_of_the_user() -> None:
    assert [name for name in os.environ if name.startswith("NEO4J_")] == []
    assert Settings.from_environment().uri is None
