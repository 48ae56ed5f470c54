"""Reads a Cypher script that an export wrote: its rows are taken, no statement of it is run."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.core.door import STREAM, opened
from graph.core.errors import Refused
from graph.core.words import Words
from graph.export.columns import GraphTable, NodeTable, Tables
from graph.export.network.script import END, schema_statements, written
from loaders.exported.read_back import Held, Numbered, json_items
from loaders.files.problems import Place, Problems

DEEPEST = 8
LONGEST = 5_000_000
"""Bytes of a line, at most."""
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


_EARLIER = re.compile(
    r"\nWITH row\nWHERE .*?\}(?=\nFOREACH)|\nWHERE (?:start|end)\.dataset [^\n]*", re.DOTALL
)
"""What the statements of earlier exports lack."""
_VERSION = re.compile(r"(?<=schema\.version = )\d+")


class NoLiteral(Exception):
    """A text that no export writes as a value; `column` counts from 1."""

    def __init__(self, column: int) -> None:
        self.column = column
        super().__init__(column)


def read_literal(text: str) -> Any:
    """Return the value that a text is; raises NoLiteral with the column where it stops being one."""
    reader = _Reader(text)
    literal = reader.value(0)
    if text[reader.at :].strip():
        raise NoLiteral(reader.at + 1)
    return literal


class _Reader:
    """One text, read from left to right."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def value(self, depth: int) -> Any:
        """Return the value that begins here, `depth` lists and maps deep; raises NoLiteral."""
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
        token = _TOKEN.match(self.text, self.at)
        if token is None or token.lastgroup is None:
            raise NoLiteral(self.at + 1)
        self.at = token.end()
        return token.lastgroup, token[token.lastgroup]

    def _want(self, mark: str) -> None:
        if self._next()[1] != mark:
            raise NoLiteral(self.at)

    def _ends(self, mark: str) -> bool:
        """Tell whether the mark comes next; then it is passed."""
        token = _TOKEN.match(self.text, self.at)
        if token is None or token["mark"] != mark:
            return False
        self.at = token.end()
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
        items: list[Any] = []
        while not self._ends("]"):
            if items:
                self._want(",")
            items.append(self.value(depth + 1))
        return items

    def _map(self, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not self._ends("}"):
            if items:
                self._want(",")
            kind, token = self._next()
            if kind != "name":
                raise NoLiteral(self.at)
            self._want(":")
            name = token[1:-1].replace("``", "`")
            if name in items:
                raise NoLiteral(self.at)
            items[name] = self.value(depth + 1)
        return items


def _unquoted(text: str, at: int) -> str:
    def one(escape: re.Match[str]) -> str:
        told = escape[1]
        if len(told) == 5:
            return chr(int(told[1:], 16))
        if told not in _PLAIN:
            raise NoLiteral(at)
        return _PLAIN[told]

    return _ESCAPE.sub(one, text) if "\\" in text else text


CUT = Words(
    f"The script is cut short: it does not end in {END!r}. Export it anew.",
    f"脚本不完整：结尾不是“{END}”。请重新导出。",
)


@dataclass(frozen=True)
class _Block:
    """The rows of one statement: where the first stands in the file, its line, how many there are."""

    offset: int
    line: int
    rows: int


def read_script(path: Path, tables: Tables, problems: Problems) -> Iterator[Held]:
    """Yield the tables of a script; a statement that no export writes is a problem."""
    try:
        blocks = _blocks(path, tables, problems)
    except UnicodeDecodeError:
        problems.add(
            Place(path),
            Words("The script is not UTF-8. Export it anew.", "脚本不是 UTF-8。请重新导出。"),
        )
        return
    except Refused as reason:
        problems.refuse(path, reason)
        return
    if not _whole(path):
        problems.add(Place(path), CUT)
    for table in tables:
        yield _held(path, table, blocks[table.name])


def _whole(path: Path) -> bool:
    """Tell whether the last line is the mark of the end."""
    with opened(path, STREAM) as file:
        file.seek(max(0, path.stat().st_size - 200))
        return file.read().decode("utf-8", "replace").rstrip().endswith(END)


def _blocks(path: Path, tables: Tables, problems: Problems) -> Mapping[str, list[_Block]]:
    """Find where the rows of each table stand; the rows themselves are not looked at yet."""
    now = {f"{written(table, ())};": table.name for table in tables}
    names = {_EARLIER.sub("", text): name for text, name in now.items()} | now
    setup = {_VERSION.sub("", f"{statement};") for statement in schema_statements()}
    blocks: dict[str, list[_Block]] = defaultdict(list)
    begin = next(iter(now)).splitlines()[0]
    for line, text, block in _statements(path, begin):
        name = names.get(text)
        if block is not None and name:
            blocks[name].append(block)
        elif not text.endswith(";"):
            problems.add(
                Place(path, line, 1),
                Words(
                    "The script is cut short: this statement does not end.",
                    "脚本不完整：此语句没有结尾。",
                ),
            )
        elif block is not None or _VERSION.sub("", text) not in setup:
            problems.add(
                Place(path, line, 1),
                Words(
                    "No export writes this statement; it is not run.",
                    "导出不会写出此语句，不予执行。",
                ),
            )
    return blocks


def _statements(path: Path, begin: str) -> Iterator[tuple[int, str, _Block | None]]:
    """Line, text and rows of each statement; the rows are left out of the text."""
    since, text, block, offset, inside = 1, "", None, 0, False
    with opened(path, STREAM) as file:
        for number, raw in enumerate(iter(lambda: file.readline(LONGEST), b""), start=1):
            if len(raw) == LONGEST:
                raise Refused(
                    Words(
                        f"The line has more than {LONGEST:,} bytes. Export it anew.",
                        f"该行超过 {LONGEST:,} 个字节。请重新导出。",
                    ),
                    line=number,
                )
            line, offset = raw.decode("utf-8"), offset + len(raw)
            if inside and block is not None and line.startswith("{"):
                block = _Block(block.offset, block.line, block.rows + 1)
            elif not text and line.strip() == begin:
                since, text, inside, block = number, line, True, _Block(offset, number + 1, 0)
            elif text or (line.strip() and not line.startswith("//")):
                since, text, inside = since if text else number, text + line, False
            if text.rstrip().endswith(";"):
                yield since, text.strip(), block
                text, block = "", None
    if text.strip():
        yield since, text.strip(), block


def _held(path: Path, table: GraphTable, blocks: list[_Block]) -> Held:
    def place(line: int, column: str | None) -> Place:
        return Place(path, line, 1, "", column or "")

    def rows(problems: Problems) -> Numbered:
        """Yield the rows of all statements of the table."""
        with opened(path, STREAM) as file:
            for block in blocks:
                file.seek(block.offset)
                for number in range(block.line, block.line + block.rows):
                    text = file.readline().decode("utf-8").rstrip().removesuffix(",")
                    try:
                        yield number, _row(table, read_literal(text))
                    except NoLiteral as wrong:
                        told = Words(
                            "An export writes no such row: it differs from this column on.",
                            "导出不会写出这样的行：自此列起有异。",
                        )
                        problems.add(Place(path, number, wrong.column), told)

    return Held(table, table.names, rows, place, json_items)


def _row(table: GraphTable, found: Any) -> dict[str, Any]:
    """Return the row of a table."""
    if not isinstance(found, dict) or not isinstance(found.get("properties"), dict):
        raise NoLiteral(1)
    row = dict(found["properties"])
    if isinstance(table, NodeTable):
        if set(found) != {"labels", "properties"}:
            raise NoLiteral(1)
        return row | ({"labels": found["labels"]} if table.column("labels") else {})
    if set(found) != {"start", "end", "properties"}:
        raise NoLiteral(1)
    return {**row, "start": found["start"], "end": found["end"]}
