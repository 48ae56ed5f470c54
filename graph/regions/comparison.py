"""What a comparison of regions found."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, replace
from typing import Any

from graph.core.words import Words
from graph.regions.days import Days
from graph.regions.overall import Statistics
from graph.regions.read.profile import Profile, group_row
from graph.regions.read.reading import Selection
from graph.regions.read.structure import Structure
from graph.regions.say.sentences import sentences
from graph.regions.say.summary import summary


@dataclass(frozen=True, kw_only=True)
class Comparison(Statistics):
    """All that a comparison found. `refusal` says why nothing is inferred, None where it may be.

    `cautions` must be read with any figure. `differences` has a row for each pair of regions and outcome,
    `matched` the same within like groups (empty past fifteen pairs), `sensitivity` under other readings,
    what changes first; `days` over time and `structures` (the hierarchies with their groups) where asked for.
    """

    regions: tuple[Profile, ...]
    as_of: dt.date | None
    selection: Selection
    refusal: Words | None
    cautions: tuple[Words, ...]
    days: Days | None
    structures: tuple[Structure, ...]
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
        return tuple(sentences(self.differences, self.overall, self.types, self.refusal))

    @property
    def summed_up(self) -> Words:
        """What differs most, in one paragraph."""
        return summary(self.differences, self.types, self.refusal)

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
