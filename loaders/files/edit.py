"""Values of a YAML file changed in its text: every other character, comments too, stays as it is.

So a reader of `git diff` sees the lines that were meant. Whoever edits reads the result back and compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode

from loaders.files.flow import scalar, value_text
from loaders.files.yaml import Step


@dataclass(frozen=True)
class Edit:
    """A key of the mapping to which the steps lead, and the value that it shall have."""

    steps: tuple[Step, ...]
    key: str
    value: object


Splice = tuple[int, int, str]
"""A piece of the text, from and to, and what stands there instead."""


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with each key set; a new one comes behind those that stand in one line.

    The text is a valid file, the steps lead to mappings in it. Raises KeyError or IndexError where not.
    """
    root = YAML(typ="safe", pure=True).compose(text)
    splices = [_splice(text, _found(root, edit.steps), edit) for edit in edits]
    for start, end, instead in sorted(splices, key=lambda one: one[:2], reverse=True):
        text = text[:start] + instead + text[end:]
    return text


def _found(node: Any, steps: Sequence[Step]) -> MappingNode:
    for step in steps:
        node = node.value[step] if isinstance(step, int) else dict(_pairs(node))[step]
    if not isinstance(node, MappingNode):
        raise KeyError(steps)
    return node


def _pairs(node: MappingNode) -> Iterator[tuple[str, Any]]:
    return ((key.value, value) for key, value in node.value)


def _splice(text: str, node: MappingNode, edit: Edit) -> Splice:
    value = value_text(edit.value)
    for key, held in node.value:
        if key.value == edit.key:
            colon = text.index(":", key.end_mark.index) + 1
            start, end = held.start_mark.index, _end(text, held)
            if start == end:  # `key:` with nothing behind
                return colon, colon, f" {value}"
            comment = text[colon:start].rstrip()
            return colon, end, f" {value}{comment}"
    pair = f"{scalar(edit.key)}: {value}"
    if node.flow_style:
        end = _end(text, node.value[-1][1])
        return end, end, f", {pair}"
    return _new_line(text, node, edit, pair)


def _new_line(text: str, node: MappingNode, edit: Edit, pair: str) -> Splice:
    """A line for a pair of a block mapping, behind the last pair that stands in one line."""
    first = node.value[0][0]
    indent, newline = " " * first.start_mark.column, "\r\n" if "\r\n" in text else "\n"
    if isinstance(edit.value, Mapping) and not edit.steps:  # a section
        rows = (f"  {scalar(str(key))}: {value_text(row)}" for key, row in edit.value.items())
        pair = newline.join(("", f"{edit.key}:", *rows))
    short = [value for key, value in node.value if value.end_mark.line == key.start_mark.line]
    if not short:
        return first.start_mark.index, first.start_mark.index, f"{pair}{newline}{indent}"
    end = text.find("\n", _end(text, short[-1]))
    if end < 0:
        return len(text), len(text), f"{newline}{indent}{pair}"
    end -= text[end - 1] == "\r"
    return end, end, f"{newline}{indent}{pair}"


def _end(text: str, node: Any) -> int:
    """Where a value ends; of a block the end of what stands last in it, before comments and blanks."""
    if isinstance(node, ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return int(start) + len(text[start:end].rstrip())
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(text, last[1] if isinstance(last, tuple) else last)
