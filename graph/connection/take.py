"""The rows of an answer, taken into memory as far as they were asked for and may be kept."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

import neo4j

from graph.connection.faults import Cut
from graph.connection.limits import Limits
from graph.connection.results import Result, Row, row_of

COUNTED = 1_000_000
"""Rows beyond those asked for that are counted before "more than" is said."""


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
    keys = answer.keys()
    rows = (row_of(keys, record.values(), kind) for record in islice(answer, most))
    kept = tuple(limits.held(rows))
    if most is None:
        return Result(keys, kept, types)
    left_out = sum(1 for _ in islice(answer, COUNTED))
    if left_out == COUNTED and next(answer, None) is not None:
        raise Cut(Enough(Result(keys, kept, types, left_out=None)))
    return Result(keys, kept, types, left_out=left_out)
