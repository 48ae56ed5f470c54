"""The archive of classes fits the servers that the tests start, of each version, and no other."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from graph.server.jars import ensure_jars
from graph.server.java import find_java
from graph.settings import Settings
from tests.classes import java_command
from tests.servers import VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_java_takes_the_archive_and_only_with_the_same_jars(
    jars_dir: Path, tmp_path: Path, version: str
) -> None:
    """Java that must share classes ends with an error where the archive does not fit."""
    jars = ensure_jars(Settings(tmp_path, jars_dir, version))
    command = java_command(find_java(), jars, "-version", ("-Xshare:on",))
    taken = subprocess.run(command, capture_output=True, text=True)
    assert taken.returncode == 0, taken.stdout + taken.stderr
    place = command.index("-cp") + 1
    command[place] = command[place].partition(os.pathsep)[2]
    assert subprocess.run(command, capture_output=True).returncode != 0
