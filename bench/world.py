"""A seeded graph of any size: a made-up tree of divisions, and groups that are real ones at other places.

Each group is one of those in force on `DAY`, with its leadership, posts, agencies and roster, moved to a
random place of the tree, where units have the level and rank that they had. All names are made up.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from bench.moved import SOURCE, Models, Moved
from bench.places import Place, tree_of
from bench.real_groups import DAY, real_graph
from graph.core.dates import OPEN_END
from graph.core.model import Label, Node, Tie, TieType
from loaders.write.records import Records

__all__ = ["ALWAYS", "DAY", "FULL", "KNOWN", "SEED", "Fresh", "Size", "World", "records"]

E = TypeVar("E", Node, Tie)

ALWAYS = {
    "valid_from": dt.date(1949, 10, 1),
    "valid_to": OPEN_END,
    "from_precision": "day",
    "to_precision": "open",
}
KNOWN = {"source": SOURCE, "confidence": "high"}
SEED = 20181226


@dataclass(frozen=True)
class Size:
    """How many divisions there are at least, and groups; `whole`: drawn from the wide dataset too."""

    divisions: int = 4_200
    groups: int = 10_000
    whole: bool = True
    seed: int = SEED


FULL = Size(divisions=42_000, groups=100_000)


def records(size: Size) -> Records:
    """The seeded graph as a dataset that is made anew each time it is read, and never held."""
    world = World(size)
    return Records("bench", Fresh(world.nodes), Fresh(world.ties))


@dataclass(frozen=True)
class Fresh(Generic[E]):
    """What can be read again and again because it is made again and again."""

    make: Callable[[], Iterator[E]]

    def __iter__(self) -> Iterator[E]:
        return self.make()


@dataclass
class World:
    """The tree, the real groups, and the draw of each made-up one."""

    size: Size

    @cached_property
    def models(self) -> Models:
        """The tree and the real groups that are moved in it."""
        real = real_graph(self.size.whole)
        groups = real.groups()
        needed = {unit for group in groups for unit in group.units}
        chance = random.Random(self.size.seed)
        return Models(real, tree_of(real, needed, self.size.divisions, chance), groups)

    def nodes(self) -> Iterator[Node]:
        """The source, the divisions, and what belongs to each group."""
        yield Node(Label.SOURCE, SOURCE, {"title": "synthetic, not real"})
        yield from map(_division, self.models.tree.places.values())
        yield from _once((node for group in self.groups() for node in group.nodes()), _uid)

    def ties(self) -> Iterator[Tie]:
        """Command between divisions, and what ties each group to its units, posts and documents."""
        for place in self.models.tree.places.values():
            if place.parent:
                statutory = {"mode": "statutory", **ALWAYS, **KNOWN}
                yield Tie(TieType.PART_OF, place.uid, place.parent, statutory)
        yield from _once((tie for group in self.groups() for tie in group.ties()), _key)

    def groups(self) -> Iterator[Moved]:
        """The drawn groups: every real one once, in random order, before any comes again."""
        for number, which in enumerate(self.draws()):
            chance = random.Random(f"{self.size.seed} {number}")
            yield Moved.drawn(self.models, which, f"g:{number}", chance)

    def draws(self) -> Iterator[int]:
        """The number of the real group that each made-up one is."""
        chance, count = random.Random(self.size.seed), len(self.models.groups)
        order: list[int] = []
        for number in range(self.size.groups):
            if number % count == 0:
                order = chance.sample(range(count), count)
            yield order[number % count]

    def provinces(self) -> list[str]:
        """The provinces of the tree, by uid."""
        return self.models.tree.of_level("Province")


def province_code(uid: str) -> str:
    """A code of six digits for the province `u:0.3`, by which it is asked for."""
    return f"{11 + int(uid.rpartition('.')[2])}0000"


def _division(place: Place) -> Node:
    code = {"code": province_code(place.uid)} if place.level == "Province" else {}
    found = {"name": place.uid, **place.shape, **code, **ALWAYS}
    return Node(Label.UNIT, place.uid, found, ("Division", place.level))


def _once(elements: Iterator[E], key: Callable[[E], object]) -> Iterator[E]:
    """Each element once, as its key tells; the hashes of those that have come are kept."""
    known: set[int] = set()
    for element in elements:
        mark = hash(key(element))
        if mark not in known:
            known.add(mark)
            yield element


def _uid(node: Node) -> object:
    return node.uid


def _key(tie: Tie) -> object:
    return tie.type, tie.key
