"""Several datasets as the one graph that loading them one after another would leave."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from graph.core.model import Node, Tie
from loaders.write.records import SHARED, Records, key_of, repeated

E = TypeVar("E", bound=Node | Tie)

Part = tuple[str, Iterable[E]]
"""Name of a dataset, and what it writes; read more than once."""


class Layers(Generic[E]):
    """Elements of all parts with their dataset, each once.

    Within a dataset the last of a key counts. Between datasets the first does where `kept` says so (a
    node stays its owner's), else the last. `left` holds those that gave way with other content.
    """

    def __init__(
        self, parts: Sequence[Part[E]], key: Callable[[E], Hashable], kept: Callable[[E], bool]
    ) -> None:
        self._parts = parts
        self._key = key
        self._twice = repeated(key(element) for _, element in self._all())
        self.left: list[E] = []
        self._chosen = self._choose(kept) if self._twice else {}

    def __iter__(self) -> Iterator[tuple[str, E]]:
        if not self._twice:
            yield from self._all()
            return
        for dataset, element in self._all():
            if hash(self._key(element)) not in self._twice:
                yield dataset, element
        yield from self._chosen.values()

    def _all(self) -> Iterator[tuple[str, E]]:
        for dataset, elements in self._parts:
            for element in elements:
                yield dataset, element

    def _choose(self, kept: Callable[[E], bool]) -> dict[Hashable, tuple[str, E]]:
        chosen: dict[Hashable, tuple[str, E]] = {}
        for dataset, element in self._all():
            key = self._key(element)
            if hash(key) not in self._twice:
                continue
            before = chosen.get(key)
            if before is None or before[0] == dataset or not kept(element):
                chosen[key] = (dataset, element)
            elif before[1].digest != element.digest:
                self.left.append(element)
        return chosen


def layered_nodes(parts: Sequence[Records]) -> Layers[Node]:
    """Return the nodes that loading the parts one after another leaves: the first dataset owns a node."""
    nodes = [(part.dataset, part.nodes) for part in parts]
    return Layers(nodes, key_of, lambda node: True)


def layered_ties(parts: Sequence[Records]) -> Layers[Tie]:
    """Return the ties likewise: the first dataset keeps those that every one would write the same."""
    ties = [(part.dataset, part.ties) for part in parts]
    return Layers(ties, key_of, lambda tie: tie.type in SHARED)
