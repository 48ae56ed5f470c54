"""The index of the search: what each thing is called, in parts by the letter with which a word of it begins.

A part is a classic script, so that it runs from a disk. It holds names alone: the readings of the characters
(拼音) that occur in them stand in one file for all, and the page compares what is typed with both, by the
rule of graph.names.fit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.names.readings import is_chinese, plain, readings
from web.reference.still import Writer

DIGIT = "0"
"""The part of names with a word that begins with a digit."""


@dataclass(frozen=True)
class Named:
    """A thing that is found: its file, what it is called, and what else it was or is called."""

    file: str
    name: str
    name_en: str = ""
    also: tuple[str, ...] = ()

    @property
    def texts(self) -> list[str]:
        """Everything that it is found by."""
        return list(filter(None, (self.name, self.name_en, *self.also)))


def letters(named: Named) -> set[str]:
    """The parts in which a thing stands: first letters of its words and of the readings of its characters."""
    found: set[str] = set()
    for text in named.texts:
        for word in re.findall(r"[a-z0-9]+", plain(text)):
            found.add(word[0] if word[0].isalpha() else DIGIT)
        found |= {one[0] for c in text for one in readings(c)}
    return found


def write_index(writer: Writer, everything: Iterable[Named]) -> Mapping[str, str]:
    """Write parts and readings; returns the path of each part by its letter, that of the readings as han."""
    parts: dict[str, list[Named]] = defaultdict(list)
    characters: set[str] = set()
    for named in sorted(everything, key=lambda one: (one.file, one.name)):
        for letter in letters(named):
            parts[letter].append(named)
        characters |= {c for text in named.texts for c in text if is_chinese(c)}
    paths = {letter: f"search/{letter}.js" for letter in sorted(parts)}
    for letter, path in paths.items():
        writer.script(path, "lsgraphPart", [letter, [_row(one) for one in parts[letter]]])
    writer.script("search/han.js", "lsgraphHan", _by_reading(characters))
    return {"han": "search/han.js", **paths}


def _row(named: Named) -> Sequence[str]:
    row = [named.file, named.name, named.name_en, "|".join(named.also)]
    while not row[-1]:
        row.pop()
    return row


def _by_reading(characters: Iterable[str]) -> dict[str, str]:
    """The characters of each reading, as one text."""
    found: dict[str, str] = defaultdict(str)
    for character in sorted(characters):
        for one in readings(character):
            found[one] += character
    return dict(sorted(found.items()))
