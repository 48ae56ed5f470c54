"""The rooms of the house: how many files each holds, and that imports run one way and in no circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOPS = ("graph", "loaders", "visualize", "web", "cli", "lsgraph", "tools")
FILES = sorted(path for top in TOPS for path in (ROOT / top).rglob("*.py"))
MOST_FILES, MOST_ROOMS = 16, 18
ABOVE = {
    "graph": {"loaders", "visualize", "web", "cli", "lsgraph", "tools"},
    "loaders": {"visualize", "web", "cli", "lsgraph", "tools"},
    "visualize": {"loaders", "web", "cli", "lsgraph", "tools"},
    "web": {"cli", "lsgraph", "tools"},
    "cli": {"lsgraph", "tools"},
    "lsgraph": {"tools"},
    "tools": {"visualize", "web", "cli", "lsgraph"},
}
"""What each top folder must not import."""


def module(path: Path) -> str:
    """`graph/core/dates.py` is graph.core.dates, `graph/core/__init__.py` is graph.core."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module(path): path for path in FILES}


def test_every_module_is_read() -> None:
    assert len(MODULES) == len(FILES) > 300


def imported(path: Path) -> Iterator[str]:
    """Modules that a file imports anywhere but under TYPE_CHECKING."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            waiting += node.orelse
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (_module_or_name(node.module, alias.name) for alias in node.names)
        waiting += ast.iter_child_nodes(node)


def _module_or_name(package: str, name: str) -> str:
    """`from graph.regions import compare` takes the function where the room hands one on."""
    whole = f"{package}.{name}"
    return whole if whole in MODULES and not _hands_on(package, name) else package


def _hands_on(package: str, name: str) -> bool:
    path = MODULES.get(package)
    if path is None or path.name != "__init__.py":
        return False
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(
        alias.name == name
        for node in tree.body if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )  # fmt: skip


def test_imports_run_in_no_circle() -> None:
    graph = {
        name: {one for one in imported(path) if one in MODULES and one != name}
        for name, path in MODULES.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' <- '.join(error.args[1])}")


@pytest.mark.parametrize("top", TOPS)
def test_imports_run_one_way(top: str) -> None:
    upstairs = {
        (name, one)
        for name, path in MODULES.items() if name.split(".")[0] == top
        for one in imported(path) if one.split(".")[0] in ABOVE[top]
    }  # fmt: skip
    assert upstairs == set()


def test_a_room_holds_few_files() -> None:
    rooms = {path.parent for path in FILES}
    held = {
        str(room.relative_to(ROOT)): len([p for p in room.glob("*.py") if p.stem != "__init__"])
        for room in rooms
    }
    assert {room: n for room, n in held.items() if n > MOST_FILES} == {}


@pytest.mark.parametrize("top", ["graph", "loaders"])
def test_a_top_folder_has_few_rooms(top: str) -> None:
    rooms = {path.relative_to(ROOT / top).parts[0] for path in (ROOT / top).glob("*/*.py")}
    assert len(rooms) <= MOST_ROOMS


def test_every_room_says_what_lives_there() -> None:
    silent = [
        name for name, path in MODULES.items()
        if path.name == "__init__.py" and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]  # fmt: skip
    assert silent == []
