"""Names and titles that run together (陈芸副省长, 副市长李四副市长王五), told apart by scores.

Every reading of the words behind a role as names and titles is scored: how common the family name is, how
long and how usual the given name, whether the title begins with a known place, body, level or field of work
and ends in an office, and whether names lead titles or follow them throughout. The best reading counts; its
margin over the best one without a part tells how certain that part is. Scores are in the manner of
logarithms of odds: 1 is about three to one.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.notices.words.lattice import BOUND, other_score, read_in_order
from loaders.notices.words.parts import ALONE, Part, Reading
from loaders.notices.words.scores import ends_of, name_score, title_score


def split(text: str) -> Reading:
    """The best reading of a text: with names first, titles first, or apart."""
    if not ends_of(text) and "（" not in text and "(" not in text:
        return _apart(text)
    found = [read_in_order(text, True), read_in_order(text, False), _apart(text)]
    best = max((one for one in found if one), key=lambda one: one.score)
    parts = best.parts
    for other in found:
        if other and other is not best:
            there = {(part.person, part.title): part.margin for part in other.parts}
            apart = best.score - other.score
            parts = tuple(
                replace(p, margin=min(p.margin, apart + there.get((p.person, p.title), 0.0)))
                for p in parts
            )
    return replace(best, parts=parts)


def _apart(text: str) -> Reading:
    """Each word between marks as one title or one name."""
    parts, total, at = [], 0.0, 0
    for word in filter(None, BOUND.split(text)):
        title, name = title_score(word), name_score(word)
        other = other_score(word)
        total += max(title, name, other)
        named = name > max(title, other)
        titled = not named and title > other
        mark, at = text[at : text.index(word, at)], text.index(word, at) + len(word)
        parts.append(
            Part(word if named else None, word if titled else None, 99.0, word, mark, True)
        )
    persons = sum(part.person is not None for part in parts)
    return Reading(tuple(parts), total - ALONE * persons * any(part.title for part in parts))
