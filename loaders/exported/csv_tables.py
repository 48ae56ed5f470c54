"""Reads a folder of CSV that an export wrote, also after Excel has saved it; a row at a time."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from graph.core.door import STREAM, TABLE, opened
from graph.core.errors import Refused
from graph.core.words import Words
from graph.export.columns import GraphTable, Tables
from loaders.exported.read_back import Held, Numbered, files, json_items, places, unguarded
from loaders.files.decoding import text_of
from loaders.files.delimited import delimiter, records
from loaders.files.problems import Place, Problems

LONGEST = 5_000_000
"""Characters of the longest cell that is read."""

CHUNK = 1 << 20


def read_csv(folder: Path, tables: Tables, problems: Problems) -> Iterator[Held]:
    """Yield the tables of a folder; a file that is missing or no text is a problem."""
    for path, table in files(folder, ".csv", tables, problems):
        try:
            held = _held(path, table)
        except Refused as reason:
            problems.refuse(path, reason, rows=True)
            continue
        if held is None:
            problems.add(
                Place(path, rows=True),
                Words(
                    "The file is empty: its first row holds the columns.",
                    "文件为空：第一行应为各列。",
                ),
            )
        else:
            yield held


def _held(path: Path, table: GraphTable) -> Held | None:
    with _opened(path) as file:
        first = file.readline(LONGEST)
    if not first.strip():
        return None
    mark = delimiter([first])
    head = tuple(next(csv.reader([first], delimiter=mark)))
    place = places(path, head)

    def rows(problems: Problems) -> Numbered:
        """Yield each row with its number; a row of another length than the first is a problem."""

        def fault(line: int, told: Words) -> None:
            problems.add(place(line, None), told)

        with _opened(path) as file:
            for number, cells in records(file, mark, LONGEST, fault):
                if number == 1 or not cells:
                    continue
                if len(cells) != len(head):
                    told = Words(
                        f"The row has {len(cells)} cells where the first row has {len(head)}.",
                        f"该行有 {len(cells)} 个单元格，而第一行有 {len(head)} 个。",
                    )
                    problems.add(place(number, None), told)
                    continue
                yield number, {name: unguarded(c) for name, c in zip(head, cells, strict=True)}

    return Held(table, head, rows, place, json_items)


def _opened(path: Path) -> TextIO:
    """Return the text of a file: UTF-8 is read as it goes, what Excel saved otherwise at one go."""
    if _utf8(path):
        return io.TextIOWrapper(opened(path, STREAM), encoding="utf-8-sig", newline="")
    return io.StringIO(text_of(path, TABLE), newline="")


def _utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opened(path, STREAM) as file:
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
                if b"\0" in chunk:
                    return False
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
