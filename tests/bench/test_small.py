"""Each measure of `make bench` runs, small, through its command line: what nobody runs rots unseen."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench.__main__ import NAMES, main
from bench.dataset import COPIED, dataset
from graph.core.model import Label
from tests.documents import ROOT

PRINTS = {
    "authority": (
        r"full answer of \d+ groups with its other readings / their ranks: .+ target at most 10",
        r"time per group at 10 times as many groups: [\d.]+ times \(target at most 1\.3\)",
        r"full answer of one group / its ranks",
    ),
    "load": (r"load of [\d,]+ rows / a bare driver: [\d.]+ times",),
    "pages": (
        r"national page of [\d,]+ units: [\d,]+ bytes",
        r"first paint: \d+ ms",
        r"building 500 units / 50 units",
    ),
    "serve": (
        r"serve: list, a page to its statements: [\d.]+ times",
        r"serve: 10 readers, a page every 3 s each, 10 pages after 5: median \d+ ms",
    ),
    "start": (r"lsgraph's Java options / Java's defaults: [\d.]+ times",),
}


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_a_measure_runs_small(name: str, bench_home: Path) -> None:
    words = [sys.executable, "-m", "bench", name, "--small", "--pairs", "1"]
    run = subprocess.run(words, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    for line in PRINTS[name]:
        assert re.search(line, run.stdout), f"{line}\nis not in\n{run.stdout}\n{run.stderr}"


def test_a_copy_of_the_groups_has_all_that_its_group_has() -> None:
    once, twice = dataset(False), dataset(False, 2)
    assert len({node.uid for node in twice.nodes}) == len(list(twice.nodes))
    assert len({(tie.type, tie.key) for tie in twice.ties}) == len(list(twice.ties))
    uids = {node.uid for node in twice.nodes}
    assert {end for tie in twice.ties for end in (tie.start, tie.end)} <= uids
    groups = [node.uid for node in once.nodes if node.label is Label.GROUP]
    ends = Counter(
        (uid, tie.type) for tie in twice.ties for uid in (tie.start, tie.end) if "group:" in uid
    )
    for uid in groups:
        own = {kind: count for (end, kind), count in ends.items() if end == uid}
        assert own == {kind: count for (end, kind), count in ends.items() if end == f"{uid}~1"}
    copied = sum(node.label in COPIED for node in once.nodes)
    assert len(list(twice.nodes)) == len(list(once.nodes)) + copied


def test_an_unknown_measure_is_named_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["grpah"])
    assert f"Unknown measure grpah. Choose from {', '.join(NAMES)}." in capsys.readouterr().err
