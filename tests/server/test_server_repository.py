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

from graph.server.repository import CheckedResolver, DamagedDownload

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
