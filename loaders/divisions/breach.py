"""One fault of division data: where it stands and what is wrong, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from graph.core.words import Words


@dataclass(frozen=True)
class Breach:
    """A fault and its place: a file with its line, "" where the text names the file itself."""

    place: str
    told: Words

    @property
    def words(self) -> Words:
        """The place and the fault."""
        return Words.joined((Words.same(self.place), self.told), ": ", "：")
