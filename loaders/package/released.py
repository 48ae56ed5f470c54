"""The tables of earlier releases, from which statements know since and until when they were told.

The archive beside the data holds groups, seats and tenures of each release as they were published. After
a release: python -m loaders.package.released FOLDER, where FOLDER is what `lsgraph data package` wrote.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import tarfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from graph.core.errors import InputError
from graph.core.words import Words

ARCHIVE = Path(__file__).parents[1] / "data" / "releases.tar.xz"
KEPT = ("groups", "seats", "tenures")

Cells = Mapping[str, str]
Tables = Mapping[str, list[dict[str, str]]]


@cache
def releases() -> Mapping[str, Tables]:
    """Version to the rows of each kept table, versions in order; an empty cell is an empty text."""
    found: dict[str, dict[str, list[dict[str, str]]]] = {}
    for name, held in sorted(_members().items(), key=lambda item: _order(item[0])):
        version, _, table = name.removesuffix(".csv").partition("/")
        rows = csv.DictReader(io.StringIO(held.decode("utf-8"), newline=""))
        found.setdefault(version, {})[table] = list(rows)
    return found


def keep(folder: Path) -> str:
    """Add a release to the archive, from the folder of its package; returns its version.

    Raises InputError where the archive holds other tables of that version: what was published stays.
    """
    version = str(json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["version"])
    members = {
        f"{version}/{name}.csv": (folder / "csv" / f"{name}.csv").read_bytes() for name in KEPT
    }
    known = _members()
    for name, held in members.items():
        if known.get(name, held) != held:
            text = Words(
                f"Version {version} is kept with another {name}. Raise the version of the data.",
                f"版本 {version} 已存有另一份 {name}。请提高数据的版本号。",
            )
            raise InputError(text)
    with tarfile.open(ARCHIVE.with_suffix(".new"), "w:xz", preset=9) as archive:
        for name, held in _by_table({**known, **members}.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(held)
            archive.addfile(entry, io.BytesIO(held))
    ARCHIVE.with_suffix(".new").replace(ARCHIVE)
    return version


def _by_table(members: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The same table of two releases side by side: what both hold is stored once."""
    return sorted(members, key=lambda member: (member[0].partition("/")[2], _order(member[0])))


def _members() -> dict[str, bytes]:
    if not ARCHIVE.exists():
        return {}
    with tarfile.open(ARCHIVE, "r:xz") as archive:
        opened = ((entry.name, archive.extractfile(entry)) for entry in archive.getmembers())
        return {name: file.read() for name, file in opened if file is not None}


def _order(name: str) -> tuple[list[int], str]:
    version, _, table = name.partition("/")
    return [int(part) for part in re.findall(r"\d+", version)], table


if __name__ == "__main__":
    print(keep(Path(sys.argv[1])))
