"""The rows of an answer, taken into memory as far as they were asked for and may be kept."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from time import monotonic

import neo4j

from graph.connection.faults import Cut
from graph.connection.limits import Limits
from graph.connection.results import Result, Row, row_of

COUNTING_S = 2.0
"""How long rows beyond those asked for are counted before it is said that there are more."""


class Enough(Exception):
    """The rows are taken and more would follow: `result` is the answer."""

    def __init__(self, result: Result) -> None:
        super().__init__()
        self.result = result


def take(
    answer: neo4j.Result,
    limits: Limits,
    kind: type[Row],
    types: Mapping[str, str],
    most: int | None,
) -> Result:
    """Keep `most` rows and count the others; raises LimitReached, and Cut where counting is given up."""
    keys = tuple(answer.keys())
    rows = (row_of(keys, record.values(), kind) for record in islice(answer, most))
    kept = tuple(limits.held(rows))
    if most is None:
        return Result(keys, kept, types)
    left_out, end = 0, monotonic() + COUNTING_S
    for left_out, _ in enumerate(answer, start=1):  # noqa: B007
        if monotonic() > end:
            raise Cut(Enough(Result(keys, kept, types, left_out=None)))
    return Result(keys, kept, types, left_out=left_out)
