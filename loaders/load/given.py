"""The files that a load is given."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from graph.core.errors import InputError


def given_files(paths: Sequence[Path]) -> list[Path]:
    """The files to read: a folder of YAML stands for its files, as `lsgraph convert gathered` writes them.

    Raises InputError for a path that is not there.
    """
    found: list[Path] = []
    for path in paths:
        if not os.path.lexists(path):
            raise InputError(f"{path}: there is no such file. Begin with: lsgraph template")
        inside = sorted(path.glob("*.yaml")) if path.is_dir() else []
        found += inside or [path]
    return found
