"""The program files: those of the list or none accepted, and needed from the network once only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.core.errors import NoServer, Notice
from graph.server.jars import ensure_jars
from graph.server.jars.fetch import SIZES_MB
from graph.server.jars.listed import LISTS, Part, faults, parts_of, refuse_faulty
from graph.server.local import ensure_running
from graph.settings import NEO4J_LTS, NEO4J_VERSION, Settings

VERSIONS = {NEO4J_VERSION: 237, NEO4J_LTS: 216}
"""Each supported version and the number of its program files."""


@pytest.fixture
def copy(jars_dir: Path, tmp_path: Path) -> Iterator[Settings]:
    """Settings with jars of their own: links, so that a test may replace some."""
    whole = ensure_jars(Settings(tmp_path, jars_dir, NEO4J_VERSION))
    folder = tmp_path / "jars" / NEO4J_VERSION
    folder.mkdir(parents=True)
    for file in whole.iterdir():
        (folder / file.name).symlink_to(file)
    yield Settings(tmp_path / "home", tmp_path / "jars", NEO4J_VERSION)
    assert faults(whole, parts_of(NEO4J_VERSION)) == []


def _folder(settings: Settings) -> Path:
    return settings.jars_dir / settings.neo4j_version


def _rewrite(jar: Path, change: Callable[[bytes], bytes]) -> None:
    content = change(jar.read_bytes())
    jar.unlink()
    jar.write_bytes(content)


def test_a_whole_folder_needs_no_network(copy: Settings, unreachable_network: None) -> None:
    told: list[str] = []
    assert ensure_jars(copy, lambda what, done, total: told.append(what)) == _folder(copy)
    assert told == []


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        (
            "neo4j-{}.jar",
            lambda jar: _rewrite(jar, lambda c: c[: len(c) // 2]),
            "has another SHA-256",
        ),
        (
            "neo4j-{}.jar",
            lambda jar: _rewrite(jar, lambda c: c[:-1] + bytes([c[-1] ^ 1])),
            "has another SHA-256",
        ),
        ("neo4j-{}.jar", Path.unlink, "is missing"),
        ("stranger.jar", lambda jar: jar.write_bytes(b"PK"), "does not belong there"),
        ("STRANGER.JAR", lambda jar: jar.write_bytes(b"PK"), "does not belong there"),
        ("neo4j-{}.jar", lambda jar: (jar.unlink(), jar.mkdir()), "has another SHA-256"),
    ],
    ids=["cut short", "one bit", "missing", "too many", "too many in capitals", "a folder"],
)
def test_what_differs_is_refused_with_file_and_remedy(
    copy: Settings, name: str, change: Callable[[Path], object], says: str
) -> None:
    jar = _folder(copy) / name.format(NEO4J_VERSION)
    change(jar)
    with pytest.raises(NoServer) as refused:
        ensure_running(copy)
    assert f"{jar.name} {says}" in str(refused.value)
    assert f"in {_folder(copy)} are not" in str(refused.value)
    assert "Delete that folder" in str(refused.value)
    assert not (copy.data_dir / f"neo4j-{NEO4J_VERSION}" / "logs" / "output.log").exists()


@pytest.mark.parametrize(("version", "number"), VERSIONS.items())
def test_the_list_of_each_version_is_whole(jars_dir: Path, version: str, number: int) -> None:
    parts = parts_of(version)
    assert len({part.name for part in parts}) == len(parts) == number
    assert all(re.fullmatch(r"[0-9a-f]{64}", part.sha256) for part in parts)
    assert all(re.fullmatch(r"[\w./-]+\.jar", part.path) for part in parts)
    # What Neo4j's own parts need of one another is of one version.
    own = {part.path.split("/")[-2] for part in parts if part.path.startswith("org/neo4j/neo4j")}
    assert own == {version}
    assert faults(ensure_jars(Settings(jars_dir, jars_dir, version)), parts) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_announced_is_what_they_take(jars_dir: Path, version: str) -> None:
    folder = ensure_jars(Settings(jars_dir, jars_dir, version))
    assert sum(jar.stat().st_size for jar in folder.iterdir()) // 10**6 in (
        SIZES_MB[version] - 1, SIZES_MB[version],
    )  # fmt: skip


def test_a_list_for_no_other_version_is_kept() -> None:
    assert {path.stem for path in LISTS.iterdir()} == set(VERSIONS)


def test_a_version_without_a_list_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(
        NoServer, match=r"to 2026.* or 5\..*python -m graph\.server\.jars 2025\.1\.0"
    ):
        ensure_jars(Settings(tmp_path, tmp_path, "2025.1.0"))


def test_the_first_of_many_faults_are_named(tmp_path: Path) -> None:
    parts = [Part(f"org/neo4j/{number}.jar", "") for number in range(5)]
    with pytest.raises(
        NoServer, match=r"0\.jar is missing; .*; 2\.jar is missing; and 2 more\. Nothing"
    ):
        refuse_faulty(tmp_path, NEO4J_VERSION, parts)


def test_without_network_the_remedies_are_named(tmp_path: Path, unreachable_network: None) -> None:
    settings = Settings(tmp_path / "home", tmp_path / "jars", NEO4J_VERSION)
    announced = pytest.warns(
        Notice, match=rf"176 MB are fetched .*, once, into {settings.jars_dir}"
    )
    with announced, pytest.raises(NoServer) as failure:
        ensure_running(settings)
    for remedy in ("Connect to the network", "LSGRAPH_JARS", "NEO4J_URI"):
        assert remedy in str(failure.value)
    assert [path.name for path in settings.jars_dir.iterdir()] == [".lock"]
