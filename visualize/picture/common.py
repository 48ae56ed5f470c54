"""One layout for the pictures of a group on several days: what stays keeps its place.

Places belong to a unit on a tier, and to the first, second, ... chair on a tier, whoever it is. All
places of all days are laid out at once, as one picture; each day fills those that it needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.core.words import Words
from graph.pictures import Picture, PictureNode, PictureTie
from graph.pictures.several.moment import Difference
from visualize.picture import words
from visualize.picture.boxes import BoxText, Form, card
from visualize.picture.frames import Frame, mark
from visualize.picture.layouts import Box, Layout, tier_of
from visualize.picture.tiers import tiers

Way = tuple[str, str, str]
"""Places of the two ends of a tie, and its kind."""


@dataclass(frozen=True)
class Day:
    """A picture on tiers, its name, and what is otherwise than on the day before."""

    picture: Picture
    name: Words
    difference: Difference


def common_frames(days: Sequence[Day], forms: Sequence[Form]) -> list[Frame]:
    """Return a frame for each day, all in one layout a form; linear in the boxes and ties of all days."""
    places = [_places(day.picture) for day in days]
    laid = {form: _Common(days, places, form) for form in forms}
    frames = []
    for number, day in enumerate(days):
        layouts = {form: common.layout(number) for form, common in laid.items()}
        gone = {form: common.gone(number) for form, common in laid.items()}
        frames.append(Frame(day.picture, layouts, day.name, day.difference, gone))
    return frames


def _places(picture: Picture) -> dict[str, str]:
    """Return the place of each node: by uid and tier, a chair's by its turn on the tier."""
    chairs: dict[int, int] = {}
    places = {}
    for node in picture.nodes:
        tier = tier_of(node)
        name = f"unit {node.uid}"
        if node.role == "chair":
            chairs[tier] = chairs.get(tier, 0) + 1
            name = f"chair {chairs[tier]}"
        places[node.uid] = f"{name} @ {tier}"
    return places


class _Common:
    """The layout of all places in one form."""

    def __init__(
        self, days: Sequence[Day], places: Sequence[Mapping[str, str]], form: Form
    ) -> None:
        self.days, self.places, self.form = days, places, form
        self.drawn: dict[tuple[PictureNode, Words | None], BoxText] = {}
        self.cards = [
            {node.uid: self._card(node, _mark(day, node)) for node in day.picture.nodes}
            for day in days
        ]
        union = self._union()
        self.whole = tiers(union, form, self._largest())
        self.ways = {
            (tie.start, tie.end, tie.kind): route
            for tie, route in zip(union.ties, self.whole.routes, strict=True)
        }

    def layout(self, number: int) -> Layout:
        """Return the layout of one day: its own boxes and ties in the places of all."""
        picture, places = self.days[number].picture, self.places[number]
        boxes = {uid: self._box(places[uid], text) for uid, text in self.cards[number].items()}
        routes = tuple(self.ways[_way(tie, places)] for tie in picture.ties)
        return replace(self.whole, boxes=boxes, routes=routes)

    def gone(self, number: int) -> tuple[Box, ...]:
        """Boxes of the day before whose places are empty now; an unknown chair is never marked gone."""
        if number == 0:
            return ()
        taken = set(self.places[number].values())
        now = {node.uid for node in self.days[number].picture.nodes}
        boxes = []
        for node in self.days[number - 1].picture.nodes:
            place = self.places[number - 1][node.uid]
            if place not in taken and not node.unknown:
                mark = words.MOVED if node.uid in now else words.GONE
                boxes.append(self._box(place, self._card(node, mark)))
        return tuple(boxes)

    def _card(self, node: PictureNode, mark: Words | None) -> BoxText:
        """Return the card of a node, made once however many days it stands on."""
        if (node, mark) not in self.drawn:
            self.drawn[node, mark] = card(node, self.form, mark)
        return self.drawn[node, mark]

    def _box(self, place: str, text: BoxText) -> Box:
        box = self.whole.boxes[place]
        return replace(box, text=replace(text, width=box.text.width, height=box.text.height))

    def _union(self) -> Picture:
        """Return all places as nodes, all ways as ties, of the first day that has them."""
        nodes: dict[str, PictureNode] = {}
        ties: dict[Way, PictureTie] = {}
        for day, places in zip(self.days, self.places, strict=True):
            for node in day.picture.nodes:
                place = places[node.uid]
                nodes.setdefault(place, replace(node, uid=place))
            for tie in day.picture.ties:
                way = _way(tie, places)
                ties.setdefault(way, replace(tie, start=way[0], end=way[1]))
        first = self.days[0].picture
        return replace(first, nodes=tuple(nodes.values()), ties=tuple(ties.values()))

    def _largest(self) -> dict[str, BoxText]:
        """Return the size of each place: that of the largest box that ever stands in it."""
        sizes: dict[str, BoxText] = {}
        for number, cards in enumerate(self.cards):
            before = self.days[number - 1].picture.nodes if number else ()
            leaving = {n.uid: self._card(n, words.GONE) for n in before}
            for places, texts in (
                (self.places[number], cards), (self.places[number - 1], leaving),
            ):  # fmt: skip
                for uid, text in texts.items():
                    place = places[uid]
                    sizes[place] = _larger(sizes.get(place, text), text)
        return sizes


def _larger(one: BoxText, other: BoxText) -> BoxText:
    return replace(one, width=max(one.width, other.width), height=max(one.height, other.height))


def _mark(day: Day, node: PictureNode) -> Words | None:
    return words.MARKED[number] if (number := mark(day.difference, node.uid)) else None


def _way(tie: PictureTie, places: Mapping[str, str]) -> Way:
    return places[tie.start], places[tie.end], tie.kind
