"""The rows of the seeded graph, made once and kept in a file: what a driver alone has to write."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.core.model import Node, Tie
from loaders.write.apply import batches_by_kind
from loaders.write.records import Records, kind_of

Batch = tuple[str, bool, list[dict[str, Any]]]
"""Kind of the elements, whether they are ties, and their rows."""


def keep_rows(records: Records, file: Path) -> None:
    """Write the batches that the loader would write, in its order."""
    with file.open("wb") as out:
        both: tuple[Iterable[Node | Tie], ...] = (records.nodes, records.ties)
        for tie, elements in enumerate(both):
            totals = Counter(map(kind_of, elements))
            for kind, batch in batches_by_kind(elements, totals):
                rows = [element.row(records.dataset) for element in batch]
                pickle.dump((kind, bool(tie), rows), out)


def batches_of(file: Path) -> Iterator[Batch]:
    """The batches, one at a time."""
    with file.open("rb") as kept:
        while True:
            try:
                yield pickle.load(kept)
            except EOFError:
                return
