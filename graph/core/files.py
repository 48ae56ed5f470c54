"""Files and folders that come into being whole or not at all, and never in the place of others unasked."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.core.errors import AlreadyThere, InputError
from graph.core.words import Words

REPLACE = Words("Name another, or replace it with --force.", "请另取名称，或用 --force 覆盖。")
"""What to do about a path that is there, where the command takes --force."""
NAME_ANOTHER = Words("Name another.", "请另取名称。")
"""The same where --force means another thing, or nothing."""


def check_free(path: Path, force: bool, remedy: Words = REPLACE) -> None:
    """Raise AlreadyThere where a file is there and `force` is not set; InputError where none can be."""
    if path.is_dir():
        raise InputError(
            Words(f"{path} is a folder. Name a file.", f"{path} 是文件夹。请给出文件名。")
        )
    if path.exists() and not path.is_file():
        raise InputError(
            Words(
                f"{path} is a device or pipe. Name a file.", f"{path} 是设备或管道。请给出文件名。"
            )
        )
    _free(path, force, remedy)


@contextmanager
def fresh_file(path: Path, force: bool, remedy: Words = REPLACE) -> Iterator[Path]:
    """A file to write that becomes `path` in the end; nothing is left where the body fails.

    Of several that are written at once, unless with `force`, the first is kept. Raises as `check_free`,
    and InputError where it cannot be written.
    """
    check_free(path, force, remedy)
    with _beside(path) as folder:
        made = folder / path.name
        yield made
        if not force:
            try:
                os.link(made, path)
                return
            except OSError:  # it is there, or the file system has no second name for a file
                _free(path, force, remedy)
        os.replace(made, path.resolve())


def write_fresh(path: Path, text: str, force: bool, remedy: Words = REPLACE) -> None:
    """Write a text as `fresh_file` does: UTF-8, line ends "\\n"."""
    with fresh_file(path, force, remedy) as made:
        made.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def fresh_folder(path: Path, force: bool, ours: Callable[[str], bool]) -> Iterator[Path]:
    """A folder to fill that becomes `path` in the end.

    With `force` a folder that is there is replaced, if it holds only files whose names are `ours`.
    """
    check_folder(path, force)
    _only_ours(path, ours)
    with _beside(path) as folder:
        made = folder / "made"
        made.mkdir()
        yield made
        if path.exists():
            path.rename(folder / "before")
        made.rename(path)


@contextmanager
def filled_folder(path: Path, force: bool) -> Iterator[Path]:
    """A folder to make and fill, whose files are put into `path` in the end, each whole.

    With `force` they replace those of the same names in a folder that is there; others stay.
    """
    check_folder(path, force)
    with _beside(path) as folder:
        made = folder / path.name
        yield made
        for file in sorted(one for one in made.rglob("*") if one.is_file()):
            target = path / file.relative_to(made)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(file, target)


def check_folder(path: Path, force: bool) -> None:
    """Raise AlreadyThere where a folder holds something and `force` is not set; InputError for a file."""
    if path.exists() and not path.is_dir():
        raise InputError(
            Words(
                f"{path} is a file, but a folder of files is written. Name a folder.",
                f"{path} 是文件，而要写的是一个文件夹。请给出文件夹名。",
            )
        )
    if not path.is_dir() or any(path.iterdir()):
        _free(path, force)


def _free(path: Path, force: bool, remedy: Words = REPLACE) -> None:
    if os.path.lexists(path) and not force:
        raise AlreadyThere(
            Words(f"{path} exists already. {remedy.en}", f"{path} 已存在。{remedy.zh}")
        )


def _only_ours(path: Path, ours: Callable[[str], bool]) -> None:
    held = sorted(inside.name for inside in path.iterdir()) if path.exists() else []
    foreign = [name for name in held if not ours(name)]
    if foreign:
        raise InputError(
            Words(
                f"{path} holds files that no export wrote ({', '.join(foreign[:3])}). Name a new folder.",
                f"{path} 中有并非导出所写的文件（{'、'.join(foreign[:3])}）。请另给一个文件夹名。",
            )
        )


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """An empty folder on the disk of `path`, so that moving from it is one step."""
    parent = path.resolve().parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".lsgraph-", dir=parent))
    except OSError as error:
        raise InputError(
            Words(
                f"{path} cannot be written: {error.strerror}.",
                f"{path} 无法写入：{error.strerror or error}。",
            )
        ) from None
    try:
        yield made
    except OSError as error:
        raise InputError(
            Words(
                f"{path} cannot be written: {error.strerror or error}.",
                f"{path} 无法写入：{error.strerror or error}。",
            )
        ) from None
    finally:
        shutil.rmtree(made, ignore_errors=True)
