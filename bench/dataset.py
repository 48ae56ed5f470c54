"""The shipped divisions and groups as one dataset, and the same with its groups several times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from graph.core.model import Label, Node, Tie
from loaders.groups.read import dataset_files, shipped_files
from loaders.load.datasets import group_parts
from loaders.write.apply import Records

DAY = dt.date(2018, 12, 25)
"""The day on which the groups are asked."""
COPIED = (Label.GROUP, Label.POST, Label.PERSON, Label.DOCUMENT)
"""What a copy of the groups has of its own; units and sources are those of all."""


def dataset(whole: bool, times: int = 1) -> Records:
    """Divisions and groups, `whole`: those of the wide dataset too, so many times in the same places.

    A copy keeps leadership, seats, holders, members and ranks of its group: so its answer is the same.
    """
    read = group_parts((*shipped_files(), *dataset_files()) if whole else shipped_files())
    nodes, ties = list(read.shipped.nodes), list(read.shipped.ties)
    for number in range(1, times):
        nodes += _nodes(read.shipped, number)
        ties += _ties(read.shipped, number)
    return Records("bench", [*read.divisions.nodes, *nodes], [*read.divisions.ties, *ties])


def _nodes(records: Records, number: int) -> Iterator[Node]:
    for node in records.nodes:
        if node.label in COPIED:
            yield replace(node, uid=f"{node.uid}~{number}")


def _ties(records: Records, number: int) -> Iterator[Tie]:
    own = {node.uid for node in records.nodes if node.label in COPIED}
    for tie in records.ties:
        start, end = (f"{uid}~{number}" if uid in own else uid for uid in (tie.start, tie.end))
        if (start, end) != (tie.start, tie.end):
            yield replace(tie, start=start, end=end)
