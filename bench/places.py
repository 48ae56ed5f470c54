"""The made-up tree of divisions, in the shape of the real one, and the moving of a group within it."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice

from bench.real_groups import RealGraph
from graph.core.model import Level, Node, TieType

ROOT = "u:0"
SHAPE = ("level", "kind", "rank", "rank_basis", "rank_by_rule", "rank_reason")
"""What a made-up division takes from the real one whose place it has."""

Kind = tuple[object, ...]
"""Level and rank: a division is moved to one of the same kind."""


@dataclass(frozen=True)
class Place:
    """A division of the made-up tree."""

    uid: str
    parent: str | None
    level: str
    shape: Mapping[str, object]

    @property
    def kind(self) -> Kind:
        """What must stay the same where a group is moved."""
        return (self.level, *(self.shape.get(n) for n in ("rank", "rank_basis", "rank_by_rule")))


@dataclass
class Tree:
    """Divisions by uid, superiors first; `home` names the made-up place of each real division in it."""

    places: dict[str, Place] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    below: dict[str, dict[Kind, list[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    _children: Counter[str] = field(default_factory=Counter)

    def add(self, parent: str | None, level: str, shape: Mapping[str, object]) -> str:
        """A new division below `parent`; answers its uid."""
        uid = f"{parent}.{self._children[parent]}" if parent else ROOT
        place = self.places[uid] = Place(uid, parent, level, shape)
        if parent:
            self._children[parent] += 1
            self.below[parent][place.kind].append(uid)
        return uid

    def of_level(self, level: str) -> list[str]:
        """The divisions of a level."""
        return [uid for uid, place in self.places.items() if place.level == level]


def tree_of(real: RealGraph, needed: Iterable[str], size: int, chance: random.Random) -> Tree:
    """A tree of `size` divisions: those `needed`, more of the real ones, townships up to that number."""
    tree, up = Tree(), _superior(real)
    hanging = [n for n in real.divisions() if n.uid in up or "Country" in n.labels]
    for node in _chosen(hanging, set(needed), size, chance):
        parent = up.get(node.uid)
        shape = {key: value for key in SHAPE if (value := node.properties.get(key)) is not None}
        home = tree.add(tree.home[parent] if parent else None, str(shape["level"]), shape)
        tree.home[node.uid] = home
    _add_townships(tree, size - len(tree.places))
    return tree


def _add_townships(tree: Tree, count: int) -> None:
    shape = {"level": str(Level.TOWNSHIP), "kind": "镇", "rank": 2, "rank_basis": "derived"}
    for county in list(islice(cycle(tree.of_level(Level.COUNTY)), max(0, count))):
        tree.add(county, Level.TOWNSHIP, shape)


def _superior(real: RealGraph) -> dict[str, str]:
    found = (tie for node in real.divisions() for tie in real.ties(node.uid, TieType.PART_OF))
    return {tie.start: tie.end for tie in found}


def _chosen(
    real: Iterable[Node], needed: set[str], size: int, chance: random.Random
) -> Iterator[Node]:
    """So many real divisions, level by level; never fewer than are needed."""
    order = [str(level) for level in Level]
    divisions = sorted(real, key=lambda node: node.uid)
    chance.shuffle(divisions)
    divisions.sort(key=lambda n: (n.uid not in needed, order.index(n.properties["level"])))
    count = max(size, sum(node.uid in needed for node in divisions))
    return iter(sorted(divisions[:count], key=lambda n: order.index(n.properties["level"])))


@dataclass(frozen=True)
class Journey:
    """The divisions of a group as they hang together, most demanding first: what has to find room."""

    children: Mapping[str, Sequence[str]]
    root: str | None

    @classmethod
    def of(cls, real: RealGraph, tree: Tree, units: Sequence[str]) -> Journey:
        """From the units of a group, superiors first."""
        children: dict[str, list[str]] = defaultdict(list)
        weight: Counter[str] = Counter()
        for uid in reversed([unit for unit in units if unit in tree.home]):
            weight[uid] += 1
            for tie in real.ties(uid, TieType.PART_OF):
                children[tie.end].append(uid)
                weight[tie.end] += weight[uid]
        for found in children.values():
            found.sort(key=lambda uid: (-weight[uid], uid))
        root = next((uid for uid in units if tree.home.get(uid) == ROOT), None)
        return cls(dict(children), root)

    def move(self, tree: Tree, chance: random.Random) -> dict[str, str]:
        """A made-up division for each real one, of the same kind, drawn from the top down.

        Where no room is found the group stays at its own place: the tree has the shape of the real one.
        """
        if self.root is None:
            return {}
        found = {self.root: ROOT}
        if self._below(self.root, tree, chance, found):
            return found
        return {self.root: ROOT} | {u: tree.home[u] for own in self.children.values() for u in own}

    def _below(self, unit: str, tree: Tree, chance: random.Random, found: dict[str, str]) -> bool:
        used: set[str] = set()
        for child in self.children.get(unit, ()):
            kind = tree.places[tree.home[child]].kind
            rooms = [uid for uid in tree.below[found[unit]][kind] if uid not in used]
            chance.shuffle(rooms)
            room = next((uid for uid in rooms if self._fits(child, uid, tree, chance, found)), None)
            if room is None:
                return False
            used.add(room)
        return True

    def _fits(
        self, unit: str, room: str, tree: Tree, chance: random.Random, found: dict[str, str]
    ) -> bool:
        found[unit] = room
        return self._below(unit, tree, chance, found)
