"""What a mistyped name may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

LIMIT = 4
"""How many suggestions an error names."""


def near(text: str, names: Iterable[str], cutoff: float = 45) -> list[str]:
    """Return the names most like a text, best first; none where nothing is like it."""
    alike = process.extract(text, list(names), scorer=fuzz.WRatio, limit=LIMIT, score_cutoff=cutoff)
    return [name for name, _, _ in alike]


def nearest_things(text: str, spellings: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the things of which a spelling is most like a text, best first; case does not count.

    `spellings` gives, for each thing as it is to be shown, all the ways in which it is written.
    """
    flat = [(thing, word.lower()) for thing, words in spellings.items() for word in words if word]
    scored = process.extract(
        text.lower(), [word for _, word in flat], scorer=fuzz.ratio, limit=40, score_cutoff=49
    )
    best = dict.fromkeys(flat[index][0] for _, _, index in scored)
    return list(best)[:LIMIT]
