"""Runs cases in this process, which is bounded: `python -m tests.faults.corpus.run KIND...`.

Prints a line of JSON for each case: what was said,
the seconds of the processor and the memory at most, with those of the processes that a reader began.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import FrameType

from graph.catalogue import catalogue_with
from graph.core.errors import LsgraphError
from graph.server.admin import restore
from graph.settings import Settings
from loaders.divisions.read import read_divisions
from loaders.groups.read import read_groups
from loaders.load.own.apply import apply_own_divisions
from loaders.notices.read import read_notice
from tests.faults.corpus.cases import CASES
from tests.loaders.groups_for_tests import divisions

SECONDS = 20
Read = Callable[[Path], object]


class TooLong(BaseException):
    """A case takes more time of the processor than it may."""


def readers(folder: Path) -> Mapping[str, Read]:
    """What reads each kind: what the commands call."""
    home, shipped = Settings(folder / "home", folder / "jars"), cache(read_divisions)
    found: dict[str, Read] = {
        "own divisions": lambda path: apply_own_divisions(shipped(), path),
        "query": lambda path: catalogue_with([path]),
        "dump": lambda path: restore(home, path),
    }

    def read(kind: str) -> Read:
        if kind.startswith("notice"):
            return read_notice
        return lambda path: read_groups([path], divisions())

    return {case.kind: found.get(case.kind) or read(case.kind) for case in CASES.values()}


def run(read: Read, path: Path) -> dict[str, object]:
    """What a reader says of a file, in both languages, and the exit code that the command would have, 0 where
    it takes it in."""
    before = _seconds()
    _allow(SECONDS)
    try:
        read(path)
        told: dict[str, object] = {"code": 0, "said": ""}
    except LsgraphError as error:
        told = {"code": error.exit_code, "said": error.words.en, "chinese": error.words.zh}
    except TooLong:
        told = {"code": -1, "said": "too long"}
    except Exception:
        told = {"code": -1, "said": traceback.format_exc()[-3_000:]}
    finally:
        _allow(100_000)
    return {**told, "seconds": _seconds() - before}


def _seconds() -> float:
    own, begun = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + begun.ru_utime + begun.ru_stime


def _allow(seconds: int) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(
        resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, hard)
    )


def _stop(signal_number: int, frame: FrameType | None) -> None:
    raise TooLong


def _peak() -> int:
    """The most memory in MB since the last call, of this process and of those that it began."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5")
        own = int(lines["VmHWM"].split()[0]) // 1_000
    else:
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1_000)


def main(kinds: list[str]) -> None:
    """Run all cases of some kinds."""
    signal.signal(signal.SIGXCPU, _stop)
    with tempfile.TemporaryDirectory() as folder:
        known = readers(Path(folder))
        for kind in dict.fromkeys(kinds):  # what is read once and kept is not counted
            _warm(kind, known, Path(folder) / f"warm {kind}")
        for number, (name, case) in enumerate(CASES.items()):
            if case.kind not in kinds:
                continue
            inside = Path(folder) / str(number)
            inside.mkdir()
            path = case.make(inside)
            _peak()
            told = run(known[case.kind], path)
            line = {"name": name, "path": str(inside), **told, "peak": _peak()}
            print(json.dumps(line), flush=True)
            _discard(inside)


def _warm(kind: str, known: Mapping[str, Read], folder: Path) -> None:
    from tests.faults.corpus.sound import KINDS

    folder.mkdir()
    KINDS[kind].write(folder)
    if kind != "dump":
        known[kind](folder / KINDS[kind].given)


def _discard(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
