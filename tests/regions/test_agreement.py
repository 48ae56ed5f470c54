"""Kappa and alpha against published examples and another implementation, and their intervals."""

from __future__ import annotations

import random

import numpy as np
import pytest
from statsmodels.stats.inter_rater import cohens_kappa

from graph.core.errors import InputError
from graph.regions.stats import agreement as said


def coder(text: str) -> list[str | None]:
    """One answer a character; a dot is a unit left open."""
    return [None if one == "." else one for one in text]


KRIPPENDORFF = [coder(text) for text in (
    "123321412...", "1233224125.3", ".3332342251.", "12332441251.",
)]  # fmt: skip
"""Krippendorff (2011), section C: four observers, twelve units, missing values."""


def table(rows: list[list[int]]) -> tuple[list[str | None], list[str | None]]:
    """Two coders whose answers make this confusion table."""
    one: list[str | None] = []
    other: list[str | None] = []
    for a, row in enumerate(rows):
        for b, number in enumerate(row):
            one += [str(a)] * number
            other += [str(b)] * number
    return one, other


@pytest.mark.parametrize(
    ("coders", "right"),
    [
        # The three nominal examples of Krippendorff (2011): A (binary), B (five categories), C.
        ([coder("0100000010"), coder("1110010000")], 0.095),
        ([coder("aabbdcccedda"), coder("babbbccceddd")], 0.692),
        (KRIPPENDORFF, 0.743),
    ],
)
def test_alpha_is_that_of_the_published_examples(
    coders: list[list[str | None]], right: float
) -> None:
    assert round(float(said.alpha(said.coincidences(coders).sum())), 3) == right


@pytest.mark.parametrize(
    ("rows", "right"),
    [
        # Cohen (1960), table of 200 patients and three diagnoses; 50 grants of the textbooks.
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.492),
        ([[20, 5], [10, 15]], 0.4),
    ],
)
def test_kappa_is_that_of_the_published_examples(rows: list[list[int]], right: float) -> None:
    found = said.pairs(*table(rows))
    assert round(float(said.kappa(found.sum())), 3) == right
    assert found.units == sum(map(sum, rows))


def test_kappa_is_that_of_another_implementation() -> None:
    rng = np.random.default_rng(18)
    for _ in range(50):
        rows = rng.integers(0, 9, size=(7, 7)).tolist()
        found = float(said.kappa(said.pairs(*table(rows)).sum()))
        assert found == pytest.approx(cohens_kappa(rows, return_results=False))


def test_categories_are_told_apart() -> None:
    found = said.pairs(*table([[40, 9], [6, 45]]))
    yes, no = (said.of_category(place)(found.sum()) for place in (0, 1))
    # Cicchetti and Feinstein: 2a / (2a + b + c) and 2d / (2d + b + c).
    assert float(yes) == pytest.approx(80 / 95)
    assert float(no) == pytest.approx(90 / 105)
    assert said.confusion(*table([[2, 1], [0, 3]])) == {("0", "0"): 2, ("0", "1"): 1, ("1", "1"): 3}


def test_one_category_leaves_kappa_and_alpha_undefined() -> None:
    same = coder("aaaa")
    assert np.isnan(said.kappa(said.pairs(same, same).sum()))
    assert np.isnan(said.alpha(said.coincidences([same, same]).sum()))
    assert float(said.agreement(said.pairs(same, same).sum())) == 1


def test_nothing_answered_is_nothing_counted() -> None:
    found = said.pairs(coder("ab.."), coder("..ab"))
    assert found.units == 0
    assert np.isnan(said.kappa(found.sum()))


def test_the_interval_is_that_of_drawing_clusters_one_by_one() -> None:
    """The same draws by hand: each cluster's units repeated as often as it came."""
    luck = random.Random(4)
    one = coder("".join(luck.choice("abc") for _ in range(60)))
    other = [a if luck.random() < 0.7 else luck.choice("abc") for a in one]
    clusters = [at // 3 for at in range(60)]
    weights = said.resampled(20, seed=7, draws=200)
    by_hand = []
    for draw in weights.astype(int):
        units = [at for at in range(60) for _ in range(draw[clusters[at]])]
        drawn = said.pairs([one[at] for at in units], [other[at] for at in units])
        by_hand.append(float(said.kappa(drawn.sum())))
    found = said.interval(said.pairs(one, other), weights, clusters, said.kappa)
    assert found == pytest.approx(tuple(np.percentile(by_hand, [2.5, 97.5])))


def test_units_of_few_clusters_are_less_certain() -> None:
    luck = random.Random(1)
    right = [luck.random() < 0.8 for _ in range(20) for _ in range(5)]
    kept = [one for one in right[::5] for _ in range(5)]
    one = coder("ab" * 50)
    other = [a if ok else "c" for a, ok in zip(one, kept, strict=True)]
    found = said.pairs(one, other)
    spans = []
    for clusters in ([at // 5 for at in range(100)], list(range(100))):
        drawn = said.resampled(max(clusters) + 1, seed=1)
        low, high = said.interval(found, drawn, clusters, said.agreement) or (0, 0)
        spans.append(high - low)
    assert spans[0] > 1.5 * spans[1] > 0


def test_one_cluster_gives_no_interval() -> None:
    found = said.pairs(coder("abab"), coder("abba"))
    assert said.interval(found, said.resampled(1, seed=1), [0] * 4, said.kappa) is None


def test_no_draw_is_refused() -> None:
    with pytest.raises(InputError, match="Ask for 1 or more"):
        said.resampled(3, seed=1, draws=0)
