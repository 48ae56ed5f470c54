"""Which permanent id a thing of the data bears, and ids for what is new.

id_of("person:丛澜")  # "P00012"
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from graph.core.moved import IDS, current, ids

LETTERS: Mapping[str, str] = {"agency": "B", "doc": "D", "person": "P", "post": "O"}
"""The first letter of an id by the first word of the uid: body, document, person, office."""


def id_of(uid: str) -> str | None:
    """The id of a uid of the present data, None for a group (its uid stays) or a division (it has a code).

    Where two things turned out to be one, the older id is its id, and the other leads there, too.
    """
    return _by_uid().get(uid)


def fresh_ids(uids: Iterable[str]) -> dict[str, str]:
    """Ids for the uids that have none, in the order of the uids, behind the last of each letter."""
    last = dict.fromkeys(LETTERS.values(), 0)
    for given in ids():
        last[given[0]] = max(last[given[0]], int(given[1:]))
    made = {}
    for uid in sorted({*uids} - _by_uid().keys()):
        if letter := LETTERS.get(uid.partition(":")[0]):
            last[letter] += 1
            made[f"{letter}{last[letter]:05}"] = uid
    return made


def write_ids(fresh: Mapping[str, str], path: Path = IDS) -> None:
    """Write the table with fresh ids beside those that stand in it: no line of it ever changes."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("id", "uid"))
        writer.writerows(sorted({**ids(), **fresh}.items()))


@cache
def _by_uid() -> Mapping[str, str]:
    return {current(uid): given for given, uid in sorted(ids().items(), reverse=True)}
