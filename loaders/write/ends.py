"""Between which labels a tie runs, read from the statement that writes it: said once, in cypher/write/."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from graph.catalogue import queries
from graph.core.errors import InputError
from graph.core.model import TieType

_END = re.compile(r"\((start|end):([\w|]+) \{uid: ")

Labels = frozenset[str]


@cache
def ends(kind: TieType) -> tuple[Labels, Labels]:
    """The labels that a tie of this type may start at, and end at."""
    statement = queries[f"write_{kind.lower()}"].statement
    found = {end: frozenset(labels.split("|")) for end, labels in _END.findall(statement)}
    return found["start"], found["end"]


def without_ends(kind: TieType, count: int, missing: Iterable[str]) -> InputError:
    """The error of ties that can not be written: a node is missing or of a label that they do not join."""
    starts, stops = (" or ".join(sorted(labels)) for labels in ends(kind))
    uids = ", ".join(map(repr, list(dict.fromkeys(missing))[:5]))
    named = f" Not in the graph: {uids}." if uids else ""
    ties = f"{kind} tie has" if count == 1 else f"{kind} ties have"
    return InputError(
        f"{count} {ties} no node to start or end at: {kind} leads from {starts} to {stops}.{named}"
        " Hand these nodes on with the ties, or leave the ties out, and load again."
    )
