"""What the wheel holds: the folders of the checkout in one package, whoever builds it."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from build_backend import DATA, DOCUMENTS, inside
from lsgraph import ROOMS
from tests.documents import ROOT
from tests.test_house import MODULES

NAMES = "__init__.py"
"""The table of names; it says of each by itself whether it stands inside."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def held(wheel: Path) -> dict[str, bytes]:
    """The content of each file by its name."""
    with ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def in_package(wheel: Path) -> dict[str, bytes]:
    """The files of the package, by their place in it."""
    return {
        name.removeprefix("lsgraph/"): content
        for name, content in held(wheel).items()
        if name.startswith("lsgraph/")
    }


def test_make_builds_the_same_wheel_as_pip(wheel: Path, tmp_path: Path) -> None:
    own = (f"BIN={Path(sys.executable).parent}", f"DIST={tmp_path}", "-o", ".venv/demo.ok")
    subprocess.run(["make", "wheel", *own], cwd=ROOT, check=True, capture_output=True)
    (made,) = tmp_path.iterdir()
    assert made.name == wheel.name
    assert held(made) == held(wheel)


def test_it_holds_every_file_of_the_folders(wheel: Path) -> None:
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for folder in (*ROOMS, DATA)
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    for one in DOCUMENTS:
        files |= {
            name: (ROOT / name).read_bytes() for name in (f"docs/{one}.md", f"docs/zh/{one}.md")
        }
    package = in_package(wheel)
    assert set(package) - set(files) == {"__init__.py", "__main__.py", "gone.yaml"}
    data = {name: content for name, content in files.items() if not name.endswith(".py")}
    assert {name: package[name] for name in data} == data
    assert sum(name.startswith("cypher/") for name in data) > 170


def test_it_has_one_top_level_name_and_the_licences(wheel: Path) -> None:
    names = held(wheel)
    tops = {name.split("/")[0] for name in names}
    about = f"lsgraph-{PROJECT['version']}.dist-info"
    assert tops == {"lsgraph", about}
    assert names[f"{about}/top_level.txt"] == b"lsgraph\n"
    assert sum(name.startswith(f"{about}/licenses/") for name in names) == 2


def test_no_module_of_it_imports_or_names_a_bare_room(wheel: Path) -> None:
    bare = [
        f"{name}:{node.lineno}"
        for name, content in in_package(wheel).items()
        if name.endswith(".py") and name != NAMES
        for node in ast.walk(ast.parse(content))
        if isinstance(node, ast.stmt | ast.expr) and _is_bare(node)
    ]
    assert bare == []


def _is_bare(node: ast.stmt | ast.expr) -> bool:
    names: list[str] = []
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        names = [node.module or ""]
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and "." in node.value:
        room = node.value.rpartition(".")[0]
        names = [node.value] if node.value in MODULES or ("." in room and room in MODULES) else []
    return any(name.split(".")[0] in ROOMS for name in names)


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("from graph import ask\n", "from lsgraph.graph import ask\n"),
        ("    from cli.main import app", "    from lsgraph.cli.main import app"),
        ("from loaders.load import (\n    a,\n)", "from lsgraph.loaders.load import (\n    a,\n)"),
        ("from graphlib import CycleError", "from graphlib import CycleError"),
        ("from networkx.graph import x", "from networkx.graph import x"),
        (
            "rows come\nfrom graph and web, by import\n",
            "rows come\nfrom graph and web, by import\n",
        ),
    ],
)
def test_imports_of_rooms_are_named_inside(source: str, meant: str) -> None:
    assert inside(source) == meant


def test_the_extra_all_holds_what_the_checkout_needs() -> None:
    extras = PROJECT["optional-dependencies"]
    (every,) = extras["all"]
    named = set(every.removeprefix("lsgraph[").removesuffix("]").split(","))
    assert named == set(extras) - {"all", "test", "maps", "ocr", "release"}
    assert not {one for name in named for one in extras[name]} & set(PROJECT["dependencies"])
    assert "--extra all" in (ROOT / "Makefile").read_text(encoding="utf-8")
