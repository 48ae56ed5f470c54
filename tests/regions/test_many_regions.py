"""Every pair of 32 regions: what is summed up, and the same answer for the same seed."""

from __future__ import annotations

import pytest

from graph.regions.differences import Statistics, Terms, statistics
from graph.regions.say import MANY_PAIRS, cautions, sentences
from graph.regions.several import holm
from tests.regions.synthetic import synthetic_regions


@pytest.fixture(scope="module")
def found() -> Statistics:
    return statistics(synthetic_regions(800), Terms())


def test_every_pair_is_tested_and_corrected(found: Statistics) -> None:
    gap = [one for one in found.differences if one.outcome == "gap_min"]
    assert len(found.samples) == 32 and len(gap) == 496
    p = [one.test.p for one in gap if one.test]
    assert [one.p_holm for one in gap if one.test] == holm(p)
    assert min(one.p_holm or 0 for one in gap) < 0.05 < max(p)


def test_the_same_seed_gives_the_same_answer() -> None:
    one, other = (statistics(synthetic_regions(400), Terms(resamples=99)) for _ in range(2))
    assert one == other and any(d.test and not d.test.exact for d in one.differences)


def test_sentences_and_warnings_sum_up(found: Statistics) -> None:
    told = list(sentences(found))
    assert len(told) <= 2 * MANY_PAIRS + 5
    assert any("of 496 pairs differ at p < 0.05" in text.en for text in told)
    assert any("496 对地区中" in text.zh for text in told)
    warned = list(cautions([], found, [], []))
    assert not any("All known values are equal" in text.en for text in warned)
