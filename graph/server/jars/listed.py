"""What the program files of a version must be: a list in the checkout, with the SHA-256 of each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from graph.core.errors import NoServer

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
            f"No list says what the program files of Neo4j {version} must be. Set"
            f" LSGRAPH_NEO4J_VERSION to {known}, or make the list in your checkout:"
            f" python -m graph.server.jars {version}"
        ) from None
    return tuple(Part(path, digest) for digest, path in (line.split("  ", 1) for line in lines))


def faults(folder: Path, parts: Sequence[Part]) -> list[str]:
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
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise NoServer(
            f"The program files of Neo4j {version} in {folder} are not those that were published:"
            f" {'; '.join(found[:_SHOWN])}{more}. Nothing was started. Delete that folder:"
            " the next start fetches it again."
        )


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file; of one that cannot be read, why."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return str(error.strerror)


def _differences(wanted: dict[str, str], held: dict[str, str]) -> Iterator[str]:
    for name in sorted(wanted.keys() | held.keys()):
        if name not in held:
            yield f"{name} is missing"
        elif name not in wanted:
            yield f"{name} does not belong there"
        elif held[name] != wanted[name]:
            yield f"{name} has another SHA-256"
