"""A disk of a test's own that can be filled, and files that may grow no further.

A file is mounted as an ext4 file system where this user may mount; else the server's files are kept from
growing (RLIMIT_FSIZE), which Neo4j meets in the same place: the write that it must not lose fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

SIZE_MB = 1024


@dataclass(frozen=True)
class Disk:
    """A folder, and how it is filled and freed; `fill` is told the process of the server."""

    kind: str
    folder: Path
    fill: Callable[[int], None]
    free: Callable[[int], None]


@contextmanager
def disk(folder: Path, mounts: bool = True) -> Iterator[Disk]:
    """A disk for the time of the block, mounted if that is wanted and allowed."""
    mount = folder / "mount"
    mount.mkdir()
    if not (mounts and _mounted(folder / "image", mount)):
        yield Disk("limit of the size of a file", mount, _hold_back, _let_grow)
        return
    filler = mount / "filler"

    def fill(pid: int) -> None:
        """Take all the space there is."""
        with filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(mount).free - (64 << 10))

    try:
        yield Disk("ext4", mount, fill, lambda pid: filler.unlink())
    finally:
        # Lazily: threads of a server that has just ended may hold it a moment longer.
        subprocess.run(["umount", "--lazy", mount], check=True)


def _mounted(image: Path, mount: Path) -> bool:
    """Mount a file as a file system whose last block anybody may take; whether that was allowed."""
    image.touch()
    os.truncate(image, SIZE_MB << 20)
    commands: tuple[list[str | Path], ...]
    commands = (["mkfs.ext4", "-q", "-F", "-m", "0", image], ["mount", "-o", "loop", image, mount])
    try:
        return all(
            not subprocess.run(one, capture_output=True, check=False).returncode for one in commands
        )
    except FileNotFoundError:
        return False


def _hold_back(pid: int) -> None:
    _, most = psutil.Process(pid).rlimit(psutil.RLIMIT_FSIZE)
    psutil.Process(pid).rlimit(psutil.RLIMIT_FSIZE, (1, most))


def _let_grow(pid: int) -> None:
    if psutil.pid_exists(pid):
        _, most = psutil.Process(pid).rlimit(psutil.RLIMIT_FSIZE)
        psutil.Process(pid).rlimit(psutil.RLIMIT_FSIZE, (most, most))
