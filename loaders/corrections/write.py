"""Corrected files written: all of them or none, by one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from graph.core.errors import InputError
from graph.core.files import fresh_file
from graph.core.words import Words
from loaders.corrections.plan import Plan, plan, text_if_there
from loaders.corrections.truth import Truth

WAIT_S = 60.0
"""How long one correction waits for another of the same files."""


@contextmanager
def correcting(truth: Truth) -> Iterator[None]:
    """Keep others from correcting these files while they are read, checked and written.

    Raises InputError where another correction does not end.
    """
    try:
        with FileLock(truth.root / ".corrections.lock", timeout=WAIT_S):
            yield
    except Timeout:
        told = Words(
            f"Another correction of {truth.root} is under way. Try again.",
            f"{truth.root} 正在被另一更正改动，请稍后再试。",
        )
        raise InputError(told) from None
    except OSError as error:
        told = Words(
            f"{truth.root} cannot be written: {error.strerror}.",
            f"无法写入 {truth.root}：{error.strerror}。",
        )
        raise InputError(told) from None


def apply(patches: Sequence[Path], truth: Truth) -> Plan:
    """Check patches and write into the files, while nobody else corrects them; returns what was done."""
    with correcting(truth):
        found = plan(patches, truth)
        write(found)
        return found


def write(found: Plan) -> None:
    """Write the files of a plan in place: each whole, and if one cannot be written, none is changed.

    Raises InputError, with nothing changed, where a file changed since it was read.
    """
    for path, text in found.before.items():
        if text_if_there(path) != text:
            told = Words(
                f"{path} changed meanwhile. Nothing was written. Apply the patch again.",
                f"{path} 在此期间有改动。未写入任何内容，请重新应用。",
            )
            raise InputError(told)
    replace_all(found.after)


def write_copies(found: Plan, folder: Path) -> None:
    """Write the corrected files into a folder that is there, as they lie in theirs.

    Raises InputError where two would have one name.
    """
    root = found.truth.root.resolve()
    for path, text in found.after.items():
        inside = path.resolve().is_relative_to(root)
        target = folder / (path.resolve().relative_to(root) if inside else path.name)
        if target.exists():
            told = Words(
                f"Two files are called {target.name}. Give each a name of its own.",
                f"有两个文件同名：{target.name}。请分别命名。",
            )
            raise InputError(told)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")


def replace_all(texts: Mapping[Path, str]) -> None:
    """Replace files by texts: all are written beside them first, then take their places.

    Where one cannot, those that did go back. Raises InputError then.
    """
    before = {path: _bytes(path) for path in texts}
    try:
        with ExitStack() as staged:
            for path, text in texts.items():
                made = staged.enter_context(fresh_file(path, True))
                made.write_text(text, encoding="utf-8", newline="")
    except BaseException:
        for path, data in before.items():
            _put_back(path, data)
        raise


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _put_back(path: Path, data: bytes | None) -> None:
    if data is None and path.is_file():
        path.unlink()
    elif data is not None and _bytes(path) != data:
        with fresh_file(path, True) as made:
            made.write_bytes(data)
