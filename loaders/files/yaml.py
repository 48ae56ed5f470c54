"""YAML files read with the place of every value, so that a problem can name its line.

A file is built from its events in one pass, which stops at what only an attack needs: anchors (they
unfold to any size), tags, depth, endless texts. A date stays text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.nodes import ScalarNode

from graph.core import door
from graph.core.errors import Refused
from graph.core.safe_text import LONGEST, told, unseen
from graph.core.words import Words
from loaders.files.decoding import text_of
from loaders.files.problems import Place, Problems

Step = str | int

DEEPEST = 40
"""Lists and mappings within each other; a file of groups needs five."""

MOST_VALUES = 200_000
"""Values of a file, in lists and mappings."""

MOST_KEYS = 20_000
"""Keys of one mapping: the sources of a file are one."""

_KINDS = ("int", "float", "bool")
_EMPTY = Words(
    "The file is empty. Start it with `form: lsgraph/groups/1`.",
    "文件为空。请以 form: lsgraph/groups/1 开头。",
)
_NO_MAPPING = Words(
    "The file is not a mapping of sections (`groups:` ...).",
    "文件不是由各节（groups: 等）组成的映射。",
)


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: `tree` is its mapping, `at` finds the place of any value in it.

    `marks` holds line and column of what stands in each mapping and list, by the `id` of those.
    """

    path: Path
    tree: Any
    marks: dict[int, list[tuple[int, int]]] = field(default_factory=dict, compare=False)

    def value(self, *steps: Step) -> Any:
        """The value that the steps lead to."""
        return value_in(self.tree, steps)

    def at(self, *steps: Step) -> Place:
        """Place of the value that the steps lead to, else of the nearest thing above it."""
        node: Any = self.tree
        line, column = 0, 0
        for step in steps:
            number = _position(node, step)
            if number is None or id(node) not in self.marks:
                break
            line, column = self.marks[id(node)][number]
            node = node[step]
        return Place(self.path, line + 1, column + 1)


def _position(node: Any, step: Step) -> int | None:
    if isinstance(node, dict) and step in node:
        return list(node).index(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return step
    return None


def shipped_yaml(path: Path) -> Any:
    """The plain values of a file that comes with the project; it is taken to be sound."""
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def read_yaml(path: Path, problems: Problems, *, texts: bool = False) -> YamlFile | None:
    """Read a file; None with a problem noted where it cannot be read as one mapping.

    `texts` leaves every scalar as text, so that 2014.10 stays October and 007 stays 007. A file that
    has not changed since the last time is not parsed again.
    """
    try:
        with door.opened(path, door.YAML):
            state = stamp(path)
        return _read(path, texts, state)
    except Refused as reason:
        problems.refuse(path, reason)
    except _Fault as fault:
        problems.add(fault.place, fault.text)
    return None


def value_in(tree: Any, steps: Iterable[Step]) -> Any:
    """The value of a tree that the steps lead to."""
    for step in steps:
        tree = tree[step]
    return tree


def stamp(path: Path) -> tuple[int, ...]:
    """What tells one state of a file from another, as long as it is there."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


class _Fault(Exception):
    """What stands in a file and is not read."""

    def __init__(self, place: Place, text: Words) -> None:
        super().__init__(text.en)
        self.place, self.text = place, text


@lru_cache(maxsize=128)
def _read(path: Path, texts: bool, _: tuple[int, ...]) -> YamlFile:
    text = text_of(path, door.YAML)
    if hidden := next(iter(unseen(text)), None):
        at = text.index(hidden)
        raise _Fault(_place(path, text, at), _hidden(hidden))
    builder = _Builder(path, texts)
    try:
        tree = builder.built(text)
    except (YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise _Fault(
            Place(path, mark.line + 1, mark.column + 1) if mark else Place(path),
            Words(
                f"This is not YAML: {_first_line(error)}.",
                f"这不是 YAML（读取程序报告“{_first_line(error)}”）。",
            ),
        ) from None
    if not isinstance(tree, dict):
        place = Place(path) if tree is None else Place(path, 1, 1)
        raise _Fault(place, _EMPTY if tree is None else _NO_MAPPING)
    return YamlFile(path, tree, builder.marks)


def _place(path: Path, text: str, at: int) -> Place:
    return Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _hidden(character: str) -> Words:
    return Words(
        f"This character cannot be seen ({told([character])}). Type the text anew.",
        f"此处有不可见字符（{told([character])}）。请重新录入文本。",
    )


def _first_line(error: Exception) -> str:
    said = getattr(error, "problem", None) or error
    return (str(said).strip().splitlines() or [type(error).__name__])[0].rstrip(".")[:200]


class _Builder:
    """Builds the values of one file from its events."""

    def __init__(self, path: Path, texts: bool) -> None:
        self.path, self.texts, self.values = path, texts, 0
        self.marks: dict[int, list[tuple[int, int]]] = {}
        self._yaml = YAML(typ="safe", pure=True)
        self._plain: dict[str, Any] = {}

    def built(self, text: str) -> Any:
        """The value of the one document, None where there is none."""
        events = iter(self._yaml.parse(text))
        value, documents = None, 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._fault(
                        event,
                        Words(
                            "A second document begins here. Write one only.",
                            "此处开始第二个文档。一个文件只能有一个文档。",
                        ),
                    )
                value = self._value(next(events), events, 0)
        return value

    def _value(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        self.values += 1
        if self.values > MOST_VALUES:
            told = Words(
                f"The file has more than {MOST_VALUES:,} values. Part it over several files.",
                f"文件超过 {MOST_VALUES:,} 个值。请分成几个文件。",
            )
            raise self._fault(event, told)
        if isinstance(event, AliasEvent) or event.anchor:
            told = Words(
                "Anchors and aliases (&a, *a) are not read. Write the value out.",
                "不读取锚点和别名（&a、*a）。请把值写出来。",
            )
            raise self._fault(event, told)
        if getattr(event, "ctag", None) or getattr(event, "tag", None):
            told = Words(
                "Tags (!!binary, !name) are not read. Write the value out as text.",
                "不读取标签（!!binary、!name）。请把值写成文本。",
            )
            raise self._fault(event, told)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if depth >= DEEPEST:
            told = Words(
                f"More than {DEEPEST} lists and mappings stand within each other. Write them flat.",
                f"列表和映射的嵌套超过 {DEEPEST} 层。请减少层次。",
            )
            raise self._fault(event, told)
        if isinstance(event, SequenceStartEvent):
            return self._list(events, depth + 1)
        return self._mapping(events, depth + 1)

    def _list(self, events: Iterator[Any], depth: int) -> list[Any]:
        found: list[Any] = []
        marks = self.marks[id(found)] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            marks.append(_mark(event))
            found.append(self._value(event, events, depth))
        return found

    def _mapping(self, events: Iterator[Any], depth: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        marks = self.marks[id(found)] = []
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                raise self._fault(
                    event,
                    Words(
                        "A key is a text, not a list or a mapping.",
                        "键应为文本，不能是列表或映射。",
                    ),
                )
            key, value = self._value(event, events, depth), next(events)
            if key in found:
                raise self._fault(
                    event,
                    Words(
                        f"The key {str(key)[:60]!r} stands twice.", f"键“{str(key)[:60]}”出现两次。"
                    ),
                )
            if len(found) == MOST_KEYS:
                told = Words(
                    f"One mapping has more than {MOST_KEYS:,} keys. Part it over several files.",
                    f"一个映射超过 {MOST_KEYS:,} 个键。请分成几个文件。",
                )
                raise self._fault(event, told)
            nested = isinstance(value, MappingStartEvent | SequenceStartEvent)
            marks.append(_mark(event if nested else value))
            found[key] = self._value(value, events, depth)
        return found

    def _scalar(self, event: ScalarEvent) -> Any:
        text: str = event.value
        if len(text) > LONGEST:
            told = Words(
                f"A text has {len(text):,} characters; at most {LONGEST:,} are read. Shorten it.",
                f"文本有 {len(text):,} 个字符，最多读取 {LONGEST:,} 个。请缩短。",
            )
            raise self._fault(event, told)
        if event.style:
            # What stands in the file was looked at; an escape in double quotes may hide more.
            if event.style == '"' and (hidden := unseen(text)):
                raise self._fault(event, _hidden(hidden[0]))
            return text
        if text not in self._plain:
            self._plain[text] = self._typed(text)
        return self._plain[text]

    def _typed(self, text: str) -> Any:
        """The value of a scalar without quotes: a number, true, false, nothing, else the text."""
        tag = str(self._yaml.resolver.resolve(ScalarNode, text, (True, False)))
        kind = tag.rpartition(":")[2]
        if kind == "null":
            return None
        if self.texts or kind not in _KINDS:
            return text
        try:
            return getattr(self._yaml.constructor, f"construct_yaml_{kind}")(ScalarNode(tag, text))
        except ValueError:
            return text

    def _fault(self, event: Any, text: Words) -> _Fault:
        line, column = _mark(event)
        return _Fault(Place(self.path, line + 1, column + 1), text)


def _mark(event: Any) -> tuple[int, int]:
    return event.start_mark.line, event.start_mark.column
