"""What size, ties and clusters take from the tests of a comparison: each warning once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from graph.core.words import NOTHING, Words
from graph.pictures.words import counted
from graph.regions.differences import Difference
from graph.regions.read.reading import ASKED
from graph.regions.read.samples import Sample
from graph.regions.say.words import MANY_PAIRS, NAMES
from graph.regions.stats.clusters import spanning

MOST_NAMED = 8
"""Regions or pairs that one warning names; of more it says how many."""


def listed(parts: Iterable[Words]) -> Words:
    """The first of many parts, and how many more there are."""
    return Words.first(parts, MOST_NAMED, "另 {} 项", "; ", "；")


def too_small(differences: Sequence[Difference], sampled: Sequence[Sample]) -> Iterator[Words]:
    """Say where nothing could be found, whatever the difference."""
    tested = [one for one in differences if one.test]
    known = {sample.label: sample for sample in sampled}
    equal = [one for one in tested if _all_equal(one, known)]
    small = [one for one in tested if one.test and one.test.smallest_p >= 0.05 and one not in equal]
    if len(differences) > 2 * MANY_PAIRS:
        yield from _summed_up(tested, small, equal)
        return
    if equal:
        said = _pairs(equal, lambda one: NOTHING)
        yield Words(
            f"All known values are equal, so there is nothing to test: {said.en}.",
            f"已知值全部相等，无可检验：{said.zh}。",
        )
    if small:
        said = _pairs(small, _smallest)
        yield Words(
            f"No difference, however large, could reach p < 0.05: {said.en}.",
            f"任何差异都不可能达到 p < 0.05：{said.zh}。",
        )


def _all_equal(one: Difference, known: Mapping[str, Sample]) -> bool:
    if one.test is None or one.test.smallest_p < 1:
        return False
    sides = (known[label].known(one.outcome, ASKED).values.tolist() for label in (one.a, one.b))
    return len({value for values in sides for value in values}) == 1


def _pairs(found: Sequence[Difference], more: Callable[[Difference], Words]) -> Words:
    """Outcome and regions of each, with what is to be said of it."""
    return listed(
        Words(
            f"{NAMES[one.outcome].en} of {one.a} and {one.b}{more(one).en}",
            f"{one.a}与{one.b}的{NAMES[one.outcome].zh}{more(one).zh}",
        )
        for one in found
    )


def _smallest(one: Difference) -> Words:
    assert one.test is not None
    n, m = one.test.n_clusters
    least = f"{one.test.smallest_p:.3g}"
    return Words(
        f" ({counted(n, 'independent group')} against {m}, smallest p {least})",
        f"（{n} 个独立小组对 {m} 个，最小 p 为 {least}）",
    )


def _summed_up(
    tested: Sequence[Difference], small: Sequence[Difference], equal: Sequence[Difference]
) -> Iterator[Words]:
    if small or equal:
        yield Words(
            f"{len(small)} of {len(tested)} tests of pairs are too small to reach p < 0.05 whatever the"
            f" difference, and in {len(equal)} all known values are equal.",
            f"{len(tested)} 个成对检验中，{len(small)} 个规模过小，任何差异都不可能达到 p < 0.05；"
            f"{len(equal)} 个的已知值全部相等。",
        )
    held = [one for one in tested if one.p_holm is not None and one.test]
    pairs = max((sum(o.outcome == name for o in held) for name in NAMES), default=0)
    least = min((one.test.smallest_p for one in held if one.test), default=1.0)
    if pairs * least >= 0.05:
        yield Words(
            f"After correction for {pairs} pairs no difference could reach p < 0.05.",
            f"对 {pairs} 对地区校正后，任何差异都不可能达到 p < 0.05。",
        )


def clusters(sampled: Sequence[Sample]) -> Iterator[Words]:
    """Say which groups are not independent, and which stand in no test."""
    across = spanning([sample.clusters for sample in sampled])
    if across:
        lost = sum(cluster in across for sample in sampled for cluster in sample.clusters)
        seen = Counter(uid for sample in sampled for uid in {g.group for g in sample.groups})
        both = sum(count > 1 for count in seen.values())
        yield Words(
            f"{len(across)} clusters of groups that share a chair or a document (or are one group in two"
            f" regions or at two times) reach over regions; their {lost} groups are left out of every test."
            f" {counted(both, 'group')} of them counted on more than one side.",
            f"{len(across)} 个群（共有组长或文件的小组，或同时属于两个地区、两个时点的同一小组）跨地区；"
            f"其 {lost} 个小组不进入任何检验，其中 {both} 个小组在不止一方计入。",
        )
    together = [
        (len(set(sample.clusters)), sample)
        for sample in sampled
        if len(set(sample.clusters)) < len(sample.groups)
    ]
    if together:
        said = listed(
            Words(
                f"the {len(sample.groups)} groups of {sample.label} form"
                f" {counted(count, 'independent cluster')}",
                f"{sample.label}的 {len(sample.groups)} 个小组构成 {count} 个独立的群",
            )
            for count, sample in together
        )
        yield Words(
            "Groups that share a chair or a document are moved together in each test, and no interval is"
            f" printed: {said.en}.",
            f"共有组长或文件的小组在检验中一起移动，且不给出区间：{said.zh}。",
        )
