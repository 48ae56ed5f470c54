"""YAML files read with the place of every value, so that a problem can name its line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError, RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.tokens import (
    AliasToken,
    AnchorToken,
    BlockEndToken,
    BlockMappingStartToken,
    BlockSequenceStartToken,
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    TagToken,
)

from loaders.files.characters import formless, told
from loaders.files.decoding import text_of
from loaders.files.problems import Place, Problems

Step = str | int


LARGEST = 50_000_000
"""Bytes that a YAML file may have."""

DEEPEST = 40
"""Lists and mappings within each other; a file of groups needs five."""

_BRACKET = re.compile(r"[\[\]{}]")
_INDENT = re.compile(rf"^[ \-?:]{{{DEEPEST},}}", re.MULTILINE)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_ANCHOR = re.compile(r"(?:^|[\s\[{,:-])(?:&[^\s,\[\]{}&]|![\w!<])", re.MULTILINE)
"""What may be an anchor or a tag; the tokens tell for certain."""


class _TextDates(RoundTripConstructor):
    """Leaves 2018-02-30 as text: the form checks dates and says what is wrong with one."""

    def plain(self, node: Any) -> str:
        """The scalar as it stands in the file."""
        return str(node.value)


_TextDates.add_constructor("tag:yaml.org,2002:timestamp", _TextDates.plain)


class _Texts(_TextDates):
    """Leaves every scalar as text, so that 2014.10 stays October and 007 stays 007."""


for _kind in ("int", "float", "bool", "timestamp"):
    _Texts.add_constructor(f"tag:yaml.org,2002:{_kind}", _Texts.plain)


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: `tree` is its mapping, `at` finds the place of any value in it."""

    path: Path
    tree: Any

    def at(self, *steps: Step) -> Place:
        """Place of the value that the steps lead to, else of the nearest thing above it."""
        node: Any = self.tree
        line, column = 0, 0
        for step in steps:
            found = _inside(node, step)
            if found is None:
                break
            line, column = found
            node = node[step]
        return Place(self.path, line + 1, column + 1)


@dataclass(frozen=True)
class QuickFile(YamlFile):
    """A file parsed without places, in a tenth of the time: every value stands "in the file".

    For a first try; a file with a fault is read again by `read_yaml`, so that the fault has its line.
    """

    def at(self, *steps: Step) -> Place:
        """The file as a whole."""
        return Place(self.path)


def shipped_yaml(path: Path) -> Any:
    """The plain values of a file that comes with the project; it is taken to be sound."""
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def read_quickly(path: Path, problems: Problems) -> QuickFile | None:
    """Read a file without places; None with a problem noted where it cannot be read as one mapping.

    A file that has not changed since the last time is not parsed again.
    """
    try:
        stamp = path.stat()
    except OSError as error:
        problems.add(Place(path), f"The file cannot be read: {error.strerror}.")
        return None
    return _quick(path, (stamp.st_mtime_ns, stamp.st_size, stamp.st_ino)) or _quickly(
        path, problems
    )


@lru_cache(maxsize=128)
def _quick(path: Path, stamp: tuple[int, ...]) -> QuickFile | None:
    return _quickly(path, Problems())


def _quickly(path: Path, problems: Problems) -> QuickFile | None:
    text = text_of(path, problems)
    if text is None:
        return None
    try:
        tree = YAML(typ="safe").load(text) if _harmless(path, text, Problems()) else None
    except (ValueError, YAMLError, RecursionError) as error:
        problems.add(Place(path), f"It cannot be read: {error}.")
        return None
    if not isinstance(tree, dict):
        problems.add(Place(path), "The file is not a mapping of sections.")
        return None
    return QuickFile(path, _dates_as_text(tree))


def _dates_as_text(value: Any) -> Any:
    """Dates as they stand in the file: the form reads them itself."""
    if isinstance(value, dict):
        return {key: _dates_as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def read_yaml(path: Path, problems: Problems) -> YamlFile | None:
    """Read a file; None with a problem noted where it cannot be read as one mapping."""
    return _read(path, problems, _TextDates)


def read_texts(path: Path, problems: Problems) -> YamlFile | None:
    """Read a file as `read_yaml` does, every scalar as the text that stands in the file."""
    return _read(path, problems, _Texts)


def _read(
    path: Path, problems: Problems, constructor: type[RoundTripConstructor]
) -> YamlFile | None:
    text = text_of(path, problems)
    if text is None or not _harmless(path, text, problems):
        return None
    tree = _parsed(path, text, problems, constructor)
    if isinstance(tree, CommentedMap):
        return YamlFile(path, tree)
    if tree is None:
        problems.add(Place(path), "The file is empty. Start it with `form: lsgraph/groups/1`.")
    elif tree is not _FAILED:
        problems.add(Place(path, 1, 1), "The file is not a mapping of sections (`groups:` ...).")
    return None


_FAILED = object()


def _harmless(path: Path, text: str, problems: Problems) -> bool:
    """Whether the text may be built: anchors, which can unfold to any size, tags and depth are looked for."""
    if len(text) > LARGEST:
        problems.add(Place(path), f"The file has {len(text) // 1_000_000} MB; at most 50 are read.")
        return False
    if hidden := _hidden(text):
        at, shown = hidden
        place = Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        problems.add(place, f"This character cannot be seen ({shown}). Type the text anew.")
        return False
    if not (_ANCHOR.search(text) or _may_be_deep(text)):
        return True
    try:
        fault = _tokens(path, text)
    except (YAMLError, RecursionError):
        return True
    if fault is not None:
        problems.add(*fault)
    return fault is None


def _hidden(text: str) -> tuple[int, str] | None:
    """The first character without a shape, as it is or as an escape: where it stands, and which it is."""
    raw = [(text.index(c), told([c])) for c in set(text) if formless(c)]
    escaped = ((m.start(), m[0]) for m in _ESCAPE.finditer(text) if formless(chr(int(m[1], 16))))
    return min([*raw, *escaped], default=None)


def _may_be_deep(text: str) -> bool:
    """A quick look at brackets and indents, quotes not minded; the tokens tell for certain."""
    depth = 0
    for found in _BRACKET.finditer(text):
        depth = max(0, depth + (1 if found[0] in "[{" else -1))
        if depth > DEEPEST:
            return True
    return _INDENT.search(text) is not None


def _tokens(path: Path, text: str) -> tuple[Place, str] | None:
    """The first anchor, or the first thing too deep, by the tokens of the file; nothing is built."""
    depth = 0
    for token in YAML(typ="safe", pure=True).scan(text):
        place = Place(path, token.start_mark.line + 1, token.start_mark.column + 1)
        if isinstance(token, AnchorToken | AliasToken):
            return place, "Anchors and aliases (&a, *a) are not read. Write the value out."
        if isinstance(token, TagToken):
            return place, "Tags (!!binary, !name) are not read. Write the value out as text."
        depth += isinstance(token, _OPENING)
        depth -= isinstance(token, _CLOSING)
        if depth > DEEPEST:
            return place, f"More than {DEEPEST} lists and mappings stand within each other."
    return None


_OPENING = (
    FlowSequenceStartToken, FlowMappingStartToken, BlockSequenceStartToken, BlockMappingStartToken,
)  # fmt: skip
_CLOSING = (FlowSequenceEndToken, FlowMappingEndToken, BlockEndToken)


def _parsed(
    path: Path, text: str, problems: Problems, constructor: type[RoundTripConstructor]
) -> Any:
    yaml = YAML(typ="rt")
    yaml.Constructor = constructor
    try:
        return yaml.load(text)
    except DuplicateKeyError as error:
        problems.add(_marked(path, error), f"The key {_twice(error)} stands twice.")
    except MarkedYAMLError as error:
        problems.add(_marked(path, error), f"This is not YAML: {_first_line(error)}.")
    except (YAMLError, ValueError, RecursionError) as error:
        problems.add(Place(path), f"This is not YAML: {str(error).splitlines()[0]}.")
    return _FAILED


def _marked(path: Path, error: MarkedYAMLError) -> Place:
    mark = error.problem_mark
    return Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)


def _first_line(error: MarkedYAMLError) -> str:
    return str(error.problem or error).strip().splitlines()[0].rstrip(".")


def _twice(error: DuplicateKeyError) -> str:
    found = re.match('found duplicate key "([^"]*)"', _first_line(error))
    return repr(found.group(1)) if found else "here"


def _inside(node: Any, step: Step) -> tuple[int, int] | None:
    if isinstance(node, CommentedMap) and step in node:
        where: Sequence[int] | None = (node.lc.data or {}).get(step)
        if where is None:
            return None
        nested = isinstance(node[step], CommentedMap | CommentedSeq)
        return (where[0], where[1]) if nested else (where[2], where[3])
    if isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
        found: tuple[int, int] | None = node.lc.item(step)
        return (found[0], found[1]) if found else None
    return None
