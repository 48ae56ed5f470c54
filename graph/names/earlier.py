"""What things were called in uids of earlier releases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from graph.core.moved import moves


@cache
def _earlier() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for old, move in moves().items():
        if move.new and ":" in old:
            found[move.new].append(old.rpartition(":")[2].partition("@")[0])
    return {uid: tuple(dict.fromkeys(names)) for uid, names in found.items()}


def earlier_names(uid: str) -> tuple[str, ...]:
    """What a thing was called in uids of earlier releases, other than now."""
    own = uid.rpartition(":")[2].partition("@")[0]
    return tuple(name for name in _earlier().get(uid, ()) if name != own and not name.isascii())
