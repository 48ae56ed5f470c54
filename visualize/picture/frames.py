"""The pictures of one page: each with its layouts, and what several of them share held once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Generic, TypeVar

from graph.core.words import NOTHING, Words
from graph.pictures import Picture, PictureNode, PictureTie
from graph.pictures.several.moment import Difference
from visualize.picture.boxes import Form
from visualize.picture.layouts import Box, Layout
from visualize.picture.style import border
from visualize.picture.words import names

T = TypeVar("T", bound=Hashable)


def mark(difference: Difference, uid: str) -> int:
    """Say how a box is marked, a place in `visualize.picture.words.MARKED`: 1 new, 2 changed, 0 neither.

    3 is what the other side has no more; only a picture whose own difference looks forward has it.
    """
    if uid in difference.left:
        return 3
    return 1 if uid in difference.came else 2 if uid in difference.altered else 0


@dataclass(frozen=True)
class Frame:
    """One picture of a page: a layout for each form, all with the same boxes.

    `name` tells it from the others of its page: a day, or one of two sides. `difference` is what is
    otherwise than in the frame before, `gone` the boxes of that one whose places are empty now.
    """

    picture: Picture
    layouts: Mapping[Form, Layout]
    name: Words = NOTHING
    difference: Difference = field(default_factory=Difference)
    gone: Mapping[Form, tuple[Box, ...]] = field(default_factory=dict)

    @property
    def first(self) -> Layout:
        """The layout of the first form."""
        return next(iter(self.layouts.values()))

    @cached_property
    def nodes(self) -> tuple[PictureNode, ...]:
        """The nodes that are drawn, in the picture's order."""
        return tuple(node for node in self.picture.nodes if node.uid in self.first.boxes)

    @cached_property
    def ties(self) -> tuple[PictureTie, ...]:
        """The ties between them."""
        drawn = self.first.boxes.keys()
        return tuple(tie for tie in self.picture.ties if {tie.start, tie.end} <= drawn)


@dataclass
class Shared(Generic[T]):
    """Distinct values in order of first use; `frames` holds the numbers of the frames of each."""

    values: list[T] = field(default_factory=list)
    frames: list[list[int]] = field(default_factory=list)
    _places: dict[Hashable, int] = field(default_factory=dict)

    def add(self, value: T, frame: int = 0, key: Hashable = None) -> int:
        """Return the number of a value; values with one key (else: equal ones) are one."""
        place = self._places.setdefault(value if key is None else key, len(self.values))
        if place == len(self.values):
            self.values.append(value)
            self.frames.append([])
        if frame not in self.frames[place][-1:]:
            self.frames[place].append(frame)
        return place

    def rows(self) -> list[tuple[T, list[int]]]:
        """Return each value with its frames."""
        return list(zip(self.values, self.frames, strict=True))


@dataclass(frozen=True)
class SharedTie:
    """A tie with its two ends as they stand in its frames."""

    tie: PictureTie
    start: PictureNode
    end: PictureNode


class Gathered:
    """The frames of a page and what they share: nodes, ties, and values of layouts.

    `nodes_of` and `ties_of` give the numbers of a frame's nodes and ties; linear in all frames.
    """

    def __init__(self, frames: Sequence[Frame]) -> None:
        self.frames = tuple(frames)
        self.nodes: Shared[PictureNode] = Shared()
        self.ties: Shared[SharedTie] = Shared()
        self.values: Shared[object] = Shared()
        self.nodes_of = [
            [self.nodes.add(node, number) for node in frame.nodes]
            for number, frame in enumerate(frames)
        ]
        self.ties_of = [list(self._ties(number, frame)) for number, frame in enumerate(frames)]

    def _ties(self, number: int, frame: Frame) -> Iterable[int]:
        ends = {node.uid: node for node in frame.nodes}
        seen: Counter[Hashable] = Counter()
        for tie in frame.ties:
            start, end = ends[tie.start], ends[tie.end]
            key = (tie, names(start), names(end), border(start))
            # Two ties of one picture stay two, however alike they are.
            yield self.ties.add(SharedTie(tie, start, end), number, (key, seen[key]))
            seen[key] += 1

    def value(self, value: object) -> int:
        """Return the number of a plain value of a layout: a box, a route, a text."""
        return self.values.add(value, 0, json.dumps(value, ensure_ascii=False))

    def union(self) -> tuple[Picture, Layout]:
        """Return all that the frames hold as one picture: what the network of pyvis is filled with."""
        boxes: dict[str, Box] = {}
        for frame in reversed(self.frames):
            boxes.update(frame.first.boxes)
        nodes = {node.uid: node for node in reversed(self.nodes.values)}
        first = self.frames[0]
        order = dict.fromkeys(node.uid for node in self.nodes.values)
        picture = replace(
            first.picture,
            nodes=tuple(nodes[uid] for uid in order),
            ties=tuple(shared.tie for shared in self.ties.values),
        )
        return picture, replace(first.first, boxes=boxes)
