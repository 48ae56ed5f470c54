"""Code blocks and links of the project's documents, and how an answer is held against its text."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

_BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_HEADING = re.compile(r"^#+ (?P<text>.+)$", re.MULTILINE)
_FRAME = str.maketrans(dict.fromkeys("┏┳┓┃┡╇┩━│├┼┤─└┴┘┌┬┐", " "))
_END = "|"


@dataclass(frozen=True)
class Block:
    """A fenced block of a document: its language ("" where none is named), text and first line."""

    language: str
    text: str
    line: int


@dataclass(frozen=True)
class Session:
    """A command of a console block and the answer that the document shows for it."""

    command: str
    answer: str
    line: int


def blocks(document: Path, *languages: str) -> list[Block]:
    """The fenced blocks of a document that are in one of the languages, all where none is named."""
    text = document.read_text(encoding="utf-8")
    found = (
        Block(m["language"], m["text"], text.count("\n", 0, m.start("text")) + 1)
        for m in _BLOCK.finditer(text)
    )
    return [block for block in found if not languages or block.language in languages]


def prose(document: Path) -> str:
    """A document without its fenced blocks."""
    return _BLOCK.sub("", document.read_text(encoding="utf-8"))


def sessions(document: Path) -> list[Session]:
    """Every `$ command` of the console blocks with the lines below it."""
    return [one for block in blocks(document, "console") for one in _sessions(block)]


def agree(shown: str, answered: str) -> bool:
    """Whether an answer is what the document shows, `…` standing for anything, nothing too.

    Frames of tables and widths do not count.
    """
    want = shown.translate(_FRAME).replace("…", "...").split()
    got = answered.translate(_FRAME).split()
    # Two marks at either end of the answer leave an ellipsis there a word to stand for.
    first = [_END] if want[:1] == ["..."] else [_END, _END]
    last = [_END] if want[-1:] == ["..."] else [_END, _END]
    texts = (" ".join([*first, *want, *last]), " ".join([_END, _END, *got, _END, _END]))
    return doctest.OutputChecker().check_output(*texts, doctest.ELLIPSIS)


def links(document: Path) -> list[str]:
    """Targets of the links and pictures of a document, those of its code blocks left out."""
    return [match["target"] for match in _LINK.finditer(prose(document))]


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, made as GitHub makes them."""
    return {_slug(match["text"]) for match in _HEADING.finditer(prose(document))}


def _slug(heading: str) -> str:
    kept = (c for c in heading.lower() if c.isalnum() or c in " -_")
    return "".join(kept).replace(" ", "-")


def _sessions(block: Block) -> Iterator[Session]:
    lines = block.text.splitlines()
    starts = [i for i, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        answer = "\n".join(lines[start + 1 : end])
        yield Session(lines[start].removeprefix("$ "), answer, block.line + start)
