"""What a list of a roster is read as: persons with titles, and how certain each is."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.notices.words.known import BARE
from loaders.notices.words.names import family_score
from loaders.notices.words.scores import title_score

SURE = 2.0
"""Margin over the best reading without a part from which that part is certain."""
ALONE, OTHER = 2.0, 3.0
"""What a title without a name costs beside names, or a name without a title; and words that are neither."""


@dataclass(frozen=True)
class Part:
    """A person with a title, one of them alone, or words that are neither.

    `mark` is the comma before it, `margin` how much worse the best reading without it is.
    """

    person: str | None = None
    title: str | None = None
    margin: float = 99.0
    text: str = ""
    mark: str = ""
    bounded: bool = False
    """Whether marks or ends stand on both sides of the name."""

    @property
    def certain(self) -> bool:
        """Whether it can be believed: no other reading is near, and its title begins with a known word."""
        rare = self.person is not None and family_score(self.person[0]) < 0
        if self.bounded:
            return True
        known = not self.title or title_score(self.title) >= BARE - 1
        return known and self.margin >= SURE * (2 if rare else 1)


@dataclass(frozen=True)
class Reading:
    """Words read as parts, with the score of the whole."""

    parts: tuple[Part, ...]
    score: float
