"""The sources (来源) of all that a picture shows, each once, with how much it supports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.pictures import PictureNode, PictureTie
from visualize.page.safety import web_link


@dataclass(frozen=True)
class Cited:
    """One source: its title, the address where it may be a link, how many boxes and ties name it."""

    title: str
    link: str | None
    boxes: int
    ties: int


def cited(nodes: Iterable[PictureNode], ties: Iterable[PictureTie]) -> list[Cited]:
    """Each source of the nodes and ties once, in order of first use."""
    boxes, lines = _count(nodes), _count(ties)
    return [Cited(*key, boxes[key], lines[key]) for key in dict.fromkeys([*boxes, *lines])]


def _count(things: Iterable[PictureNode | PictureTie]) -> Counter[tuple[str, str | None]]:
    found: Counter[tuple[str, str | None]] = Counter()
    for thing in things:
        named = [(ref.title or ref.uid, web_link(ref.url)) for ref in thing.sources]
        found.update(list(dict.fromkeys(named)))
    return found
