"""What a comparison must never say: bounds beside their estimate, findings that rest on what is unknown."""

from __future__ import annotations

import random
from dataclasses import replace

from graph.core.words import Words
from graph.regions.differences import Terms, difference, samples, statistics, types_test
from graph.regions.groups import Figures, GroupReading
from graph.regions.ordinal import cliffs_delta
from graph.regions.profile import type_shares
from tests.regions.conftest import Asked
from tests.regions.synthetic import synthetic_group
from tests.regions.world import Made, plain

ON_DAY = ("compare", "甲省", "乙省", "--as-of", "2018-12-25")
COMPARISONS = 10_000
KNOWN = {"STRONG", "WEAK", "SELF_FORMING"}
NO_TEST = Words("Only the bounds are asked for.", "只求上下界。")


def test_bounds_of_a_missing_gap_hold_the_estimate(ask: Asked) -> None:
    """The missing gap is 0 at most, because the chair's rank is that of the member whose rank is known."""
    made = [Made("g:high", "甲省", gap=2), Made("g:open", "甲省", gap=0, unranked=True)]
    made += plain("乙省", [1])
    (whole,) = ask(made, *ON_DAY, "--format", "json").rows
    gap = whole["differences"][0]
    assert (gap["delta"], gap["delta_low"], gap["delta_high"]) == (1, 0, 1)
    assert "from +0.00 to +1.00 with missing values" in " ".join(ask(made, *ON_DAY).out.split())


def test_unknown_types_make_no_finding(ask: Asked) -> None:
    made = [*plain("甲省", [1] * 9), *plain("乙省", [1, 1, *[None] * 7])]
    (whole,) = ask(made, *ON_DAY, "--format", "json").rows
    types = whole["types"]
    assert types["table"] == [[9, 0], [2, 7]] and types["tested"] == [9, 2]
    assert types["test"]["p"] == 1
    said = " ".join(ask(made, *ON_DAY).out.split())
    assert (
        "all types identified are the same" in said and "Not in the test: not identified 7." in said
    )


def test_groups_of_one_chair_are_dealt_out_as_one(ask: Asked) -> None:
    made = [
        *plain("甲省", [1] * 9),
        Made("g:own", "甲省", own=True),
        *plain("乙省", [1, None, None]),
    ]
    made += [Made(f"g:own{i}", "乙省", own=True) for i in range(8)]
    (whole,) = ask(made, *ON_DAY, "--format", "json").rows
    assert whole["types"]["method"].startswith("permutation of clusters")
    assert whole["types"]["tested"] == [10, 9] and whole["types"]["types"][-1] == "UNKNOWN"
    said = " ".join(ask(made, *ON_DAY).out.split())
    assert (
        "permutation of clusters, chi-squared over 10, 9 groups" in said
        and "Not in the test: not identified 2." in said
    )


def _figures(rng: random.Random, lowest: int, highest: int) -> Figures:
    """A group of random gap and coverage, half of them with something missing within random limits."""
    gaps = sorted(rng.randint(lowest, highest) for _ in range(2))
    shares = sorted(rng.randint(0, 4) / 4 for _ in range(2))
    missing = rng.random() < 0.5
    at_most = rng.choice([None, gaps[1]]) if missing else gaps[1]
    kind = rng.choice(["STRONG", "WEAK", "SELF_FORMING", "UNKNOWN", "NOT_A_GROUP"])
    possible = rng.choice([None, (kind,), ("STRONG", "WEAK"), ("SELF_FORMING",)])
    return Figures(
        kind, "identified", possible, (), rng.random() < 0.95, None if missing else gaps[1], at_most,
        None if missing else shares[1], shares[0], shares[1], (),
    )  # fmt: skip


def _group(name: str, rng: random.Random, lowest: int, highest: int) -> GroupReading:
    return replace(synthetic_group(name, 0), asked=_figures(rng, lowest, highest))


def test_bounds_hold_the_estimate_and_every_completion() -> None:
    """Random comparisons, each also completed at random within what is known of the missing values."""
    rng = random.Random(20_200_216)
    compared = 0
    while compared < COMPARISONS:
        low = rng.randint(-3, 2)
        sides = [
            [_group(f"{label}{i}", rng, low, rng.randint(low, 3)) for i in range(rng.randint(1, 6))]
            for label in "ab"
        ]
        a, b = samples([("a", sides[0]), ("b", sides[1])])
        outcome = rng.choice(("gap_min", "lc"))
        made = difference(outcome, a, b, Terms(NO_TEST))
        if made.delta is None:
            continue
        assert made.delta_low is not None and made.delta_high is not None
        assert -1 <= made.delta_low <= made.delta <= made.delta_high <= 1
        completed = [[_completed(outcome, g, rng) for g in own if g.asked.defined] for own in sides]
        assert made.delta_low <= cliffs_delta(*completed) <= made.delta_high
        compared += 1


def _completed(outcome: str, group: GroupReading, rng: random.Random) -> float:
    asked = group.asked
    if outcome == "lc":
        ends = asked.lc_min or 0.0, asked.lc_max or 0.0
        return asked.lc if asked.lc is not None else rng.uniform(*ends)
    most = 9 if asked.gap_min_at_most is None else asked.gap_min_at_most
    return asked.gap_min if asked.gap_min is not None else rng.randint(-9, most)


def test_no_test_counts_what_is_unknown_as_a_type() -> None:
    """Leaving out what is unknown moves no p."""
    rng = random.Random(7)
    for _ in range(200):
        sides = [[_group(f"{x}{i}", rng, 0, 2) for i in range(rng.randint(2, 12))] for x in "ab"]
        found = types_test(samples([("a", sides[0]), ("b", sides[1])]), Terms())
        known = [[g for g in own if g.asked.type in KNOWN] for own in sides]
        if not all(known):
            assert found.test is None and "identified" in str(found.not_tested)
            continue
        again = types_test(samples([("a", known[0]), ("b", known[1])]), Terms())
        assert found.test == again.test and found.tested == again.tested


def test_shares_of_types_lie_within_their_bounds() -> None:
    rng = random.Random(11)
    for _ in range(500):
        own = [_group(f"g{i}", rng, 0, 2) for i in range(rng.randint(1, 8))]
        for share in type_shares(own):
            assert share.at_least <= share.share <= share.at_most, share


def test_each_group_is_counted_in_one_share() -> None:
    """A group whose type rests on a convention counts as UNKNOWN, though none else is unknown."""
    sure, agreed = synthetic_group("g1", 1), synthetic_group("g2", 1)
    agreed = replace(agreed, asked=replace(agreed.asked, type_certainty="by_convention"))
    counts = {s.type: (s.count, s.by_convention) for s in type_shares([sure, agreed])}
    assert counts == {
        "STRONG": (1, 1), "WEAK": (0, 0), "SELF_FORMING": (0, 0), "UNKNOWN": (1, 0)
    }  # fmt: skip


def test_a_region_of_unknown_types_alone_is_not_tested() -> None:
    made = [("a", [synthetic_group(f"a{i}", 1) for i in range(6)])]
    made += [("b", [synthetic_group(f"b{i}", 1, kind="UNKNOWN") for i in range(6)])]
    assert statistics(made, Terms()).types.test is None
