"""The index of the search: what each thing is called, in parts by the letter with which a word of it begins.

A part is a classic script, so that it runs from a disk. It holds names alone: the readings of the characters
(拼音) that occur in them stand in one file for all, and the page compares what is typed with both.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from pypinyin import Style, pinyin

from web.reference.still import Writer

DIGIT = "0"
"""The part of names with a word that begins with a digit."""


@dataclass(frozen=True)
class Named:
    """A thing that is found: its file, what it is called, and what else it was or is called."""

    file: str
    name: str
    name_en: str = ""
    also: tuple[str, ...] = field(default=())

    @property
    def texts(self) -> list[str]:
        """Everything that it is found by."""
        return list(filter(None, (self.name, self.name_en, *self.also)))


@cache
def readings(character: str) -> tuple[str, ...]:
    """The readings of a Chinese character without tones; ü is typed v."""
    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore", v_to_u=False)
    plain = {_plain(one) for row in found for one in row}
    return tuple(sorted(one for one in plain if one.isascii() and one.isalpha()))


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.replace("ü", "v"))
    return "".join(c for c in apart if not unicodedata.combining(c)).lower()


def is_chinese(character: str) -> bool:
    """Whether it is a Chinese character."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def letters(named: Named) -> set[str]:
    """The parts in which a thing stands: first letters of its words and of the readings of its characters."""
    found: set[str] = set()
    for text in named.texts:
        for word in re.findall(r"[a-z0-9]+", _plain(text)):
            found.add(word[0] if word[0].isalpha() else DIGIT)
        found |= {one[0] for c in text if is_chinese(c) for one in readings(c)}
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
