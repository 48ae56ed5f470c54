"""The documents in Chinese and the originals that they follow; run as a program, it marks what was renewed.

A translation names the SHA-256 of the original that it follows. After a change of an original renew
its translation, then mark it: `python -m tests.chinese tutorial install`. Without a name the program
tells which translations are behind.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import NamedTuple

from tests.documents import ROOT

NAMES = (
    "README", "install", "tutorial", "definitions", "glossary",
    "spreadsheets", "notices", "regions", "findings", "add-a-group",
)  # fmt: skip
"""The documents that exist in Chinese, by the name of the original."""

_MARK = re.compile(r"\A<!-- follows (?P<path>\S+) sha256:(?P<digest>[0-9a-f]{64}) -->\n")


class Pair(NamedTuple):
    """An original and its translation."""

    original: Path
    chinese: Path


class Mark(NamedTuple):
    """What a translation follows: the original's path from the root, and its SHA-256."""

    path: str
    digest: str


def pair(name: str) -> Pair:
    """The original and the translation of a name; README stands at the root."""
    if name == "README":
        return Pair(ROOT / "README.md", ROOT / "README.zh.md")
    return Pair(ROOT / "docs" / f"{name}.md", ROOT / "docs" / "zh" / f"{name}.md")


PAIRS = {name: pair(name) for name in NAMES}


def current(name: str) -> Mark:
    """The mark that a translation of the original as it stands bears."""
    original = pair(name).original
    digest = hashlib.sha256(original.read_bytes()).hexdigest()
    return Mark(original.relative_to(ROOT).as_posix(), digest)


def marked(name: str) -> Mark | None:
    """The mark in the first line of a translation, None where it has none."""
    found = _MARK.match(pair(name).chinese.read_text(encoding="utf-8"))
    return Mark(found["path"], found["digest"]) if found else None


def behind() -> list[str]:
    """Names of the translations whose original has moved on."""
    return [name for name in NAMES if marked(name) != current(name)]


def mark(name: str) -> None:
    """Write the mark of the original as it stands into the first line of its translation."""
    path, digest = current(name)
    chinese = pair(name).chinese
    text = _MARK.sub("", chinese.read_text(encoding="utf-8"))
    line = f"<!-- follows {path} sha256:{digest} -->\n"
    chinese.write_text(line + text, encoding="utf-8", newline="\n")


def remedy(name: str) -> str:
    """What to do with a translation that is behind."""
    original, chinese = (path.relative_to(ROOT).as_posix() for path in pair(name))
    return (
        f"{original} has moved on since {chinese} was written. Renew the translation"
        f" (git log -p -- {original} shows what changed), then: python -m tests.chinese {name}"
    )


def main(names: list[str]) -> int:
    """Mark the translations named; without a name tell which are behind, 1 if any is."""
    if unknown := [name for name in names if name not in NAMES]:
        print(f"Unknown document {unknown[0]!r}. Choose from: {', '.join(NAMES)}.")
        return 2
    for name in names:
        mark(name)
    late = [] if names else behind()
    for name in late:
        print(remedy(name))
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
