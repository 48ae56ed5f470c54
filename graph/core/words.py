"""One text in the two languages of the project: what pages, reports, reasons and notes are written in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One text in both languages: `en` English, `zh` Chinese (中文)."""

    en: str
    zh: str

    @classmethod
    def same(cls, text: object) -> Words:
        """A text that stands as it is in both languages."""
        return cls(str(text), str(text))

    def say(self, language: str) -> str:
        """The text in a language, en or zh."""
        return self.zh if language == "zh" else self.en
