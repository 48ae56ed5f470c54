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


@dataclass(frozen=True)
class Bounds:
    """What a process may take: seconds of the processor, bytes, and seconds that somebody waits for it.

    The last is for a machine that has no time for it.
    """

    seconds: int
    bytes: int
    wait: int


TEXT = Bounds(12, 400_000_000, 90)
"""Most notices take less than one second."""

PICTURE_OF_PAGE = Bounds(60, 3_000_000_000, 300)
"""A page that is recognised takes some four seconds and 800 MB."""

TOO_MUCH = Words(
    "takes more time or memory than a notice can. Print the pages of the notice into a new PDF,"
    " or copy its text into a text file.",
    "所需的时间或内存超过一份通知应有的限度。请将通知各页打印为新的 PDF，或将其文本复制到文本文件中。",
)
_RUN = f"from {__name__} import main; main()"


def lines_apart(path: Path, raw: bytes, limit: int, page: int | None = None) -> list[str]:
    """The lines of the file, at most `limit` characters; raises Refused for what cannot be read.

    With `page` those that are recognised in a picture: that page of a PDF (1 is the first), or the file.
    """
    bounds = TEXT if page is None else PICTURE_OF_PAGE
    words = [sys.executable, "-P", "-c", _RUN, str(path), str(limit), str(page or 0)]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    with suppress(subprocess.TimeoutExpired, ValueError):
        done = subprocess.run(
            words, input=raw, capture_output=True, timeout=bounds.wait, check=False, env=environ
        )
        answer = json.loads(done.stdout)
        if "lines" in answer:
            return [str(line) for line in answer["lines"]]
        raise Refused(Words(*answer["refused"]))
    raise Refused(TOO_MUCH, path)


def main() -> None:
    """Read a file from standard input, write its lines or why it is refused as JSON."""
    path, limit, page = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    _bound(PICTURE_OF_PAGE if page else TEXT)
    try:
        raw = sys.stdin.buffer.read()
        answer: dict[str, object] = {"lines": _lines(path, raw, limit, page)}
    except InputError as reason:
        answer = {"refused": reason.words.both}
    except MemoryError:
        answer = {"refused": [f"{path} {TOO_MUCH.en}", f"{path} {TOO_MUCH.zh}"]}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _lines(path: Path, raw: bytes, limit: int, page: int) -> list[str]:
    if page:
        from loaders.notices.files.scan import scanned_lines

        return scanned_lines(path, raw, page)
    if raw.startswith(b"%PDF"):
        from loaders.notices.files.pdf import pdf_lines

        return pdf_lines(path, raw, limit)
    if raw.startswith(b"PK"):
        from loaders.notices.files.word import word_lines

        return word_lines(path, io.BytesIO(raw), limit)
    from loaders.notices.files.page import page_lines

    return page_lines(path, raw, limit)


def _bound(bounds: Bounds) -> None:
    """Bound the process; a system without such bounds (Windows) has the time that the parent waits."""
    with suppress(ImportError):
        import resource

        most = ((resource.RLIMIT_CPU, bounds.seconds), (resource.RLIMIT_DATA, bounds.bytes))
        for kind, value in most:
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (value, value))
