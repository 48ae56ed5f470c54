"""What a release says of itself, and the files that it holds: read once, written in every form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.package.describe import LICENCE

PROGRAM = "lsgraph: a graph of China's administrative hierarchy and its leading small groups"
LICENCE_PAGE = LICENCE["path"]
MEDIA: Mapping[str, str] = {
    ".csv": "text/csv", ".parquet": "application/vnd.apache.parquet", ".md": "text/markdown",
    ".json": "application/json", ".jsonld": "application/ld+json", ".cff": "application/yaml",
    ".sqlite": "application/vnd.sqlite3", ".ndjson": "application/x-ndjson",
}  # fmt: skip


@dataclass(frozen=True)
class Held:
    """A file of the release; `path` is relative to its folder, with /."""

    path: str
    size: int
    sha256: str

    @property
    def media(self) -> str:
        """Its media type."""
        return MEDIA.get(Path(self.path).suffix, "text/plain")


def held(folder: Path) -> list[Held]:
    """The files of a folder, by path."""
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    return [_held(one, folder) for one in files]


def _held(path: Path, folder: Path) -> Held:
    bytes_ = path.read_bytes()
    name = path.relative_to(folder).as_posix()
    return Held(name, len(bytes_), hashlib.sha256(bytes_).hexdigest())


def json_text(value: object) -> str:
    """JSON as a file holds it: UTF-8, two spaces, a line end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def sums(files: Iterable[Held]) -> str:
    """The list that `sha256sum --check` reads."""
    return "".join(f"{one.sha256}  {one.path}\n" for one in files)
