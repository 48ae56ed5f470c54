"""Builds lsgraph with setuptools: the wheel holds one package, an editable install is the checkout itself.

In the wheel the folders of the checkout stand inside `lsgraph`, Cypher and data among them, and
`from graph.ask import ...` reads `from lsgraph.graph.ask import ...`. So another module called `graph`,
the user's own perhaps, neither hides the project's nor is hidden by it.
"""

from __future__ import annotations

import re
import shutil
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from setuptools import build_meta
from setuptools.build_meta import build_editable, build_sdist

from lsgraph import ROOMS

__all__ = ["build_editable", "build_sdist", "build_wheel"]

DATA = "cypher"
DOCUMENTS = ("definitions", "glossary", "findings")
"""Documents that `lsgraph site` writes as pages, in both languages."""
_LICENCES = "loaders/data/LICENSES.md"
_IMPORT = re.compile(rf"^(\s*from )(?=(?:{'|'.join(ROOMS)})(?:\.\w+)* import\b)", re.MULTILINE)
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*", "*~")


def build_wheel(
    wheel_directory: str,
    config_settings: dict[str, str | list[str] | None] | None = None,
    metadata_directory: str | None = None,
) -> str:
    """Build the wheel from a copy in which all folders are inside `lsgraph`; answers its file name."""
    target = str(Path(wheel_directory).resolve())
    with TemporaryDirectory() as copy:
        lay_out(Path.cwd(), Path(copy))
        with chdir(copy):
            name: str = build_meta.build_wheel(target, config_settings)
            return name


def lay_out(checkout: Path, copy: Path) -> None:
    """Write to `copy` what the wheel is made of."""
    package = copy / "lsgraph"
    shutil.copytree(checkout / "lsgraph", package, ignore=_LEFT_OUT)
    for folder in (*ROOMS, DATA):
        shutil.copytree(checkout / folder, package / folder, ignore=_LEFT_OUT)
    for name in (f"{folder}{one}.md" for one in DOCUMENTS for folder in ("", "zh/")):
        target = package / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(checkout / "docs" / name, target)
    for path in package.rglob("*.py"):
        path.write_bytes(inside(path.read_bytes().decode()).encode())
    for name in ("README.md", "LICENSE"):
        shutil.copy(checkout / name, copy)
    project = (checkout / "pyproject.toml").read_text(encoding="utf-8")
    moved = project.replace(f'"{_LICENCES}"', f'"lsgraph/{_LICENCES}"')
    (copy / "pyproject.toml").write_text(moved, encoding="utf-8")


def inside(source: str) -> str:
    """Return Python source whose imports of the project's rooms name them inside `lsgraph`."""
    return _IMPORT.sub(r"\1lsgraph.", source)
