"""Groups that share a chair or a document are not independent: they form one cluster."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from graph.core.errors import InputError
from graph.core.words import Words


def components(keys: Sequence[Iterable[Hashable]]) -> list[int]:
    """The number of each thing's cluster: things that share a key, directly or through others, share it.

    A thing without keys is a cluster of its own. Numbers run from 0 in the order in which clusters first
    occur. Linear in the number of keys (union of sets by halving paths).
    """
    above = list(range(len(keys)))
    first: dict[Hashable, int] = {}
    for place, own in enumerate(keys):
        for key in own:
            one, other = _top(above, first.setdefault(key, place)), _top(above, place)
            above[max(one, other)] = min(one, other)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(_top(above, place), len(numbers)) for place in range(len(keys))]


def _top(above: list[int], place: int) -> int:
    while above[place] != place:
        above[place] = above[above[place]]
        place = above[place]
    return place


def cluster_numbers(clusters: Sequence[object] | None, sizes: Sequence[int]) -> list[list[int]]:
    """Cluster numbers for samples of these sizes, one list a sample.

    `clusters` has an entry for each value, those of the first sample first, or one list of entries for
    each sample. An entry is None (on its own), a key, or a set or list of keys. Raises InputError where
    the lengths do not fit.
    """
    total = sum(sizes)
    entries = [None] * total if clusters is None else _flat(clusters, sizes)
    if len(entries) != total:
        raise InputError(
            Words(
                f"clusters has {len(entries)} entries for {total} values. Give one for each value, those of"
                " the first sample first.",
                f"clusters 有 {len(entries)} 项，而值有 {total} 个。请为每个值各给一项，第一个样本的在"
                "前。",
            )
        )
    numbered = iter(components([_keys(entry) for entry in entries]))
    return [[next(numbered) for _ in range(size)] for size in sizes]


def _flat(clusters: Sequence[object], sizes: Sequence[int]) -> list[object]:
    lists = [part for part in clusters if isinstance(part, list | tuple)]
    if len(lists) == len(clusters) == len(sizes) and [len(part) for part in lists] == list(sizes):
        return [entry for part in lists for entry in part]
    return list(clusters)


def _keys(entry: object) -> Iterable[Hashable]:
    if entry is None:
        return ()
    if isinstance(entry, set | frozenset | list):
        return entry
    if not isinstance(entry, Hashable):
        raise InputError(
            Words(
                f"clusters holds {entry!r}; an entry is a key, a set of keys or None.",
                f"clusters 中有 {entry!r}；每项须为键、键的集合或 None。",
            )
        )
    return (entry,)


def spanning(samples: Sequence[Iterable[int]]) -> frozenset[int]:
    """Return the clusters that have values in more than one sample."""
    seen: dict[int, int] = {}
    across: set[int] = set()
    for place, sample in enumerate(samples):
        for cluster in sample:
            if seen.setdefault(cluster, place) != place:
                across.add(cluster)
    return frozenset(across)
