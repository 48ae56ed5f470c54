"""The CSV that Neo4j's import reads: how texts and lists stand in it, and the switches that say so."""

from __future__ import annotations

ARRAY_DELIMITER = "\x1f"
"""Between the values of a list in a cell: the unit separator, which no text of people has."""

CSV_SWITCHES = (
    f"--array-delimiter=U+{ord(ARRAY_DELIMITER):04X}",
    "--multiline-fields=true",
    "--id-type=string",
)


def quoted(text: str) -> str:
    """A text as it stands, line breaks and all, in quotes: only an unquoted empty cell means unknown."""
    return '"' + text.replace('"', '""') + '"'
