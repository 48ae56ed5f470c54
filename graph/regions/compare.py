"""The comparison of regions: profiles, differences, tests, and what can not be said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import combinations
from typing import Any

from graph.connection import Database, default_database
from graph.regions.differences import Difference, Sample, difference, samples
from graph.regions.outcomes import OUTCOMES
from graph.regions.permutation import RESAMPLES, SEED
from graph.regions.places import find_regions
from graph.regions.profile import Profile, group_row, of_region, profile_of
from graph.regions.reading import ASKED, Selection, read_groups
from graph.regions.sensitivity import Change, sensitivity
from graph.regions.several import holm, kruskal_wallis
from graph.regions.shuffling import Shuffled
from graph.regions.types_test import TypesTest, types_test
from graph.regions.words import refusal, sentences, warnings


@dataclass(frozen=True)
class Overall:
    """Three regions or more in one outcome: Kruskal and Wallis by permutation over `regions`."""

    outcome: str
    regions: tuple[str, ...]
    test: Shuffled


@dataclass(frozen=True)
class Comparison:
    """All that a comparison found. `refused` says why nothing is inferred, None where it may be.

    `warnings` must be read with any figure. `differences` has a row for each pair of regions and outcome,
    `sensitivity` the same under other readings, what changes first.
    """

    regions: tuple[Profile, ...]
    as_of: dt.date | None
    selection: Selection
    refused: str | None
    warnings: tuple[str, ...]
    differences: tuple[Difference, ...]
    overall: tuple[Overall, ...]
    types: TypesTest
    sensitivity: tuple[Change, ...]
    seed: int
    resamples: int

    @property
    def sentences(self) -> tuple[str, ...]:
        """What each figure means, a sentence each."""
        return tuple(sentences(self.differences, self.overall, self.types))

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON, the groups underneath too."""
        found = asdict(replace(self, regions=()))
        found["regions"] = [one.to_dict() for one in self.regions]
        return {**found, "sentences": list(self.sentences)}

    def group_rows(self) -> list[dict[str, Any]]:
        """The groups underneath, a flat row each, with the label of the region compared."""
        return [
            {"compared_as": one.region.label, **group_row(group)}
            for one in self.regions
            for group in one.groups
        ]


def compare(
    regions: Sequence[str],
    as_of: dt.date | str | None = None,
    *,
    database: Database | None = None,
    selection: Selection | None = None,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> Comparison:
    """Compare the groups of two provinces or more as of a day.

    A region is a name or code; 跨省 stands for the groups across provinces; `山东省@2017-12-31` puts a day
    of its own to one, so that before and after is a comparison like any other. `as_of` None reads each
    group on its last documented day. Same seed, same answer.

    Raises InputError for one region only, overlapping regions, a place that is no province and a region
    without groups. Where nothing can be inferred the answer says so in `refused` and has no p.
    """
    opened, asked = database or default_database(), selection or Selection()
    places = find_regions(opened, regions, as_of)
    by_day = {day: read_groups(opened, day, asked) for day in {p.as_of for p in places}}
    groups = [of_region(place, by_day[place.as_of]) for place in places]
    profiles = tuple(
        profile_of(opened, place, own) for place, own in zip(places, groups, strict=True)
    )
    found = samples([(p.region.label, p.groups) for p in profiles])
    refused = refusal(profiles)
    differences = _differences(found, refused, seed, resamples)
    types = types_test(found, refused, seed, resamples)
    everything = [group for own in by_day.values() for group in own]
    return Comparison(
        regions=profiles,
        as_of=places[0].as_of if len({p.as_of for p in places}) == 1 else None,
        selection=asked,
        refused=refused,
        warnings=tuple(warnings(profiles, found, differences, everything)),
        differences=tuple(differences),
        overall=tuple(_overall(found, refused, seed, resamples)),
        types=types,
        sensitivity=tuple(sensitivity(found, differences, refused, seed, resamples)),
        seed=seed,
        resamples=resamples,
    )


def _differences(
    found: Sequence[Sample], refused: str | None, seed: int, resamples: int
) -> list[Difference]:
    """Each pair in each outcome; within an outcome p is corrected for the number of pairs."""
    made: list[Difference] = []
    for outcome in OUTCOMES:
        pairs = [
            difference(outcome, a, b, refused=refused, seed=seed, resamples=resamples)
            for a, b in combinations(found, 2)
        ]
        if len(pairs) > 1:
            corrected = iter(holm([pair.test.p for pair in pairs if pair.test]))
            pairs = [replace(p, p_holm=next(corrected)) if p.test else p for p in pairs]
        made += pairs
    return made


def _overall(
    found: Sequence[Sample], refused: str | None, seed: int, resamples: int
) -> list[Overall]:
    """Kruskal and Wallis where three regions or more have independent values."""
    made = []
    for outcome in OUTCOMES:
        known = [(s.label, *s.known(outcome, ASKED)) for s in found]
        known = [one for one in known if one[1]]
        if refused or len(known) < 3:
            continue
        owners: dict[int, set[str]] = {}
        for label, _, clusters in known:
            for cluster in clusters:
                owners.setdefault(cluster, set()).add(label)
        if any(all(len(owners[c]) > 1 for c in clusters) for _, _, clusters in known):
            continue
        flat = [cluster for _, _, clusters in known for cluster in clusters]
        test = kruskal_wallis([values for _, values, _ in known], flat, seed, resamples)
        made.append(Overall(outcome, tuple(label for label, _, _ in known), test))
    return made
