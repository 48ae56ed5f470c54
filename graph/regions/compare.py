"""The comparison of regions: profiles, differences, tests, and what cannot be said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

from graph.connection import Database, default_database
from graph.core.language import say
from graph.core.words import Words
from graph.regions.differences import Statistics, Terms, statistics
from graph.regions.groups import Selection, read_groups, unseen
from graph.regions.permutation import RESAMPLES, SEED
from graph.regions.places import Region, asked_of, find_regions
from graph.regions.profile import Profile, group_row, of_region, profile_of
from graph.regions.say import cautions, refusal, sentences, summary
from graph.server.jars import Progress, silent

COMPARISON = Words("comparison", "比较")
STEPS = (
    Words("Finding the regions", "查找地区"),
    Words("Reading the groups", "读取小组"),
    Words("Comparing", "比较"),
)
"""What a comparison does, in its order."""


@dataclass(frozen=True, kw_only=True)
class Comparison(Statistics):
    """All that a comparison found. `refusal` says why nothing is inferred, None where it may be.

    `cautions` must be read with any figure. `differences` has a row for each pair of regions and outcome.
    """

    regions: tuple[Profile, ...]
    as_of: dt.date | None
    selection: Selection
    refusal: Words | None
    cautions: tuple[Words, ...]
    seed: int
    resamples: int

    @property
    def refused(self) -> str | None:
        """Why nothing is inferred, in English."""
        return self.refusal.en if self.refusal else None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What must be read with any figure, in English."""
        return tuple(text.en for text in self.cautions)

    @property
    def said(self) -> tuple[Words, ...]:
        """What each figure means, a sentence each."""
        return tuple(sentences(self, self.refusal))

    @property
    def summed_up(self) -> Words:
        """What differs most, in one paragraph."""
        return summary(self, self.refusal)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What each figure means, in English."""
        return tuple(text.en for text in self.said)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON, the groups underneath too."""
        fields = asdict(replace(self, regions=(), refusal=None, cautions=(), samples=()))
        for name in ("refusal", "cautions", "samples"):
            del fields[name]
        return {
            **fields,
            "regions": [one.to_dict() for one in self.regions],
            "refused": self.refused,
            "warnings": list(self.warnings),
            "summary": self.summed_up.en,
            "sentences": list(self.sentences),
            "in_chinese": {
                "refused": self.refusal.zh if self.refusal else None,
                "warnings": [text.zh for text in self.cautions],
                "summary": self.summed_up.zh,
                "sentences": [text.zh for text in self.said],
            },
        }

    def group_rows(self) -> list[dict[str, Any]]:
        """Return the groups underneath, a flat row each, with the label of the region compared."""
        return [
            {"compared_as": one.region.label, **group_row(group)}
            for one in self.regions
            for group in one.groups
        ]


def _begin(report: Progress, step: int) -> None:
    report(say(COMPARISON), step, len(STEPS))


def compare(
    regions: Sequence[str],
    as_of: dt.date | str | None = None,
    *,
    periods: Sequence[str] = (),
    database: Database | None = None,
    selection: Selection | None = None,
    seed: int = SEED,
    resamples: int = RESAMPLES,
    report: Progress = silent,
) -> Comparison:
    """Compare the groups of two provinces or regions or more as of a day, or in periods.

    A region is a province by name or code, a named region (长三角, 长三角@2010: `graph.regions.named`) or one
    put together (沪苏=上海市+江苏省); 跨省 stands for the groups across provinces. `山东省@2017-12-31` puts a
    day of its own to one, `山东省@2013..2018` a period. `periods` puts each region in each of them, so that
    before and after is a comparison like any other. `as_of` None reads each group on its last documented
    day. Same seed, same answer. `report` is told which of `STEPS` begins.

    Raises InputError for one region only, overlapping provinces or periods, a place that is not a province
    and a region without groups. Named regions may overlap: their shared groups stand in no test.
    Where nothing can be inferred the answer says so in `refused` and has no p.
    """
    opened, asked = database or default_database(), selection or Selection()
    begin = partial(_begin, report)
    begin(0)
    places = find_regions(opened, regions, as_of, periods)
    begin(1)
    within = asked_of(places)
    whens = dict.fromkeys(place.when for place in places)
    everything = {when: read_groups(opened, when, asked, within) for when in whens}
    groups = [of_region(place, everything[place.when]) for place in places]
    profiles = tuple(
        profile_of(place, own, everything[place.when])
        for place, own in zip(places, groups, strict=True)
    )
    left = [unseen(opened, when, asked) for when in whens]
    begin(2)
    terms = Terms(refusal(profiles), seed, resamples)
    made = statistics([(p.region.label, p.groups) for p in profiles], terms)
    every = [group for own in everything.values() for group in own]
    return Comparison(
        **vars(made),
        regions=profiles,
        as_of=_one_day(places),
        selection=asked,
        refusal=terms.refused,
        cautions=tuple(cautions(profiles, made, every, left)),
        seed=seed,
        resamples=resamples,
    )


def _one_day(places: Sequence[Region]) -> dt.date | None:
    days = {None if place.period else place.as_of for place in places}
    return days.pop() if len(days) == 1 else None
