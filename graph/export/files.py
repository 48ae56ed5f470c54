"""Files and folders that come into being whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.core.errors import InputError


@contextmanager
def fresh_file(path: Path, force: bool) -> Iterator[Path]:
    """A file to write that becomes `path` in the end; nothing is left where the body fails.

    Raises InputError where the file is there already and `force` is not set, or cannot be written.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder. Name a file.")
    _free(path, force)
    with _beside(path) as folder:
        yield folder / path.name
        os.replace(folder / path.name, path)


@contextmanager
def fresh_folder(path: Path, force: bool, ours: Callable[[str], bool]) -> Iterator[Path]:
    """A folder to fill that becomes `path` in the end.

    With `force` a folder that is there is replaced, if it holds only files whose names are `ours`.
    """
    if path.exists() and not path.is_dir():
        raise InputError(
            f"{path} is a file, but this format writes a folder of tables. Name a folder."
        )
    if not path.is_dir() or any(path.iterdir()):
        _free(path, force)
    _only_ours(path, ours)
    with _beside(path) as folder:
        made = folder / "made"
        made.mkdir()
        yield made
        if path.exists():
            path.rename(folder / "before")
        made.rename(path)


def _free(path: Path, force: bool) -> None:
    if os.path.lexists(path) and not force:
        raise InputError(f"{path} exists already. Name another, or replace it with --force.")


def _only_ours(path: Path, ours: Callable[[str], bool]) -> None:
    held = sorted(inside.name for inside in path.iterdir()) if path.exists() else []
    foreign = [name for name in held if not ours(name)]
    if foreign:
        raise InputError(
            f"{path} holds files that no export wrote ({', '.join(foreign[:3])}). Name a new folder."
        )


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """An empty folder on the disk of `path`, so that moving from it is one step."""
    parent = path.resolve().parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".export-", dir=parent))
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.") from None
    try:
        yield made
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}.") from None
    finally:
        shutil.rmtree(made, ignore_errors=True)
