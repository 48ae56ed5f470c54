"""A fresh environment with the wheel in it: what lsgraph always needs is linked, the extras are not there."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TIMEOUT_S = 300


@dataclass(frozen=True)
class Fresh:
    """An environment, the folder of its packages, and another folder that commands run in."""

    python: Path
    site: Path
    folder: Path
    gained: frozenset[str]
    """What the wheel put into `site`."""

    def run(self, *words: str, status: int = 0) -> str:
        """Run Python with these arguments; answers its output, of a command that fails its errors."""
        return self._run([str(self.python), *words], status)

    def lsgraph(self, *words: str, status: int = 0) -> str:
        """Run the console script."""
        return self._run([str(self.python.with_name("lsgraph")), *words], status)

    def _run(self, command: list[str], status: int) -> str:
        kept = {k: v for k, v in os.environ.items()
                if not k.startswith(("NEO4J_", "LSGRAPH_", "PYTHON"))}  # fmt: skip
        own = {"HOME": str(self.folder), "LSGRAPH_LANGUAGE": "en", "PYTHONUTF8": "1"}
        done = subprocess.run(
            command, cwd=self.folder, env=kept | own, capture_output=True, timeout=TIMEOUT_S
        )
        said = (done.stdout + done.stderr).decode("utf-8")
        assert done.returncode == status, said
        return said if status else done.stdout.decode("utf-8")


def pip(*words: str) -> None:
    """Run pip without a network, and without a look at newer versions of itself."""
    common = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index")
    command = [sys.executable, "-m", "pip", *words, *common]
    done = subprocess.run(command, capture_output=True, timeout=TIMEOUT_S)
    assert done.returncode == 0, done.stderr.decode("utf-8")


def fresh(folder: Path, wheel: Path) -> Fresh:
    """Make the environment and let pip install the wheel in it."""
    home, links, elsewhere = folder / "venv", folder / "links", folder / "elsewhere"
    venv.create(home, symlinks=os.name != "nt", with_pip=False)
    site = next(home.glob("[Ll]ib/**/site-packages"))
    links.mkdir()
    elsewhere.mkdir()
    link(links, required(wheel))
    (site / "links.pth").write_text(f"{links}\n", encoding="utf-8")
    before = {path.name for path in site.iterdir()}
    python = next(home.glob("[bS]*/python*"))
    pip("--python", str(python), "install", str(wheel))
    gained = {path.name for path in site.iterdir()} - before
    return Fresh(python, site, elsewhere, frozenset(gained))


def required(wheel: Path) -> list[str]:
    """Return what the wheel says that it requires, extras among it."""
    with ZipFile(wheel) as opened:
        (name,) = (one for one in opened.namelist() if one.endswith(".dist-info/METADATA"))
        about = opened.read(name).decode("utf-8")
    lines = about.partition("\n\n")[0].splitlines()
    return [line.partition(": ")[2] for line in lines if line.startswith("Requires-Dist: ")]


def link(folder: Path, requirements: Iterable[str]) -> None:
    """Link to `folder` all that the requirements without extras need, from the environment of the tests."""
    for found in _closure(requirements):
        for top in {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}:
            source = Path(str(found.locate_file(top)))
            if not (folder / top).exists():
                (folder / top).symlink_to(source)


def _closure(requirements: Iterable[str]) -> Iterator[Distribution]:
    waiting = [(text, "") for text in requirements]
    seen: set[tuple[str, str]] = set()
    while waiting:
        text, extra = waiting.pop()
        one = Requirement(text)
        if one.marker is not None and not one.marker.evaluate({"extra": extra}):
            continue
        for wanted in ("", *one.extras):
            key = (canonicalize_name(one.name), wanted)
            if key not in seen:
                seen.add(key)
                found = distribution(one.name)
                waiting += [(needed, wanted) for needed in found.requires or ()]
                yield found
