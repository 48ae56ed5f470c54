"""Downloads from a real repository on loopback: what does not match its checksum is refused."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from jgo.maven import Artifact, MavenContext

from graph.core.errors import NoServer
from graph.server.jars.__main__ import PUBLISHED, CheckedResolver, path_of
from graph.server.jars.fetch import DamagedDownload, fetch_into
from graph.server.jars.listed import Part

CONTENT = b"a jar, as far as this test is concerned"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """The folder of one artifact in a Maven repository."""
    folder = tmp_path / "remote" / "org" / "example" / "part" / "1.0"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def artifact(tmp_path: Path, published: Path) -> Iterator[Artifact]:
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path / "remote"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = MavenContext(
            resolver=CheckedResolver(),
            repo_cache=tmp_path / "cache",
            remote_repos={"here": f"http://127.0.0.1:{server.server_port}"},
        )
        yield context.project("org.example", "part").at_version("1.0").artifact()
        server.shutdown()


def _publish(folder: Path, sha1: str | None) -> None:
    (folder / "part-1.0.jar").write_bytes(CONTENT)
    if sha1 is not None:
        (folder / "part-1.0.jar.sha1").write_text(sha1, encoding="utf-8")


@pytest.mark.parametrize("form", ["{}", "{}  part-1.0.jar\n"])
def test_what_matches_is_kept(artifact: Artifact, published: Path, form: str) -> None:
    _publish(published, form.format(hashlib.sha1(CONTENT).hexdigest()))
    assert artifact.resolve().read_bytes() == CONTENT


@pytest.mark.parametrize("sha1", ["0" * 40, "", None])
def test_what_does_not_match_is_refused(
    artifact: Artifact, published: Path, sha1: str | None
) -> None:
    _publish(published, sha1)
    with pytest.raises(DamagedDownload, match=r"part-1\.0\.jar"):
        artifact.resolve()
    assert artifact.cached_path is not None
    assert not artifact.cached_path.exists()


def test_what_is_not_there_is_said_to_be_missing(artifact: Artifact) -> None:
    with pytest.raises(RuntimeError, match="is in no repository"):
        artifact.resolve()


@pytest.mark.parametrize("kind", PUBLISHED)
def test_every_published_checksum_must_hold(artifact: Artifact, published: Path, kind: str) -> None:
    _publish(published, hashlib.sha1(CONTENT).hexdigest())
    (published / f"part-1.0.jar.{kind}").write_text("0" * 40, encoding="utf-8")
    with pytest.raises(DamagedDownload, match=kind):
        artifact.resolve()


@pytest.mark.parametrize(("content", "says"), [(CONTENT, None), (b"another", "another SHA-256")])
def test_a_fetched_folder_is_as_listed_or_not_there(
    artifact: Artifact, published: Path, tmp_path: Path, content: bytes, says: str | None
) -> None:
    part = Part(path_of(artifact), hashlib.sha256(CONTENT).hexdigest())
    (published / part.name).write_bytes(content)
    (here,) = artifact.context.remote_repos.values()
    folder = tmp_path / "jars" / "1.0"
    folder.parent.mkdir()
    if says is None:
        fetch_into(folder, [part], lambda what, done, total: None, here)
        assert (folder / part.name).read_bytes() == CONTENT
        return
    with pytest.raises(NoServer, match=rf"part-1\.0\.jar has {says}"):
        fetch_into(folder, [part], lambda what, done, total: None, here)
    assert list(folder.parent.iterdir()) == []


def test_a_listed_file_that_is_not_published_is_named(artifact: Artifact, tmp_path: Path) -> None:
    (here,) = artifact.context.remote_repos.values()
    with pytest.raises(NoServer, match=r"part-1\.0\.jar is not in the repository"):
        fetch_into(tmp_path / "1.0", [Part(path_of(artifact), "")], lambda *_: None, here)
