"""A Word or PDF file is read in a process of its own, whose time and memory are bounded.

Such a file is a program for its reader: no look beforehand tells what it will take.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from graph.core.errors import InputError, Refused

SECONDS = 12
"""Time of the processor that a notice may take; most take less than one second."""

WAIT = 90
"""Seconds after which a process is given up on a machine that has no time for it."""

BYTES = 400_000_000
TOO_MUCH = (
    "takes more time or memory than a notice can. Print the pages of the notice into a new PDF,"
    " or copy its text into a text file."
)
_RUN = "from loaders.notices.files.apart import main; main()"


def lines_apart(path: Path, raw: bytes, limit: int) -> list[str]:
    """The lines of the file, at most `limit` characters; raises Refused for what cannot be read."""
    words = [sys.executable, "-c", _RUN, str(path), str(limit)]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    with suppress(subprocess.TimeoutExpired, ValueError):
        done = subprocess.run(
            words, input=raw, capture_output=True, timeout=WAIT, check=False, env=environ
        )
        answer = json.loads(done.stdout)
        if "lines" in answer:
            return [str(line) for line in answer["lines"]]
        raise Refused(answer["refused"])
    raise Refused(TOO_MUCH, path)


def main() -> None:
    """Read a file from standard input, write its lines or why it is refused as JSON."""
    path, limit = Path(sys.argv[1]), int(sys.argv[2])
    _bound()
    try:
        answer: dict[str, object] = {"lines": _lines(path, sys.stdin.buffer.read(), limit)}
    except InputError as reason:
        answer = {"refused": str(reason)}
    except MemoryError:
        answer = {"refused": f"{path} {TOO_MUCH}"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _lines(path: Path, raw: bytes, limit: int) -> list[str]:
    if raw.startswith(b"%PDF"):
        from loaders.notices.files.pdf import pdf_lines

        return pdf_lines(path, raw, limit)
    if not raw.startswith(b"PK"):
        from loaders.notices.files.page import page_lines

        return page_lines(path, raw, limit)
    from loaders.notices.files.word import word_lines

    return word_lines(path, io.BytesIO(raw), limit)


def _bound() -> None:
    """Bound the process; a system without such bounds (Windows) has the time that the parent waits."""
    with suppress(ImportError):
        import resource

        bounds = ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_DATA, BYTES))
        for kind, most in bounds:
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))
