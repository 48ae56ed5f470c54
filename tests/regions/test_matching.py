"""Like with like: the stratified test against every split within strata, and what is matched."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.regions import permutation_p
from graph.regions.differences import Terms
from graph.regions.matching import matched, size_class
from graph.regions.read.reading import GroupReading
from graph.regions.read.samples import samples
from graph.regions.read.synthetic import synthetic_group
from graph.regions.stats.draws import Floats
from graph.regions.stats.permutation import Block, stratified_p
from graph.regions.stats.ranking import centred_ranks


def _group(
    uid: str, gap: int, field: str | None, size: int, chair: str | None = None
) -> GroupReading:
    return synthetic_group(uid, gap, field=field, size=size, chair=chair)


BLOCKS = st.lists(
    st.tuples(st.lists(st.integers(-4, 4), max_size=3), st.lists(st.integers(-4, 4), max_size=3)),
    min_size=1,
    max_size=3,
)


def _by_hand(blocks: Sequence[tuple[list[int], list[int]]]) -> Fraction:
    """Every way to split each block, all combined: the share with |T| at least as large."""
    ways = [[sum(chosen) for chosen in combinations([*a, *b], len(a))] for a, b in blocks]
    observed = abs(sum(sum(a) for a, _ in blocks))
    sums = [abs(sum(choice)) for choice in product(*ways)]
    return Fraction(sum(s >= observed for s in sums), len(sums))


@given(BLOCKS)
@settings(deadline=None)
def test_p_is_that_of_every_split_within_strata(blocks: list[tuple[list[int], list[int]]]) -> None:
    found = stratified_p([Block(tuple(a), tuple(b)) for a, b in blocks])
    assert found.exact
    assert found.p == pytest.approx(float(_by_hand(blocks)), abs=1e-12)


def test_one_stratum_is_the_plain_test() -> None:
    a, b = [3, 4, 4, 6], [1, 2, 4]
    ranks = centred_ranks(_array([*a, *b])).tolist()
    assert stratified_p([Block(tuple(ranks[:4]), tuple(ranks[4:]))]).p == permutation_p(a, b).p


def test_past_the_limit_it_is_drawn_near_the_exact_value() -> None:
    """Two strata of 12 and 12: too many splits together, each countable alone."""
    block = Block((5, 3, 1, -1, 7, 2), (-5, -3, -1, 1, -7, -2))
    found = stratified_p([block, block], seed=5)
    exact = _by_hand([(list(block.a), list(block.b))] * 2)
    assert not found.exact and found == stratified_p([block, block], seed=5)
    p = float(exact)
    assert abs(found.p - p) < 4 * (p * (1 - p) / found.n_resamples) ** 0.5 + 1e-4


def _array(values: list[int]) -> Floats:
    return np.asarray(values, dtype=np.float64)


def test_only_like_groups_are_held_against_each_other() -> None:
    """In water 甲 wins, in tourism too; the lone transport group of 甲 has no counterpart."""
    first = [_group("a1", 3, "water", 4), _group("a2", 2, "tourism", 10),
             _group("a3", 9, "transport", 4), _group("a4", 9, None, 4)]  # fmt: skip
    second = [_group("b1", 1, "water", 3), _group("b2", 0, "tourism", 16),
              _group("b3", 5, "water", 40)]  # fmt: skip
    found = samples([("甲", first), ("乙", second)])
    gap = matched(found, Terms())[0]
    assert (gap.strata, gap.n, gap.unmatched, gap.delta) == (2, (2, 2), (2, 1), 1)
    assert gap.test and gap.test.p == gap.test.smallest_p == pytest.approx(0.5)


def test_groups_of_one_chair_move_together_where_their_strata_agree() -> None:
    """One chair of two fields moves only with chairs of the same two fields: here nothing can move."""
    first = [_group("a1", 3, "water", 4, "x"), _group("a2", 3, "tourism", 4, "x")]
    second = [_group("b1", 1, "water", 4), _group("b2", 1, "tourism", 4)]
    gap = matched(samples([("甲", first), ("乙", second)]), Terms())[0]
    assert gap.delta == 1 and gap.test and gap.test.p == 1
    assert gap.test.n_clusters == (0, 0)


def test_nothing_alike_is_told() -> None:
    found = samples([("甲", [_group("a", 1, "water", 4)]), ("乙", [_group("b", 1, "air", 4)])])
    gap = matched(found, Terms())[0]
    assert gap.test is None and gap.delta is None
    assert gap.why_not and "no counterpart" not in gap.why_not.en
    assert "counterpart of like field and size" in gap.why_not.en and "领域" in gap.why_not.zh


@pytest.mark.parametrize(("members", "number"), [(1, 0), (2, 0), (3, 1), (4, 1), (8, 2), (33, 5)])
def test_classes_of_size(members: int, number: int) -> None:
    assert size_class(members) == number
