"""Each part of `make bench` runs, small, through its command line: a bench that nobody runs rots unseen."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.__main__ import CAMPAIGNS, PARTS, main
from tests.documents import ROOT

SMALL = ("--groups", "300", "--divisions", "500", "--pairs", "1")
WAYS = ("--ways", "ordinary,bare,py2neo,bulk")
"""neomodel is fetched from a package index first."""
KINDS = ("--kinds", "groups")
"""Each kill takes two loads; the other kinds are killed in tests/loaders and tests/bulk."""

PRINTS = {
    "graph": (
        r"groups drawn with seed 20181226",
        r"full answer of 30 groups with its other readings / their ranks: [\d.]+ times",
        r"full answer of 300 groups with its other readings / their ranks: .+ target at most 10",
        r"mix of \d+ real and 300 drawn groups",
        r"leadership single: real [\d.]+%, drawn [\d.]+%",
        r"time per group from 30 to 300 groups: [\d.]+ times \(target at most 1\.3\)",
        r"full answer of one group / its ranks",
        r"comparison of \d+ regions asked of a graph of 300 groups",
        r"load of \d+ rows of divisions / a bare driver: [\d.]+ times",
        r"divisions / areacodes: not compared",
    ),
    "statistics": (
        r"comparison of 32 regions on 300 synthetic groups",
        r"time a group at 10 times as many groups / before: [\d.]+",
    ),
    "serve": (
        r"serve: list, a page to its statements: [\d.]+ times",
        r"serve: 10 readers, a page every 3 s each, 10 pages after 5: median \d+ ms",
    ),
    "pictures": (
        r"ties, 358 pixels: crossings \d+ / \d+ = [\d.]+, length [\d,]+ / [\d,]+ = [\d.]+",
        r"of the 5 densest pictures with bundles / without: [\d.]+ at most",
    ),
    "frames": (r"page of 40 moments to one of 4: [\d.]+ times",),
    "pages": (
        r"national page of [\d,]+ units: [\d,]+ bytes",
        r"first paint: \d+ ms",
        r"building 500 units / 50 units",
    ),
    "notices": (
        r"notices, title first, nothing between: [\d.]+% right, [\d.]+% wrong and certain",
    ),
    "start": (r"lsgraph's Java options / Java's defaults: [\d.]+ times",),
    "scale": (
        r"rows: [\d,]+ / [\d,]+ = [\d.]+ times",
        r"MB of the database: [\d,]+ / [\d,]+ = [\d.]+ times",
        r"authority of one group: [\d.]+ / [\d.]+ ms = [\d.]+ times \(target at most 1\.5\)",
    ),
    "load": (
        r"first load of [\d,]+ rows / a bare driver: [\d.]+ times",
        r"first load of [\d,]+ rows / py2neo.bulk: [\d.]+ times",
        r"first load of [\d,]+ rows / lsgraph load bulk: [\d.]+ times",
        r"memory of the loader's process: at most \d+ MB",
    ),
    "kills": (
        r"client killed 1/5 in groups after [\d.]+ s, [\d,]+ of [\d,]+ written: the same graph",
        r"client killed 5/5 in groups after [\d.]+ s, [\d,]+ of [\d,]+ written: the same graph",
        r"server killed 1/1 in groups after [\d.]+ s, [\d,]+ of [\d,]+ written: the same graph",
        r"2 loads at once: 2 ended well, the same graph",
        r"1 kills of the server under 4 writers and 4 readers: \d+ writes, \d+ reads, 0 lost, 0 doubled",
    ),
    "replicas": (r"8 readers: reads a second of 2 servers / of one: [\d.]+ times",),
}
"""Those that stop the server come last: until then it has planned what it was asked before."""


def test_every_part_is_run_here() -> None:
    assert set(PRINTS) == {*PARTS, *CAMPAIGNS}


@pytest.mark.long
@pytest.mark.parametrize("part", PRINTS)
def test_a_part_runs_small(
    part: str,
    bench_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("LSGRAPH_AREACODES", raising=False)
    words = [sys.executable, "-m", "bench", part, *SMALL, *WAYS, *KINDS]
    run = subprocess.run(words, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    for line in PRINTS[part]:
        assert re.search(line, run.stdout), f"{line}\nis not in\n{run.stdout}\n{run.stderr}"


def test_an_unknown_part_is_named_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["grpah"])
    assert (
        f"Unknown part grpah. Choose from {', '.join((*PARTS, *CAMPAIGNS))}."
        in capsys.readouterr().err
    )
    with pytest.raises(SystemExit):
        main(["kills", "--kinds", "groups,bluk"])
    assert "Unknown: bluk. Choose from divisions, groups, bulk." in capsys.readouterr().err
