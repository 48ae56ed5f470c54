"""The seeded graph, kept in files: as a loader reads it, and as the rows that a driver alone writes."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from bench.world import Fresh
from graph.connection.pause_gc import pause_gc
from graph.connection.write import batches
from graph.core.model import Node, Tie
from loaders.write.apply import BATCH, batches_by_kind
from loaders.write.records import Records, kind_of

DATASET, NODES, TIES, ROWS = "dataset", "nodes", "ties", "rows"
"""The files: the name, nodes and ties as they are drawn, and the batches of rows that the loader makes of
them."""

Batch = tuple[str, bool, list[dict[str, Any]]]
"""Kind of the elements, whether they are ties, and their rows."""


def keep(records: Records, folder: Path) -> None:
    """Write all files of a dataset into a folder."""
    keep_elements(records, folder)
    _keep_rows(kept(folder), folder / ROWS)


def keep_elements(records: Records, folder: Path) -> None:
    """Write the nodes and ties of a dataset into a folder, and no rows."""
    (folder / DATASET).write_text(records.dataset, "utf-8")
    for name, elements in ((NODES, records.nodes), (TIES, records.ties)):
        with (folder / name).open("wb") as out, pause_gc():
            for batch in batches(elements, BATCH):
                pickle.dump(batch, out)


def kept(folder: Path) -> Records:
    """The dataset, read from its files each time that it is asked for, and never held."""
    return Records(
        (folder / DATASET).read_text("utf-8"),
        Fresh(lambda: chain.from_iterable(_pickled(folder / NODES))),
        Fresh(lambda: chain.from_iterable(_pickled(folder / TIES))),
    )


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
    return _pickled(folder / ROWS)


def _pickled(file: Path) -> Iterator[Any]:
    """What was put into a file, one thing after another."""
    with file.open("rb") as kept:
        while True:
            try:
                yield pickle.load(kept)
            except EOFError:
                return
