"""The chain of command from a chair's unit down to a member: the steps, and the words for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.catalogue import Row
from graph.core.words import Words

Chain = tuple[Row, ...]
"""Rows of command_between from the top down; each ends where the next one starts."""


def chains(steps: Sequence[Row], members: Iterable[Row]) -> dict[str, Chain]:
    """For each member that the chair commands the shortest way down to it from one of the chair's units.

    `members` are rows of authority_by_member. Where the law cuts the command (OUTSIDE) the ties stand
    all the same, so the words name that way too; other relations have none.
    """
    above: dict[str, list[Row]] = defaultdict(list)
    for step in steps:
        above[step.end].append(step)
    ways = {}
    for row in members:
        if row.relation in ("LINE", "OUTSIDE") and row.chair_units:
            way = _way(above, row.member, frozenset(row.chair_units))
            if way:
                ways[row.member] = way
    return ways


def _way(above: Mapping[str, Sequence[Row]], member: str, tops: frozenset[str]) -> Chain:
    """Level by level upwards from the member; the first unit of the chair ends the search."""
    ways: dict[str, Chain] = {member: ()}
    level = [member]
    while level:
        fresh = []
        for unit in level:
            for step in above.get(unit, ()):
                if step.start in ways:
                    continue
                ways[step.start] = (step, *ways[unit])
                if step.start in tops:
                    return ways[step.start]
                fresh.append(step.start)
        level = fresh
    return ()


def chain_words(chain: Chain, names: Mapping[str, Words]) -> Words:
    """Return the units of a chain from the top down: Shandong → Jinan; 代管 where the lead is acting."""
    en, zh = names[chain[0].start].en, names[chain[0].start].zh
    for step in chain:
        acting = step.mode == "acting"
        en += f" → {names[step.end].en}{' (acting)' if acting else ''}"
        zh += f" → {names[step.end].zh}{'（代管）' if acting else ''}"
    return Words(en, zh)
