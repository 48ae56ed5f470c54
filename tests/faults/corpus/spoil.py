"""Faults that any file may have: what stands in its place, how its bytes are broken, what hides in it."""

from __future__ import annotations

import os
import random
import re
import socket
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.faults.corpus.case import Case, Make
from tests.faults.corpus.sound import KINDS, PACKED, Kind

CHARACTERS = {
    "NUL": 0, "BEL": 7, "backspace": 8, "escape": 0x1B, "delete": 0x7F, "C1 introducer": 0x9B,
    "arabic letter mark": 0x61C, "left-to-right mark": 0x200E, "right-to-left mark": 0x200F,
    "left-to-right embedding": 0x202A, "right-to-left embedding": 0x202B, "pop of a direction": 0x202C,
    "left-to-right override": 0x202D, "right-to-left override": 0x202E,
    "left-to-right isolate": 0x2066, "right-to-left isolate": 0x2067,
    "first strong isolate": 0x2068, "pop of an isolate": 0x2069,
}  # fmt: skip
_REFERENCE = re.compile(rb"&#(\d{4,5});")
"""A character as some programs write it into XML."""

ZERO_WIDTH = {"zero width blank": 0x200B, "byte order mark inside": 0xFEFF, "word joiner": 0x2060}


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _linked_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("pipe"))
    path.symlink_to("pipe")


def _socket(path: Path) -> None:
    # The name of a socket is short: it is bound from within its folder.
    before = os.getcwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(before)


def _endless(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 41)


INSTEAD: dict[str, Callable[[Path], None]] = {
    "a link to /dev/zero": _device,
    "a pipe": _pipe,
    "a link to a pipe": _linked_pipe,
    "a socket": _socket,
    "a file of 2 TB": _endless,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a folder": lambda path: path.mkdir(),
    "memory of the process": lambda path: path.symlink_to("/proc/self/mem"),
}
"""What stands where a file should."""

BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "random bytes": lambda raw: random.Random(1).randbytes(5_000),
    "NULs alone": lambda raw: bytes(5_000),
    "no UTF-8": lambda raw: raw + b"\xff\xfe\xff\x80",
    "Big5": lambda raw: raw + "臺灣觀光協會會長戲劇".encode("big5"),
    "half UTF-16": lambda raw: raw.decode("utf-8", "replace").encode("utf-16")[:-1],
    "a picture": lambda raw: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
    "an archive": lambda raw: b"\x1f\x8b\x08" + bytes(range(256)) * 9,
    "40 MB in one line": lambda raw: raw + b"x" * 40_000_000,
    "40 MB in quotes": lambda raw: raw + b'"' + b"x" * 40_000_000 + b'"\n',
}
CUT: dict[str, Callable[[bytes], bytes]] = {
    "no byte": lambda raw: b"",
    "half of it": lambda raw: raw[: len(raw) // 2],
    "random bytes": BROKEN["random bytes"],
    "NULs alone": BROKEN["NULs alone"],
    "a text": lambda raw: b"a,b,c\n" * 99,
}
"""How files that are no text are broken."""


def instead(kind: Kind, put: Callable[[Path], None]) -> Make:
    """The sound input with something else where one of its files is."""

    def make(folder: Path) -> Path:
        kind.write(folder)
        (folder / kind.spoilt).unlink()
        put(folder / kind.spoilt)
        return folder / kind.given

    return make


def changed(kind: Kind, change: Callable[[bytes], bytes], spoilt: str = "") -> Make:
    """The sound input with one file changed; a change that changes nothing is an error of the corpus."""

    def make(folder: Path) -> Path:
        kind.write(folder)
        path = folder / (spoilt or kind.spoilt)
        before = path.read_bytes()
        after = _in_parts(path, change) if path.suffix in (".xlsx", ".docx") else change(before)
        assert after != before, path
        path.write_bytes(after)
        return folder / kind.given

    return make


def whole(kind: Kind, change: Callable[[bytes], bytes]) -> Make:
    """The sound input with the bytes of one file changed, whatever is packed in it."""

    def make(folder: Path) -> Path:
        kind.write(folder)
        path = folder / kind.spoilt
        path.write_bytes(change(path.read_bytes()))
        return folder / kind.given

    return make


def _in_parts(path: Path, change: Callable[[bytes], bytes]) -> bytes:
    """The package with every part changed that the change finds something in."""
    made, found = path.with_suffix(".made"), False
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            before = _REFERENCE.sub(lambda found: chr(int(found[1])).encode(), old.read(name))
            new.writestr(name, after := change(before))
            found = found or after != before
    raw = made.read_bytes()
    made.unlink()
    assert found, f"nothing of {path} is changed"
    return raw


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    """A text in place of another."""
    return lambda raw: raw.replace(old.encode(), new.encode())


def common() -> list[Case]:
    """The faults of this module in every kind that can have them."""
    cases = []
    for name, kind in KINDS.items():
        cases += [Case(name, what, instead(kind, put)) for what, put in INSTEAD.items()]
        if name == "dump":
            continue
        broken = CUT if name in PACKED else BROKEN
        if name.startswith("notice") and name in PACKED:
            broken = {what: change for what, change in CUT.items() if what != "a text"}
        cases += [Case(name, what, whole(kind, change)) for what, change in broken.items()]
        if name != "notice PDF":
            hidden = CHARACTERS if name.startswith("notice") else CHARACTERS | ZERO_WIDTH
            several = list(hidden.items())[:: 5 if name == "notice Word" else 1]
            for what, code in several:
                new = replaced(kind.mark, f"{kind.mark[0]}{chr(code)}{kind.mark[1:]}")
                cases.append(Case(name, what, changed(kind, new)))
    return cases
