"""Titles and bodies of a graph in English: composed by graph.offices.english, places named by the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graph.catalogue import queries
from graph.connection import Database
from graph.offices.divisions import LONGEST_NAME
from graph.offices.english import Places, body_in_english, title_in_english

_ENDS = "省市区县州盟镇乡"


def titles_in_english(database: Database, titles: Iterable[str | None]) -> dict[str, str]:
    """The English form of each title that has one: 山东省省长 is Governor of Shandong Province."""
    return _told(database, titles, title_in_english)


def bodies_in_english(database: Database, names: Iterable[str | None]) -> dict[str, str]:
    """The English form of each name of a division or body that has one, by the name."""
    return _told(database, names, body_in_english)


def _told(
    database: Database, texts: Iterable[str | None], told: Callable[[str, Places], str | None]
) -> dict[str, str]:
    asked = sorted({text for text in texts if text})
    names = sorted({name for text in asked for name in _possible(text)})
    rows = queries.english_names(names=names, database=database) if names else ()
    places = {row.name: row.name_en for row in rows}
    return {text: english for text in asked if (english := told(text, places.get))}


def _possible(text: str) -> Iterator[str]:
    """The parts of a text that may name a division."""
    for end, character in enumerate(text, 1):
        if character in _ENDS:
            yield from (text[start:end] for start in range(max(0, end - LONGEST_NAME), end - 1))
