"""Successors of groups (后继): none follows itself, not even around a corner."""

from __future__ import annotations

from collections.abc import Sequence

from graph.core.words import Words
from loaders.form.entries import GroupParts
from loaders.form.references import References


def check_successors(parts: Sequence[GroupParts], refs: References) -> None:
    """Note each circle of successors once, at the first of its groups."""
    after = {part.head.entry.uid: part.head.entry.succeeded_by for part in parts}
    told: set[frozenset[str]] = set()
    for part in parts:
        circle = _circle(part.head.entry.uid, after)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            names = " → ".join((*circle, circle[0]))
            text = Words(
                f"The successors go in a circle: {names}. Take one of them out.",
                f"小组的后继形成循环：{names}。请去掉其中一个。",
            )
            refs.problems.add(part.head.at("succeeded_by"), text)


def _circle(start: str, after: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The way from a group back to itself, none where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop()
        for follower in after.get(way[-1], ()):
            if follower == start:
                return way
            if follower not in seen:
                seen.add(follower)
                ways.append((*way, follower))
    return ()
