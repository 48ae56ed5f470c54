"""The text of a Cypher statement, as far as it can be read without a server."""

from __future__ import annotations

import re

_ASIDE = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)


def bare(statement: str) -> str:
    """The statement without comments and without the insides of its texts; lines stay lines."""
    return _ASIDE.sub(lambda m: "\n" * m[0].count("\n") if m[0][0] == "/" else "''", statement)
