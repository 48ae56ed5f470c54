"""The first start in a new folder: alone, twice at once, under odd names, and when it fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

import graph
from graph.core.errors import InputError, NoServer
from graph.server.layout import Home
from graph.server.local import ensure_running, status, stop
from graph.settings import Settings

_START = """
import json, sys
from graph.server.local import ensure_running
from graph.settings import Settings
endpoint = ensure_running(Settings.from_environment())
print(json.dumps([endpoint.pid, endpoint.uri, endpoint.started_by_us]))
"""

Make = Callable[..., Settings]


def test_two_starts_at_once_give_one_server(
    private: Make, processes_of: Callable[[Settings], list[int]]
) -> None:
    """In a folder with a Chinese name and a blank, for users whose locale is plain ASCII."""
    settings = private("济南 莱芜")
    both = [_start_elsewhere(settings) for _ in range(2)]
    answers = [json.loads(child.communicate(timeout=120)[0]) for child in both]
    assert answers[0][:2] == answers[1][:2]
    assert sorted(started for _, _, started in answers) == [False, True]
    assert processes_of(settings) == [answers[0][0]]
    assert status(settings).uri == answers[0][1]


def test_nothing_is_started_or_made_by_asking(private: Make) -> None:
    settings = private()
    assert not status(settings).running
    assert status(settings).size_bytes == 0
    assert not stop(settings)
    assert not settings.data_dir.exists()


def test_a_failed_start_shows_the_log(private: Make) -> None:
    settings = private()
    home = Home.of(settings)
    (home.root / "data").mkdir(parents=True)
    (home.root / "data" / "databases").write_text("in the way", encoding="utf-8")
    with pytest.raises(NoServer) as failure:
        ensure_running(settings)
    assert "stopped while starting" in str(failure.value)
    assert str(home.log) in str(failure.value)
    assert "Exception" in str(failure.value)
    assert len(str(failure.value).splitlines()) > 3


def test_an_option_that_java_does_not_know_is_shown(
    private: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSGRAPH_JAVA_OPTIONS", "-XX:NoSuchOption=1")
    with pytest.raises(NoServer, match=r"(?s)stopped while starting.*NoSuchOption"):
        ensure_running(private())


def test_an_option_reaches_the_server(private: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LSGRAPH_JAVA_OPTIONS", "-Xmx700m")
    command = psutil.Process(ensure_running(private()).pid).cmdline()
    heaps = [word for word in command if word.startswith("-Xmx")]
    assert heaps[-1] == "-Xmx700m" and len(heaps) == 2


@pytest.mark.parametrize("version", ["", "latest", "../2026.08.1", "5.26", "2026.08.1/.."])
def test_a_version_that_is_none_is_refused(version: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="LSGRAPH_NEO4J_VERSION"):
        ensure_running(Settings(tmp_path, tmp_path, version))


def _start_elsewhere(settings: Settings) -> subprocess.Popen[bytes]:
    places = {
        "LSGRAPH_HOME": str(settings.data_dir),
        "LSGRAPH_JARS": str(settings.jars_dir),
        "LSGRAPH_NEO4J_VERSION": settings.neo4j_version,
        "PYTHONPATH": str(Path(graph.__file__).parents[1]),
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return subprocess.Popen(
        [sys.executable, "-c", _START], stdout=subprocess.PIPE, env=kept | places
    )
