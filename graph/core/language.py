"""The language that people are spoken to in: one setting for all doors.

`--language`, LSGRAPH_LANGUAGE, then the locale, then English. Names and codes in CSV, JSON and Parquet never
change with it.
"""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, get_args

from graph.core.words import Words

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

VARIABLE = "LSGRAPH_LANGUAGE"
_CHOSEN: ContextVar[Language | None] = ContextVar("language", default=None)


class UnknownLanguage(ValueError):
    """A language that nobody speaks here. Errors speak one, so this is none of graph.core.errors."""

    def __init__(self, text: str) -> None:
        super().__init__(f"Unknown language {text!r}. Choose en or zh. 请选 en 或 zh。")


def language_of(text: str) -> Language:
    """The language that a text names: zh, zh-Hans, zh_CN.UTF-8. Raises UnknownLanguage for another."""
    name = re.split("[-_.]", text.strip().lower())[0]
    for language in LANGUAGES:
        if name == language:
            return language
    raise UnknownLanguage(text)


def chosen() -> Language | None:
    """The language that somebody has chosen, by an option or by LSGRAPH_LANGUAGE; else None.

    Raises UnknownLanguage where the variable names none.
    """
    named = os.environ.get(VARIABLE)
    return _CHOSEN.get() or (language_of(named) if named else None)


def spoken() -> Language:
    """The language to speak: the one that was chosen, else that of the locale, else English."""
    return chosen() or _of_locale()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak a language within the block, whatever the environment says."""
    before = _CHOSEN.set(language)
    try:
        yield
    finally:
        _CHOSEN.reset(before)


def say(words: Words, language: Language | None = None) -> str:
    """The text in a language, else in the one that is spoken."""
    return words.say(language or spoken())


def told(words: Words) -> str:
    """As `say`, for errors and help: English where LSGRAPH_LANGUAGE names a language nobody speaks."""
    try:
        return say(words)
    except UnknownLanguage:
        return words.en


def _of_locale() -> Language:
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    found = next(filter(None, named), None) or locale.getlocale()[0] or ""
    # Windows names its locales in words.
    return "zh" if found.lower().startswith(("zh", "chinese")) else "en"
