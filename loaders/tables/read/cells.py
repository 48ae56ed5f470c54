"""The text of a cell: what hides in it or is too long for it is a problem, nothing is cut."""

from __future__ import annotations

from graph.core.safe_text import plain_han, told, unseen
from graph.core.words import Words
from loaders.files.problems import Place, Problems
from loaders.tables.schema import Column

LONGEST = 400
"""Characters that a name, title or date may have."""

LONGEST_TEXT = 20_000
"""Characters that a note may have."""


def tidy(text: str) -> str:
    """The text without blanks around it; a no-break or ideographic blank is a blank, ⽔ is 水."""
    bare = plain_han(text).replace("\u00a0", " ").replace("\r\n", "\n")
    return bare.strip(" \t\n\u3000\ufeff")


def sound(text: str, column: Column | None, place: Place, problems: Problems) -> str | None:
    """The text if it may stand in the column; None with a problem noted."""
    bare = tidy(text)
    if hidden := unseen(bare):
        problems.add(
            place,
            Words(
                f"The cell holds characters that cannot be seen ({told(hidden)}). Type it anew.",
                f"单元格含有不可见字符（{told(hidden)}）。请重新录入。",
            ),
        )
        return None
    longest = LONGEST_TEXT if column is None or column.long or column.several else LONGEST
    if len(bare) > longest:
        long = Words(
            f"The cell holds {len(bare)} characters; at most {longest} belong here. Put texts into notes.",
            f"单元格有 {len(bare)} 个字符，此处最多 {longest} 个。长文本请写入备注。",
        )
        problems.add(place, long)
        return None
    return bare
