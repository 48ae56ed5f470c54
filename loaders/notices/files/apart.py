"""A Word file, PDF, page or picture is read in a process of its own, whose time and memory are bounded.

Such a file is a program for its reader: no look beforehand tells what it will take.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from graph.core.errors import InputError, Refused
from graph.core.words import Words
from loaders.notices.files.refusals import too_long


@dataclass(frozen=True)
class Bounds:
    """What a process may take: seconds of the processor, bytes, and seconds that somebody waits for it."""

    seconds: int
    bytes: int
    wait: int


TEXT = Bounds(12, 400_000_000, 90)
"""Most notices take less than one second."""
PICTURE_OF_PAGE = Bounds(60, 3_000_000_000, 300)
"""A page that is recognised takes some four seconds and 800 MB."""
TOO_MUCH = Words(
    "It takes more time or memory than a notice can. Print the pages of the notice into a new PDF,"
    " or copy its text into a text file.",
    "所需的时间或内存超过一份通知应有的限度。请将通知各页打印为新的 PDF，或将其文本复制到文本文件中。",
)
_RUN = f"from {__name__} import main; main()"


def lines_apart(path: Path, raw: bytes, limit: int, page: int | None = None) -> list[str]:
    """The lines of the file, at most `limit` characters; raises Refused for what cannot be read.

    With `page` those that are recognised in a picture: that page of a PDF (1 is the first), or the file.
    """
    bounds = TEXT if page is None else PICTURE_OF_PAGE
    words = [sys.executable, "-P", "-c", _RUN, str(limit), str(page or 0)]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            words, input=raw, capture_output=True, timeout=bounds.wait, check=False, env=environ
        )
    except subprocess.TimeoutExpired:
        raise Refused(TOO_MUCH, path) from None
    if done.returncode < 0:  # a signal ended it: its bounds were reached
        raise Refused(TOO_MUCH, path)
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise Refused(Words(f"The reader failed: {told}", f"读取程序出错：{told}"), path)
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise Refused(Words(*answer["refused"]), path)
    return [str(line) for line in answer["lines"]]


def main() -> None:
    """Read a file from standard input, write its lines or why it is refused as JSON."""
    limit, page = map(int, sys.argv[1:])
    _bound(PICTURE_OF_PAGE if page else TEXT)
    try:
        lines = _lines(sys.stdin.buffer.read(), limit, page)
        if sum(map(len, lines)) > limit:
            raise too_long(limit)
        answer: dict[str, object] = {"lines": lines}
    except InputError as reason:
        told = reason.text if isinstance(reason, Refused) else reason.words
        answer = {"refused": told.both}
    except MemoryError:
        answer = {"refused": TOO_MUCH.both}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _lines(raw: bytes, limit: int, page: int) -> list[str]:
    if page:
        from loaders.notices.files.scan import scanned_lines

        return scanned_lines(raw, page)
    if raw.startswith(b"%PDF"):
        from loaders.notices.files.pdf import pdf_lines

        return pdf_lines(raw, limit)
    if raw.startswith(b"PK"):
        from loaders.notices.files.word import word_lines

        return word_lines(io.BytesIO(raw), limit)
    from loaders.notices.files.page import page_lines

    return page_lines(raw)


def _bound(bounds: Bounds) -> None:
    """Bound the process; a system without such bounds (Windows) has the time that the parent waits."""
    with suppress(ImportError):
        import resource

        most = ((resource.RLIMIT_CPU, bounds.seconds), (resource.RLIMIT_DATA, bounds.bytes))
        for kind, value in most:
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (value, value))
