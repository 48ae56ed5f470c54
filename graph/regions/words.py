"""What a comparison means and what it can not mean, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.regions.clusters import spanning
from graph.regions.differences import Difference, Sample
from graph.regions.reading import GroupReading
from graph.regions.types_test import TypesTest

if TYPE_CHECKING:
    from graph.regions.compare import Overall
    from graph.regions.profile import Profile

NAMES = {"gap_min": "smallest gap of rank", "lc": "line coverage"}
"""The outcomes as sentences call them."""


def refusal(profiles: Sequence[Profile]) -> str | None:
    """Why nothing may be inferred, None where it may: a region of hand-picked cases only."""
    picked = [one for one in profiles if one.hand_picked == one.n]
    if not picked:
        return None
    names = ", ".join(f"{one.region.label} ({one.n})" for one in picked)
    return (
        f"These figures support no inference about regions. Every group of {names} was chosen by hand:"
        " as a case of a paper, or as a documented example shipped with this project. Cases that were"
        " chosen because they are interesting say nothing about those that were not, so no p-value and"
        " no interval is given. Load a sample or a full list (lsgraph load groups FILE) to compare"
        " regions."
    )


def warnings(
    profiles: Sequence[Profile],
    found: Sequence[Sample],
    differences: Sequence[Difference],
    everything: Sequence[GroupReading],
) -> Iterator[str]:
    """What must be read with any figure."""
    for one in profiles:
        if 0 < one.hand_picked < one.n:
            yield (
                f"{one.hand_picked} of {one.n} groups of {one.region.label} were chosen by hand;"
                " they weigh in every figure."
            )
    yield from _too_small(differences)
    yield from _missing(differences)
    across = spanning([sample.clusters for sample in found])
    if across:
        lost = sum(cluster in across for sample in found for cluster in sample.clusters)
        yield (
            f"{len(across)} clusters of groups that share a chair or a document (or are one group on two"
            f" days) reach over regions; their {lost} groups are left out of every test."
        )
    for sample in found:
        count = len(set(sample.clusters))
        if count < len(sample.groups):
            yield (
                f"The {len(sample.groups)} groups of {sample.label} form {count} independent"
                f" {'cluster' if count == 1 else 'clusters'}:"
                " groups that share a chair or a document are moved together in each test, and no"
                " interval is printed."
            )
    unknown = len({group.group for group in everything if group.stratum == "unknown"})
    if unknown:
        yield (
            f"{unknown} groups of the graph belong to no region, because none of their members is"
            " known or the superiors of one are not."
        )
    yield "The graph holds what was loaded. A group that no file names is not counted."


def _too_small(differences: Sequence[Difference]) -> Iterator[str]:
    for one in differences:
        if one.test and one.test.smallest_p == 1:
            yield (
                f"{NAMES[one.outcome]} ({one.a}, {one.b}): all known values are equal; there is nothing"
                " to test."
            )
        elif one.test and one.test.smallest_p >= 0.05:
            n, m = one.test.n_clusters
            yield (
                f"{NAMES[one.outcome]}: {n} {_groups(n)} against {m} ({one.a}, {one.b}): no"
                f" difference could reach p < 0.05; the smallest p possible is"
                f" {one.test.smallest_p:.3g}."
            )


def _missing(differences: Sequence[Difference]) -> Iterator[str]:
    told = set()
    for one in differences:
        for label, missing, known in zip((one.a, one.b), one.missing, one.n, strict=True):
            if missing and (one.outcome, label) not in told:
                told.add((one.outcome, label))
                yield (
                    f"{NAMES[one.outcome]} of {label} is missing for {missing} of"
                    f" {missing + known} groups; the bounds of delta show what that leaves open."
                )


def _groups(count: int) -> str:
    return "independent group" if count == 1 else "independent groups"


def sentences(
    differences: Iterable[Difference], overall: Iterable[Overall], types: TypesTest
) -> Iterator[str]:
    """Each figure in a sentence."""
    for test in overall:
        yield _overall(test)
    for one in differences:
        yield " ".join(_difference(one))
    yield _types(types)


def _overall(one: Overall) -> str:
    return (
        f"{NAMES[one.outcome].capitalize()} over {', '.join(one.regions)}: Kruskal-Wallis H ="
        f" {one.test.statistic:.3f}, {p_words(one.test.p, one.test.exact)}: {_verdict(one.test.p)}."
    )


def _difference(one: Difference) -> Iterator[str]:
    head = f"{NAMES[one.outcome].capitalize()}, {one.a} against {one.b}:"
    if one.delta is None:
        yield f"{head} not compared. {one.not_tested}"
        return
    won = (1 + one.delta) / 2
    yield (
        f"{head} Cliff's delta {one.delta:+.2f} over {one.n[0]} and {one.n[1]} known values. If one"
        f" group of each is drawn, the one of {one.a} is the higher in {won:.0%} of draws, ties counted"
        " as half."
    )
    if any(one.missing) and one.delta_bounds:
        low, high = one.delta_bounds
        yield f"Whatever the missing values are, delta lies from {low:+.2f} to {high:+.2f}."
    if one.interval:
        about = "approximate " if one.interval.approximate else ""
        yield f"The {about}95 % interval is {one.interval.low:+.2f} to {one.interval.high:+.2f}."
    if one.test:
        how = p_words(one.test.p, one.test.exact)
        yield f"Permutation test: {how}; {_verdict(one.p_holm or one.test.p)}."
        yield f"The smallest p that could come out here is {one.test.smallest_p:.3g}."
    if one.p_holm is not None:
        yield f"Corrected for the number of pairs (Holm) p = {one.p_holm:.3g}."
    if one.power:
        least = one.power.detectable
        yield (
            f"With so many groups a true delta of 0.33 would be found with a chance of"
            f" {one.power.medium:.0%}"
            + (
                f"; a chance of 80 % needs a delta of {least:.2f}."
                if least
                else "; not even a delta of 1 is found with a chance of 80 %."
            )
        )
    elif one.not_tested:
        yield "No p-value and no interval is given."


def _types(one: TypesTest) -> str:
    if one.test is None:
        return "Types by region are shown and not tested."
    return (
        f"Types by region ({one.method}): {p_words(one.test.p, one.test.exact)}:"
        f" {_verdict(one.test.p)}."
    )


def p_words(p: float, exact: bool) -> str:
    """A p-value with how it was computed."""
    return f"p = {p:.3g} ({'exact' if exact else 'by seeded permutations'})"


def _verdict(p: float) -> str:
    if p < 0.05:
        return "so large a difference would rarely come about by chance alone"
    return "chance alone would explain a difference of this size; that is no proof of equality"
