"""The text of a cell: what hides in it or is too long for it is a problem, nothing is cut."""

from __future__ import annotations

from unicodedata import category, name

from loaders.problems import Place, Problems
from loaders.tables.schema import Column

LONGEST = 400
"""Characters that a name, title or date may have."""

LONGEST_TEXT = 20_000
"""Characters that a note may have."""

HIDDEN = frozenset(
    "\u200b\u200e\u200f\u061c\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Characters without a shape, some of which turn the direction of what follows (RTL override)."""


def tidy(text: str) -> str:
    """The text without blanks around it; a no-break or ideographic blank is a blank."""
    return text.replace("\u00a0", " ").replace("\r\n", "\n").strip(" \t\n\u3000\ufeff")


def sound(text: str, column: Column | None, place: Place, problems: Problems) -> str | None:
    """The text if it may stand in the column; None with a problem noted."""
    bare = tidy(text)
    hidden = sorted({c for c in bare if c in HIDDEN or _steers(c)})
    if hidden:
        told = ", ".join(f"U+{ord(c):04X} {name(c, 'CONTROL')}" for c in hidden[:4])
        problems.add(
            place, f"The cell holds characters that can not be seen ({told}). Type it anew."
        )
        return None
    longest = LONGEST_TEXT if column is None or column.long or column.several else LONGEST
    if len(bare) > longest:
        text = f"The cell holds {len(bare)} characters; at most {longest} belong here. Put texts into notes."
        problems.add(place, text)
        return None
    return bare


def _steers(character: str) -> bool:
    return category(character) in ("Cc", "Cs") and character not in "\n\t"
