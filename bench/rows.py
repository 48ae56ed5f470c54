"""The seeded graph, kept in files: as a loader reads it, and as the rows that a driver alone writes."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.world import Fresh
from graph.connection.write import batches
from graph.core.model import Node, Tie
from loaders.write.apply import BATCH, batches_by_kind
from loaders.write.records import Records, kind_of

ELEMENTS, ROWS = "elements", "rows"
"""The files: nodes and ties as they are drawn, and the batches of rows that the loader makes of them."""

Batch = tuple[str, bool, list[dict[str, Any]]]
"""Kind of the elements, whether they are ties, and their rows."""


def keep(records: Records, folder: Path) -> None:
    """Write both files of a dataset into a folder."""
    keep_elements(records, folder)
    _keep_rows(kept(folder), folder / ROWS)


def keep_elements(records: Records, folder: Path) -> None:
    """Write the nodes and ties of a dataset into a folder, and no rows."""
    with (folder / ELEMENTS).open("wb") as out:
        pickle.dump(records.dataset, out)
        for elements in (records.nodes, records.ties):
            for batch in batches(elements, BATCH):
                pickle.dump(batch, out)
            pickle.dump([], out)


def kept(folder: Path) -> Records:
    """The dataset, read from its file each time that it is asked for, and never held."""
    with (folder / ELEMENTS).open("rb") as file:
        dataset = pickle.load(file)
    return Records(dataset, Fresh(lambda: _nodes(folder)), Fresh(lambda: _ties(folder)))


def _nodes(folder: Path) -> Iterator[Node]:
    with (folder / ELEMENTS).open("rb") as file:
        pickle.load(file)
        while batch := pickle.load(file):
            yield from batch


def _ties(folder: Path) -> Iterator[Tie]:
    with (folder / ELEMENTS).open("rb") as file:
        pickle.load(file)
        while pickle.load(file):
            pass
        while batch := pickle.load(file):
            yield from batch


def _keep_rows(records: Records, file: Path) -> None:
    """Write the batches that the loader would write, in its order."""
    with file.open("wb") as out:
        both: tuple[Iterable[Node | Tie], ...] = (records.nodes, records.ties)
        for tie, elements in enumerate(both):
            totals = Counter(map(kind_of, elements))
            for kind, batch in batches_by_kind(elements, totals):
                rows = [element.row(records.dataset) for element in batch]
                pickle.dump((kind, bool(tie), rows), out)


def batches_of(folder: Path) -> Iterator[Batch]:
    """The batches of rows, one at a time."""
    with (folder / ROWS).open("rb") as file:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return
