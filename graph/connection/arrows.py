"""Relationships in a statement whose ends contradict the model: most often an arrow that is turned round.

A small reader of patterns, not of Cypher. What it does not recognise it passes over: a label that is not
of the model, a variable from before a WITH, a path that may be empty. It warns only where no reading of the
pattern is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from graph.core.model import TIES, Label, Level
from graph.core.statement import bare
from graph.core.words import Words

_LEVELS = tuple(map(str, Level))
_OTHERS = tuple(str(label) for label in Label if label is not Label.UNIT)
_ANY = frozenset((*_LEVELS, "Agency", *_OTHERS))

KINDS: Mapping[str, frozenset[str]] = {
    **{name: frozenset({name}) for name in _ANY},
    "Division": frozenset(_LEVELS),
    "Unit": frozenset((*_LEVELS, "Agency")),
}
"""The narrowest labels that a node of a label may bear."""

_OF_AGENCIES = ("DEPARTMENT_OF", "LED_BY", "GUIDED_BY")
"""Ties that start at agencies only."""

_WORD = r"(?:\w+|`[^`]*`)"
_LABELS = rf":\s*{_WORD}(?:\s*[:|&]\s*:?{_WORD})*"
_MAP = r"\{[^{}]*\}"
_NODE = re.compile(
    rf"(?P<node>\(\s*(?P<name>{_WORD})?\s*(?P<labels>{_LABELS})?\s*(?:{_MAP})?\s*"
    r"(?:\bWHERE\b[^()]*(?:\([^()]*\)[^()]*)*)?\))"
    r"|(?P<opens>[{\[])|(?P<closes>[}\]])|\b(?P<afresh>WITH|UNION|CALL|NEXT)\b",
    re.IGNORECASE,
)
_ARROW = re.compile(
    rf"\s*(?P<left><)?\s*-\s*\[\s*{_WORD}?\s*(?P<types>{_LABELS})\s*(?P<length>\*[\d.\s]*)?\s*"
    rf"(?:{_MAP})?\s*(?:\bWHERE\b[^\[\]]*)?\]\s*-\s*(?P<right>>)?\s*(?P<times>[+*]|\{{[\d,\s]*\}})?\s*",
    re.IGNORECASE,
)
_MAY_BE_EMPTY = re.compile(r"\*\s*0.*|\{\s*[0,].*")


@dataclass(frozen=True)
class _Node:
    """A node of a pattern: where it stands in the text, how it is written, and what it may be."""

    start: int
    end: int
    shown: str
    kinds: frozenset[str] | None


def turned_arrows(statement: str) -> Iterator[Words]:
    """Say of each relationship that no tie of the model can be, which way its type points."""
    text = " ".join(bare(statement).split())
    for first, second in pairwise(_nodes(text)):
        arrow = _ARROW.fullmatch(text, first.end, second.start)
        if arrow and first.kinds and second.kinds:
            yield from _contradictions(first, second, arrow)


def _nodes(text: str) -> Iterator[_Node]:
    """The nodes of all patterns; a variable keeps its labels in its clause and in the brackets of that."""
    scopes: list[dict[str, frozenset[str] | None]] = [{}]
    for found in _NODE.finditer(text):
        if found["opens"]:
            scopes.append(dict(scopes[-1]))
        elif found["closes"] and len(scopes) > 1:
            scopes.pop()
        elif found["afresh"]:
            scopes[-1].clear()
        elif found["node"]:
            name, labels = found["name"] or "", found["labels"] or ""
            kinds = _both(_kinds(labels), scopes[-1].get(name, _ANY))
            if name:
                scopes[-1][name] = kinds
            yield _Node(found.start(), found.end(), f"({name}{labels.strip()})", kinds)


def _kinds(labels: str) -> frozenset[str] | None:
    """What a node of these labels may be; None where the model does not tell."""
    if "|" in labels and "&" in labels:
        return None
    found: frozenset[str] | None = _ANY
    for part in filter(None, map(str.strip, re.split("[:&]", labels.replace("|:", "|")))):
        either = [KINDS.get(name.strip(" `")) for name in part.split("|")]
        known = [kinds for kinds in either if kinds]
        found = _both(found, frozenset().union(*known) if len(known) == len(either) else None)
    return found


def _both(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    return (one & other or None) if one and other else None


def _contradictions(first: _Node, second: _Node, arrow: re.Match[str]) -> Iterator[Words]:
    types = [name for name in re.split(r"[\s:|`]+", arrow["types"]) if name]
    many = (arrow["length"] or "") + (arrow["times"] or "")
    if not _POINTS.keys() >= set(types) or (many and len(types) > 1):
        return
    if arrow["times"] == "*" or _MAY_BE_EMPTY.fullmatch(many):
        return
    left, right = bool(arrow["left"]), bool(arrow["right"])
    there, back = _possible(types, first, second), _possible(types, second, first)
    if (there and (right or not left)) or (back and (left or not right)):
        return
    if there or back:
        inner = f"[:{'|'.join(types)}{(arrow['length'] or '').strip()}]"
        times = (arrow["times"] or "").strip()
        turned = f"{first.shown}{'<' * back}-{inner}-{'>' * there}{times}{second.shown}"
        yield Words(
            f"The arrow of {' and '.join(types)} points the other way. Write {turned}.",
            f"{'、'.join(types)} 的箭头方向相反，应写作 {turned}。",
        )
        return
    yield Words(
        f"{' or '.join(types)} never joins {first.shown} and {second.shown}."
        f" {' '.join(f'{name} points from {_POINTS[name].en}.' for name in types)}",
        f"{'、'.join(types)} 从不连接 {first.shown} 与 {second.shown}："
        f"{'；'.join(f'{name} 由 {_POINTS[name].zh}' for name in types)}。",
    )


def _possible(types: list[str], start: _Node, end: _Node) -> bool:
    """Whether a tie of one of the types may join what the nodes may be."""
    return any(
        _joins(name, one, other)
        for name in types for one in start.kinds or () for other in end.kinds or ()
    )  # fmt: skip


def _joins(name: str, start: str, end: str) -> bool:
    if name == "PART_OF":
        # Of two levels the lower is part of the upper; of one level nothing is certain.
        levels = start in _LEVELS and end in _LEVELS
        return levels and _LEVELS.index(start) >= _LEVELS.index(end)
    if name in _OF_AGENCIES and start != "Agency":
        return False
    return any(
        any(start in KINDS[label] for label in ends.start) and end in KINDS[ends.end]
        for tie, ends in TIES.items() if tie.stored == name
    )  # fmt: skip


def _points() -> Iterator[tuple[str, Words]]:
    """Of each type from where to where it points."""
    for name in dict.fromkeys(tie.stored for tie in TIES):
        ends = [ends for tie, ends in TIES.items() if tie.stored == name]
        yield (
            name,
            Words(
                " or from ".join(f"{', '.join(one.start)} to {one.end}" for one in ends),
                "，或由 ".join(f"{'、'.join(one.start)} 指向 {one.end}" for one in ends),
            ),
        )


_POINTS = dict(_points())
