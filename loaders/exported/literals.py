"""Reads values as they stand in a Cypher script that an export wrote; nothing is run."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

DEEPEST = 8
LONGEST_NUMBER = 20
"""Characters of a whole number of 64 bits, at most."""
_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^'\\]|\\.)*')|(?P<name>`(?:[^`]|``)*`)|(?P<number>-?\d+(?:\.\d+(?:e[+-]?\d+)?)?)"
    r"|(?P<word>true|false|null|date)|(?P<mark>[{}\[\](),:]))",
    re.ASCII,
)
_ESCAPE = re.compile(r"\\(u[0-9A-F]{4}|.)")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'"}
_WORDS = {"true": True, "false": False, "null": None}


class NoLiteral(Exception):
    """A text that is no value as an export writes it; `column` counts from 1."""

    def __init__(self, column: int) -> None:
        self.column = column
        super().__init__(column)


def read_literal(text: str) -> Any:
    """The value that a text is; raises NoLiteral with the column where it is none."""
    reader = _Reader(text)
    found = reader.value(0)
    if text[reader.at :].strip():
        raise NoLiteral(reader.at + 1)
    return found


class _Reader:
    """One text, read from left to right."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def value(self, depth: int) -> Any:
        """The value that begins here, `depth` lists and maps deep; raises NoLiteral."""
        kind, token = self._next()
        if depth > DEEPEST:
            raise NoLiteral(self.at)
        if kind == "text":
            return _unquoted(token[1:-1], self.at)
        if kind == "number":
            return self._number(token)
        if token == "date":
            return self._date()
        if kind == "word":
            return _WORDS[token]
        if token == "[":
            return self._list(depth)
        if token == "{":
            return self._map(depth)
        raise NoLiteral(self.at)

    def _number(self, token: str) -> float | int:
        if "." in token:
            return float(token)
        if len(token) > LONGEST_NUMBER:
            raise NoLiteral(self.at)
        return int(token)

    def _next(self) -> tuple[str, str]:
        found = _TOKEN.match(self.text, self.at)
        if found is None or found.lastgroup is None:
            raise NoLiteral(self.at + 1)
        self.at = found.end()
        return found.lastgroup, found[found.lastgroup]

    def _want(self, mark: str) -> None:
        if self._next()[1] != mark:
            raise NoLiteral(self.at)

    def _ends(self, mark: str) -> bool:
        """Whether the mark comes next; then it is passed."""
        found = _TOKEN.match(self.text, self.at)
        if found is None or found["mark"] != mark:
            return False
        self.at = found.end()
        return True

    def _date(self) -> dt.date:
        self._want("(")
        kind, token = self._next()
        self._want(")")
        try:
            return dt.date.fromisoformat(token[1:-1] if kind == "text" else "")
        except ValueError:
            raise NoLiteral(self.at) from None

    def _list(self, depth: int) -> list[Any]:
        found: list[Any] = []
        while not self._ends("]"):
            if found:
                self._want(",")
            found.append(self.value(depth + 1))
        return found

    def _map(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not self._ends("}"):
            if found:
                self._want(",")
            kind, token = self._next()
            if kind != "name":
                raise NoLiteral(self.at)
            self._want(":")
            name = token[1:-1].replace("``", "`")
            if name in found:
                raise NoLiteral(self.at)
            found[name] = self.value(depth + 1)
        return found


def _unquoted(text: str, at: int) -> str:
    def one(found: re.Match[str]) -> str:
        told = found[1]
        if len(told) == 5:
            return chr(int(told[1:], 16))
        if told not in _PLAIN:
            raise NoLiteral(at)
        return _PLAIN[told]

    return _ESCAPE.sub(one, text) if "\\" in text else text
