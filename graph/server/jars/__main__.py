"""Make the list of the program files of a version: python -m graph.server.jars 2026.08.1"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jgo.maven import Artifact, MavenContext, PythonResolver

from graph.core.words import Words
from graph.server.jars.fetch import PARALLEL, DamagedDownload, Sessions
from graph.server.jars.listed import LISTS, Part
from graph.server.layout import checked_version

PUBLISHED = ("sha512", "sha256", "sha1")
"""Checksums that a repository may give beside a file, the strongest first; all that it gives must hold."""


class CheckedResolver(PythonResolver):
    """jgo's resolver with a download that refuses what differs from the repository's own checksums.

    jgo only warns about a wrong checksum and opens a connection for each of the hundreds of
    small files; on a kept connection the same resolution takes a tenth of the time.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sessions = Sessions()

    def download(self, artifact: Artifact) -> Path:
        """Fetch one artifact into the context's cache; RuntimeError when no repository has it."""
        for repository in artifact.context.remote_repos.values():
            url = f"{repository}/{path_of(artifact)}"
            content = self._sessions.get(url)
            if content is not None:
                self.check(url, content)
                return _store(artifact, content)
        raise RuntimeError(f"{artifact} is in no repository")

    def check(self, url: str, content: bytes) -> None:
        """Raise DamagedDownload where a checksum published beside `url` differs, or none is published."""
        name, held = url.rpartition("/")[2], 0
        for kind in PUBLISHED:
            published = (self._sessions.get(f"{url}.{kind}") or b"").decode("ascii", "replace")
            words = published.split()
            if words and words[0].lower() != hashlib.new(kind, content).hexdigest():
                raise DamagedDownload(
                    Words(
                        f"{name} does not match its checksum ({kind})",
                        f"{name} 与其校验和（{kind}）不符",
                    )
                )
            held += bool(words)
        if not held:
            raise DamagedDownload(
                Words(
                    f"{name} does not match its checksum: none is published",
                    f"{name} 没有公布校验和",
                )
            )


def path_of(artifact: Artifact) -> str:
    """Return where an artifact is in a repository."""
    return f"{artifact.component.path_prefix.as_posix()}/{artifact.filename}"


def parts(version: str) -> list[Part]:
    """Resolve and fetch what the community server of a version needs, checked by the repository's sums."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(PARALLEL) as pool:
        resolver = CheckedResolver()
        context = MavenContext(resolver=resolver, repo_cache=Path(folder))
        server = context.create_dependency(f"org.neo4j:neo4j:{version}")
        _, needed = resolver.get_dependency_list([server])
        artifacts = [server.artifact, *(node.dep.artifact for node in needed)]
        found = list(pool.map(lambda artifact: _part(resolver, artifact), artifacts))
    # Two jars of one name in one folder would silently lose a part of the server.
    assert len({part.name for part in found}) == len(found), "two program files of one name"
    return sorted(found)


def _part(resolver: CheckedResolver, artifact: Artifact) -> Part:
    content = resolver.download(artifact).read_bytes()
    return Part(path_of(artifact), hashlib.sha256(content).hexdigest())


def _store(artifact: Artifact, content: bytes) -> Path:
    path = artifact.cached_path
    if path is None:
        raise RuntimeError("the Maven context has no cache folder")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def main(version: str) -> None:
    """Write the list of a version into the checkout."""
    found = parts(checked_version(version))
    lines = [f"{part.sha256}  {part.path}\n" for part in found]
    path = LISTS / f"{version}.sha256"
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    print(f"{path}: {len(found)} files")


if __name__ == "__main__":
    main(*sys.argv[1:])
