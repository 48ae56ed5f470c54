"""lsgraph doctor: it finds what is wrong, changes nothing, and starts nothing unasked."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from graph.catalogue import queries
from graph.connection import Database
from graph.core.model import SCHEMA_VERSION
from graph.doctor import Finding, examine, machine
from graph.doctor.server import graph
from graph.server.layout import Home
from graph.server.local import status
from graph.settings import NEO4J_VERSION, Settings
from loaders.write.apply import sync
from tests.cli.conftest import invoke
from tests.cypher.lint_graph import lint_records
from tests.export.worlds import hostile_records
from tests.servers import empty

PARTS = ("Python", "lsgraph", "driver", "Java", "jars", "disk", "lock", "memory", "server", "data")


def found(settings: Settings) -> dict[str, Finding]:
    """What is found, by part."""
    return {one.part: one for one in examine(settings)}


@pytest.fixture
def new(tmp_path: Path, jars_dir: Path) -> Settings:
    """A home that nothing was ever done in."""
    return Settings(tmp_path / "home", jars_dir, NEO4J_VERSION)


def test_all_is_well_before_the_first_start_and_nothing_is_made(
    new: Settings, tmp_path: Path
) -> None:
    parts = found(new)
    assert tuple(parts) == PARTS
    assert [one for one in parts.values() if not one.ok] == []
    assert "237 files, SHA-256 as listed" in parts["jars"].found.en
    assert parts["server"].found.en == "stopped"
    assert "--start" in parts["data"].remedy.en
    assert list(tmp_path.iterdir()) == []


def test_jars_that_are_not_there_are_fetched_later(new: Settings, tmp_path: Path) -> None:
    jars = found(replace(new, jars_dir=tmp_path / "jars"))["jars"]
    assert jars.ok and "fetches 237 files" in jars.remedy.en


def test_a_changed_jar_is_named_with_the_remedy(new: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "jars" / NEO4J_VERSION
    folder.mkdir(parents=True)
    for file in (new.jars_dir / NEO4J_VERSION).iterdir():
        (folder / file.name).symlink_to(file)
    changed = folder / f"neo4j-{NEO4J_VERSION}.jar"
    changed.unlink()
    changed.write_bytes(b"PK")
    jars = found(replace(new, jars_dir=folder.parent))["jars"]
    assert (jars.ok, jars.found.en) == (False, f"1 differ: {changed.name} has another SHA-256")
    assert f"Delete {folder}" in jars.remedy.en


def test_an_unlisted_version_is_told(new: Settings) -> None:
    jars = found(replace(new, neo4j_version="2025.1.0"))["jars"]
    assert not jars.ok and "LSGRAPH_NEO4J_VERSION" in jars.found.en


@pytest.mark.parametrize(("limit", "part"), [("DISK_MB", "disk"), ("MEMORY_MB", "memory")])
def test_too_little_room_is_told(
    new: Settings, monkeypatch: pytest.MonkeyPatch, limit: str, part: str
) -> None:
    monkeypatch.setattr(machine, limit, 1 << 40)
    one = found(new)[part]
    assert not one.ok and one.remedy.en


def test_a_java_that_does_not_run_is_told(new: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LSGRAPH_JAVA", "/absent/java")
    assert "does not run" in found(new)["Java"].found.en


def test_a_held_lock_is_told(new: Settings) -> None:
    home = Home.of(new)
    home.make()
    with FileLock(home.lock):
        lock = found(new)["lock"]
    assert lock.ok and str(home.lock) in lock.found.en and "Wait" in lock.remedy.en
    assert found(new)["lock"].found.en == "free"


def test_a_missing_password_is_told(new: Settings) -> None:
    home = Home.of(new)
    (home.root / "data" / "databases" / "system").mkdir(parents=True)
    server = found(new)["server"]
    assert not server.ok and "password file" in server.found.en


def test_a_server_that_does_not_answer_ends_with_1() -> None:
    answer = invoke("doctor", "--json", NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="x")
    (server,) = (one for one in answer.rows if not one["ok"])
    assert (answer.code, server["part"]) == (1, "server")
    table = invoke("doctor", NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="x")
    assert table.code == 1 and "1 of 4 are wrong." in table.out


def test_the_private_server_is_started_only_when_asked(private: Callable[..., Settings]) -> None:
    settings = private()
    environ = {"LSGRAPH_HOME": str(settings.data_dir), "LSGRAPH_JARS": str(settings.jars_dir)}
    assert invoke("doctor", **environ).out.rstrip().endswith("All is well.")
    assert not status(settings).running
    answer = invoke("doctor", "--start", "--json", **environ)
    parts = {one["part"]: one for one in answer.rows}
    assert (answer.code, status(settings).running) == (0, True)
    assert f"Neo4j/{NEO4J_VERSION} answers" in parts["server"]["found"]
    assert parts["data"] == {
        "part": "data", "ok": True, "found": "none", "remedy": "Load it: lsgraph load groups"
    }  # fmt: skip
    assert "memory" not in parts


def test_each_dataset_has_a_hash_of_its_content(database: Database) -> None:
    empty(database)
    sync(database, lint_records())
    first = _data(database)
    sync(database, hostile_records())
    both = _data(database)
    assert first.items() < both.items() and len(both) == len(first) + 1
    empty(database)
    sync(database, lint_records())
    assert _data(database) == first
    assert all("nodes" in text and "content" in text for text in both.values())


@pytest.mark.parametrize(("step", "says"), [(1, "Update lsgraph"), (-1, "lsgraph db upgrade")])
def test_another_schema_is_told(clean: Database, step: int, says: str) -> None:
    queries.mark_schema_version(SCHEMA_VERSION + step, database=clean)
    try:
        schema = next(iter(graph(clean, "")))
        assert (schema.part, schema.ok) == ("schema", False) and says in schema.remedy.en
    finally:
        queries.mark_schema_version(SCHEMA_VERSION, database=clean)


def _data(database: Database) -> dict[str, str]:
    return {one.part: one.found.en for one in graph(database, "") if one.part.startswith("data: ")}


def test_findings_as_json_have_four_fields() -> None:
    answer = invoke("doctor", "--json", NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="x")
    assert {tuple(one) for one in json.loads(answer.out)} == {("part", "ok", "found", "remedy")}
