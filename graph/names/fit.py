"""Whether a typed word finds a name: by its characters, their readings (pinyin) or initials, or in English.

The one rule of every search. `web/reference/static/search.js` speaks it once more, for pages without a
server; a test in a browser holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from graph.names.readings import plain, readings


class Fit(IntEnum):
    """How well a name fits what is typed, the best first."""

    WHOLE = 0
    """All of the name: each of its characters, a reading or an initial for each."""
    START = 1
    """The name begins so."""
    LATER = 2
    """A later word of it, or a later character, begins so."""


def best_fit(texts: Iterable[str | None], typed: str) -> Fit | None:
    """How well the best of the names of one thing fits; None where none does."""
    return min(
        (one for text in texts if text and (one := fit(text, typed)) is not None), default=None
    )


def fit(text: str, typed: str) -> Fit | None:
    """How well a name fits what is typed; None where it does not. Signs, tones and capitals do not count."""
    own, wanted = plain(text), plain(typed)
    if not wanted:
        return None
    if _begins(own, 0, wanted, 0, whole=True):
        return Fit.WHOLE
    for at in range(len(own)):
        if _is_start(own, at) and _begins(own, at, wanted, 0):
            return Fit.LATER if at else Fit.START
    return None


def has_initials(name: str, typed: str) -> bool:
    """Whether a text is the initials of a name, one for each of its characters: jns of 济南市."""
    own, wanted = plain(name), plain(typed)
    return len(own) == len(wanted) > 1 and all(
        any(one[0] == letter for one in readings(character))
        for character, letter in zip(own, wanted, strict=True)
    )


def _is_start(own: str, at: int) -> bool:
    """Whether a word begins here; each Chinese character is one."""
    return own[at] != " " and not (_is_latin(own[at]) and at > 0 and _is_latin(own[at - 1]))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _begins(text: str, at: int, typed: str, since: int, whole: bool = False) -> bool:
    """Whether the rest of what is typed begins here: for each character itself, a reading or an initial.

    The last reading may be typed in part, unless the `whole` text is meant.
    """
    if since >= len(typed):
        return not whole or not text[at:].strip(" 0123456789")
    if typed[since] == " ":
        blank = at < len(text) and text[at] == " "
        return _begins(text, at + blank, typed, since + 1, whole)
    if at >= len(text):
        return False
    if text[at] == typed[since] and _begins(text, at + 1, typed, since + 1, whole):
        return True
    # Who types pinyin leaves numbers out.
    if since and text[at] in " 0123456789":
        return _begins(text, at + 1, typed, since, whole)
    if not _is_latin(typed[since]):
        return False
    own = readings(text[at])
    if not whole and any(one.startswith(typed[since:]) for one in own):
        return True
    steps = {len(one) for one in own if typed.startswith(one, since)}
    steps |= {1 for one in own if one[0] == typed[since]}
    return any(_begins(text, at + 1, typed, since + step, whole) for step in steps)
