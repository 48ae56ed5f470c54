"""The program files of Neo4j: fetched once from Maven Central, checked, kept for good."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

import requests
from filelock import FileLock
from jgo.maven import Artifact, MavenContext

from graph.core.errors import NoServer
from graph.server.layout import checked_version
from graph.server.repository import CheckedResolver, DamagedDownload
from graph.settings import Settings

Progress = Callable[[str, int, int], None]
"""Told (what is going on, how much is done, how much there is); the last is 0 while unknown."""

MANIFEST = "jars.sha1"
"""SHA-1 and name of every jar, in the form of sha1sum; written when all have arrived."""

_TEMPORARY = ".fetch-"
_PARALLEL = 8


def ensure_jars(settings: Settings, progress: Progress | None = None) -> Path:
    """Return the folder of the jars of `settings.neo4j_version`, fetched if it is not whole.

    Every jar is compared with its SHA-1 at each call (170 MB, a third of a second): a file cut
    short or altered leads to a new fetch, never to a start. NoServer without a network.
    """
    folder = settings.jars_dir / checked_version(settings.neo4j_version)
    if not is_complete(folder):
        settings.jars_dir.mkdir(parents=True, exist_ok=True)
        with FileLock(settings.jars_dir / ".lock"):
            if not is_complete(folder):
                _fetch_into(folder, settings.neo4j_version, progress or _silent)
    return folder


def is_complete(folder: Path) -> bool:
    """Tell whether `folder` holds exactly the jars of its manifest, each with its SHA-1."""
    try:
        lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
        wanted = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
        held = {path.name: _sha1(path) for path in folder.glob("*.jar")}
    except (OSError, ValueError):
        return False
    return bool(wanted) and wanted == held


def _fetch_into(folder: Path, version: str, progress: Progress) -> None:
    for leftover in folder.parent.glob(f"{_TEMPORARY}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    temporary = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=folder.parent))
    try:
        with _explained(version):
            jars = _download(version, temporary / "repository", progress)
        _publish(jars, temporary / "jars", folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _download(version: str, repository: Path, progress: Progress) -> list[Path]:
    resolver = CheckedResolver()
    context = MavenContext(resolver=resolver, repo_cache=repository)
    progress(f"Finding the parts of Neo4j {version}", 0, 0)
    server = context.create_dependency(f"org.neo4j:neo4j:{version}")
    _, needed = resolver.get_dependency_list([server])
    artifacts = [server.artifact, *(node.dep.artifact for node in needed)]
    return list(_in_parallel(resolver, artifacts, f"Fetching Neo4j {version}", progress))


def _in_parallel(
    resolver: CheckedResolver, artifacts: list[Artifact], what: str, progress: Progress
) -> Iterator[Path]:
    progress(what, 0, len(artifacts))
    pool = ThreadPoolExecutor(_PARALLEL)
    try:
        futures = [pool.submit(resolver.download, artifact) for artifact in artifacts]
        for done, future in enumerate(as_completed(futures), start=1):
            yield future.result()
            progress(what, done, len(artifacts))
    finally:
        pool.shutdown(cancel_futures=True)


def _publish(jars: list[Path], assembled: Path, folder: Path) -> None:
    assembled.mkdir()
    for jar in jars:
        # rename and not replace: two jars of one name would silently lose a part of the server
        if (assembled / jar.name).exists():
            raise NoServer(f"Neo4j has two parts of one name, {jar.name}: choose another version.")
        jar.rename(assembled / jar.name)
    lines = [f"{_sha1(path)}  {path.name}\n" for path in sorted(assembled.iterdir())]
    (assembled / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")
    if folder.exists():
        shutil.rmtree(folder)
    assembled.rename(folder)


@contextmanager
def _explained(version: str) -> Iterator[None]:
    try:
        yield
    except requests.RequestException as error:
        raise NoServer(
            f"Neo4j {version} is not on this machine yet and Maven Central cannot be reached "
            f"({type(error).__name__}). Connect to the network once, or copy the jars folder "
            "from a machine that has it and set LSGRAPH_JARS to it, or set NEO4J_URI to a "
            "server that runs elsewhere."
        ) from error
    except DamagedDownload as error:
        raise NoServer(f"Neo4j {version} was not fetched: {error}. Try again.") from error
    except RuntimeError as error:
        raise NoServer(
            f"Neo4j {version} cannot be fetched: {error}. Does LSGRAPH_NEO4J_VERSION name a "
            "version that was published?"
        ) from error


def _sha1(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha1").hexdigest()


def _silent(what: str, done: int, total: int) -> None:
    """Report nothing."""
