"""Permanent ids: what persons, bodies, posts and documents are called for good, without a name (永久标识).

A uid of the data holds a name, and moves when the name was wrong or shared. An id never changes and is never
given twice. Every door that takes a uid takes an id as well: `graph.core.moved` leads from it to the uid.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("ids.csv")
"""Id, and the uid that the thing had when it got it; moves since then stand in moved.csv."""


@cache
def ids() -> Mapping[str, str]:
    """Every id with the uid that it was given to: P00012 for person:丁仲礼."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["uid"] for row in csv.DictReader(file)}
