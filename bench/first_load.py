"""A first load of the seeded graph in several ways: lsgraph's loader, a bare driver, py2neo, neomodel,
and Neo4j's import.

Each way runs in a process of its own, on a private server of its own that is empty and running
(LSGRAPH_BENCH_HOME names one that all ways take in turn). The ways of a pair run one after the other,
so that what else the machine does weighs on both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

from bench.ratios import told
from bench.rows import keep
from bench.servers import HOME
from bench.world import Size, records
from graph.settings import Settings

PAIRS = 3
WAYS = ("ordinary", "bare", "py2neo", "neomodel", "bulk")
MEMORY_MB = 600
"""What the process of the loader may take."""

NEOMODEL = "neomodel==6.2.0"

Taken = dict[str, float]


def compare_first_load(size: Size, pairs: int = PAIRS, ways: Sequence[str] = ()) -> None:
    """Print the ratios of the ways and the memory of the loader's process."""
    chosen = ("ordinary", *(way for way in ways or WAYS if way != "ordinary"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keep(records(size), folder)
        if "neomodel" in chosen:
            os.environ["LSGRAPH_BENCH_NEOMODEL"] = neomodel_python(folder / "neomodel")
        found = [{way: run(way, folder) for way in chosen} for _ in range(pairs)]
    _tell(found, chosen)


def neomodel_python(folder: Path) -> str:
    """The Python of an environment with neomodel, made in `folder`; its driver is not that of lsgraph."""
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run([python, "-m", "pip", "install", *quiet, NEOMODEL], check=True)
    return python


def run(way: str, folder: Path, home: Path | None = None) -> Taken:
    """What one way took with the rows of a folder, on a new private server or that of a `home`, which is
    emptied and left running."""
    jars = str(Settings.from_environment().jars_dir)
    environ = {**os.environ, **({HOME: str(home)} if home else {})}
    with tempfile.TemporaryDirectory(dir=folder) as new:
        environ |= {"LSGRAPH_HOME": environ.get(HOME, new), "LSGRAPH_JARS": jars}
        command = ["-m", "bench.ways", way, str(folder)]
        done = subprocess.run(
            [sys.executable, *command], env=environ, stdout=subprocess.PIPE, text=True, check=True
        )
    taken: Taken = json.loads(done.stdout.splitlines()[-1])
    print(f"  {way}: {taken}", file=sys.stderr, flush=True)
    return taken


def _tell(found: Sequence[dict[str, Taken]], ways: Sequence[str]) -> None:
    count = int(found[0]["ordinary"]["rows"])
    told_as = {
        "bare": (f"first load of {count:,} rows / a bare driver", ", target under 1.5"),
        "py2neo": (f"first load of {count:,} rows / py2neo.bulk", ", target under 1"),
    }
    for way, (what, target) in told_as.items():
        if way in ways:
            told(what, [(p["ordinary"]["seconds"], p[way]["seconds"]) for p in found], target)
    if "neomodel" in ways:
        pairs = [(_rate(p["neomodel"]), _rate(p["ordinary"])) for p in found]
        part = int(found[0]["neomodel"]["rows"])
        told(
            f"time a row in neomodel ({part:,} rows) / in the first load", pairs, ", target over 5"
        )
    if "bulk" in ways:
        step = [(p["ordinary"]["seconds"], p["bulk"]["import"]) for p in found]
        whole = [(p["ordinary"]["seconds"], p["bulk"]["seconds"]) for p in found]
        told(f"first load of {count:,} rows / Neo4j's import alone", step, ", target over 3")
        told(f"first load of {count:,} rows / lsgraph load bulk", whole, ", target over 1")
    peak = max(p["ordinary"]["peak_mb"] for p in found)
    print(f"memory of the loader's process: at most {peak:.0f} MB (target under {MEMORY_MB})")


def _rate(taken: Taken) -> float:
    """Seconds a row."""
    return taken["seconds"] / taken["rows"]
