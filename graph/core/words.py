"""One text in the two languages of the project: what pages, reports, reasons and notes are written in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Words:
    """One text in both languages: `en` English, `zh` Chinese (中文)."""

    en: str
    zh: str

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.en)

    @classmethod
    def same(cls, text: object) -> Words:
        """A text that stands as it is in both languages."""
        return cls(str(text), str(text))

    @classmethod
    def joined(cls, parts: Iterable[Words], en: str = ", ", zh: str = "、") -> Words:
        """Several texts as one, with what stands between them in each language; empty ones drop out."""
        told = list(parts)
        return cls(
            en.join(filter(None, (part.en for part in told))),
            zh.join(filter(None, (part.zh for part in told))),
        )

    @classmethod
    def first(
        cls,
        parts: Iterable[Words],
        most: int,
        more: str,
        en: str = ", ",
        zh: str = "、",
        more_en: str = "{} more",
    ) -> Words:
        """The first of several texts as one, and how many more there are; `more` is 另 {} 个 or the like."""
        told = list(parts)
        left = len(told) - most
        rest = [cls(more_en.format(left), more.format(left))] if left > 0 else []
        return cls.joined([*told[:most], *rest], en, zh)

    @property
    def both(self) -> list[str]:
        """The English and the Chinese text, as pages carry them for their scripts."""
        return [self.en, self.zh]

    @property
    def side_by_side(self) -> str:
        """Both texts in one, for files that are the same whatever language their maker speaks."""
        return " / ".join(dict.fromkeys(self.both))

    def say(self, language: str) -> str:
        """The text in a language, en or zh."""
        return self.zh if language == "zh" else self.en


NOTHING = Words("", "")
"""No text: joined to others it drops out."""


def named(**chinese: str) -> dict[str, Words]:
    """Words by name whose English is the name itself; a blank for `_` (deputy_chair), but in STRONG_TERMS."""
    return {
        name: Words(name if name.isupper() else name.replace("_", " "), zh)
        for name, zh in chinese.items()
    }
