"""Values as they stand in a Cypher script, escaped so that no text ends its quotes."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from graph.core.errors import InputError
from graph.core.words import Words

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(value: Any) -> str:
    """Return a value as Cypher; raises InputError for what no property of the graph is."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float) and math.isfinite(value):
        return repr(value)
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return f"date('{value.isoformat()}')"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name(key)}: {literal(item)}' for key, item in value.items())}}}"
    raise InputError(Words(f"A script cannot hold {value!r}.", f"脚本不能容纳 {value!r}。"))


def quoted(text: str) -> str:
    """A text in quotes; what cannot be seen as `\\uXXXX`."""
    return f"'{''.join(map(_character, text))}'"


def name(text: str) -> str:
    """Return a name of a property in backticks."""
    return f"`{text.replace('`', '``')}`"


def _character(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    hidden = not character.isprintable() and ord(character) < 0x10000
    return f"\\u{ord(character):04X}" if hidden else character
