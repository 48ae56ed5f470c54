"""English in a Chinese text: three Latin words in a row that name no option, file, command or product."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAMES = re.compile(
    r"`[^`]*`"  # code
    r"|\blsgraph(?: [-\w.:=/<>\[\]|，、]+)*"  # a command with its words
    r"|(?:pip|pipx|make|python|neo4j-admin) [-\w.'\[\] ]*"
    r"|\S*[._/:=@<>\\|\d#$-]\S*"  # files, addresses, options, codes, dates
    r"|\b[A-Z]{2,}\b(?: [A-Z]+\b)*"  # words of Cypher, variables, codes of answers
)
_PRODUCTS = ("Model Context Protocol", "Maven Central", "Frictionless Data Package")
_RUN = re.compile(r"[A-Za-z][A-Za-z']*(?:,? [A-Za-z][A-Za-z']*){2,}")


def english(text: str, known: Iterable[str] = _PRODUCTS) -> list[str]:
    """The lines with three or more Latin words in a row, but for names and for texts that are `known`."""
    return [line for line in text.splitlines() if _RUN.search(_without_names(line, known))]


def has_chinese(text: str) -> bool:
    """Whether a text has a Chinese character."""
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def _without_names(line: str, known: Iterable[str]) -> str:
    for name in known:
        line = line.replace(name, "；")
    return _NAMES.sub("；", line)
