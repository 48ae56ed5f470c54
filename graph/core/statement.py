"""The text of a Cypher statement, as far as it can be read without a server."""

from __future__ import annotations

import re

_ASIDE = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`", re.DOTALL)
"""Comments, texts and quoted names: a bracket or a quote in one opens nothing outside."""


def bare(statement: str) -> str:
    """The statement without comments and without the insides of its texts; lines stay lines."""
    return _ASIDE.sub(_bare, statement)


def signs(statement: str) -> str:
    """The statement without comments, texts and quoted names."""
    return _ASIDE.sub(" ", statement)


def _bare(aside: re.Match[str]) -> str:
    first = aside[0][0]
    return "\n" * aside[0].count("\n") if first == "/" else aside[0] if first == "`" else "''"
