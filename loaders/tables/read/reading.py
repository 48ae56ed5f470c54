"""Cells read as what their column holds: a word of a list, a date, ids; faults become problems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.core.dates import OPEN
from graph.core.errors import InputError
from graph.core.language import say
from graph.core.words import Words
from loaders.files.dates import edtf
from loaders.files.problems import Place, Problems, nearest
from loaders.tables.read.raw import Row
from loaders.tables.schema import Table, table_words

SEVERAL = re.compile(r"\s*[;；\n]\s*")
FEW = 8
"""Ids that are listed whole where none is like the wrong one."""

_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])[\s\u3000]+(?=[\u3400-\u9fff])")


@dataclass
class Reader:
    """Reads cells; `doubts` are what a reader of the file must look at, no faults."""

    problems: Problems
    doubts: list[str] = field(default_factory=list)

    def word(self, row: Row, table: Table, column: str) -> str | None:
        """The value of a closed list that a cell means."""
        text = row.text(column)
        values = table.column(column).values
        if not text or values is None:
            return None
        found = values.read(text)
        if found is None:
            pairs = list(zip(values.shown(), values.shown("zh"), strict=True))
            told = ", ".join(f"{v} ({zh})" for v, zh in pairs)
            told_zh = "、".join(f"{zh}（{v}）" for v, zh in pairs)
            like = nearest(text, values.spellings(), limit=1)
            self.problems.add(
                row.at(column),
                Words(
                    f"Unknown {column} {text!r}. Choose one of {told}.",
                    f"“{text}”不是{table.column(column).zh}的可选值。可选：{told_zh}。",
                ),
                like,
            )
        return found

    def date(self, row: Row, column: str) -> str | None:
        """A date as EDTF; only an end may be open."""
        cell = row.cells.get(column)
        if cell is None:
            return None
        try:
            found = edtf(cell.text, number=cell.number)
        except InputError as error:
            self.problems.add(row.at(column), error.words)
            return None
        if found == OPEN and column != "to":
            self.problems.add(
                row.at(column),
                Words(
                    f"{cell.text!r} is an end that has not come; it belongs in `to`.",
                    f"“{cell.text}”表示尚未结束，应写在 to（至）列。",
                ),
            )
            return None
        return found

    def several(self, row: Row, column: str) -> list[str]:
        """The parts of a cell that holds several values."""
        return [part for part in SEVERAL.split(row.text(column)) if part]

    def ids(self, row: Row, column: str, known: Iterable[str], what: str) -> list[str]:
        """Ids of another table; one that it does not hold is a problem."""
        found, names = [], list(known)
        for part in self.several(row, column):
            if part in names:
                found.append(part)
            else:
                self.unknown(row.at(column), what, part, names)
        return found

    def unknown(self, place: Place, what: str, wrong: str, known: Iterable[str]) -> None:
        """Note a reference to an id that the table `what` does not define."""
        names = list(known)
        listed = 0 < len(names) <= FEW
        there = Words(
            f" There are {', '.join(names)}." if listed else "",
            f"已有：{'、'.join(names)}。" if listed else "",
        )
        of = table_words(what)
        text = Words(
            f"The table {what} has no row {wrong!r}. Add it, or name one that is there.{there.en}",
            f"{of.zh}表没有“{wrong}”这一行。请补上，或改用已有的一行。{there.zh}",
        )
        self.problems.add(place, text, nearest(wrong, names))

    def doubt(self, place: Place, text: Words) -> None:
        """Note what may be right and must be looked at."""
        self.doubts.append(f"{place}: {say(text)}")


def person_name(text: str) -> str:
    """A name without the blanks that print puts into it: 黎　明 is 黎明."""
    return _BETWEEN.sub("", text)
