"""Fetch the program files of Neo4j from Maven Central: each the one of the list, or none."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from graph.core.errors import LsgraphError, NoServer, Notice
from graph.core.language import say
from graph.core.words import Words
from graph.server.jars.listed import Part, parts_of, refuse_faulty
from graph.server.layout import checked_version
from graph.settings import NEO4J_LTS, NEO4J_VERSION, Settings

Progress = Callable[[str, int, int], None]
"""Told (what is going on, how much is done, how much there is); the last is 0 while unknown."""

CENTRAL = "https://repo.maven.apache.org/maven2"
_TIMEOUT_S = 30
_TEMPORARY = ".fetch-"
SIZES_MB = {NEO4J_VERSION: 176, NEO4J_LTS: 140}
"""Of the program files of each version."""
PARALLEL = 8
"""Files fetched at a time."""


class DamagedDownload(LsgraphError):
    """A file arrived, or none, that is not the one which was published."""


class Sessions(threading.local):
    """Kept-alive connections to a Maven repository: not safe to share, so each thread has one of its own."""

    def __init__(self) -> None:
        from requests import Session
        from requests.adapters import HTTPAdapter
        from urllib3.util import Retry

        retry = Retry(total=3, backoff_factor=0.3, status_forcelist=(429, 500, 502, 503, 504))
        self._session = Session()
        self._session.mount("https://", HTTPAdapter(max_retries=retry))

    def get(self, url: str) -> bytes | None:
        """Return what is at `url`, None where nothing is; requests' errors where none answers."""
        response = self._session.get(url, timeout=_TIMEOUT_S)
        if response.status_code == 404:
            return None
        response.raise_for_status()
        return response.content


def fetched(sessions: Sessions, url: str, sha256: str) -> bytes:
    """Return the content of `url`; DamagedDownload where it has another SHA-256 or is not there."""
    content, name = sessions.get(url), url.rpartition("/")[2]
    if content is None:
        raise DamagedDownload(Words(f"{name} is not in the repository", f"仓库中没有 {name}"))
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DamagedDownload(
            Words(f"{name} has another SHA-256 than the list says", f"{name} 的 SHA-256 与清单不符")
        )
    return content


def ensure_jars(settings: Settings, progress: Progress | None = None) -> Path:
    """Return the folder of the jars of `settings.neo4j_version`, fetched if it is not there.

    Every jar is compared with its SHA-256 in the list at each call (170 MB, 0.3 s): a file that is
    missing, too many or altered is refused, never started. NoServer for that, and without a network.
    Before anything is fetched the warning Notice says how much, and where it goes.
    """
    version = checked_version(settings.neo4j_version)
    parts, folder = parts_of(version), settings.jars_dir / version
    if not folder.exists():
        settings.jars_dir.mkdir(parents=True, exist_ok=True)
        with FileLock(settings.jars_dir / ".lock"):
            if not folder.exists():
                warnings.warn(say(_announced(folder)), Notice, stacklevel=2)
                fetch_into(folder, parts, progress or silent)
    refuse_faulty(folder, version, parts)
    return folder


def _announced(folder: Path) -> Words:
    size = SIZES_MB.get(folder.name, SIZES_MB[NEO4J_VERSION])
    return Words(
        f"Neo4j {folder.name} is not on this machine yet: {size} MB are fetched from Maven Central,"
        f" once, into {folder}.",
        f"本机尚无 Neo4j {folder.name}：现从 Maven Central 下载 {size} MB（仅此一次），存于 {folder}。",
    )


def fetch_into(
    folder: Path, parts: Sequence[Part], progress: Progress, repository: str = CENTRAL
) -> None:
    """Fetch all parts; `folder`, named by the version, comes into being when each is checked."""
    for leftover in folder.parent.glob(f"{_TEMPORARY}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    temporary = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=folder.parent))
    try:
        with _explained(folder.name):
            _download(
                parts,
                temporary,
                say(Words(f"Fetching Neo4j {folder.name}", f"正在下载 Neo4j {folder.name}")),
                progress,
                repository,
            )
        refuse_faulty(temporary, folder.name, parts)
        temporary.chmod(0o755)
        temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _download(
    parts: Sequence[Part], folder: Path, what: str, progress: Progress, repository: str
) -> None:
    progress(what, 0, len(parts))
    pool, sessions = ThreadPoolExecutor(PARALLEL), Sessions()

    def one(part: Part) -> None:
        content = fetched(sessions, f"{repository}/{part.path}", part.sha256)
        (folder / part.name).write_bytes(content)

    try:
        futures = [pool.submit(one, part) for part in parts]
        for done, future in enumerate(as_completed(futures), start=1):
            future.result()
            progress(what, done, len(parts))
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _explained(version: str) -> Iterator[None]:
    import requests

    try:
        yield
    except requests.RequestException as error:
        raise NoServer(
            Words(
                f"Neo4j {version} is not on this machine yet and Maven Central cannot be reached "
                f"({type(error).__name__}). Connect to the network once, or copy the jars folder "
                "from a machine that has it and set LSGRAPH_JARS to it, or set NEO4J_URI to a "
                "server that runs elsewhere.",
                f"本机尚无 Neo4j {version}，而 Maven Central 无法访问（{type(error).__name__}）。请联"
                "网一次，或从已有的机器复制 jars 文件夹并用 LSGRAPH_JARS 指明，或把 NEO4J_URI 设为在"
                "别处运行的服务器。",
            )
        ) from error
    except DamagedDownload as error:
        raise NoServer(
            Words(
                f"Neo4j {version} was not fetched: {error.words.en}. Try again; if it happens again, do not"
                " trust the network or proxy that the file came through.",
                f"Neo4j {version} 未能下载：{error.words.zh}。请重试；若再次出现，则不要信任文件所经的"
                "网络或代理。",
            )
        ) from error


def silent(what: str, done: int, total: int) -> None:
    """Report nothing."""
