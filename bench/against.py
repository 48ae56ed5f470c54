"""`python -m bench.against`: this checkout against another commit of lsgraph, in pairs, in one run.

    python -m bench.against --against 0cff963 --pairs 5 --parts a,b,c,d

The other commit stands in a worktree of its own. Each side has a private server of its own with the whole
dataset in it (`lsgraph load groups --all`), and only one server runs at a time. The parts, each told as how
many times faster this checkout is:

a  `lsgraph authority GROUP`, the whole process, right after `lsgraph db start`
b  the same from a stopped server: the start of the server and its warming up count
c  the authority of all groups on a day, in one process that has asked before
d  the first plans of all queries that both sides read with, summed, on a warm server
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.ratios import told
from graph.settings import Settings

HERE = Path(__file__).resolve().parents[1]
ASKED = Path(__file__).with_name("asked_there.py")
"""The script that runs in the Python of either side."""
COMMIT = "0cff963"
GROUP = "group:jinan-laiwu"
DAY = "2018-12-25"
LONG = 2.0
"""No first plan may take more seconds."""
TARGETS = {"a": 2.0, "c": 2.0, "d": 2.0}
"""How many times faster this checkout must be."""
WHAT = {
    "a": "authority of one group after db start",
    "b": "from a stopped server to that answer",
    "c": f"authority of all groups on {DAY}, warm",
    "d": "first plans of the queries of both sides",
}


@dataclass(frozen=True)
class Side:
    """A checkout with the data directory of its own private server."""

    name: str
    root: Path
    home: Path
    jars: Path

    def run(self, *command: str) -> str:
        """Run Python in the checkout, on its own code and server; what it printed."""
        done = subprocess.run(
            [sys.executable, "-P", *command], cwd=self.root, env=self._environ(),
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"{self.name}: {shlex.join(command)} failed with {done.returncode}.")
        return done.stdout

    def lsgraph(self, *words: str) -> str:
        """Run the command line of the checkout, as its pyproject.toml names it."""
        project = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))
        module, _, function = project["project"]["scripts"]["lsgraph"].partition(":")
        start = f"import sys; from {module} import {function}; sys.exit({function}())"
        return self.run("-c", start, *words)

    def ask(self, *words: str) -> Any:
        """What `asked_there.py` answers there."""
        return json.loads(self.run(str(ASKED), str(self.root), *words))

    @contextmanager
    def server(self) -> Iterator[None]:
        """The server of this side, started and stopped again."""
        self.lsgraph("db", "start")
        try:
            yield
        finally:
            self.lsgraph("db", "stop")

    def _environ(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "LSGRAPH_"))}
        own = {"PYTHONPATH": str(self.root), "LSGRAPH_HOME": str(self.home)}
        return {**kept, **own, "LSGRAPH_JARS": str(self.jars)}


def main(argv: Sequence[str] | None = None) -> None:
    """Measure the parts and print a line for each side and one for their ratio."""
    asked = _options(argv)
    jars = Settings.from_environment().jars_dir
    with tempfile.TemporaryDirectory() as name, _worktree(asked.against, Path(name)) as there:
        other = Side(asked.against, there, Path(name) / "home-other", jars)
        here = Side("this checkout", HERE, Path(name) / "home-here", jars)
        for side in (other, here):
            _load(side)
        for part in asked.parts.split(","):
            _compare(part, other, here, asked.pairs)


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m bench.against", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--against", default=COMMIT, help="the other commit (%(default)s)")
    parser.add_argument("--pairs", type=int, default=5, help="pairs of measurements (%(default)s)")
    parser.add_argument("--parts", default="a,b,c,d", help="parts to measure (%(default)s)")
    asked = parser.parse_args(argv)
    if unknown := sorted(set(asked.parts.split(",")) - set(WHAT)):
        parser.error(f"Unknown part {', '.join(unknown)}. Choose from {', '.join(WHAT)}.")
    return asked


@contextmanager
def _worktree(commit: str, folder: Path) -> Iterator[Path]:
    """The files of a commit in a worktree of git, which is removed in the end."""
    path = folder / "checkout"
    git = ["git", "-C", str(HERE), "worktree"]
    subprocess.run([*git, "add", "--quiet", "--detach", str(path), commit], check=True)
    try:
        yield path
    finally:
        subprocess.run([*git, "remove", "--force", str(path)], check=True)


def _load(side: Side) -> None:
    _progress(f"{side.name}: load groups --all")
    with side.server():
        side.lsgraph("load", "groups", "--all")


def _compare(part: str, other: Side, here: Side, pairs: int) -> None:
    """Measure the two sides in turn, `pairs` times; print both and the ratio."""
    found: dict[Side, list[Any]] = {other: [], here: []}
    for number in range(pairs):
        for side in (other, here):
            found[side].append(MEASURES[part](side))
            _progress(
                f"{part} pair {number + 1} of {pairs}, {side.name}: {_short(found[side][-1])}"
            )
    theirs, ours = found[other], found[here]
    if part == "d":
        _tell_plans(theirs[-1], ours[-1])
        theirs, ours = _shared(theirs, ours)
    for side, seconds in ((other, theirs), (here, ours)):
        print(f"{part} {side.name}: {_spread(seconds)}", flush=True)
    target = f", target at least {TARGETS[part]:.0f}" if part in TARGETS else ""
    told(f"{part} {WHAT[part]}: {other.name} / this", list(zip(theirs, ours, strict=True)), target)


def _after_start(side: Side) -> float:
    with side.server():
        return _seconds(lambda: side.lsgraph("authority", GROUP))


def _from_stopped(side: Side) -> float:
    try:
        return _seconds(lambda: side.lsgraph("authority", GROUP))
    finally:
        side.lsgraph("db", "stop")


def _all_groups(side: Side) -> float:
    with side.server():
        return float(side.ask("all", DAY))


def _plans(side: Side) -> dict[str, float]:
    with side.server():
        return dict(side.ask("plans"))


MEASURES: dict[str, Callable[[Side], Any]] = {
    "a": _after_start,
    "b": _from_stopped,
    "c": _all_groups,
    "d": _plans,
}


def _shared(
    theirs: Sequence[dict[str, float]], ours: Sequence[dict[str, float]]
) -> tuple[list[float], list[float]]:
    """Seconds of the first plans of the queries that both sides have, a sum for each time."""
    names = theirs[0].keys() & ours[0].keys()
    own, other = ([sum(one[n] for n in names) for one in side] for side in (ours, theirs))
    return other, own


def _tell_plans(theirs: dict[str, float], ours: dict[str, float]) -> None:
    """Print the ten slowest plans of this checkout, and which queries only one side has."""
    gone, new = sorted(theirs.keys() - ours.keys()), sorted(ours.keys() - theirs.keys())
    lost, more = sum(theirs[name] for name in gone), sum(ours[name] for name in new)
    print(f"d read there, gone here (not counted, {lost:.1f} s there): {', '.join(gone) or 'none'}")
    print(f"d read here, new (not counted, {more:.1f} s here): {', '.join(new) or 'none'}")
    slowest = sorted(ours, key=lambda name: -ours[name])[:10]
    for name in slowest:
        before = f"{theirs[name]:.2f} s" if name in theirs else "new"
        print(f"d   {name}: {ours[name]:.2f} s, there {before}")
    long = [name for name in ours if ours[name] > LONG]
    print(f"d first plans over {LONG:.0f} s here (none allowed): {', '.join(long) or 'none'}")


def _short(found: float | dict[str, float]) -> str:
    return f"{sum(found.values()) if isinstance(found, dict) else found:.2f} s"


def _spread(seconds: Sequence[float]) -> str:
    middle = statistics.median(seconds)
    return f"median {middle:.2f} s, min {min(seconds):.2f}, max {max(seconds):.2f}"


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _progress(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
