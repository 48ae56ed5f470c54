"""Which of very many keys can be there twice, for a few bytes a key."""

from __future__ import annotations

from collections.abc import Hashable, Iterable


def repeated(keys: Iterable[Hashable]) -> frozenset[int]:
    """The hashes that more than one of the keys has: a key whose hash is none of them is there once.

    Takes 8 bytes a key, where a set of the keys themselves takes a hundred or more.
    """
    import numpy as np

    hashes = np.sort(np.fromiter(map(hash, keys), np.int64))
    return frozenset(hashes[1:][hashes[1:] == hashes[:-1]].tolist())
