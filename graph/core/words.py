"""One text in the two languages of the project: what pages, reports, reasons and notes are written in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One text in both languages: `en` English, `zh` Chinese (中文)."""

    en: str
    zh: str
