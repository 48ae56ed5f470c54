"""What the program files of a version must be: a list in the checkout, with the SHA-256 of each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from graph.core.errors import NoServer
from graph.core.words import Words

LISTS = Path(__file__).parent / "lists"
"""A file VERSION.sha256 for each version; `python -m graph.server.jars VERSION` makes it."""

_SHOWN = 3


@dataclass(frozen=True, order=True)
class Part:
    """One program file: its path in a Maven repository, and the SHA-256 of its content."""

    path: str
    sha256: str

    @property
    def name(self) -> str:
        """Its name in the folder that the server runs from."""
        return self.path.rpartition("/")[2]


def parts_of(version: str) -> tuple[Part, ...]:
    """Return the program files of a version; NoServer, with the remedy, where no list names them."""
    try:
        lines = (LISTS / f"{version}.sha256").read_text(encoding="utf-8").splitlines()
    except OSError:
        known = " or ".join(sorted(path.stem for path in LISTS.glob("*.sha256")))
        raise NoServer(
            Words(
                f"No list says what the program files of Neo4j {version} must be. Set"
                f" LSGRAPH_NEO4J_VERSION to {known}, or make the list in your checkout:"
                f" python -m graph.server.jars {version}",
                f"没有清单说明 Neo4j {version} 的程序文件应是什么。请把 LSGRAPH_NEO4J_VERSION 设为 "
                f"{known}，或在源码目录中制作清单：python -m graph.server.jars {version}",
            )
        ) from None
    return tuple(Part(path, digest) for digest, path in (line.split("  ", 1) for line in lines))


def faults(folder: Path, parts: Sequence[Part]) -> list[Words]:
    """Say how the jars in `folder` differ from the list; reads them all (170 MB, 0.3 s)."""
    # Java takes .JAR from the folder, too.
    held = sorted(path for path in folder.glob("*") if path.suffix.lower() == ".jar")
    with ThreadPoolExecutor() as pool:
        digests = dict(zip((path.name for path in held), pool.map(sha256, held), strict=True))
    return list(_differences({part.name: part.sha256 for part in parts}, digests))


def refuse_faulty(folder: Path, version: str, parts: Sequence[Part]) -> None:
    """Raise NoServer, naming the files, where `folder` is not what the list says."""
    found = faults(folder, parts)
    if found:
        told = Words.first(found, _SHOWN, "另有 {} 个", "; ", "；", "and {} more")
        raise NoServer(
            Words(
                f"The program files of Neo4j {version} in {folder} are not those that were published:"
                f" {told.en}. Nothing was started. Delete that folder: the next start fetches it again.",
                f"{folder} 中的 Neo4j {version} 程序文件与所公布的不符：{told.zh}。未启动任何程序。"
                "请删除该文件夹，下次启动时会重新下载。",
            )
        )


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file; of one that cannot be read, why."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return str(error.strerror)


def _differences(wanted: dict[str, str], held: dict[str, str]) -> Iterator[Words]:
    for name in sorted(wanted.keys() | held.keys()):
        if name not in held:
            yield Words(f"{name} is missing", f"缺少 {name}")
        elif name not in wanted:
            yield Words(f"{name} does not belong there", f"{name} 不应在此")
        elif held[name] != wanted[name]:
            yield Words(f"{name} has another SHA-256", f"{name} 的 SHA-256 不符")
