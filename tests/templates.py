"""Homes of servers that hold the shipped graph, loaded once and kept until data or loaders change.

A loaded home is copied while its server is stopped, into the user's cache; its name tells what made it.
So every server of the tests has its graph after a copy of some megabytes.
"""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache, partial
from pathlib import Path

from filelock import FileLock
from platformdirs import user_cache_path

from graph.catalogue import queries
from graph.connection import connect
from graph.server.layout import Home
from graph.server.local import stop
from graph.settings import Settings
from loaders.load.verbs import load_groups
from tests.days.world import BODIES, DIVISIONS, load
from tests.servers import private_server

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "loaders" / "data"
LOADER = load_groups.__module__
KEPT = 3
"""Folders of each family that stay: a change back to the branch before costs no load."""

_OF_ONE_RUN = shutil.ignore_patterns("logs", "run", "server.json", "*.lock")


class Content(StrEnum):
    """What a graph holds."""

    EMPTY = "empty"
    """Nothing: its server was started once and stopped."""
    SHIPPED = "shipped"
    """The divisions and the groups of the core, as after `lsgraph load groups`."""
    WHOLE = "whole"
    """The wide dataset too, as after `lsgraph load groups --all`."""
    DAYS = "days"
    """The small world of tests/days."""


def fill(settings: Settings, content: Content) -> None:
    """Give a home that has not been used the graph; leaves one that is there alone."""
    root = Home.of(settings).root
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with FileLock(settings.data_dir / "filled.lock"):
        if not root.is_dir():
            _copied(template(settings, content), root)


def template(settings: Settings, content: Content) -> Path:
    """The kept home of this content; loaded now if there is none."""
    family = f"{content}-{settings.neo4j_version}"
    return cached(family, fingerprint(content), partial(_make, settings, content))


def cached(family: str, key: str, make: Callable[[Path], None]) -> Path:
    """The folder of a family with this key in the user's cache; made now if there is none.

    Of several processes one makes it, in a folder beside it that takes its name when it is whole.
    """
    folder = user_cache_path("lsgraph", ensure_exists=True) / "tests"
    folder.mkdir(exist_ok=True)
    kept = folder / f"{family}-{key}"
    with FileLock(folder / f"{family}.lock"):
        if not kept.is_dir():
            with tempfile.TemporaryDirectory(prefix=".draft-", dir=folder) as draft:
                make(Path(draft) / "made")
                os.replace(Path(draft) / "made", kept)
        os.utime(kept)
        for old in sorted(folder.glob(f"{family}-*"), key=os.path.getmtime)[:-KEPT]:
            shutil.rmtree(old)
    return kept


@cache
def fingerprint(content: Content = Content.SHIPPED) -> str:
    """Of all that makes the graph: data, the loaders' code, the statements that write, the packages."""
    made = hashlib.sha256()
    files = [path for path in DATA.rglob("*") if path.is_file()]
    own = [DIVISIONS, BODIES, *code(load.__module__)] if content is Content.DAYS else []
    for path in sorted({*files, *code(LOADER), ROOT / "requirements.txt", *own}):
        made.update(f"{path.relative_to(ROOT)}\n{path.stat().st_size}\n".encode())
        made.update(path.read_bytes())
    for query in (queries[name] for name in sorted(queries)):
        if query.header.access != "read":
            made.update(query.statement.encode())
    return made.hexdigest()[:16]


def code(module: str) -> set[Path]:
    """The files of the project that a module imports, directly or not, and its own."""
    found: set[Path] = set()
    ahead = [module]
    while ahead:
        name = ahead.pop()
        path = _file(name)
        if path is not None and path not in found:
            found.add(path)
            ahead += [*_imports(path), name.rpartition(".")[0]]
    return found


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _file(name: str) -> Path | None:
    place = ROOT.joinpath(*name.split("."))
    files = (place.with_suffix(".py"), place / "__init__.py")
    return next((path for path in files if name and path.is_file()), None)


def _make(settings: Settings, content: Content, kept: Path) -> None:
    with private_server(settings.neo4j_version, settings.jars_dir) as loaded:
        if content is not Content.EMPTY:
            with connect(loaded) as database:
                if content is Content.DAYS:
                    load(database)
                else:
                    load_groups(database, whole=content is Content.WHOLE)
        stop(loaded)
        shutil.copytree(Home.of(loaded).root, kept, ignore=_OF_ONE_RUN)


def _copied(root: Path, to: Path) -> None:
    """Copy a home in one step: nobody sees half of it."""
    with tempfile.TemporaryDirectory(prefix=".home-", dir=to.parent) as draft:
        shutil.copytree(root, Path(draft) / "home", ignore=_OF_ONE_RUN)
        os.replace(Path(draft) / "home", to)
