"""The program files: whole or not accepted, and needed from the network once only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.core.errors import NoServer
from graph.server.jars import MANIFEST, ensure_jars, is_complete
from graph.server.local import ensure_running
from graph.settings import NEO4J_VERSION, Settings


@pytest.fixture
def copy(jars_dir: Path, tmp_path: Path) -> Iterator[Settings]:
    """Settings with jars of their own: links, so that a test may replace some."""
    whole = ensure_jars(Settings(tmp_path, jars_dir, NEO4J_VERSION))
    folder = tmp_path / "jars" / NEO4J_VERSION
    folder.mkdir(parents=True)
    for file in whole.iterdir():
        (folder / file.name).symlink_to(file)
    yield Settings(tmp_path / "home", tmp_path / "jars", NEO4J_VERSION)
    assert is_complete(whole)


def _folder(settings: Settings) -> Path:
    return settings.jars_dir / settings.neo4j_version


def _a_jar(settings: Settings) -> Path:
    return next(iter(sorted(_folder(settings).glob("*.jar"))))


def test_a_whole_folder_needs_no_network(copy: Settings, unreachable_network: None) -> None:
    told: list[str] = []
    assert ensure_jars(copy, lambda what, done, total: told.append(what)) == _folder(copy)
    assert told == []


def test_a_jar_cut_short_is_not_accepted(copy: Settings, unreachable_network: None) -> None:
    jar = _a_jar(copy)
    content = jar.read_bytes()
    jar.unlink()
    jar.write_bytes(content[: len(content) // 2])
    assert not is_complete(_folder(copy))
    with pytest.raises(NoServer):
        ensure_running(copy)


def test_an_altered_byte_is_not_accepted(copy: Settings) -> None:
    jar = _a_jar(copy)
    content = jar.read_bytes()
    jar.unlink()
    jar.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert not is_complete(_folder(copy))


def test_a_missing_jar_is_not_accepted(copy: Settings) -> None:
    _a_jar(copy).unlink()
    assert not is_complete(_folder(copy))


def test_a_foreign_jar_is_not_accepted(copy: Settings) -> None:
    (_folder(copy) / "stranger.jar").write_bytes(b"PK")
    assert not is_complete(_folder(copy))


@pytest.mark.parametrize("manifest", [None, "", "no manifest\n"])
def test_without_a_manifest_nothing_is_accepted(copy: Settings, manifest: str | None) -> None:
    (_folder(copy) / MANIFEST).unlink()
    if manifest is not None:
        (_folder(copy) / MANIFEST).write_text(manifest, encoding="utf-8")
    assert not is_complete(_folder(copy))


def test_without_network_the_remedies_are_named(tmp_path: Path, unreachable_network: None) -> None:
    settings = Settings(tmp_path / "home", tmp_path / "jars", NEO4J_VERSION)
    with pytest.raises(NoServer) as failure:
        ensure_running(settings)
    for remedy in ("Connect to the network", "LSGRAPH_JARS", "NEO4J_URI"):
        assert remedy in str(failure.value)
    assert [path.name for path in settings.jars_dir.iterdir()] == [".lock"]
