"""`python -m tests.mutants --seed 34 --count 40` changes one thing at a time and tells which tests see it.

    python -m tests.mutants --named [TEXT]      the faults that no test saw once
    python -m tests.mutants --seed N --list     the mutants, without a run
    ... --kinds bound,default                   only these kinds
    ... --quick                                 queries by rows alone, on a server only what imports the file

It works in a copy of the tree, in a temporary folder. Of a query first the rows of tests/days are read, on
one server for all mutants; then the tests that import the file and those that COVERS names.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.mutants.kinds import KINDS, Mutant, drawn

ROOT = Path(__file__).resolve().parents[2]
NAMED = Path(__file__).with_name("named.yaml")
PYTEST = (sys.executable, "-m", "pytest", "-qx", "-p", "no:cacheprovider", "-m")
COVERS: Mapping[str, str] = {
    "cypher": "tests/cypher/test_every_query.py",
    "cypher/authority": "tests/graph/test_authority.py tests/properties tests/chairs",
    "cypher/chairs": "tests/chairs",
    "cypher/divisions": "tests/graph/test_division_queries.py tests/graph/test_places.py",
    "cypher/export": "tests/export",
    "cypher/governments": "tests/pictures/test_government.py tests/web/test_things.py",
    "cypher/groups": "tests/groups",
    "cypher/pictures": "tests/pictures tests/web/test_network.py",
    "cypher/regions": "tests/regions",
    "cypher/structure": "tests/graph/test_structure_load.py tests/groups/test_series.py",
    "graph": "tests/graph",
    "graph/catalogue": "tests/catalogue tests/cypher",
    "graph/export": "tests/export",
    "graph/names": "tests/names",
    "graph/offices": "tests/offices tests/graph/test_ranks.py tests/names",
    "graph/pictures": "tests/pictures tests/graph/test_pictures.py tests/visualize",
    "graph/regions": "tests/regions",
    "graph/structure": "tests/graph tests/groups/test_series.py",
    "loaders": "tests/loaders tests/groups",
    "loaders/notices": "tests/notices",
    "loaders/package": "tests/release tests/package",
    "loaders/tables": "tests/tables",
    "visualize": "tests/visualize tests/browser",
    "visualize/figures": "tests/figures tests/visualize",
    "visualize/maps": "tests/maps tests/browser/test_map_page.py",
    "visualize/matrix": "tests/pictures/test_matrix.py tests/browser/test_matrix.py tests/figures",
    "web": "tests/web",
    "web/reference": "tests/site",
}
"""Tests of `make test` by the folder of the file that is changed; the longest name that fits counts."""


def main() -> int:
    """Run what the command line asks for; 1 where a mutant survives."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("--seed", type=int, default=34)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument(
        "--named", nargs="?", const="", help="those of named.yaml, or one by its words"
    )
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--quick", action="store_true", help="the nearest tests alone")
    parser.add_argument("--seconds", type=int, default=900, help="for one command of tests")
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    kinds = given.kinds.split(",")
    mutants = (
        list(named(given.named))
        if given.named is not None
        else [one for one in drawn(ROOT, given.seed, given.count) if one.kind in kinds]
    )
    found: Counter[tuple[str, str]] = Counter()
    with copied() as copy, closing(Rows(copy)) as server:
        for number, mutant in enumerate(mutants, 1):
            source = (copy / mutant.file).read_text(encoding="utf-8")
            print(f"\n{number}. {mutant.kind} {mutant.name} {mutant.file}\n{mutant.diff(source)}")
            if not given.list:
                begun = time.monotonic()
                told = tried(mutant, source, server, given.quick, given.seconds)
                print(f"   {told} ({time.monotonic() - begun:.0f} s)", flush=True)
                found[mutant.kind, told.partition(" ")[0]] += 1
    for (kind, told), number in sorted(found.items()):
        print(f"{kind:12} {told:9} {number}")
    return int(any(told == "survived" for _, told in found))


def named(text: str) -> Iterator[Mutant]:
    """The faults of named.yaml whose name holds the text; one that can not be stated is told."""
    for row in YAML(typ="safe").load(NAMED):
        path = ROOT / row["file"]
        source = path.read_text(encoding="utf-8") if path.is_file() else ""
        at = source.find(row["text"])
        if at < 0:
            print(f"Can not be stated any more: {row['name']}")
        elif text in row["name"]:
            yield Mutant(
                "named", row["file"], at, at + len(row["text"]), row["instead"], row["name"]
            )


@contextmanager
def copied() -> Iterator[Path]:
    """What git knows of the tree, as it stands, in a folder that goes again."""
    listed = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True).split("\0")
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for name in filter(None, listed):
            if (ROOT / name).is_file():
                (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, Path(folder) / name)
        yield Path(folder)


class Rows:
    """The server of the world of days; started when first asked for, and again where it has died."""

    def __init__(self, copy: Path) -> None:
        self.copy = copy
        self.own = {
            "PYTHONPATH": str(copy), "XDG_CACHE_HOME": str(copy / ".cache"), "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip
        self.process: subprocess.Popen[str] | None = None
        self.told: dict[str, str] = {}

    def environment(self) -> dict[str, str]:
        """In which a copy is asked: its own modules and caches, and the address of this server."""
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.mutants.rows", "--serve"], cwd=self.copy,
                env=os.environ | self.own, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            assert self.process.stdout is not None
            uri, password = self.process.stdout.readline().split()
            self.told = {"MUTANTS_URI": uri, "MUTANTS_PASSWORD": password}
        return os.environ | self.own | self.told

    def close(self) -> None:
        """Stop it: the end of its input is the end of it."""
        if self.process is not None and self.process.stdin is not None:
            self.process.stdin.close()
            self.process.wait()


def tried(mutant: Mutant, source: str, server: Rows, quick: bool, seconds: int) -> str:
    """What the tests say of a mutant: caught by which, or survived which."""
    path, held = server.copy / mutant.file, []
    environment = server.environment()
    path.write_text(mutant.of(source), encoding="utf-8")
    try:
        for command in commands(server.copy, mutant.file, quick):
            try:
                done = subprocess.run(
                    command, cwd=server.copy, env=environment, capture_output=True, text=True, timeout=seconds
                )  # fmt: skip
            except subprocess.TimeoutExpired:
                return f"unknown after {seconds} s of {' '.join(command[3:])[:100]}"
            lines = [*done.stderr.splitlines(), *done.stdout.splitlines()] or [""]
            if done.returncode not in (0, pytest.ExitCode.NO_TESTS_COLLECTED):
                named = [one for one in lines if one.startswith(("FAILED ", "ERROR ", "differs "))]
                told = (named or lines)[-1][:200]
                words = {"CatalogueError": "broken", "NoServer": "unknown"}
                return f"{next((words[w] for w in words if w in told), 'caught')} by {told}"
            held.append(lines[-1])
        return f"survived {'; '.join(held)}"
    finally:
        path.write_text(source, encoding="utf-8")


def commands(copy: Path, file: str, quick: bool) -> Iterator[list[str]]:
    """What is run for a file that changed: rows, what needs no server, then the rest."""
    if file.startswith("cypher/"):
        yield [sys.executable, "-m", "tests.mutants.rows", file]
    if quick and file.startswith("cypher/"):
        return
    module = file.removesuffix(".py").replace("/", ".")
    near = [
        str(path.relative_to(copy))
        for path in sorted((copy / "tests").rglob("test_*.py"))
        if f"{module} import" in path.read_text(encoding="utf-8")
    ]
    fits = [folder for folder in COVERS if file.startswith(f"{folder}/")]
    wide = [test for test in COVERS[max(fits, key=len)].split() if (copy / test).exists()]
    plain = sorted({"tests/test_words.py", *near, *([] if quick and near else wide)})
    rest = near if quick else sorted({*near, *wide})
    yield [*PYTEST, "not long and not server and not browser", *plain]
    if rest:
        yield [*PYTEST, "not long and (server or browser)", *rest]


if __name__ == "__main__":
    sys.exit(main())
