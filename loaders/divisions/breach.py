"""One fault of division data: where it stands and what is wrong, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from graph.core.language import say
from graph.core.words import Words
from loaders.files.problems import COLON


@dataclass(frozen=True)
class Breach:
    """A fault and its place: a file with its line, "" where the text names the file itself."""

    place: str
    told: Words

    def __str__(self) -> str:
        return f"{self.place}{say(COLON)}{say(self.told)}" if self.place else say(self.told)
