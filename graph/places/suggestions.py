"""What a mistyped name may have meant; nothing where no name is like it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from graph.names.readings import is_chinese, plain, readings

LIMIT = 4
"""How many suggestions an error names."""
CHINESE = 65.0
"""Least likeness (0 to 100, rapidfuzz) of names in Chinese: of three characters two are the same."""
LATIN = 80.0
"""The same of pinyin and English, where chance alone makes half of the letters alike."""
PART = 85.0
"""The same of pinyin and English with a part of a longer name: `hello` stands in no `yellow`."""
MOST = 40
"""Spellings that are looked at; several may be of one thing."""
SHORTEST_PART = 3
"""Fewest Chinese characters that can sound like a part of a name: of two, some surname always does."""
SHORTEST = 4
"""Fewest characters of what is compared with parts of names, and of letters at all."""


def near(text: str, names: Iterable[str], cutoff: float = 60) -> list[str]:
    """Return the words of a small vocabulary most like a text, best first; none where nothing is like it."""
    alike = process.extract(text, list(names), scorer=fuzz.WRatio, limit=LIMIT, score_cutoff=cutoff)
    return [name for name, _, _ in alike]


def nearest_things(text: str, spellings: Mapping[str, Iterable[str | None]]) -> list[str]:
    """Return the things of which a spelling is most like a text, best first; case does not count.

    `spellings` gives, for each thing as it is to be shown, all the ways in which it is written. Chinese that
    sounds like a name comes before what is written like it; below the floors of this module nothing is said.
    """
    typed = plain(text)
    flat = [(thing, plain(word)) for thing, words in spellings.items() for word in words if word]
    if not any(map(is_chinese, typed)):
        alike = _alike(typed, flat, LATIN, PART) if len(typed) >= SHORTEST else []
        return list(dict.fromkeys(alike))[:LIMIT]
    sound = [thing for thing, word in flat if _sounds(word, typed)]
    return list(dict.fromkeys([*sound, *_alike(typed, flat, CHINESE, CHINESE)]))[:LIMIT]


def _alike(typed: str, flat: Sequence[tuple[str, str]], whole: float, part: float) -> list[str]:
    """The things with a spelling, or a part of a longer one, at least so like what is typed; best first."""
    words = dict(enumerate(word for _, word in flat))
    longer = {at: word for at, word in words.items() if len(word) > len(typed) >= SHORTEST}
    found = [
        *process.extract(typed, words, scorer=fuzz.ratio, limit=MOST, score_cutoff=whole),
        *process.extract(typed, longer, scorer=fuzz.partial_ratio, limit=MOST, score_cutoff=part),
    ]
    return [flat[at][0] for _, _, at in sorted(found, key=lambda one: -one[1])]


def _sounds(name: str, typed: str) -> bool:
    """Whether a part of a name is read as what is typed: 韩征 as 韩正, 济莱协做区 as 济莱协作区."""
    length, rest = len(typed), len(name) - len(typed)
    if rest and length < SHORTEST_PART:
        return False
    return any(all(map(_same, name[at : at + length], typed)) for at in range(rest + 1))


def _same(one: str, other: str) -> bool:
    return one == other or not {*readings(one)}.isdisjoint(readings(other))
