"""Values as YAML in one line, as the shipped files are written: `{role: chair, source: [A1, A2]}`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_PLAIN = re.compile(r"[A-Za-z\u3400-\u9fff〔“《（第][^,\[\]{}\"'#&*!|>%`\\\n\t]*")
_WORDS = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")


def flow(row: Mapping[str, object]) -> str:
    """A mapping in braces."""
    return "{" + ", ".join(f"{key}: {value_text(value)}" for key, value in row.items()) + "}"


def value_text(value: object) -> str:
    """A value; a list of one source id stands as the id."""
    if isinstance(value, Mapping):
        return flow(value)
    if isinstance(value, list | tuple):
        if (item := alone(value)) is not value:
            return value_text(item)
        return f"[{', '.join(value_text(one) for one in value)}]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else scalar(str(value))


def scalar(text: str) -> str:
    """A text, in quotes where it would be read as anything else."""
    plain = _PLAIN.fullmatch(text) and not text.endswith((" ", ":")) and ": " not in text
    if plain and text.lower() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def alone(value: object) -> object:
    """The item of a list of one that is written without brackets, as source ids are; else the value."""
    if isinstance(value, list | tuple) and len(value) == 1 and isinstance(value[0], str):
        return value if ":" in value[0] or value[0].isdigit() else value[0]
    return value
