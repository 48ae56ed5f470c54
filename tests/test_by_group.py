"""Tests of one group run in one worker, whatever their files; the groups named first start first."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from tests.documents import ROOT

CONFTEST = """
from pathlib import Path

from tests.by_group import ByGroup, first_groups_first, note

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items):
    first_groups_first(items, ["last of all", "written"])
    note(items, FOLDER)


def pytest_xdist_make_scheduler(config, log):
    return ByGroup(config, log, FOLDER)
"""
FILE = """
import os
from pathlib import Path

import pytest


def ran(group, number):
    with Path(__file__).with_name(os.environ["PYTEST_XDIST_WORKER"]).open("a") as file:
        file.write(f"{group} {number}\\n")


@pytest.mark.parametrize("number", range(6))
@pytest.mark.xdist_group("written")
def test_written(number):
    ran("written", number)


@pytest.mark.parametrize("number", ["a::b", "a@b", "[x]", "水"])
def test_of_the_file(number):
    ran(Path(__file__).name, number)
"""
LAST = """
import pytest

from test_0 import ran


@pytest.mark.xdist_group("last of all")
def test_last():
    ran("last of all", 0)
"""


def test_a_group_keeps_to_one_worker_and_long_ones_start_first(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    for number in range(4):
        (tmp_path / f"test_{number}.py").write_text(FILE, encoding="utf-8")
    (tmp_path / "test_z.py").write_text(LAST, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "2", "-q", "-p", "no:cacheprovider", "."],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "41 passed" in done.stdout
    ran = {
        worker.name: [line.rpartition(" ")[0] for line in worker.read_text("utf-8").splitlines()]
        for worker in tmp_path.glob("gw*")
    }
    assert len(ran) == 2
    workers = defaultdict(set)
    for worker, groups in ran.items():
        for group in groups:
            workers[group].add(worker)
    assert all(len(found) == 1 for found in workers.values()), workers
    assert {groups[0] for groups in ran.values()} == {"last of all", "written"}
    assert set(workers) == {"last of all", "written", *(f"test_{n}.py" for n in range(4))}
