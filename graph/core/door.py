"""The one door for files that somebody gives: each is looked at before it is read.

Only ordinary files of a bounded size come through: no device, pipe or socket, also not behind a link.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from graph.core.errors import Refused
from graph.core.words import Words

QUERY = 1_000_000
"""Bytes of a file with a query, at most."""

YAML = 3_000_000
NOTICE = 20_000_000
TABLE = 30_000_000
"""Bytes of one CSV table, or of areacodes."""

OUTLINES = 50_000_000
"""Bytes of a GeoJSON file with outlines for a map."""

WORKBOOK = 50_000_000
STREAM = 1 << 40
"""Bytes of what is read piece by piece: exports and dumps."""


def opened(path: Path, most: int) -> BinaryIO:
    """Open an ordinary file of at most `most` bytes; raises Refused, which names the path, for others."""
    try:
        # Looked at before it is opened: opening a device may already do something.
        _look(path, os.stat(path), most)
        ways = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(path, ways), "rb")
    except (OSError, ValueError) as error:
        raise _unread(path, error) from None
    try:
        _look(path, os.fstat(file.fileno()), most)
        file.peek(1)
    except OSError as error:
        file.close()
        raise _unread(path, error) from None
    except Refused:
        file.close()
        raise
    return file


def content(path: Path, most: int) -> bytes:
    """The bytes of an ordinary file, at most `most`; raises Refused, which names the path, for others."""
    with opened(path, most) as file:
        try:
            raw = file.read(most + 1)
        except OSError as error:
            raise _unread(path, error) from None
    if len(raw) > most:
        raise _too_large(path, len(raw), most)
    return raw


def _look(path: Path, found: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise Refused(
            Words(
                "This is not a plain file: it is a folder. Name a file in it, or take it out.",
                "这不是普通文件，而是文件夹。请指明其中的文件，或移去它。",
            ),
            path,
        )
    if not stat.S_ISREG(found.st_mode):
        raise Refused(
            Words(
                "This is not a plain file but a device, pipe or socket. Name a file.",
                "这不是普通文件，而是设备、管道或套接字。请指明文件。",
            ),
            path,
        )
    if found.st_size > most:
        raise _too_large(path, found.st_size, most)


def _too_large(path: Path, size: int, most: int) -> Refused:
    return Refused(
        Words(
            f"The file has {size:,} bytes; at most {most:,} are read. Split it.",
            f"文件有 {size:,} 字节，最多读取 {most:,} 字节。请拆分。",
        ),
        path,
    )


def _unread(path: Path, error: OSError | ValueError) -> Refused:
    if isinstance(error, FileNotFoundError):
        return Refused(
            Words(
                "The file cannot be read: it does not exist. Check its name.",
                "文件无法读取：它不存在。请检查文件名。",
            ),
            path,
        )
    told = error.strerror if isinstance(error, OSError) else error
    return Refused(
        Words(
            f"The file cannot be read: {told}. Check its name and its permissions.",
            f"文件无法读取（系统报告“{told}”）。请检查文件名和权限。",
        ),
        path,
    )
