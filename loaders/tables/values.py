"""Words that a column takes: each value with all spellings, English and Chinese, that mean it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Values:
    """A closed list: value to its Chinese word, then further spellings of either language."""

    words: Mapping[str, tuple[str, ...]]

    def read(self, text: str) -> str | None:
        """The value that a text means, None for none of the list."""
        bare = text.strip().casefold().replace(" ", "_").replace("-", "_")
        for value, spellings in self.words.items():
            if bare in (value.casefold(), *(word.casefold() for word in spellings)):
                return value
        return None

    def shown(self, language: str = "en") -> list[str]:
        """The values as a template lists them, in English or Chinese."""
        if language == "zh":
            return [words[0] for words in self.words.values()]
        return list(self.words)

    def spellings(self) -> list[str]:
        """Every text that is understood."""
        return [*self.words, *(word for words in self.words.values() for word in words)]
