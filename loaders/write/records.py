"""What a loader hands on: nodes and ties of one dataset, and what tells one of them from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from graph.core.marks import marked
from graph.core.model import Node, Tie, TieType

SHARED = (TieType.IN, TieType.DEPARTMENT_OF, TieType.LED_BY, TieType.GUIDED_BY)
"""Ties of a body or post that every dataset which names it would write the same."""


@dataclass(frozen=True)
class Records:
    """What a loader made of its files; the name of its dataset is marked as ours.

    Nodes and ties are read more than once: lists, or what makes them anew each time, so that a first load
    of millions need not hold them.
    """

    dataset: str
    nodes: Iterable[Node] = ()
    ties: Iterable[Tie] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "dataset", marked(self.dataset))


def kind_of(element: Node | Tie) -> str:
    """Return the label or type that names the statement which writes an element."""
    return str(element.label if isinstance(element, Node) else element.type)


def key_of(element: Node | Tie) -> tuple[str, str]:
    """Say what tells an element from all others: stored type or label, and key or uid."""
    if isinstance(element, Node):
        return str(element.label), element.uid
    return stored_type(element), element.key


def stored_type(element: Node | Tie) -> str:
    """Return the label, or the relationship type, in the graph."""
    return str(element.label) if isinstance(element, Node) else element.type.stored


def tally(elements: Iterable[Node | Tie]) -> tuple[Counter[str], frozenset[int]]:
    """Tell how many there are by kind, and the hashes of keys that may be there twice; in one pass."""
    totals: Counter[str] = Counter()

    def keys() -> Iterator[tuple[str, str]]:
        for element in elements:
            totals[kind_of(element)] += 1
            yield key_of(element)

    return totals, repeated(keys())


def repeated(keys: Iterable[Hashable]) -> frozenset[int]:
    """Return the hashes that more than one of the keys has: any other key occurs once.

    Takes 8 bytes a key, where a set of the keys themselves takes a hundred or more.
    """
    import numpy as np

    hashes = np.sort(np.fromiter(map(hash, keys), np.int64))
    return frozenset(hashes[1:][hashes[1:] == hashes[:-1]].tolist())
