"""Every pair of 32 regions: what is summed up, what is spared, and the same answer for the same seed."""

from __future__ import annotations

import pytest

from graph.regions.differences import Terms
from graph.regions.overall import FEWER, Statistics, statistics
from graph.regions.say.cautions import cautions
from graph.regions.say.sentences import sentences
from graph.regions.say.words import MANY_PAIRS, Around
from graph.regions.stats.several import holm
from tests.regions.readings import synthetic_regions


@pytest.fixture(scope="module")
def found() -> Statistics:
    return statistics(synthetic_regions(3_000), Terms())


def test_every_pair_is_tested_and_corrected(found: Statistics) -> None:
    gap = [one for one in found.differences if one.outcome == "gap_min"]
    assert len(found.samples) == 32 and len(gap) == 496
    p = [one.test.p for one in gap if one.test]
    assert [one.p_holm for one in gap if one.test] == holm(p)
    assert min(one.p_holm or 0 for one in gap) < 0.05 < max(p)


def test_few_draws_are_made_where_p_is_large(found: Statistics) -> None:
    drawn = [one.test for one in found.differences if one.test and not one.test.exact]
    assert {test.n_resamples for test in drawn} <= {99, 999, 2_999, 9_999}
    assert all(test.n_resamples == 9_999 for test in drawn if test.p < 0.05)
    assert any(test.n_resamples == 99 for test in drawn)
    assert all(one.test.n_resamples == FEWER for one in found.overall)
    assert found.matched == () and found.sensitivity == ()


def test_the_same_seed_gives_the_same_answer(found: Statistics) -> None:
    again = statistics(synthetic_regions(3_000), Terms())
    assert again.differences == found.differences and again.types == found.types


def test_sentences_and_warnings_sum_up(found: Statistics) -> None:
    told = list(sentences(found.differences, found.overall, found.types))
    assert len(told) <= 2 * MANY_PAIRS + 5
    assert any("of 496 pairs differ at p < 0.05" in text.en for text in told)
    assert any("496 对地区中" in text.zh for text in told)
    warned = list(cautions([], found.samples, found.differences, Around(others_left_out=True)))
    assert any("Other readings" in text.en for text in warned)
    assert not any("All known values are equal" in text.en for text in warned)
