"""Between which labels a tie runs, read from the statement that writes it: said once, in cypher/write/."""

from __future__ import annotations

import re
from functools import cache

from graph.catalogue import queries
from graph.model import TieType

_END = re.compile(r"\((start|end):([\w|]+) \{uid: ")

Labels = frozenset[str]


@cache
def ends(kind: TieType) -> tuple[Labels, Labels]:
    """The labels that a tie of this type may start at, and end at."""
    statement = queries[f"write_{kind.lower()}"].statement
    found = {end: frozenset(labels.split("|")) for end, labels in _END.findall(statement)}
    return found["start"], found["end"]
